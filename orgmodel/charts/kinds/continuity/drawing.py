"""Stakes on paper: a bar and three columns for each person."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from orgmodel.charts.canvas.amounts import amount, count, share
from orgmodel.charts.canvas.badges import draw_star
from orgmodel.charts.canvas.fitting import Spot, write_within
from orgmodel.charts.canvas.palette import EDGE, INK, MUTED
from orgmodel.charts.canvas.scene import Box, Polyline
from orgmodel.charts.canvas.sketch import LEADING, Look, Sketch
from orgmodel.charts.canvas.text import Column
from orgmodel.charts.kinds.continuity.stake import Stake

_NAMES, _BARS, _COLUMN, _GAP = 140.0, 272.0, 180.0, 14.0
_HEAD, _ROW, _BAR = 30.0, 33.0, 14.0
_FIGURE = 96.0
_STAR = 11.0
# More names than two lines ever hold.
_MOST_TRIED = 30
_COLOUR = "#2f6690"

_HEADING = Look(8.5, "bold")
_NAME = Look(9.5, "bold")
_TEXT = Look(7.5, colour=INK)
_SMALL = Look(7.5, colour=MUTED)

_COLUMNS = ("Key accounts", "Territories", "Teams to lead")


@dataclass(frozen=True)
class Stakes:
    """What a chart of stakes says.

    Attributes:
        rows: Everybody without a substitute, the largest stake first.
        most: How many of them are shown.
        currency: Of the amounts; None leaves them out.
        whole: What all customers buy in a year, to which amounts are compared.
        first: How many of those who are shown are on pages before.
        last: How many are on pages up to this one; None is all that are shown.
    """

    rows: Sequence[Stake]
    most: int
    currency: str | None
    whole: Decimal
    first: int = 0
    last: int | None = None

    @property
    def shown(self) -> Sequence[Stake]:
        """Those who have a row."""
        return self.rows[self.first : self._end]

    @property
    def rest(self) -> Sequence[Stake]:
        """Those who have none, to be told below the last row."""
        return self.rows[self.most :] if self._end >= self.most else ()

    @property
    def longest(self) -> Decimal:
        """The most that depends on one person, to which bars are drawn."""
        return max((stake.revenue for stake in self.rows), default=Decimal(0)) or Decimal(1)

    @property
    def _end(self) -> int:
        return self.most if self.last is None else min(self.last, self.most)

    def money(self, value: Decimal) -> str:
        """Return an amount with its share of the whole, as far as either may be told."""
        part = share(value, self.whole) if self.whole and value else ""
        told = amount(value, self.currency) if self.currency and value else ""
        return " \u00b7 ".join(filter(None, (told, part)))


def draw_stakes(sketch: Sketch, stakes: Stakes) -> tuple[float, float]:
    """Add the rows from the top left corner; return the width and height."""
    width = _NAMES + _BARS + len(_COLUMNS) * (_COLUMN + _GAP)
    sketch.write("Revenue that depends on one person", _NAMES, 10, _HEADING, gid="column/revenue")
    for number, column in enumerate(_COLUMNS):
        sketch.write(column, _column(number), 10, _HEADING, gid=f"column/{number}")
    longest = stakes.longest
    y = _HEAD - 8
    for number, stake in enumerate(stakes.shown, 1):
        line = [(0.0, y), (width, y)]
        sketch.lines.append(Polyline(line, EDGE, 0.6, gid=f"person-{number}/line"))
        _draw_row(sketch, stakes, number, float(stake.revenue / longest), y)
        y += _ROW
    if rest := stakes.rest:
        told = stakes.money(sum((stake.revenue for stake in rest), Decimal(0)))
        more = " \u00b7 ".join(filter(None, (f"and {len(rest):,} more", told)))
        sketch.write(more, 0, y + 14, _SMALL, gid="rest")
        y += _ROW / 2
    return width, y


def _draw_row(sketch: Sketch, stakes: Stakes, number: int, part: float, y: float) -> None:
    stake, gid = stakes.shown[number - 1], f"person-{number}"
    write_within(sketch, stake.person, Spot(0, y + 16, _NAMES - 10), _NAME, gid=f"{gid}/name")
    length = (_BARS - _FIGURE) * part
    if length:
        place = (_NAMES, y + 6, length, _BAR)
        sketch.boxes.append(Box(*place, _COLOUR, _COLOUR, 0.0, radius=1.5, gid=f"{gid}/bar"))
    told = stakes.money(stake.revenue) or "no revenue"
    sketch.write(told, _NAMES + length + 6, y + 16, _SMALL, gid=f"{gid}/revenue")
    named = (stake.key_accounts, stake.territories, stake.teams)
    for column, names in enumerate(named):
        star = _STAR if column == 0 and names else 0.0
        if star:
            draw_star(sketch, _column(column) + 4, y + 12.2, f"{gid}/star")
        _write_names(sketch, names, (_column(column) + star, y + 15), f"{gid}/{column}")


def _write_names(
    sketch: Sketch, names: Sequence[str], place: tuple[float, float], gid: str
) -> None:
    """Write as many names as two lines hold, and how many there are more."""
    x, y = place
    column = Column(sketch.typesetter, _COLUMN - _STAR, _TEXT.size)
    shown = min(len(names), _MOST_TRIED)
    lines = column.wrap(_listed(names, shown))
    while shown > 1 and " ".join(lines) != _listed(names, shown):
        shown -= 1
        lines = column.wrap(_listed(names, shown))
    for number, line in enumerate(lines):
        sketch.write(line, x, y + number * _TEXT.size * LEADING, _TEXT, gid=f"{gid}-{number}")


def _listed(names: Sequence[str], shown: int) -> str:
    told = ", ".join(" ".join(name.split()) for name in names[:shown])
    more = len(names) - shown
    return f"{told} and {count(more, 'other')}" if more else told


def _column(number: int) -> float:
    return _NAMES + _BARS + number * (_COLUMN + _GAP)
