"""On which boxes a remark about an entity lands."""

from typing import Any

from orgmodel.charts.org_view.hierarchy import HEAD, Hierarchy
from orgmodel.charts.org_view.position_index import Staff
from orgmodel.model import Customer, Department, Id, Person, Position, Role, Territory, references

# Remarks about these are about the design as a whole, not about those who happen to name them.
_AT_LARGE = (Role, Department)


class Homes:
    """The boxes of entities of every kind, as numbers of positions.

    A position is at home in its own box, or in that of the nearest superior who is drawn; a person
    in those of the positions held; a customer and a territory with whoever answers for them; a
    plan, target or assignment with what it is about.
    """

    def __init__(self, staff: Staff, drawn: frozenset[int]) -> None:
        self._shown = _shown(staff.hierarchy, drawn)
        self._homes: dict[str, list[int]] = {}
        for number, position in enumerate(staff.positions):
            self._settle(position.node, number)
            self._settle(f"person:{position.held_by}", number)
            for territory in position.covers:
                self._settle(f"territory:{territory}", number)
            for customer in staff.book(number):
                self._settle(customer.node, number)

    def _settle(self, node: str, number: int) -> None:
        self._homes.setdefault(node, []).append(number)

    def of(self, entity: Id[Any] | None) -> list[int]:
        """Return the positions whose boxes stand for an entity, none twice."""
        found = (self._shown[number] for number in self._found(entity))
        return list(dict.fromkeys(number for number in found if number != HEAD))

    def _found(self, entity: Id[Any] | None) -> list[int]:
        if entity is None:
            return []
        if isinstance(entity, _AT_LARGE) or entity.node in self._homes:
            return self._homes.get(entity.node, [])
        if isinstance(entity, Position | Person | Customer | Territory):
            return []
        nodes = (f"{kind}:{getattr(entity, name)}" for name, kind in _named_by(entity))
        return [number for node in nodes for number in self._homes.get(node, ())]


def _shown(hierarchy: Hierarchy, drawn: frozenset[int]) -> list[int]:
    """Return for everyone the nearest on the way up who is drawn, or `HEAD` if nobody is."""
    shown = [HEAD] * len(hierarchy.above)
    for number, depth in hierarchy.from_top(hierarchy.heads):
        if number in drawn:
            shown[number] = number
        elif depth:
            shown[number] = shown[hierarchy.above[number]]
    return shown


def _named_by(entity: Id[Any]) -> list[tuple[str, str | None]]:
    return list(references(type(entity)).items())
