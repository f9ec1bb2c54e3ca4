"""Where the boxes of a tidy tree stand, by the way that suits its shape."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from orgmodel.charts.layout import deep, tidy
from orgmodel.charts.layout.forest import Forest, Options
from orgmodel.charts.layout.levels import Level, levels_of
from orgmodel.charts.layout.structure import Structure, structure_of
from orgmodel.charts.layout.tidy import Floats, Ints

DEEP = 64
"""With more levels than this there is little on each of them, and plain lists are faster."""
CELLS_PER_BOX = 16
"""Contours as arrays may have so many cells per box, empty ones included."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far boxes with their side boxes reach from their trunks, and down."""

    left: Floats
    right: Floats
    down: Floats


def places(
    forest: Forest, reach: Reach, options: Options, structure: Structure | None = None
) -> tuple[Floats, Floats]:
    """Trunks and tops of all boxes; those at the side are still to be placed.

    Args:
        forest: The boxes; only the parents are looked at.
        reach: How much room each of them needs.
        options: The gaps.
        structure: Who is whose report, if it is known; it is needed for side boxes.
    """
    gaps = options.sibling_gap, options.team_gap
    kept, parents = ordinary(forest, structure)
    left, right, down = reach.left[kept], reach.right[kept], reach.down[kept]
    levels = levels_of(parents, DEEP)
    x, y = np.zeros(len(reach.down)), np.zeros(len(reach.down))
    if shallow(levels):
        x[kept] = tidy.middles(levels, (left, right), gaps)
        tallest = [float(down[level.boxes].max()) for level in levels]
        rows = np.empty(len(down))
        for level, top in zip(levels, tops(tallest, options.level_gap), strict=True):
            rows[level.boxes] = top
        y[kept] = rows
    else:
        structure = structure or structure_of(forest)
        children = [*structure.children, structure.heads]
        sides = reach.left.tolist(), reach.right.tolist()
        x[:] = deep.middles(structure.order, children, sides, gaps)
        depths = depths_of(structure)
        heights = np.zeros(depths.max() + 1)
        np.maximum.at(heights, depths, reach.down)
        y[:] = np.array(tops(heights.tolist(), options.level_gap))[depths]
    x -= float((x[kept] - left).min())
    return x, y


def ordinary(forest: Forest, structure: Structure | None) -> tuple[Ints | slice, Ints]:
    """The boxes that are not at the side, and their parents among themselves."""
    parents = np.asarray(forest.parents, dtype=np.intp)
    beside = [side for sides in structure.sides for side in sides] if structure else []
    if not beside:
        return slice(None), parents
    kept = np.delete(np.arange(len(parents)), beside)
    renumbered = np.full(len(parents) + 1, -1)
    renumbered[kept] = np.arange(len(kept))
    return kept, renumbered[parents[kept]]


def shallow(levels: Sequence[Level]) -> bool:
    """Whether arrays of boxes by levels below them are affordable."""
    boxes = sum(len(level.boxes) for level in levels)
    cells = sum(len(level.boxes) * (len(levels) - depth) for depth, level in enumerate(levels))
    return len(levels) <= DEEP and cells <= CELLS_PER_BOX * boxes + DEEP * DEEP


def tops(tallest: Sequence[float], gap: float) -> list[float]:
    """The upper edge of every level, given the tallest box of each."""
    found = [0.0]
    for height in tallest[:-1]:
        found.append(found[-1] + height + gap)
    return found


def depths_of(structure: Structure) -> Ints:
    """The level of every box; that of a box at the side is not used."""
    found = np.zeros(len(structure.order), dtype=np.intp)
    for box in structure.order:
        for child in structure.children[box]:
            found[child] = found[box] + 1
    return found
