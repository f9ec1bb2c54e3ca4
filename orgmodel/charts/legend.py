"""The legend: what the signs of a chart mean, and only those that occur in it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from orgmodel.charts.badges import draw_pill, draw_sign, draw_star, pill_width
from orgmodel.charts.palette import EDGE, MUTED, PAPER
from orgmodel.charts.scene import Box, Polyline
from orgmodel.charts.sketch import Look, Sketch

_LOOK = Look(8.0, colour=MUTED)
_ROW = 17.5
_GAP = 18.0
_SIGN_ROOM = 31.0
_SIGN = 22.0

Drawer = Callable[[Sketch, float, float, str], None]


@dataclass(frozen=True)
class Entry:
    """A sign, drawn from its left end and middle height, and its meaning."""

    meaning: str
    draw: Drawer


def box_entry(
    meaning: str, accent: str | None, edge: str = EDGE, dash: tuple[float, ...] = ()
) -> Entry:
    """Return an entry whose sign is a small box."""

    def draw(sketch: Sketch, x: float, y: float, gid: str) -> None:
        place = (x, y - 5.5, _SIGN, 11.0)
        sketch.boxes.append(Box(*place, PAPER, edge, dash=dash, radius=3, accent=accent, gid=gid))

    return Entry(meaning, draw)


def line_entry(meaning: str, colour: str, width: float, dash: tuple[float, ...]) -> Entry:
    """Return an entry whose sign is a line."""

    def draw(sketch: Sketch, x: float, y: float, gid: str) -> None:
        sketch.lines.append(Polyline([(x, y), (x + _SIGN, y)], colour, width, dash, gid))

    return Entry(meaning, draw)


def pill_entry(meaning: str, text: str) -> Entry:
    """Return an entry whose sign is a pill with a text."""

    def draw(sketch: Sketch, x: float, y: float, gid: str) -> None:
        draw_pill(sketch, text, x + pill_width(sketch.typesetter, text), y - 6, gid)

    return Entry(meaning, draw)


def star_entry(meaning: str) -> Entry:
    """Return an entry whose sign is the star of a key account."""

    def draw(sketch: Sketch, x: float, y: float, gid: str) -> None:
        draw_star(sketch, x + _SIGN / 2, y, gid)

    return Entry(meaning, draw)


def sign_entry(meaning: str, level: str) -> Entry:
    """Return an entry whose sign is that of a level."""

    def draw(sketch: Sketch, x: float, y: float, gid: str) -> None:
        draw_sign(sketch, level, "n", x + _SIGN / 2, y, gid=gid)

    return Entry(meaning, draw)


def draw_legend(sketch: Sketch, entries: Sequence[Entry], width: float) -> float:
    """Add entries in rows from the top left corner, and return the height that they take."""
    row = -1
    for number, (entry, column, row) in enumerate(_flow(sketch, entries, width)):
        left, middle, gid = column, (row + 0.5) * _ROW, f"legend/{number}"
        entry.draw(sketch, left, middle, f"{gid}/sign")
        sketch.write(entry.meaning, left + _SIGN_ROOM, middle + 2.9, _LOOK, gid=gid)
    return (row + 1) * _ROW


def _flow(
    sketch: Sketch, entries: Iterable[Entry], width: float
) -> Iterable[tuple[Entry, float, int]]:
    column, row = 0.0, 0
    for entry in entries:
        room = _SIGN_ROOM + sketch.typesetter.width(entry.meaning, _LOOK.size)
        if column and column + room > width:
            column, row = 0.0, row + 1
        yield entry, column, row
        column += room + _GAP
