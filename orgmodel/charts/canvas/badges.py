"""Small signs on boxes and in the legend: told apart by shape as well as by colour."""

import math
from dataclasses import dataclass

from orgmodel.charts.canvas.palette import KEY, MUTED, PAPER, PILL, tint
from orgmodel.charts.canvas.scene import Box, Shape
from orgmodel.charts.canvas.sketch import Look, Sketch
from orgmodel.charts.canvas.text import Typesetter

_RADIUS = 7.5
_SIZE = 7.5
_CIRCLE = 13.0
_NOBODY_DASH = (2.4, 1.8)


@dataclass(frozen=True)
class _Sign:
    """A regular polygon: how many corners, turned by what part of one, how far from the centre.

    It is moved down by `drop`, so that its middle is where the eye sees it.
    """

    corners: int
    turn: float
    reach: float
    drop: float
    fill: str
    ink: str


# An octagon like a stop sign, a triangle like a warning sign, a disc, and a diamond for the rest.
_SIGNS = {
    "error": _Sign(8, 0.5, 1.0, 0.0, "#b3261e", "#ffffff"),
    "warning": _Sign(3, 0.0, 1.4, 2.2, "#f2b01e", "#1b2733"),
    "info": _Sign(32, 0.0, 0.95, 0.0, "#2f6db5", "#ffffff"),
}
_OTHER = _Sign(4, 0.0, 1.2, 0.0, "#6b4fa0", "#ffffff")


def draw_sign(  # noqa: PLR0913  # a place, a look and a name
    sketch: Sketch, level: str, number: str, x: float, y: float, *, gid: str, title: str = ""
) -> None:
    """Add the sign of a level about a centre, with a number in it."""
    sign = _SIGNS.get(level, _OTHER)
    turns = ((i + sign.turn) / sign.corners for i in range(sign.corners))
    points = tuple(_at(x, y + sign.drop, _RADIUS * sign.reach, turn) for turn in turns)
    sketch.shapes.append(Shape(points, sign.fill, gid, title))
    look = Look(_SIZE, "bold", sign.ink)
    sketch.write(number, x, y + 2.7 + sign.drop / 2, look, gid=f"{gid}/number", anchor="middle")


def draw_star(sketch: Sketch, x: float, y: float, gid: str) -> None:
    """Add the star of a key account about a centre."""
    radii = (3.8, 1.7) * 5
    points = tuple(_at(x, y, radius, i / 10) for i, radius in enumerate(radii))
    sketch.shapes.append(Shape(points, KEY, gid))


def draw_pill(  # noqa: PLR0913  # a text, a place, a look and a name
    sketch: Sketch,
    text: str,
    right: float,
    top: float,
    gid: str,
    *,
    colours: tuple[str, str] = (PILL, MUTED),
) -> None:
    """Add a pill with a short text, given its top right corner; grey, or in other colours."""
    width = pill_width(sketch.typesetter, text)
    left, (fill, ink) = right - width, colours
    sketch.boxes.append(Box(left, top, width, 12, fill, fill, 0, radius=6, gid=gid))
    look = Look(_SIZE, colour=ink)
    sketch.write(text, left + width / 2, top + 8.7, look, gid=f"{gid}/number", anchor="middle")


def draw_circle(  # noqa: PLR0913  # a text, a place, a look and a name
    sketch: Sketch, text: str, x: float, y: float, colour: str, *, gid: str
) -> None:
    """Add a circle with initials about a centre."""
    place = (x - _CIRCLE, y - _CIRCLE, 2 * _CIRCLE, 2 * _CIRCLE)
    sketch.boxes.append(Box(*place, PAPER, colour, 1.2, radius=_CIRCLE, gid=gid))
    look = Look(9.0, "bold", colour)
    sketch.write(text, x, y + 3.2, look, gid=f"{gid}/letters", anchor="middle")


def draw_nobody(sketch: Sketch, x: float, y: float, colour: str, *, gid: str) -> None:
    """Add a circle with the outline of a person who is not there yet, about a centre."""
    place = (x - _CIRCLE, y - _CIRCLE, 2 * _CIRCLE, 2 * _CIRCLE)
    sketch.boxes.append(Box(*place, PAPER, colour, 1.0, _NOBODY_DASH, _CIRCLE, gid=gid))
    pale = tint(colour, 0.45)
    head = tuple(_at(x, y - 3.8, 3.9, turn / 24) for turn in range(24))
    # Half a disc, as far from the edge of the circle as the head from its top.
    shoulders = tuple(_at(x, y + 8.6, 7.0, (turn - 6) / 24) for turn in range(13))
    for part, points in (("head", head), ("shoulders", shoulders)):
        sketch.shapes.append(Shape(points, pale, f"{gid}/{part}"))


def pill_width(typesetter: Typesetter, text: str) -> float:
    """Return the width of a pill in points."""
    return typesetter.width(text, _SIZE) + 11


def _at(x: float, y: float, radius: float, turn: float) -> tuple[float, float]:
    angle = 2 * math.pi * turn
    return x + radius * math.sin(angle), y - radius * math.cos(angle)
