"""Which manager above a position would stand in."""

from orgmodel.model import Position
from orgmodel.network import OrgGraph

_ENOUGH = 3
"""Managers to keep, each held by somebody else: one is left whichever two leave."""


class Substitutes:
    """The nearest held managers above every position, found from the top down in one pass.

    Args:
        graph: The design.
    """

    def __init__(self, graph: OrgGraph) -> None:
        self._above: dict[str, tuple[Position, ...]] = {}
        positions = {position.id: position for position in graph.org.all(Position)}
        for who in graph.lines.depths:
            manager = graph.lines.manager_of(positions[who])
            over = self._above.get(manager.id, ()) if manager else ()
            if manager is not None and not manager.vacant:
                others = tuple(p for p in over if p.held_by != manager.held_by)
                over = (manager, *others)[:_ENOUGH]
            self._above[who] = over

    def above(self, position: Position, leaving: frozenset[str]) -> Position | None:
        """Return the nearest manager above whom somebody holds who stays.

        Args:
            position: Whose manager is looked for.
            leaving: Who leaves, two people at most.
        """
        over = self._above.get(position.id, ())
        return next((p for p in over if str(p.held_by) not in leaving), None)
