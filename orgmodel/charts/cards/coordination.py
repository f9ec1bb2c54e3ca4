"""Who coordinates whom: drawn as lines where these are few, else said in words."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff

Telling = Literal["auto", "lines", "words"]
"""How a chart tells who coordinates whom; `auto` is lines where they hide nothing, else words."""

_MOST_LINES = 2


@dataclass(frozen=True)
class Coordination:
    """What the cards of a chart say about coordination, and what its lines say instead.

    Attributes:
        staff: The positions.
        drawn: The numbers of those that have a box.
        telling: Lines, words, or what suits each coordinator.
    """

    staff: Staff
    drawn: Collection[int]
    telling: Telling = "auto"

    def is_line(self, coordinator: int) -> bool:
        """Return whether lines say whom a coordinator coordinates."""
        if self.telling == "auto":
            return not (self.has_many(coordinator) or self.crosses_teams(coordinator))
        return self.telling == "lines"

    def has_many(self, coordinator: int) -> bool:
        """Return whether as many lines would hide more than they show."""
        return len(self.staff.coordinated[coordinator]) > _MOST_LINES

    def crosses_teams(self, coordinator: int) -> bool:
        """Return whether any of those coordinated is in another team than the coordinator."""
        above = self.staff.hierarchy.above
        coordinated = self.staff.coordinated[coordinator]
        return any(above[number] != above[coordinator] for number in coordinated)

    def is_whole_team(self, coordinator: int) -> bool:
        """Return whether a coordinator stands beside a team and coordinates exactly that.

        The place of the box says the rest.
        """
        staff, lead = self.staff, self.staff.hierarchy.above[coordinator]
        if not (staff.at_side[coordinator] and self.has_many(coordinator)):
            return False
        team = [n for n in staff.hierarchy.below[lead] if not staff.at_side[n]]
        return list(staff.coordinated[coordinator]) == team

    def facts(self, number: int, naming: Naming) -> Iterator[str]:
        """Yield what the card of a position says: whom it coordinates, and who coordinates it."""
        if number in self.staff.coordinated:
            yield f"coordinates {self._coordinated(number)}"
        coordinator = self._coordinator_in_words(number)
        if coordinator is not None:
            position = self.staff.positions[coordinator]
            yield f"with {naming.holder(position) or f'{naming.title(position)} (vacant)'}"

    def _coordinated(self, coordinator: int) -> str:
        if self.is_whole_team(coordinator):
            return "the whole team"
        return count(len(self.staff.coordinated[coordinator]), "position")

    def _coordinator_in_words(self, number: int) -> int | None:
        coordinator = self.staff.coordinator_of.get(number)
        if coordinator is None:
            return None
        if coordinator not in self.drawn:
            return coordinator
        told = self.is_line(coordinator) or self.is_whole_team(coordinator)
        return None if told else coordinator

    @property
    def lines(self) -> Sequence[tuple[int, int]]:
        """The pairs (coordinated, coordinator) that are drawn as lines."""
        pairs = self.staff.coordinator_of.items()
        there = ((n, c) for n, c in pairs if n in self.drawn and c in self.drawn)
        return [(number, coordinator) for number, coordinator in there if self.is_line(coordinator)]
