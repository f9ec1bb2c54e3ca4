"""Figures of every manager, territory, role, department, position or person."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, get_args

from orgmodel.measures.catalogue.measured import Measured, measured_of
from orgmodel.measures.core.subject import Subject
from orgmodel.measures.core.table import Figure, Measure, Number, Table
from orgmodel.measures.market.grouping import Grouping, Quantity
from orgmodel.measures.people.headcount import StaffGrouping, headcount_by
from orgmodel.model import Department, Entity, Position, Role, Territory, choose

By = Literal["manager", "territory", "role", "department", "position", "person"]
"""The rows of a table of details."""

_CUSTOMERS = Measure("customers", "customers", "Customers and prospects that it owns.")
_REVENUE = Measure("revenue", "money", "Yearly revenue of these customers.")
_POTENTIAL = Measure("potential", "money", "Yearly potential of these customers.")
_HOURS = Measure("workload-hours", "hours", "Hours a year at these customers.", "Talley 1961")
_LOAD = Measure("workload-index", "index", "Workload hours over capacity.", "Talley 1961")
_INDEX = Measure("revenue-index", "index", "Revenue over the mean of territories of its type.")
_SPAN = Measure("span", "positions", "Direct reports, without coordinators and assistants.")
_HELD = Measure("held", "positions", "Positions with a holder; for a manager, those below.")
_VACANT = Measure("vacant", "positions", "Positions without a holder; for a manager, those below.")
_FTE = Measure("fte", "fte", "Full-time equivalents held; for a manager, those below.")
_AT_STAKE = Measure("continuity-revenue", "money", "Revenue that depends on the person.")
_KEYS = Measure("continuity-key-accounts", "customers", "Key accounts that depend on the person.")

Column = tuple[Measure, Mapping[str, Number | None]]


def detail(measured: Measured | Subject, by: By) -> Table:
    """Return the figures of every manager, territory, role, department, position or person.

    A manager's heads are those below, a manager's customers those of all reports and the own ones.
    What nobody has is in no figure; where nothing is known, such as work without tiers, a measure
    is left out.

    Args:
        measured: The design, in whatever form it is at hand.
        by: Of what.
    """
    measured = measured_of(measured)
    choose(by, get_args(By), "grouping")
    columns = [column for column in _COLUMNS[by](measured, by) if column[1]]
    rows = _in_order(measured, by, {of for _, values in columns for of in values})
    found = [Figure(measure, values.get(of), of) for of in rows for measure, values in columns]
    return Table(tuple(found), measured.org.currency)


def _in_order(measured: Measured, by: By, ids: set[str]) -> list[str]:
    """Return ids in the order of the design; those of standard roles and departments at the end."""
    if by == "person":
        listed = tuple(measured.graph.boxes)
    else:
        kinds: dict[By, type[Entity]] = {"territory": Territory, "role": Role}
        kinds["department"] = Department
        listed = tuple(entity.id for entity in measured.org.all(kinds.get(by, Position)))
    return list(dict.fromkeys([*(id_ for id_ in listed if id_ in ids), *sorted(ids)]))


_GROUPINGS: Mapping[By, StaffGrouping] = {
    "manager": "manager",
    "role": "role",
    "department": "department",
}


def _staff(measured: Measured, by: By) -> Iterable[Column]:
    if by == "manager":
        yield _SPAN, {span.manager.id: span.reports for span in measured.spans.all}
    grouping = _GROUPINGS.get(by)
    if grouping is not None:
        counts = headcount_by(measured.graph, grouping)
        yield _HELD, {of: count.held for of, count in counts.items()}
        yield _VACANT, {of: count.vacant for of, count in counts.items()}
        yield _FTE, {of: count.fte for of, count in counts.items()}
    yield from _book(measured, by)


def _book(measured: Measured, by: Grouping) -> Iterable[Column]:
    columns: list[tuple[Measure, Quantity]] = [(_CUSTOMERS, "customers"), (_REVENUE, "revenue")]
    for measure, quantity in [*columns, (_POTENTIAL, "potential")]:
        yield measure, measured.totals(quantity, by).by


def _territories(measured: Measured, by: By) -> Iterable[Column]:
    yield from _book(measured, by)
    if not measured.workload.silent:
        yield _HOURS, measured.workload.territories
    balances = measured.territory_balance("revenue").values()
    yield _INDEX, {index.name: index.index for each in balances for index in each.indices}


def _positions(measured: Measured, by: By) -> Iterable[Column]:
    yield from _book(measured, by)
    if not measured.workload.silent:
        loads = measured.workload.positions
        yield _HOURS, {who: load.hours for who, load in loads.items()}
        yield _LOAD, {who: load.index for who, load in loads.items()}


def _people(measured: Measured, by: By) -> Iterable[Column]:
    yield from _book(measured, by)
    losses = measured.continuity.people
    yield _AT_STAKE, {who: loss.revenue for who, loss in losses.items()}
    yield _KEYS, {who: len(loss.key_accounts) for who, loss in losses.items()}


_COLUMNS: Mapping[By, Callable[[Measured, By], Iterable[Column]]] = {
    "manager": _staff,
    "role": _staff,
    "department": _staff,
    "territory": _territories,
    "position": _positions,
    "person": _people,
}
