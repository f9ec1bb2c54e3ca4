"""How many layers there are, and who is in which."""

from dataclasses import dataclass

from orgmodel.measures.core.subject import Subject, graph_of
from orgmodel.measures.people.spans import at_side
from orgmodel.model import Position


@dataclass(frozen=True)
class Layer:
    """Positions at one distance from the top.

    Attributes:
        number: 1 at the top.
        held: Positions that somebody holds.
        vacant: Positions that nobody holds.
        side: Coordinators and assistants at the side, held or not; no part of the others.
    """

    number: int
    held: int = 0
    vacant: int = 0
    side: int = 0

    @property
    def size(self) -> int:
        """All of its positions."""
        return self.held + self.vacant + self.side


def layers(graph: Subject) -> tuple[Layer, ...]:
    """Return the layers of an organisation from the top down; their number is its depth.

    A position that reports to nobody is in layer 1. Positions in a ring of reporting lines, or
    below one, have no top and are in no layer.
    """
    graph = graph_of(graph, "layers()")
    found: list[list[int]] = []
    positions = {position.id: position for position in graph.org.all(Position)}
    for who, depth in graph.lines.depths.items():
        if depth == len(found):
            found.append([0, 0, 0])
        aside = at_side(graph, positions[who])
        found[depth][2 if aside else int(positions[who].vacant)] += 1
    return tuple(Layer(number, *counts) for number, counts in enumerate(found, 1))
