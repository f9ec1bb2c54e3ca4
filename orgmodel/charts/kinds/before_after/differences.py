"""What became of the positions of two designs, in the words of boxes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from orgmodel.changes import Diff
from orgmodel.charts.canvas.flags import ADDED, CHANGED, MOVED, REMOVED, Flag
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff
from orgmodel.model import Customer, Position

_PLAIN = ("dotted_to", "coordinated_by", "deputy", "works_with", "department", "place", "grade")
_MOST_DETAILS = 3
_MOST_NAMES = 2


@dataclass(frozen=True)
class Differences:
    """The differences of two designs by position; ids are those of the later design.

    Attributes:
        diff: What differs.
        before: The earlier design, with the names to use.
        after: The later one.
    """

    diff: Diff
    before: Naming
    after: Naming

    @cached_property
    def flags(self) -> Mapping[str, Flag]:
        """What became of every position of either design that differs, by its id."""
        old, new = _by_id(self.before.staff), _by_id(self.after.staff)
        found = {id_: Flag(REMOVED, "removed") for id_ in old if id_ not in new}
        for id_, position in new.items():
            if id_ not in old:
                found[id_] = Flag(ADDED, "added", tuple(self._gets(position)))
            elif flag := self._flag(old[id_], position):
                found[id_] = flag
        return found

    @property
    def reassigned(self) -> list[Customer]:
        """Customers of both designs that change hands."""
        return [each.customer for each in self.diff.handovers]

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        """Former ids of positions that seem to have got another one, by the new ids."""
        return {r.to: r.id for r in self.diff.renamings if r.what is Position}

    @cached_property
    def _gained(self) -> Mapping[str, list[Customer]]:
        """Key accounts that change hands, by the position that answers for them now."""
        found: dict[str, list[Customer]] = defaultdict(list)
        for each in self.diff.key_accounts:
            if each.after is not None and not each.after.vacant:
                found[each.after.id].append(each.customer)
        return found

    def _flag(self, old: Position, new: Position) -> Flag | None:
        other = old.reports_to != new.reports_to
        moved = other and self._follower.get(str(old.reports_to)) != new.reports_to
        whence = [self._whence(old, moved=moved)] if other else []
        told = [*whence, *self._gets(new), *self._details(old, new)]
        former = self._renamed.get(new.id)
        renamed = [f"was {former}"] if former else []
        if not (told or renamed):
            return None
        details = [*renamed, *told]
        if len(details) > _MOST_DETAILS + 1:
            more = f"and {len(details) - _MOST_DETAILS} more differences"
            details = [*details[:_MOST_DETAILS], more]
        word = "moved" if moved else "changed" if told else "renamed"
        return Flag(MOVED if moved else CHANGED, word, tuple(details))

    def _gets(self, new: Position) -> Iterator[str]:
        """Say which key accounts a position takes over."""
        keys = self._gained.get(new.id)
        if keys and not self.after.redact:
            names = [self.after.customer(customer) for customer in keys[:_MOST_NAMES]]
            more = f" and {len(keys) - _MOST_NAMES} more" if len(keys) > _MOST_NAMES else ""
            yield f"takes over {', '.join(names)}{more}"

    @cached_property
    def _follower(self) -> Mapping[str, str]:
        """The positions that took the place of managers' positions; who stayed did not move."""
        return {each.before.id: each.after.id for each in self.diff.people.successions}

    def _whence(self, old: Position, *, moved: bool) -> str:
        manager = self.before.staff.org.get(Position, old.reports_to)
        if manager is None:
            return "was at the top"
        holder = self.before.holder(manager) or f"vacant {self.before.title(manager)}"
        return f"from {holder}" if moved else f"led by {holder} before"

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
