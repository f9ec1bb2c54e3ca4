"""Structure of the reporting lines: ORG1xx."""

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
    """Reporting lines must not run in a ring.

    Nobody in a ring has a manager in the end, and no roll-up of targets or revenue ends there.

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
            what = f"a ring of {len(ring):,}: {names} -> {back}'{ring[0]}'"
            yield ring[0], f"Reporting lines run in {what}."


_LONGEST_RING = 12
"""Positions of a ring that are named."""


@rule(
    "ORG102",
    "error",
    origin="Odoo OCA: ParentLoopError; ERPNext: a node is never its own parent",
    needs=["positions.reports_to"],
    fix="safe",
)
def self_report(design: RuleContext) -> Issues:
    """A position must not report to itself.

    The head of an organisation reports to nobody: its reports_to is left out.

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
            said = f"Position '{ring[0]}' reports to itself; a head reports to nobody."
            own = put(design, ring[0], reports_to=None)
            yield ring[0], said, safe(own) if _may_be_head(design, ring[0]) else offered(own)


def _may_be_head(design: RuleContext, position: Position) -> bool:
    """Return whether somebody would not be left alone without a manager, where others have one."""
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
    """An organisation must have one head.

    With several heads, targets and revenue roll up to several sums, and nobody settles what is
    disputed between the parts. Positions that neither manage nor report are ORG109. Where two heads
    are meant, as in a joint venture, set the option.

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
        yield None, f"The organisation has {what}, and at most {most} should be."


@rule(
    "ORG104",
    "warning",
    origin="judgement: a dotted line is a second one, beside the solid line",
    needs=["positions.dotted_to"],
    fix="safe",
)
def idle_dotted_line(design: RuleContext) -> Issues:
    """A dotted line should lead to somebody who is neither the manager nor a subordinate.

    A dotted line to the own manager says nothing new, and one to oneself or to somebody below turns
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
            said = f"Position '{position}' {what}: itself, its manager or its own people."
            # a line to somebody below may be one of theirs, written upside down
            idly = {*map(str, idle)} <= {position.id, position.reports_to}
            fix = safe if idly else offered
            yield position, said, fix(drop(design, position, "dotted_to", idle))


def _leads_nowhere(design: RuleContext, position: Position, ref: str) -> bool:
    target = design.org.get(Position, ref)
    own = ref in {position.id, position.reports_to}
    return target is not None and (own or design.nesting.above(position, target))


@rule(
    "ORG105",
    "info",
    origin="orgvue: a person in several boxes; the norm is a judgement",
    needs=["positions.held_by"],
)
def own_boss(design: RuleContext) -> Issues:
    """Somebody who holds a box above another of their own may want to fill the lower one.

    Interim leads are often held by the manager. It is no ring: the lines run between positions. Yet
    nobody leads the lower team for its own sake, and its manager's span is greater than it looks.
    All boxes next below one are one finding.

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
    for person, boxes in design.graph.boxes.items():
        found: dict[str, list[Position]] = defaultdict(list)
        for upper, lower in design.nesting.pairs(boxes) if len(boxes) > 1 else ():
            found[upper.id].append(lower)
        for upper_id, lowers in found.items():
            what = f"holds {len(boxes)} positions, of which '{upper_id}' is above {listed(lowers)}"
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
    """A vacant manager's position should have a deputy while it is vacant.

    Otherwise the team has nobody who sets targets, settles disputes and approves.

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
            said = f"Position '{position}' is vacant, with {reports} and no deputy."
            heir = only(report for report in team if not report.vacant)
            named = put(design, position, deputy=heir.id) if heir and deputy is None else None
            yield position, said, offered(named)


@rule(
    "ORG109",
    "warning",
    origin="orgvue 24652661896477, Hierarchy Cleaning: orphan categories",
    needs=["positions.reports_to"],
    fix="offered",
)
def lone_position(design: RuleContext) -> Issues:
    """A position should report to somebody where others do.

    Without a manager and without reports it is in no chart and in no roll-up. The rule is silent
    where no reporting lines are written at all.

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
            said = f"Position '{head}' has neither manager nor reports, while {others}."
            yield head, said, offered(put(design, head, reports_to=top.id) if top else None)


@rule("ORG110", "warning", origin="judgement", needs=["positions.deputy"], fix="safe")
def idle_deputy(design: RuleContext) -> Issues:
    """A position's deputy should be somebody else, and there.

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
                said = f"'{who}' holds position '{position}' and its deputy '{deputy}'."
                itself = deputy.id == position.id
                yield position, said, safe(put(design, position, deputy=None) if itself else None)
