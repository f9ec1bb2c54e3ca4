"""Labels inside boxes of any size: written whole, shortened in wide boxes, or not at all."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from orgmodel.charts.canvas.scene import TextRun
from orgmodel.charts.canvas.sketch import ASCENT, LEADING, Look, Place, Sketch
from orgmodel.charts.canvas.text import Column

_SIDE, _TOP = 4.0, 2.5
# Wider boxes take as much of a text as fits; less of a name would tell nobody anything.
_ROOMY = 56.0
_MOST_LINES = 3


class Label(NamedTuple):
    """A text with its look, and its name in the drawing."""

    text: str
    look: Look
    gid: str


def write_labels(sketch: Sketch, labels: Iterable[Label], place: Place) -> list[TextRun]:
    """Write labels below each other into a box, as many as there is room for; return the runs.

    The first that does not fit ends it; one may take three lines.
    """
    written: list[TextRun] = []
    y, bottom = place.y + _TOP, place.y + place.height
    for label in labels:
        size = label.look.size
        most = max(min(int((bottom - y) / (size * LEADING)), _MOST_LINES), 1)
        lines = list(_lines(sketch, label, place.width - 2 * _SIDE, most))
        if not written:  # in the middle of a box that is hardly higher than the line
            y -= max(0.0, min(_TOP, _TOP + (size * LEADING - place.height) / 2))
        if not lines or y + len(lines) * size * LEADING > bottom:
            break
        for number, line in enumerate(lines, 1):
            gid = label.gid if number == 1 else f"{label.gid}-{number}"
            base = y + size * ASCENT
            written.append(sketch.write(line, place.x + _SIDE, base, label.look, gid=gid))
            y += size * LEADING
    return written


def _lines(sketch: Sketch, label: Label, room: float, most: int) -> Iterator[str]:
    column = Column(sketch.typesetter, room, label.look.size, label.look.style)
    words = label.text.split()
    whole = room >= _ROOMY or all(map(column.fits, words))
    lines = column.wrap(label.text, most) if whole else []
    if room >= _ROOMY or " ".join(lines).split() == words:
        yield from lines
