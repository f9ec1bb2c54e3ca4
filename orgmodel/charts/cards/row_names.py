"""The names of lines on which boxes are aligned, at the beginning of each."""

from collections.abc import Sequence
from typing import NamedTuple

from orgmodel.charts.canvas.palette import MUTED
from orgmodel.charts.canvas.sketch import Look, Place, Sketch
from orgmodel.charts.layout import Direction

_LOOK = Look(9.0, "bold", MUTED)
_GAP, _FIRST_LINE, _ROOM = 16.0, 15.0, 20.0


class Extended(NamedTuple):
    """A picture and how large it is, in points."""

    body: Sketch
    width: float
    height: float


def with_row_names(
    whole: Extended, places: Sequence[Place], rows: Sequence[str], direction: Direction
) -> Extended:
    """Return a picture with a name at the beginning of every line.

    Args:
        whole: The picture and its size.
        places: Of the boxes.
        rows: The name of the line that each of the boxes stands on; nothing for those that stand
            on none.
        direction: Whether lines are rows or columns.
    """
    body, width, height = whole
    starts: dict[str, float] = {}
    for place, name in zip(places, rows, strict=True):
        start = place.y if direction == "down" else place.x
        if name:
            starts[name] = min(starts.get(name, start), start)
    sketch = Sketch(body.typesetter)
    if direction == "down":
        aside = max(body.typesetter.width(name, _LOOK.size, "bold") for name in starts) + _GAP
        for number, (name, start) in enumerate(starts.items()):
            sketch.write(name, 0.0, start + _FIRST_LINE, _LOOK, gid=f"row-{number}")
        sketch.insert(body, aside, 0.0)
        return Extended(sketch, width + aside, height)
    for number, (name, start) in enumerate(starts.items()):
        sketch.write(name, start, _LOOK.size, _LOOK, gid=f"row-{number}")
    sketch.insert(body, 0.0, _ROOM)
    return Extended(sketch, width, height + _ROOM)
