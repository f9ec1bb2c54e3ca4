"""Reporting lines, in the words of the trade."""

from orgmodel.model import Org, Position
from orgmodel.network.hierarchy import Hierarchy


class Lines(Hierarchy[Position]):
    """The solid reporting lines of a design: who manages whom."""

    def __init__(self, org: Org) -> None:
        super().__init__(org.all(Position), lambda position: position.reports_to)

    def manager_of(self, position: Position) -> Position | None:
        """Return the position that one reports to, or None for a head."""
        return self.parent_of(position)

    def reports_of(self, position: Position) -> tuple[Position, ...]:
        """Return the direct reports in the order in which they were added."""
        return self.children_of(position)
