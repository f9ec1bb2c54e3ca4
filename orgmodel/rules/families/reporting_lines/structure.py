"""Structure of the reporting lines: ORG101 to ORG106, ORG109 and ORG110."""

from collections import defaultdict

from orgmodel.model import Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import offered, safe
from orgmodel.rules.core.fixes import drop, only, put
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted


@rule(
    "ORG101",
    "error",
    origin="orgvue: circular references; Odoo OCA: ParentLoopError",
    needs=["positions.reports_to"],
)
def reporting_loop(design: RuleContext) -> Issues:
    """Reporting lines do not form a loop.

    No position in a loop has a manager at the end of the line, and no roll-up of targets or revenue
    ends.

    ```yaml bad
    positions:
      ann: {role: sales_manager, reports_to: bob}
      bob: {role: sales_manager, reports_to: ann}
    ```
    ```yaml good
    positions:
      ann: {role: sales_director}
      bob: {role: sales_manager, reports_to: ann}
    ```
    """
    for ring in design.lines.loops:
        if len(ring) > 1:
            names = " -> ".join(f"'{position}'" for position in ring[:_LONGEST_RING])
            back = "... -> " if len(ring) > _LONGEST_RING else ""
            what = f"a loop of {len(ring):,} positions: {names} -> {back}'{ring[0]}'"
            yield ring[0], f"Reporting lines form {what}."


_LONGEST_RING = 12
"""Positions of a loop that are named."""


@rule(
    "ORG102",
    "error",
    origin="Odoo OCA: ParentLoopError; ERPNext: a node is never its own parent",
    needs=["positions.reports_to"],
    fix="safe",
)
def self_report(design: RuleContext) -> Issues:
    """No position reports to itself.

    The head of an organisation reports to nobody: leave out its reports_to.

    ```yaml bad
    positions:
      ann: {role: sales_director, reports_to: ann}
    ```
    ```yaml good
    positions:
      ann: {role: sales_director}
    ```
    """
    for ring in design.lines.loops:
        if len(ring) == 1:
            message = f"Position '{ring[0]}' reports to itself; a head has no reports_to."
            own = put(design, ring[0], reports_to=None)
            yield ring[0], message, safe(own) if _may_be_head(design, ring[0]) else offered(own)


def _may_be_head(design: RuleContext, position: Position) -> bool:
    """Return whether the position can do without a manager: it has reports, or nobody has one."""
    others = (p for p in design.org.all(Position) if p.id != position.id and p.reports_to)
    lined = next(others, None) is not None
    return not lined or any(p.id != position.id for p in design.lines.reports_of(position))


@rule(
    "ORG103",
    "error",
    origin="ERPNext sales_person.py: 1 root; orgvue: orphan categories",
    needs=["positions.reports_to"],
)
def several_heads(design: RuleContext, *, most: int = 1) -> Issues:
    """An organisation has one head.

    With several heads, targets and revenue roll up to several sums, and nobody settles disputes
    between the parts. Positions that neither manage nor report are ORG109. Where two heads are
    intended, as in a joint venture, set the option.

    ```yaml bad
    positions:
      ann: {role: sales_director}
      bob: {role: sales_manager, reports_to: ann}
      eve: {role: sales_director}
      joe: {role: sales_manager, reports_to: eve}
    ```
    ```yaml good
    positions:
      ann: {role: sales_director}
      bob: {role: sales_manager, reports_to: ann}
      joe: {role: sales_manager, reports_to: ann}
    ```
    """
    without = [head for head in design.lines.heads if head.reports_to is None]
    heads = [head for head in without if design.lines.reports_of(head)]
    if len(heads) > most:
        what = f"{counted(len(heads), 'head')} with reports ({listed(heads)})"
        yield None, f"The organisation has {what}; the limit is {most}."


@rule(
    "ORG104",
    "warning",
    origin="judgement: a dotted line is a second one, beside the solid line",
    needs=["positions.dotted_to"],
    fix="safe",
)
def idle_dotted_line(design: RuleContext) -> Issues:
    """A dotted line leads to a position that is neither the manager nor a subordinate.

    A dotted line to the own manager adds nothing, and one to oneself or to a subordinate turns
    direction upside down. Several such lines of one position are one finding.

    ```yaml bad
    positions:
      ann: {role: sales_director}
      bob: {role: sales_manager, reports_to: ann, dotted_to: [ann]}
    ```
    ```yaml good
    positions:
      ann: {role: sales_director}
      eve: {role: sales_manager, reports_to: ann}
      bob: {role: sales_manager, reports_to: ann, dotted_to: [eve]}
    ```
    """
    for position in design.org.all(Position):
        idle = [to for to in position.dotted_to if _leads_nowhere(design, position, str(to))]
        if idle:
            what = f"has dotted lines to {listed(idle)}"
            message = f"Position '{position}' {what}: itself, its manager or its subordinates."
            # a line to a subordinate may be one of theirs, written upside down
            idly = {*map(str, idle)} <= {position.id, position.reports_to}
            fix = safe if idly else offered
            yield position, message, fix(drop(design, position, "dotted_to", idle))


def _leads_nowhere(design: RuleContext, position: Position, ref: str) -> bool:
    target = design.org.get(Position, ref)
    own = ref in {position.id, position.reports_to}
    return target is not None and (own or design.nesting.above(position, target))


@rule(
    "ORG105",
    "info",
    origin="orgvue: a person in several positions; the norm is a judgement",
    needs=["positions.held_by"],
)
def own_boss(design: RuleContext) -> Issues:
    """No person holds two positions of which one is above the other.

    Interim leads are often held by the manager. It is not a loop, because the lines run between
    positions. Yet the lower team has no leader of its own, and its manager's span of control is
    wider than it looks. All positions of the person directly below another are one finding.

    ```yaml bad
    positions:
      ceo: {role: executive, held_by: Ann Lee}
      sales-lead: {role: sales_director, held_by: Ann Lee, reports_to: ceo}
    ```
    ```yaml good
    positions:
      ceo: {role: executive, held_by: Ann Lee}
      sales-lead: {role: sales_director, held_by: Bob Ray, reports_to: ceo}
    ```
    """
    for person, positions in design.graph.boxes.items():
        found: dict[str, list[Position]] = defaultdict(list)
        for upper, lower in design.nesting.pairs(positions) if len(positions) > 1 else ():
            found[upper.id].append(lower)
        for upper_id, lowers in found.items():
            what = f"holds {len(positions)} positions; '{upper_id}' is above {listed(lowers)}"
            first = min(lowers, key=str)
            yield first, f"'{design.known.name_of(first) or person}' {what}."


@rule(
    "ORG106",
    "warning",
    origin="judgement: a team needs somebody who decides from day to day",
    needs=["positions.reports_to"],
    fix="offered",
)
def leaderless_team(design: RuleContext) -> Issues:
    """A vacant manager's position has a deputy.

    Otherwise nobody sets targets, settles disputes and approves for the team.

    ```yaml bad
    positions:
      ann: {role: sales_manager}
      rep: {role: sales_representative, held_by: Bob Ray, reports_to: ann}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager, deputy: rep}
      rep: {role: sales_representative, held_by: Bob Ray, reports_to: ann}
    ```
    """
    for position in design.org.all(Position):
        team = design.lines.reports_of(position) if position.vacant else ()
        deputy = design.org.get(Position, position.deputy)
        if team and (deputy is None or deputy.vacant):
            reports = counted(len(team), "direct report")
            message = f"Position '{position}' is vacant, with {reports} and no deputy."
            heir = only(report for report in team if not report.vacant)
            named = put(design, position, deputy=heir.id) if heir and deputy is None else None
            yield position, message, offered(named)


@rule(
    "ORG109",
    "warning",
    origin="orgvue 24652661896477, Hierarchy Cleaning: orphan categories",
    needs=["positions.reports_to"],
    fix="offered",
)
def lone_position(design: RuleContext) -> Issues:
    """Every position reports to another, except the head.

    A position without a manager and without reports is in no roll-up. The rule is silent where the
    design has no reporting lines at all.

    ```yaml bad
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann}
      joe: {role: sales_representative}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann}
      joe: {role: sales_representative, reports_to: ann}
    ```
    """
    heads = design.lines.heads
    lined = len(design.org.all(Position)) - len(heads)
    top = only(head for head in heads if design.lines.reports_of(head)) if lined else None
    for head in heads if lined else ():
        if head.reports_to is None and not design.lines.reports_of(head):
            others = f"the design has {counted(lined, 'reporting line')}"
            message = f"Position '{head}' has neither a manager nor reports, while {others}."
            yield head, message, offered(put(design, head, reports_to=top.id) if top else None)


@rule("ORG110", "warning", origin="judgement", needs=["positions.deputy"], fix="safe")
def idle_deputy(design: RuleContext) -> Issues:
    """The deputy of a position is another person, and present.

    A deputy that is vacant, or held by the same person, stands in for nobody.

    ```yaml bad
    positions:
      ann: {role: sales_director, held_by: Ann Lee, deputy: bob}
      bob: {role: sales_manager, held_by: Ann Lee, reports_to: ann}
    ```
    ```yaml good
    positions:
      ann: {role: sales_director, held_by: Ann Lee, deputy: bob}
      bob: {role: sales_manager, held_by: Bob Ray, reports_to: ann}
    ```
    """
    for position in design.org.all(Position):
        deputy = design.org.get(Position, position.deputy)
        if deputy is not None and not position.vacant:
            if deputy.vacant:
                yield position, f"The deputy of position '{position}', '{deputy}', is vacant."
            elif deputy.held_by == position.held_by:
                who = design.known.name_of(position)
                message = f"'{who}' holds position '{position}' and its deputy '{deputy}'."
                free = put(design, position, deputy=None) if deputy.id == position.id else None
                yield position, message, safe(free)
