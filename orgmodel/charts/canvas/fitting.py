"""Text on one line, in the room that there is."""

from typing import NamedTuple

from orgmodel.charts.canvas.scene import TextRun
from orgmodel.charts.canvas.sketch import Anchor, Look, Sketch
from orgmodel.charts.canvas.text import Column


class Spot(NamedTuple):
    """Where a text goes: where it is anchored, its base line, and how wide it may be, in points."""

    x: float
    y: float
    room: float


def write_within(  # noqa: PLR0913  # a text, its place, its look and its name
    sketch: Sketch, text: str, spot: Spot, look: Look, *, gid: str, anchor: Anchor = "start"
) -> TextRun | None:
    """Write as much of a text as there is room for; nothing if not even a letter fits."""
    column = Column(sketch.typesetter, spot.room, look.size, look.style)
    for line in column.wrap(text, most_lines=1):
        if column.fits(line):
            return sketch.write(line, spot.x, spot.y, look, gid=gid, anchor=anchor)
    return None


def write_whole(sketch: Sketch, text: str, spot: Spot, look: Look, *, gid: str) -> TextRun | None:
    """Write a text if there is room for all of it, else nothing."""
    fits = Column(sketch.typesetter, spot.room, look.size, look.style).fits(text)
    return sketch.write(text, spot.x, spot.y, look, gid=gid) if text and fits else None
