"""Numbers about a position that rules for looks can ask for."""

from collections.abc import Callable, Mapping

from orgmodel.charts.painting.rule import Quantity
from orgmodel.charts.staff import Staff, revenue

_YEAR = 365.2425
"""Days of a year on average, in the Gregorian calendar."""


def number_of(staff: Staff, number: int, quantity: Quantity) -> float | None:
    """Return a number about a position, or None where it is not known."""
    return _QUANTITIES[quantity](staff, number)


def _tenure(staff: Staff, number: int) -> float | None:
    holding = staff.graph.holding_of(staff.positions[number])
    if holding is None or holding.since is None:
        return None
    return (staff.coverage.day - holding.since).days / _YEAR


def _load(staff: Staff, number: int) -> float | None:
    load = staff.workload.positions.get(staff.positions[number].id)
    known = load is not None and staff.workload.rated
    return load.index if load is not None and known else None


_QUANTITIES: Mapping[Quantity, Callable[[Staff, int], float | None]] = {
    "grade": lambda staff, number: staff.positions[number].grade,
    "span": lambda staff, number: staff.direct[number],
    "everyone": lambda staff, number: staff.everyone[number],
    "customers": lambda staff, number: len(staff.book(number)),
    "revenue": lambda staff, number: float(revenue(staff.book(number))),
    "load": _load,
    "tenure": _tenure,
}
