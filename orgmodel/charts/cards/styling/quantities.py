"""Numbers about a position that rules for looks can ask for."""

from collections.abc import Callable, Mapping

from orgmodel.charts.cards.styling.rule import Quantity
from orgmodel.charts.org_view.position_index import Staff, revenue
from orgmodel.model import Person

_YEAR = 365.2425
"""Days of a year on average, in the Gregorian calendar."""


def number_of(staff: Staff, number: int, quantity: Quantity) -> float | None:
    """Return a number about a position, or None where it is not known."""
    return _QUANTITIES[quantity](staff, number)


def _tenure(staff: Staff, number: int) -> float | None:
    position = staff.positions[number]
    if position.vacant:
        return None
    holding = staff.graph.holding_of(position)
    person = staff.graph.known.get("person", str(position.held_by))
    since = (holding and holding.since) or (person.since if isinstance(person, Person) else None)
    return (staff.coverage.day - since).days / _YEAR if since else None


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
