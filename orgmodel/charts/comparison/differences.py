"""What differs between the positions of two designs that have the same id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from orgmodel.changes import People, handovers
from orgmodel.charts.flags import ADDED, CHANGED, MOVED, REMOVED, Flag
from orgmodel.charts.naming import Naming
from orgmodel.charts.staff import Staff
from orgmodel.model import Customer, Position

_PLAIN = ("dotted_to", "coordinated_by", "deputy", "works_with", "department", "place", "grade")
_MOST_DETAILS = 3


@dataclass(frozen=True)
class Differences:
    """Compares the positions of two designs by their ids.

    Attributes:
        before: The earlier design, with the names to use.
        after: The later one.
    """

    before: Naming
    after: Naming

    @cached_property
    def flags(self) -> Mapping[str, Flag]:
        """What became of every position of either design that differs, by its id."""
        old, new = _by_id(self.before.staff), _by_id(self.after.staff)
        found = {id_: Flag(REMOVED, "removed") for id_ in old if id_ not in new}
        for id_, position in new.items():
            if id_ not in old:
                found[id_] = Flag(ADDED, "added")
            elif flag := self._flag(old[id_], position):
                found[id_] = flag
        return found

    @cached_property
    def reassigned(self) -> list[Customer]:
        """Customers of both designs that change hands."""
        before, after = self.before.staff.coverage, self.after.staff.coverage
        people = People(before.graph, after.graph)
        return [each.customer for each in handovers(before, after, people)]

    def _flag(self, old: Position, new: Position) -> Flag | None:
        moved = old.reports_to != new.reports_to
        details = [*([self._whence(old)] if moved else []), *self._details(old, new)]
        if len(details) > _MOST_DETAILS + 1:
            more = f"and {len(details) - _MOST_DETAILS} more differences"
            details = [*details[:_MOST_DETAILS], more]
        if not details:
            return None
        return Flag(MOVED if moved else CHANGED, "moved" if moved else "changed", tuple(details))

    def _whence(self, old: Position) -> str:
        manager = self.before.staff.org.get(Position, old.reports_to)
        if manager is None:
            return "was at the top"
        holder = self.before.holder(manager)
        return f"from {holder}" if holder else f"from vacant {self.before.title(manager)}"

    def _details(self, old: Position, new: Position) -> Iterator[str]:
        if old.held_by != new.held_by:
            holder = self.before.holder(old)
            yield f"was held by {holder}" if holder else "was vacant"
        title = self.before.title(old)
        if title != self.after.title(new):
            yield f"was {title}" if title else "had no title"
        yield from self._territories(old, new)
        yield from self._customers(old, new)
        if old.fte != new.fte:
            yield f"was {old.fte:.2g} full-time equivalents"
        names = (n.replace("_", " ") for n in _PLAIN if getattr(old, n) != getattr(new, n))
        if told := ", ".join(names):
            yield f"other {told}"

    def _territories(self, old: Position, new: Position) -> Iterator[str]:
        mine, theirs = dict.fromkeys(map(str, new.covers)), dict.fromkeys(map(str, old.covers))
        gained = [f"+ {self.after.territory(ref)}" for ref in mine if ref not in theirs]
        lost = [f"\u2212 {self.before.territory(ref)}" for ref in theirs if ref not in mine]
        if gained or lost:
            yield f"territories: {', '.join((*gained, *lost))}"

    def _customers(self, old: Position, new: Position) -> Iterator[str]:
        mine = {customer.id for customer in self.after.staff.coverage.customers_of(new)}
        theirs = {customer.id for customer in self.before.staff.coverage.customers_of(old)}
        gained, lost = len(mine - theirs), len(theirs - mine)
        told = (f"+{gained:,}" if gained else "", f"\u2212{lost:,}" if lost else "")
        if gained or lost:
            yield f"customers: {' '.join(filter(None, told))}"


def _by_id(staff: Staff) -> Mapping[str, Position]:
    return {position.id: position for position in staff.positions}
