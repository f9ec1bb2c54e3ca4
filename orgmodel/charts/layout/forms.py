"""Forms: how all teams of leaves of one drawing are stacked, so that siblings look alike."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.charts.layout.forest import Forest, Options
from orgmodel.charts.layout.front import Front, Size, thinned
from orgmodel.charts.layout.leaves import gaps_in, grid_of
from orgmodel.charts.layout.structure import Structure

LONGEST = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 60, 100, 200, 500, 1000)
"""Lengths of stacks that are tried, in boxes."""
SMALL = 4
"""Up to so many leaves are a row or one stack; four may also be two by two."""
READABLE = 12
"""A stack of more boxes than this is hard to read as one team."""
RAGGED, LONG, SQUARE, MIXED = 0.5, 0.06, 0.15, 0.1
"""What a drawing must gain in size for last columns that are shorter, for long stacks, for four
leaves as two by two, and for teams in fewer or more stacks than most, each times the share of
leaves that are drawn so."""


@dataclass(frozen=True, slots=True)
class Form:
    """Stacks of at most so many boxes; 1 is a row.

    Attributes:
        rows: Per box with leaves, the boxes in each stack of them.
        cost: What a drawing of this form must gain in size to be preferred.
    """

    rows: dict[int, int]
    cost: float = 1.0


def forms(structure: Structure, most: int) -> Iterator[Form]:
    """The different forms for these teams, at most so many."""
    teams = {box: len(leaves) for box, leaves in enumerate(structure.leaves) if leaves}
    if not (teams and most):
        return
    largest = max(teams.values())
    lengths = [length for length in LONGEST if length < largest] + [largest]
    seen: set[tuple[int, ...]] = set()
    for length in thinned(lengths, most):
        rows = {box: tidy_rows(leaves, length) for box, leaves in teams.items()}
        key = tuple(rows.values())
        if key not in seen:
            seen.add(key)
            yield Form(rows, 1.0 + flaws(teams, rows))


def tidy_rows(leaves: int, longest: int) -> int:
    """How long the stacks of a team are, where none may be longer than that: even ones first."""
    if longest == 1 or leaves == 1:
        return 1
    if leaves <= longest or leaves < SMALL:
        return leaves
    if leaves == SMALL:
        return 2
    shortest = longest // 2 + 1
    return min(range(longest, shortest - 1, -1), key=lambda rows: gaps_in(leaves, rows))


def flaws(teams: dict[int, int], rows: dict[int, int]) -> float:
    """What speaks against a form, by shares of leaves."""
    total = sum(teams.values())
    stacks = {box: -(-leaves // rows[box]) for box, leaves in teams.items()}
    alike: Counter[int] = Counter()
    found = 0.0
    for box, leaves in teams.items():
        alike[stacks[box] if rows[box] > 1 else 0] += leaves
        found += leaves * RAGGED * gaps_in(leaves, rows[box]) / rows[box]
        found += leaves * SQUARE * (leaves == SMALL and rows[box] == SMALL // 2)
        found += leaves * LONG * (rows[box] > READABLE)
    return (found + MIXED * (total - max(alike.values()))) / total


def fronts_of(
    form: Form, structure: Structure, forest: Forest, options: Options
) -> dict[int, Front]:
    """Per box with leaves, the one size that its leaves have in a form."""
    found = {}
    for box, rows in form.rows.items():
        sizes = [(forest.widths[leaf], forest.heights[leaf]) for leaf in structure.leaves[box]]
        grid = grid_of(sizes, rows, options)
        size = Size(grid.height, grid.width, 0.0, rows)
        found[box] = Front([size], [size.height], [-size.width])
    return found
