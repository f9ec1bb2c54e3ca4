"""Tips of lines: which way a relation points, at the end of whoever leads."""

from collections.abc import Sequence
from math import hypot

from orgmodel.charts.canvas.scene import Shape

_LENGTH, _HALF = 6.0, 2.6


def tip(way: Sequence[tuple[float, float]], colour: str, gid: str) -> Shape:
    """Return a small arrowhead at the end of a line through points."""
    (x0, y0), (x, y) = way[-2:]
    length = hypot(x - x0, y - y0) or 1.0
    along, across = (x - x0) / length, (y - y0) / length
    back = x - _LENGTH * along, y - _LENGTH * across
    corners = (
        (x, y),
        (back[0] - _HALF * across, back[1] + _HALF * along),
        (back[0] + _HALF * across, back[1] - _HALF * along),
    )
    return Shape(corners, colour, gid)
