"""Grades along the reporting lines: ORG107 and ORG108."""

from orgmodel.model import Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule


@rule(
    "ORG107",
    "warning",
    origin="orgvue 209642105, grade compression; Visier: design principles",
    needs=["positions.grade"],
)
def grade_not_above(design: RuleContext) -> Issues:
    """A manager has a higher grade than each direct report.

    On the same grade the reporting line adds a layer without adding seniority. The rule is silent
    where either has no grade. All reports of one manager are one finding.

    ```yaml bad
    positions:
      ann: {role: sales_manager, grade: 7}
      rep: {role: sales_representative, grade: 7, reports_to: ann}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager, grade: 8}
      rep: {role: sales_representative, grade: 7, reports_to: ann}
    ```
    """
    for manager in design.org.all(Position):
        reports = design.lines.reports_of(manager) if manager.grade is not None else ()
        grades = {r.id: r.grade for r in reports if r.grade is not None}
        level = [r for r, grade in grades.items() if grade >= (manager.grade or 0)]
        if level:
            what = f"has grade {manager.grade}, but its reports have up to {max(grades.values())}"
            yield manager, f"Position '{manager}' {what}: {listed(level)}."


@rule(
    "ORG108",
    "info",
    origin="orgvue 24753778115101, grade distance; 3 is a judgement",
    needs=["positions.grade"],
)
def grade_gap(design: RuleContext, *, gap: int = 3) -> Issues:
    """A manager is less than 3 grades above each direct report.

    A wide gap shows a missing layer, or work that is done too high up. Assistants at the side of
    their manager and positions without a grade are left out.

    ```yaml bad
    positions:
      ann: {role: sales_director, grade: 10}
      rep: {role: sales_representative, grade: 5, reports_to: ann}
    ```
    ```yaml good
    positions:
      ann: {role: sales_director, grade: 7}
      rep: {role: sales_representative, grade: 5, reports_to: ann}
    ```
    """
    for manager in design.org.all(Position):
        reports = design.lines.reports_of(manager) if manager.grade is not None else ()
        fars = {r.id: (manager.grade or 0) - r.grade for r in reports if r.grade is not None}
        far = [r for r in reports if fars.get(r.id, 0) >= gap and not _at_side(design, r)]
        if far:
            most = max(fars[r.id] for r in far)
            what = f"is {most} grades above {listed(far)}, where less than {gap} is usual"
            yield manager, f"Position '{manager}' {what}."


def _at_side(design: RuleContext, position: Position) -> bool:
    role = design.role_of(position)
    return role is not None and role.at_side
