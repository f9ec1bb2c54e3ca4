"""Leaves of one team as a grid: one row, one stack, or several stacks with a spine each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgmodel.charts.layout.forest import Options
from orgmodel.charts.layout.front import Front, Limits, Size, front_of, thinned

MOST_GRIDS = 40
FEW = 6
"""Fewer leaves than this never stand in uneven stacks."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Leaves in stacks of `rows` boxes, read down and then to the right.

    Attributes:
        rows: Boxes per stack; 1 is a row of boxes without spines.
        lefts: Left edge of every stack.
        tops: Top of every row.
        width: Of the grid with its spines, in points.
        height: In points.
    """

    rows: int
    lefts: list[float]
    tops: list[float]
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Halfway between the outer edges of the boxes."""
        return (self.lefts[0] + self.width) / 2


def grid_of(sizes: Sequence[tuple[float, float]], rows: int, options: Options) -> Grid:
    """Arrange leaves of these widths and heights in stacks of so many rows."""
    spine = options.indent if rows > 1 else 0.0
    widest = max(width for width, _ in sizes)
    lefts, right = [], -options.sibling_gap
    for start in range(0, len(sizes), rows):
        lefts.append(right + options.sibling_gap + spine)
        right = lefts[-1] + (widest if rows > 1 else sizes[start][0])
    tops, bottom = [], -options.stack_gap
    for row in range(min(rows, len(sizes))):
        tops.append(bottom + options.stack_gap)
        bottom = tops[-1] + max(height for _, height in sizes[row::rows])
    return Grid(rows, lefts, tops, right, bottom)


def row_counts(leaves: int) -> Iterator[int]:
    """The heights, in boxes, of all different grids of so many leaves, from one row up."""
    rows = 1
    while rows < leaves:
        yield rows
        columns = -(-leaves // rows) - 1
        rows = -(-leaves // columns)
    yield leaves


def gaps_in(leaves: int, rows: int) -> int:
    """How many boxes the last stack lacks."""
    return -leaves % rows


def uneven(leaves: int, rows: int) -> bool:
    """Whether a few leaves fall into uneven stacks, or the last stack is less than half full."""
    gaps = gaps_in(leaves, rows)
    return gaps > (rows / 2 if leaves >= FEW else 0)


def grids(sizes: Sequence[tuple[float, float]], limits: Limits, options: Options) -> Front:
    """The useful grids of these leaves."""
    leaves = len(sizes)
    even = [rows for rows in row_counts(leaves) if not uneven(leaves, rows)]
    choices = thinned(even, MOST_GRIDS)
    made = (grid_of(sizes, rows, options) for rows in choices)
    return front_of((Size(grid.height, grid.width, 0.0, grid.rows) for grid in made), limits)
