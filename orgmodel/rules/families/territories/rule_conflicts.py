"""Conflicts between territory rules: TER303 to TER305, TER307 and TER311."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from orgmodel.changes import Set
from orgmodel.model import Territory, Where
from orgmodel.regions import Example, Space, customer_like
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import Fix, offered
from orgmodel.rules.core.fixes import bring_in, join, only, put
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.rules.families.territories.precedence import Precedence


@rule(
    "TER303",
    "error",
    origin="Oracle gap and overlap check; OCA sale-workflow 4568: one team each",
    needs=["territories.where"],
    fix="offered",
)
def undecided_overlap(design: RuleContext) -> Issues:
    """Where two territories match the same customer, precedence decides between them.

    The rank of the type decides, then depth, then how many conditions match and how narrow they
    are. If only the alphabet is left, a new name would move customers. The finding describes such a
    customer, which may not exist yet. Territories with the same positions are left out. Further
    territories that clash with the same one are counted.

    ```yaml bad
    territories:
      milan: {where: {place: [IT-25]}}
      banks: {where: {industry: [banking]}}
    positions:
      bob: {role: sales_representative, covers: [milan]}
      joe: {role: sales_representative, covers: [banks]}
    ```
    ```yaml good
    territories:
      milan: {where: {place: [IT-25], exclude: [{industry: [banking]}]}}
      banks: {where: {industry: [banking]}}
    positions:
      bob: {role: sales_representative, covers: [milan]}
      joe: {role: sales_representative, covers: [banks]}
    ```
    """
    found: dict[str, list[tuple[str, Example]]] = defaultdict(list)
    for one, other, example in Precedence(design).clashes():
        found[one].append((other, example))
    for one, clashes in found.items():
        other, example = min(clashes, key=lambda clash: clash[0])
        who = f"Territories '{one}' and '{other}' both match {customer_like(example)}"
        more = f" (also for {len(clashes) - 1:,} more)" if clashes[1:] else ""
        about = design.org.get(Territory, one)
        message = f"{who}, and only the alphabet decides between them{more}."
        yield about, message, offered(_apart(design, about, [other for other, _ in clashes]))


def _apart(design: RuleContext, one: Territory | None, others: Iterable[str]) -> Set | None:
    """Return the change that excludes everything that others match from a territory's rule."""
    found = (design.org.get(Territory, other) for other in others)
    rules = [each.where for each in found if each is not None and each.where is not None]
    if one is None or one.where is None:
        return None
    where = replace(one.where, exclude=(*one.where.exclude, *rules))
    return put(design, one, where=where)


@rule(
    "TER304",
    "error",
    origin="judgement: a rule that matches nobody was not intended",
    needs=["territories.where"],
)
def contradictory_rule(design: RuleContext) -> Issues:
    """A territory's rule can match a customer.

    An interval without any number in it, or an exclusion of everything that was included, matches
    no customer.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21], exclude: [{place: [IT]}]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT], exclude: [{place: [IT-21]}]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    ```
    """
    for territory in design.org.all(Territory):
        if territory.where is not None and not Space([territory.where]).region(territory.where):
            what = f"cannot match any customer: {territory.where}"
            yield territory, f"The rule of territory '{territory}' {what}."


@rule(
    "TER305",
    "warning",
    origin="Oracle EBS guide: define catch-alls; Fullcast: coverage gaps",
    needs=["territories.where"],
    fix="offered",
)
def no_catch_all(design: RuleContext) -> Issues:
    """Territories leave no customer out.

    A customer that no rule matches is covered by nobody on the day it is added. A last territory
    without conditions catches the rest. The finding describes a customer that would be left out.
    The rule is silent where no territory has a rule.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT-21]}}
      rest: {where: {}}
    positions:
      rep: {role: sales_representative, covers: [north, rest]}
    ```
    """
    ruled = Precedence(design).territories
    example = design.graph.matcher.gap(among=ruled) if ruled else None
    if example is not None:
        who = customer_like(example)
        none = f"belong to none of the {len(ruled):,} territories with rules"
        what = none if len(ruled) > 1 else "not belong to the only territory with a rule"
        message = f"{who[0].upper()}{who[1:]} would {what}; add one for the rest."
        yield None, message, _catch_all(design)


def _catch_all(design: RuleContext) -> Fix | None:
    """Return how to add a territory for the rest, covered by the head if there is one head."""
    head = only(design.lines.heads)
    if head is None or design.org.whole.get(Territory, "rest") is not None:
        return None
    return offered(bring_in(Territory("rest", Where())), join(design, head, "covers", "rest"))


@rule(
    "TER307",
    "warning",
    origin="Oracle EBS troubleshooting: a rule that never wins (V%)",
    needs=["territories.where"],
)
def shadowed_territory(design: RuleContext) -> Issues:
    """Every territory takes precedence for some customer.

    Where others of higher precedence match every customer that its rule matches, no customer ever
    falls to it. Its own parts do not count, because they roll up to it.

    ```yaml bad
    territories:
      italy: {where: {place: [IT]}, type: direct}
      milan: {where: {place: [IT-25]}, type: channel}
    positions:
      bob: {role: sales_representative, covers: [italy]}
      joe: {role: sales_representative, covers: [milan]}
    ```
    ```yaml good
    territories:
      italy: {where: {place: [IT]}, type: channel}
      milan: {where: {place: [IT-25]}, type: direct}
    positions:
      bob: {role: sales_representative, covers: [italy]}
      joe: {role: sales_representative, covers: [milan]}
    ```
    """
    territories = design.org.all(Territory)
    idle = {t.id: t for t in territories if not design.coverage.customers_in(t)}
    for id_, stronger in Precedence(design).stronger(idle).items():
        if design.graph.matcher.gap(id_, stronger) is None:
            what = f"never takes precedence: all that it matches goes to {listed(stronger)}"
            yield idle[id_], f"Territory '{id_}' {what}."


@rule(
    "TER311",
    "warning",
    origin="judgement: numbers of parts roll up to the whole",
    needs=["territories.within"],
)
def part_outside_whole(design: RuleContext) -> Issues:
    """A territory matches only customers that the territory around it matches.

    Otherwise the roll-up to the whole has customers outside its rule. The finding describes one.
    Where either has no rule there is nothing to compare.

    ```yaml bad
    territories:
      italy: {where: {place: [IT]}}
      alps: {where: {place: [IT-23, CH]}, within: italy}
    positions:
      rep: {role: sales_representative, covers: [italy, alps]}
    ```
    ```yaml good
    territories:
      italy: {where: {place: [IT]}}
      alps: {where: {place: [IT-23]}, within: italy}
    positions:
      rep: {role: sales_representative, covers: [italy, alps]}
    ```
    """
    for territory in design.org.all(Territory):
        whole = design.places.parent_of(territory)
        if territory.where is not None and whole is not None and whole.where is not None:
            space = Space([territory.where, whole.where])
            example = (space.region(territory.where) - space.region(whole.where)).example()
            if example is not None:
                what = f"matches {customer_like(example)}"
                yield territory, f"Territory '{territory}' {what}; '{whole}' around it does not."
