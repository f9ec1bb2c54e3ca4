"""The last slides of many: who is on which, with numbers that lead there."""

from collections.abc import Callable, Iterator, Sequence

from orgmodel.charts.canvas.palette import INK, MUTED
from orgmodel.charts.canvas.sketch import LEADING, Place
from orgmodel.charts.output.paging.index import Listed
from orgmodel.charts.output.slides.markup import Label, Markup
from orgmodel.charts.output.slides.text_runs import Text, Words

_SIZE = 9.0
_COLUMNS, _GAP = 4, 18.0
_LONGEST = 42


def entries_per_slide(room: Place) -> int:
    """Return how many lines the index has in a room."""
    return _COLUMNS * _rows(room)


def columns(
    lines: Sequence[Listed], room: Place, markup: Markup, link: Callable[[int], str]
) -> Iterator[str]:
    """Yield the columns of one slide of the index, each a text that can be edited.

    Args:
        lines: As many as the room holds.
        room: Where they stand.
        markup: Makes the shapes.
        link: Makes the relation to a slide of a number.
    """
    width = (room.width + _GAP) / _COLUMNS - _GAP
    for start in range(0, len(lines), _rows(room)):
        some = lines[start : start + _rows(room)]
        left = room.x + start // _rows(room) * (width + _GAP)
        place = Place(left, room.y, width, len(some) * _SIZE * LEADING)
        text = Text([_words(line, link(line.page)) for line in some], anchor="t", tab=width)
        label = Label(f"Index: {some[0].name} to {some[-1].name}")
        looks = "<a:noFill/><a:ln><a:noFill/></a:ln>"
        yield markup.shape(label, place, "rect", looks, text)


def _rows(room: Place) -> int:
    return max(int(room.height / (_SIZE * LEADING)), 1)


def _words(line: Listed, link: str) -> list[Words]:
    name = _cut(line.name, _LONGEST // 2)
    title = _cut(line.title, _LONGEST - len(name))
    return [
        Words(f"{name} ", _SIZE, INK, bold=True),
        Words(title, _SIZE, MUTED),
        Words(f"\t{line.page}", _SIZE, INK, link=link),
    ]


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}\u2026"
