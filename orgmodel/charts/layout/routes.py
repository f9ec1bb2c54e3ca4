"""Secondary lines: dotted reports and coordination, on lanes of their own."""

from collections.abc import Iterator, Sequence

import numpy as np

from orgmodel.charts.layout.corridors import ACROSS, CLEAR, DOWN, Corridors, corridors_of
from orgmodel.charts.layout.forest import Layout, Polyline
from orgmodel.charts.layout.lanes import Lanes
from orgmodel.charts.layout.search import Search, Stub

PORTS = (0.5, 0.3, 0.7, 0.2, 0.8)
"""Where lines may leave the edge of a box, as parts of its length."""
WINDOW = 250.0
"""A way is first looked for so many points around its ends."""


def route(layout: Layout, pairs: Sequence[tuple[int, int]]) -> list[Polyline]:
    """Find ways for secondary lines, from box edge to box edge, that cross no box.

    Every line has its own lanes, beside the reporting lines and beside each other; where there
    is no room left they share lanes. Lines may run up to 24 points outside the drawing.

    Args:
        layout: Where everything stands.
        pairs: From which box to which.

    Returns:
        Per pair its corners, in points; none for a box with itself, and where boxes stand so
        close that nothing fits between them.
    """
    own = corridors_of(layout)
    shared: dict[bool, Corridors] = {}
    found: list[Polyline] = []
    for pair in pairs:
        way = way_between(own, pair)
        for lines in (True, False):
            if not way and pair[0] != pair[1]:
                if lines not in shared:
                    shared[lines] = corridors_of(layout, lines=lines)
                way = way_between(shared[lines], pair)
        if way:
            own.take(way)
        found.append(tuple(way))
    return found


def way_between(corridors: Corridors, pair: tuple[int, int]) -> list[tuple[float, float]]:
    """The best way, first near the two boxes and then anywhere."""
    if pair[0] == pair[1]:
        return []
    starts, goals = (list(stubs(corridors, box)) for box in pair)
    both = corridors.edges[list(pair)]
    target = tuple(corridors.edges[pair[1]].tolist())
    for room in (WINDOW, float("inf")):
        x = both[:, 0].min() - room, both[:, 2].max() + room
        y = both[:, 1].min() - room, both[:, 3].max() + room
        across = corridors.lanes[ACROSS].within(y, x).joined(as_lanes(goals, ACROSS))
        down = corridors.lanes[DOWN].within(x, y).joined(as_lanes(goals, DOWN))
        way = Search((across, down), goals, target).run(starts)
        if way:
            return way
    return []


def stubs(corridors: Corridors, box: int) -> Iterator[Stub]:
    """The stretches in which a line can leave a box."""
    edges = corridors.edges[box].tolist()
    for direction in (ACROSS, DOWN):
        other = 1 - direction
        obstacles, span = corridors.obstacles[direction], corridors.spans[direction]
        for port in PORTS:
            at = edges[other] + port * (edges[other + 2] - edges[other])
            for edge, end, own in (
                (edges[direction], span[0], edges[direction] - CLEAR),
                (edges[direction + 2], span[1], edges[direction + 2] + CLEAR),
            ):
                reach = obstacles.reach(at, (edge, end), own)
                if reach != edge:
                    yield Stub(direction, at, edge, reach)


def as_lanes(found: Sequence[Stub], direction: int) -> Lanes:
    """Stubs of one direction, as lanes."""
    own = [stub for stub in found if stub.direction == direction]
    return Lanes(
        np.array([stub.at for stub in own], dtype=float),
        np.array([min(stub.edge, stub.reach) for stub in own], dtype=float),
        np.array([max(stub.edge, stub.reach) for stub in own], dtype=float),
        np.zeros(len(own), dtype=bool),
    )
