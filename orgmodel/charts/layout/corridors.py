"""The room between boxes and reporting lines, as lanes across and down."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from orgmodel.charts.layout.forest import Layout, Polyline
from orgmodel.charts.layout.lanes import APART, Lanes, Obstacles, Wishes, lanes_of
from orgmodel.charts.layout.tidy import Floats

CLEAR = 4.0
"""The least distance between a lane and a box, in points."""
OFFSETS = 5.0, 9.0
"""Where lanes run beside every box, in points from its edge."""
MARGIN = 24.0
"""How far lanes may run outside the drawing, in points."""
OUTSIDE = (-20.0, -16.0, -12.0, -8.0, -4.0)
"""Where lanes run outside the drawing, in points."""

ACROSS, DOWN = 0, 1


@dataclass(slots=True)
class Corridors:
    """What is free for secondary lines; index 0 is across, 1 is down.

    Attributes:
        edges: Per box, left, top, right and bottom edge.
        spans: From where to where lanes may run.
        lanes: Lanes of both directions.
        obstacles: What is in their way.
    """

    edges: Floats
    spans: tuple[tuple[float, float], tuple[float, float]]
    lanes: list[Lanes]
    obstacles: list[Obstacles]

    def take(self, way: Polyline) -> None:
        """Close what a line needs for others."""
        for direction, found in enumerate(strokes([way])):
            self.obstacles[direction] = self.obstacles[direction].joined(stretches(found))
            for at, low, high in found.tolist():
                self.lanes[direction] = self.lanes[direction].without(at, low, high)


def corridors_of(layout: Layout, *, lines: bool = True) -> Corridors:
    """Find the lanes between the boxes of a layout, and beside its lines if these matter."""
    x, y = np.array(layout.x, dtype=float), np.array(layout.y, dtype=float)
    edges = np.stack([x, y, x + np.asarray(layout.widths), y + np.asarray(layout.heights)], axis=1)
    spans = (-MARGIN, layout.width + MARGIN), (-MARGIN, layout.height + MARGIN)
    solid = strokes([line.points for line in layout.lines] if lines else [])
    lanes, obstacles = [], []
    for direction in (ACROSS, DOWN):
        other = 1 - direction
        low, high = edges[:, direction], edges[:, direction + 2]
        near, far = edges[:, other], edges[:, other + 2]
        boxes = Obstacles(near - CLEAR, far + CLEAR, low - CLEAR, high + CLEAR)
        blocked = boxes.joined(stretches(solid[direction]))
        wishes = wishes_of(edges, direction, spans[direction])
        lanes.append(lanes_of(blocked, wishes, spans[direction]))
        obstacles.append(blocked)
    return Corridors(edges, spans, lanes, obstacles)


def wishes_of(edges: Floats, direction: int, span: tuple[float, float]) -> Wishes:
    """Lanes beside both edges of every box, and outside the drawing."""
    other = 1 - direction
    near, far = edges[:, other], edges[:, other + 2]
    beside = [place for offset in OFFSETS for place in (near - offset, far + offset)]
    outside = np.array(OUTSIDE)
    at = np.concatenate([outside, far.max() - outside, *beside])
    low = np.concatenate([np.full(2 * len(OUTSIDE), span[0]), *[edges[:, direction]] * len(beside)])
    high = np.concatenate(
        [np.full(2 * len(OUTSIDE), span[1]), *[edges[:, direction + 2]] * len(beside)]
    )
    order = np.argsort(at, kind="stable")
    return Wishes((np.round(at * 2) / 2)[order], low[order], high[order])


def stretches(found: Floats) -> Obstacles:
    """Lines, with the distance that others must keep from them."""
    at, low, high = found[:, 0], found[:, 1], found[:, 2]
    return Obstacles(at - APART, at + APART, low - APART, high + APART)


def strokes(ways: list[Polyline]) -> tuple[Floats, Floats]:
    """All parts of lines across and down, each as place, beginning and end."""
    found: tuple[list[list[float]], list[list[float]]] = [], []
    for way in ways:
        for (x0, y0), (x1, y1) in pairwise(way):
            if y0 == y1:
                found[ACROSS].append([y0, min(x0, x1), max(x0, x1)])
            else:
                found[DOWN].append([x0, min(y0, y1), max(y0, y1)])
    across, down = (np.array(part, dtype=float).reshape(-1, 3) for part in found)
    return across, down
