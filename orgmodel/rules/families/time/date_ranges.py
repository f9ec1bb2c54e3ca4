"""Contradictory and missing dates: TIM006 to TIM012."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from orgmodel.changes import Set
from orgmodel.model import (
    AccountPlan,
    Assignment,
    Customer,
    Holding,
    Id,
    Leave,
    Org,
    Person,
    Position,
    ProspectingPlan,
    ReportingLine,
    Target,
    Territory,
    TerritoryAssignment,
    TerritoryPlan,
)
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import offered
from orgmodel.rules.core.phrases import listed, opening
from orgmodel.rules.core.rule import rule

_LINES: dict[type[Any], tuple[tuple[str, type[Any]], ...]] = {
    Assignment: (("customer", Customer), ("position", Position)),
    Holding: (("position", Position), ("person", Person)),
    ReportingLine: (("position", Position), ("manager", Position)),
    TerritoryAssignment: (("position", Position), ("territory", Territory)),
}
"""The entities that each kind of dated line belongs to."""


def _outlives(line: Any, parent: Any) -> str:  # noqa: ANN401 - anything with dates
    """Return how a line lies outside the dates of its entity; empty if it does not."""
    if parent.since is not None and line.since is not None and line.since < parent.since:
        return f"begins on {line.since}, before '{parent}' begins on {parent.since}"
    if parent.until is not None and line.until is not None and line.until > parent.until:
        return f"ends on {line.until}, after '{parent}' ends on {parent.until}"
    return ""


def _within(line: Any, parent: Any) -> Set | None:  # noqa: ANN401 - as above
    """Return the change that leaves out the dates of a line that are outside its entity's."""
    early = None not in {parent.since, line.since} and line.since < parent.since
    late = None not in {parent.until, line.until} and line.until > parent.until
    fields = {**({"since": None} if early else {}), **({"until": None} if late else {})}
    return Set(type(line), line.id, fields)


def _outside(org: Org) -> Iterator[tuple[Id[Any], str, Any]]:
    for kind, parents in _LINES.items():
        for line in org.all(kind):
            for name, of in parents:
                parent: Any = org.get(of, getattr(line, name))
                what = _outlives(line, parent) if parent is not None else ""
                if what:
                    yield line, what, parent


@rule(
    "TIM006",
    "error",
    origin="Varicent: within the range of the group",
    needs=["assignments | holdings | reporting_lines | territory_assignments"],
    fix="offered",
)
def outside_dates(design: RuleContext) -> Issues:
    """A dated entry lies within the dates of the entities it belongs to.

    An assignment of a position before the position begins, or of a customer after the customer has
    left, has no effect. A missing date is taken from the entity.

    ```yaml bad
    positions:
      am-1: {role: account_manager, since: 2026-01-01}
    holdings:
      h1: {position: am-1, person: Ada Rossi, since: 2025-12-01}
    ```
    ```yaml good
    positions:
      am-1: {role: account_manager, since: 2026-01-01}
    holdings:
      h1: {position: am-1, person: Ada Rossi, since: 2026-01-01}
    ```
    """
    for line, what, parent in _outside(design.org.whole):
        yield line, f"{opening(line)} {what}.", offered(_within(line, parent))


@rule(
    "TIM007",
    "warning",
    origin="Fullcast: temporary assignments have an end",
    needs=["assignments.temporary | holdings.temporary | territory_assignments.temporary"],
)
def endless_stand_in(design: RuleContext) -> Issues:
    """Every temporary assignment has an end.

    Without one, it becomes permanent although nobody decided so.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: ben, temporary: true}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: ben, temporary: true, until: 2999-01-01}
    ```
    """
    kinds: tuple[type[Any], ...] = (Assignment, Holding, TerritoryAssignment)
    for line in (line for kind in kinds for line in design.org.whole.all(kind)):
        if line.temporary and line.until is None:
            yield line, f"{opening(line)} is temporary and has no end."


@rule("TIM008", "warning", origin="judgement: another person answers meanwhile", needs=["leaves"])
def leave_without_stand_in(design: RuleContext) -> Issues:
    """Each position of a person on leave has a stand-in or a deputy.

    Otherwise their customers wait until they are back. Leaves that are over are left out.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    leaves:
      l1: {person: Ada Rossi, since: 2026-01-01, until: 2999-03-01}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    leaves:
      l1: {person: Ada Rossi, since: 2026-01-01, until: 2999-03-01, stand_in: ben}
    ```
    """
    for leave in design.org.whole.all(Leave):
        over = leave.until is not None and leave.until <= design.day
        positions = design.graph.boxes.get(str(leave.person), ())
        alone = [position for position in positions if position.deputy is None and not over]
        if leave.stand_in is None and alone:
            yield leave, f"Leave '{leave}' of '{leave.person}' has no stand-in for {listed(alone)}."


@rule("TIM009", "info", origin="judgement", needs=["leaves"])
def leave_without_end(design: RuleContext) -> Issues:
    """Every leave has a day of return.

    Without it, neither the stand-in nor the customers can plan.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi, deputy: ben}
      ben: {role: account_manager, held_by: Ben Koch}
    leaves:
      l1: {person: Ada Rossi, since: 2026-01-01}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi, deputy: ben}
      ben: {role: account_manager, held_by: Ben Koch}
    leaves:
      l1: {person: Ada Rossi, since: 2026-01-01, until: 2999-03-01}
    ```
    """
    for leave in design.org.whole.all(Leave):
        if leave.until is None:
            yield leave, f"Leave '{leave}' of '{leave.person}' has no day of return."


@rule("TIM010", "warning", origin="judgement", needs=["positions.until", "positions.reports_to"])
def manager_ends_first(design: RuleContext) -> Issues:
    """A position does not last longer than the position of its manager.

    From that day on it reports to nobody. Positions that a dated reporting line gives another
    manager are left out.

    ```yaml bad
    positions:
      ann: {role: sales_manager, until: 2999-01-01}
      bob: {role: sales_representative, reports_to: ann}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager, until: 2999-01-01}
      bob: {role: sales_representative, reports_to: ann, until: 2999-01-01}
    ```
    """
    whole = design.org.whole
    moved = {str(line.position) for line in whole.all(ReportingLine) if not line.dotted}
    for position in whole.all(Position):
        manager = whole.get(Position, position.reports_to) if position.id not in moved else None
        end = manager.until if manager is not None else None
        if end is not None and (position.until or dt.date.max) > end:
            yield (
                position,
                f"Position '{position}' outlasts its manager '{manager}', which ends on {end}.",
            )


@rule("TIM011", "warning", origin="judgement", needs=["territories.until", "territories.within"])
def whole_ends_first(design: RuleContext) -> Issues:
    """A territory does not last longer than the territory around it.

    From that day on it is part of no other territory and is in no roll-up.

    ```yaml bad
    territories:
      it: {until: 2999-01-01}
      north: {within: it, where: {place: [IT]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    ```
    ```yaml good
    territories:
      it: {until: 2999-01-01}
      north: {within: it, where: {place: [IT]}, until: 2999-01-01}
    positions:
      rep: {role: sales_representative, covers: [north]}
    ```
    """
    for territory in design.org.whole.all(Territory):
        around = design.org.whole.get(Territory, territory.within)
        end = around.until if around is not None else None
        if end is not None and (territory.until or dt.date.max) > end:
            yield (
                territory,
                f"Territory '{territory}' outlasts '{around}' around it, which ends on {end}.",
            )


@rule(
    "TIM012",
    "info",
    origin="judgement: a period that is a year, and over",
    needs=["account_plans | territory_plans | prospecting_plans | targets"],
)
def expired_plan(design: RuleContext) -> Issues:
    """Plans and targets have a period that is not over.

    Periods are free text; only those that are a year, such as 2026 or FY 2026, are examined. All
    plans of one period are one finding. Where anything is planned for the current year or a later
    one, old plans are history, and the rule is silent.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    targets:
      t1: {position: ada, period: "2020", revenue: 100}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    targets:
      t1: {position: ada, period: "2999", revenue: 100}
    ```
    """
    kinds: tuple[type[Any], ...] = (AccountPlan, TerritoryPlan, ProspectingPlan, Target)
    plans = [plan for kind in kinds for plan in design.org.all(kind)]
    years = {plan.node: int(y[1]) for plan in plans if (y := _YEAR.fullmatch(plan.period or ""))}
    last = max(years.values(), default=design.day.year)
    if last < design.day.year:
        old = listed(id_.partition(":")[2] for id_, year in years.items() if year == last)
        yield None, f"All plans and targets with a year are over; the last are of {last}: {old}."


_YEAR = re.compile(r"(?:FY ?)?(\d{4})")
