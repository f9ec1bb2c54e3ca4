"""The legend: what the signs of a chart mean, and only those that occur in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from orgmodel.charts.canvas.arrowheads import tip
from orgmodel.charts.canvas.badges import draw_pill, draw_sign, draw_star, pill_width
from orgmodel.charts.canvas.flags import FlagKind
from orgmodel.charts.canvas.palette import EDGE, MUTED, PAPER, PILL
from orgmodel.charts.canvas.scene import Box, Polyline
from orgmodel.charts.canvas.sketch import Look, Sketch
from orgmodel.charts.canvas.text import Column

_LOOK = Look(8.0, colour=MUTED)
_ROW = 17.5
_GAP = 18.0
_SIGN_GAP = 6.0
_WIDEST = 300.0
_SIGN = 22.0

Drawer = Callable[[Sketch, float, float, str], None]


@dataclass(frozen=True)
class Entry:
    """A sign, drawn from its left end and middle height, and its meaning.

    Attributes:
        pill: What stands in the sign if it is a pill, as wide as that.
    """

    meaning: str
    draw: Drawer
    pill: str = ""


def box_entry(
    meaning: str,
    accent: str | None,
    edge: str = EDGE,
    dash: tuple[float, ...] = (),
    *,
    fill: str = PAPER,
) -> Entry:
    """Return an entry whose sign is a small box."""

    def draw(sketch: Sketch, x: float, y: float, gid: str) -> None:
        place = (x, y - 5.5, _SIGN, 11.0)
        sketch.boxes.append(Box(*place, fill, edge, dash=dash, radius=3, accent=accent, gid=gid))

    return Entry(meaning, draw)


def flag_entry(kind: FlagKind) -> Entry:
    """Return an entry whose sign is a small box with a flag."""

    def draw(sketch: Sketch, x: float, y: float, gid: str) -> None:
        place, look = (x, y - 5.5, _SIGN, 11.0), Look(_LOOK.size, "bold", kind.colour)
        sketch.boxes.append(Box(*place, kind.fill, kind.colour, dash=kind.dash, radius=3, gid=gid))
        sketch.write(kind.sign, x + _SIGN / 2, y + 2.9, look, gid=f"{gid}/flag", anchor="middle")

    return Entry(kind.name, draw)


def swatch_entry(meaning: str, colour: str, fill: str, dash: tuple[float, ...] = ()) -> Entry:
    """Return an entry whose sign is a small square."""

    def draw(sketch: Sketch, x: float, y: float, gid: str) -> None:
        place = (x + _SIGN - 12.0, y - 5.0, 10.0, 10.0)
        sketch.boxes.append(Box(*place, fill, colour, dash=dash, radius=1.5, gid=gid))

    return Entry(meaning, draw)


def line_entry(meaning: str, colour: str, width: float, dash: tuple[float, ...]) -> Entry:
    """Return an entry whose sign is a line."""

    def draw(sketch: Sketch, x: float, y: float, gid: str) -> None:
        way = [(x, y), (x + _SIGN, y)]
        sketch.lines.append(Polyline(way, colour, width, dash, gid))
        sketch.shapes.append(tip(way, colour, f"{gid}/tip"))

    return Entry(meaning, draw)


def pill_entry(meaning: str, text: str, colours: tuple[str, str] = (PILL, MUTED)) -> Entry:
    """Return an entry whose sign is a pill with a text, and the colours of both."""

    def draw(sketch: Sketch, x: float, y: float, gid: str) -> None:
        right = x + pill_width(sketch.typesetter, text)
        draw_pill(sketch, text, right, y - 6, gid, colours=colours)

    return Entry(meaning, draw, text)


def star_entry(meaning: str) -> Entry:
    """Return an entry whose sign is the star of a key account."""

    def draw(sketch: Sketch, x: float, y: float, gid: str) -> None:
        draw_star(sketch, x + _SIGN / 2, y, gid)

    return Entry(meaning, draw)


def sign_entry(meaning: str, level: str, number: str = "n") -> Entry:
    """Return an entry whose sign is that of a level, with a number in it."""

    def draw(sketch: Sketch, x: float, y: float, gid: str) -> None:
        draw_sign(sketch, level, number, x + _SIGN / 2, y, gid=gid)

    return Entry(meaning, draw)


def draw_legend(sketch: Sketch, entries: Sequence[Entry], width: float) -> float:
    """Add entries in rows from the top left corner, and return the height that they take."""
    row = -1
    for number, (entry, column, row) in enumerate(_flow(sketch, entries, width)):
        middle, gid = (row + 0.5) * _ROW, f"legend/{number}"
        entry.draw(sketch, column, middle, f"{gid}/sign")
        left = column + _sign_width(sketch, entry) + _SIGN_GAP
        sketch.write(_meaning(sketch, entry, width), left, middle + 2.9, _LOOK, gid=gid)
    return (row + 1) * _ROW


def _sign_width(sketch: Sketch, entry: Entry) -> float:
    return pill_width(sketch.typesetter, entry.pill) if entry.pill else _SIGN


def _meaning(sketch: Sketch, entry: Entry, width: float) -> str:
    room = min(width - _sign_width(sketch, entry) - _SIGN_GAP, _WIDEST)
    lines = Column(sketch.typesetter, room, _LOOK.size).wrap(entry.meaning, most_lines=1)
    return "".join(lines)


def _flow(
    sketch: Sketch, entries: Iterable[Entry], width: float
) -> Iterator[tuple[Entry, float, int]]:
    column, row = 0.0, 0
    for entry in entries:
        meaning = _meaning(sketch, entry, width)
        room = sketch.typesetter.width(meaning, _LOOK.size) + _sign_width(sketch, entry) + _SIGN_GAP
        if column and column + room > width:
            column, row = 0.0, row + 1
        yield entry, column, row
        column += room + _GAP
