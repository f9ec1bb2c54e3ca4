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
        right: Right edge of the last stack.
        spine: From the left edge of a stack to the line that it hangs from.
        across: Whether two stacks hang from one line between them, and are read in pairs.
    """

    rows: int
    lefts: list[float]
    tops: list[float]
    width: float
    height: float
    right: float
    spine: float
    across: bool = False

    def stacks(self, leaves: Sequence[int]) -> list[list[int]]:
        """The leaves by the lines that they hang from."""
        if self.across:
            return [list(leaves)]
        return [list(leaves[at : at + self.rows]) for at in range(0, len(leaves), self.rows)]

    def corners(self, leaves: Sequence[int]) -> Iterator[tuple[int, float, float]]:
        """Every leaf with its left and its upper edge."""
        for number, leaf in enumerate(leaves):
            places = divmod(number, 2)[::-1] if self.across else divmod(number, self.rows)
            yield leaf, self.lefts[places[0]], self.tops[places[1]]

    @property
    def middle(self) -> float:
        """Halfway between the outer edges of the boxes."""
        return (self.lefts[0] + self.right) / 2


def grid_of(sizes: Sequence[tuple[float, float]], rows: int, options: Options) -> Grid:
    """Arrange leaves of these widths and heights in stacks of so many rows."""
    if rows > 1 and options.style in {"hanging-left", "hanging-both"}:
        return handed(sizes, options)
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
    return Grid(rows, lefts, tops, right, bottom, right, -options.indent)


def handed(sizes: Sequence[tuple[float, float]], options: Options) -> Grid:
    """All leaves on one line: at the left of it, or in pairs at either side."""
    both = options.style == "hanging-both"
    widest = max(width for width, _ in sizes)
    step = 1 + both
    tops, bottom = [], -options.stack_gap
    for start in range(0, len(sizes), step):
        tops.append(bottom + options.stack_gap)
        bottom = tops[-1] + max(height for _, height in sizes[start : start + step])
    spine = widest + options.indent
    if not both:
        return Grid(len(sizes), [0.0], tops, spine, bottom, widest, spine)
    right = spine + options.indent + widest
    return Grid(
        len(sizes), [0.0, spine + options.indent], tops, right, bottom, right, spine, across=True
    )


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
