"""Size, ranks and places of territories: TER313, TER314, TER316 to TER318."""

from collections import defaultdict

from orgmodel.model import Position, Territory, TerritoryType, matches
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import offered
from orgmodel.rules.core.fixes import put
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted


@rule(
    "TER313",
    "warning",
    origin="Veeva: at most 100 children, Oracle 500; 20 is a judgement",
    needs=["territories.within"],
)
def many_parts(design: RuleContext, *, most: int = 20) -> Issues:
    """A territory has at most 20 parts directly below it.

    More cannot be compared at a glance, nor led by one manager.

    ```yaml bad
    territories:
      it: {}
      t00: {within: it}
      t01: {within: it}
      t02: {within: it}
      t03: {within: it}
      t04: {within: it}
      t05: {within: it}
      t06: {within: it}
      t07: {within: it}
      t08: {within: it}
      t09: {within: it}
      t10: {within: it}
      t11: {within: it}
      t12: {within: it}
      t13: {within: it}
      t14: {within: it}
      t15: {within: it}
      t16: {within: it}
      t17: {within: it}
      t18: {within: it}
      t19: {within: it}
      t20: {within: it}
    positions:
      rep: {role: sales_representative}
    ```
    ```yaml good
    territories:
      it: {}
      north: {within: it, where: {place: [IT]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    ```
    """
    for territory in design.org.all(Territory):
        parts = design.places.children_of(territory)
        if len(parts) > most:
            what = f"{counted(len(parts), 'part')} directly below it, above the limit of {most}"
            yield territory, f"Territory '{territory}' has {what}."


@rule(
    "TER314",
    "warning",
    origin="Salesforce practice: at most 10 criteria advised, 25 possible",
    needs=["territories.where"],
)
def many_conditions(design: RuleContext, *, most: int = 10) -> Issues:
    """A territory's rule has at most 10 conditions.

    Longer rules cannot be read, and nobody dares to change them. Conditions within include and
    exclude count; the values in one condition do not.

    ```yaml bad
    territories:
      a:
        where:
          place: [IT]
          exclude:
            - {industry: [a]}
            - {industry: [b]}
            - {industry: [c]}
            - {industry: [d]}
            - {industry: [e]}
            - {industry: [f]}
            - {industry: [g]}
            - {industry: [h]}
            - {industry: [i]}
            - {industry: [j]}
    positions:
      rep: {role: sales_representative, covers: [a]}
    ```
    ```yaml good
    territories:
      a: {where: {place: [IT], exclude: [{industry: [a, b, c, d, e, f, g, h, i, j]}]}}
    positions:
      rep: {role: sales_representative, covers: [a]}
    ```
    """
    for territory in design.org.all(Territory):
        waiting, number = [territory.where] if territory.where is not None else [], 0
        while waiting:
            part = waiting.pop()
            number += len(part.conditions())
            waiting += [*part.include, *part.exclude]
        if number > most:
            what = f"has {number} conditions, above the limit of {most}"
            yield territory, f"The rule of territory '{territory}' {what}."


@rule(
    "TER316",
    "warning",
    origin="Varicent: stacked precedence",
    needs=["territory_types"],
    fix="offered",
)
def rank_tie(design: RuleContext) -> Issues:
    """No two territory types have the same rank.

    Where territories of both match a customer, the types decide nothing, and depth does. Overlays
    never compete and are left out. The standard types count where territories have them.

    ```yaml bad
    territory_types:
      partner: {rank: 1}
    territories:
      a: {where: {place: [IT]}, type: partner}
      b: {where: {place: [FR]}}
    positions:
      rep: {role: sales_representative, covers: [a, b]}
    ```
    ```yaml good
    territory_types:
      partner: {rank: 9}
    territories:
      a: {where: {place: [IT]}, type: partner}
      b: {where: {place: [FR]}}
    positions:
      rep: {role: sales_representative, covers: [a, b]}
    ```
    """
    types = {t.id: t for x in design.org.all(Territory) if (t := design.known.type_of(x))}
    ranked: dict[int, list[TerritoryType]] = defaultdict(list)
    for kind in types.values():
        if not kind.overlay:
            ranked[kind.rank].append(kind)
    for rank, same in ranked.items():
        first = min((t for t in same if design.org.get(TerritoryType, t.id)), key=str, default=None)
        if len(same) > 1 and first is not None:
            last = put(design, first, rank=max(kind.rank for kind in types.values()) + 1)
            message = f"Territory types {listed(same)} have the same rank, {rank}."
            yield first, message, offered(last)


@rule(
    "TER317",
    "info",
    origin="Salesforce KB: a copy of the role hierarchy; 5 is a judgement",
    needs=["territories.within", "positions.reports_to"],
)
def copied_hierarchy(design: RuleContext, *, least: int = 5) -> Issues:
    """Territories have a hierarchy of their own, not a copy of the reporting lines.

    Where every territory has one position and lies within that of its manager, a change of people
    is always a change of territories, and the reverse. The rule applies from 5 territories on.

    ```yaml bad
    territories:
      a: {}
      b: {within: a}
      c: {within: a}
      d: {within: b}
      e: {within: b}
    positions:
      pa: {role: sales_director, covers: [a]}
      pb: {role: sales_manager, covers: [b], reports_to: pa}
      pc: {role: sales_manager, covers: [c], reports_to: pa}
      pd: {role: territory_manager, covers: [d], reports_to: pb}
      pe: {role: territory_manager, covers: [e], reports_to: pb}
    ```
    ```yaml good
    territories:
      a: {}
      b: {within: a}
      c: {within: a}
      d: {within: b}
      e: {within: b}
    positions:
      pa: {role: sales_director, covers: [a]}
      pd: {role: territory_manager, covers: [d], reports_to: pa}
      pe: {role: territory_manager, covers: [e, c], reports_to: pa}
    ```
    """
    territories, places = design.org.all(Territory), design.places
    owners = {t.id: places.coverers_of(t) for t in territories}
    alike = [
        len(owners[t.id]) == 1
        and len(owners[t.id][0].covers) == 1
        and _copied(design, t, owners[t.id][0])
        for t in territories
    ]
    if len(territories) >= least and all(alike):
        yield None, f"All {len(territories):,} territories are nested as their positions report."


def _copied(design: RuleContext, territory: Territory, owner: Position) -> bool:
    whole, manager = design.places.parent_of(territory), design.lines.manager_of(owner)
    if whole is None:
        return manager is None
    return manager is not None and whole.id in manager.covers


@rule(
    "TER318",
    "info",
    origin="judgement: travel eats selling time",
    needs=["positions.place", "territories.where"],
)
def far_from_home(design: RuleContext) -> Issues:
    """A position at the front sits within the territory that it covers.

    Otherwise its place is in none of the places that the territory's rule lists. Territories
    without places in their rules, and overlays, are left out.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north], place: FR-75}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north], place: IT-21}
    ```
    """
    for territory in design.org.all(Territory):
        where, kind = territory.where, design.known.type_of(territory)
        listed_places = where.place if where and not where.include else ()
        for position in design.fronts[territory.id] if listed_places else ():
            near = any(matches(position.place or one, one, nested=True) for one in listed_places)
            if not near and not (kind and kind.overlay):
                what = f"sits in {position.place}, outside its territory '{territory}'"
                yield position, f"Position '{position}' {what} ({listed(listed_places)})."
