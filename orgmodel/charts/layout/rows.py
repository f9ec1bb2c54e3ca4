"""Parts beside each other, in one row or several."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.charts.layout.forest import Options

MOST_ROWS = (1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 65, 80, 100, 150, 200, 300)

TIE = 1e-6


@dataclass(frozen=True, slots=True)
class Rows:
    """Parts in rows.

    Attributes:
        rows: Per row, the left edge of every part.
        tops: Top of every row.
        width: Of all rows with the spine that joins them, in points.
        height: In points.
    """

    rows: list[list[float]]
    tops: list[float]
    width: float
    height: float


def rows_of(sizes: Sequence[tuple[float, float]], count: int, options: Options) -> Rows:
    """Arrange parts of these heights and widths in rows of about the same width."""
    start = options.indent if count > 1 else 0.0
    rows: list[list[float]] = []
    tops: list[float] = []
    bottom, right = -row_gap(options), 0.0
    at = 0
    for length in lengths([width for _, width in sizes], count, options.team_gap):
        lefts, edge, tall = [], start - options.team_gap, 0.0
        for height, width in sizes[at : at + length]:
            lefts.append(edge + options.team_gap)
            edge = lefts[-1] + width
            tall = max(tall, height)
        rows.append(lefts)
        tops.append(bottom + row_gap(options))
        bottom, right, at = tops[-1] + tall, max(right, edge), at + length
    return Rows(rows, tops, right, bottom)


def extent(sizes: Sequence[tuple[float, float]], options: Options) -> tuple[float, float]:
    """Height and width of one row."""
    heights, widths = zip(*((size[0], size[1]) for size in sizes), strict=True)
    return max(heights), sum(widths) + options.team_gap * (len(sizes) - 1)


def row_gap(options: Options) -> float:
    """Between two rows of one team, in points: a line runs there, and no level begins."""
    return options.level_gap + options.team_gap / 2


def lengths(widths: Sequence[float], count: int, gap: float) -> list[int]:
    """How many parts stand in each of at most `count` rows, so that these are balanced."""
    if count == 1:
        return [len(widths)]
    total = sum(widths) + gap * len(widths)
    found = [0] * count
    edge = 0.0
    for width in widths:
        # Of two rows that would do, the upper one is filled.
        place = (edge + (width + gap) / 2) / total * count - TIE
        found[min(max(int(place), 0), count - 1)] += 1
        edge += width + gap
    return [length for length in found if length]


def row_counts(parts: int, most: int) -> list[int]:
    """Numbers of rows worth trying for so many parts."""
    return [count for count in MOST_ROWS if count <= min(parts, most)]
