"""The tidy tree, whole levels at a time: contours as arrays of levels below by boxes."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from orgmodel.charts.layout.contours import Contour, packed
from orgmodel.charts.layout.levels import Level

Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
Ints: TypeAlias = NDArray[np.intp]


@dataclass(slots=True)
class Rim:
    """The contours of all subtrees that start on one level; where nothing is, it is infinite.

    Attributes:
        lefts: Left edges, levels below by boxes, seen from the middle of the top.
        rights: Right edges.
        depths: Levels of each subtree.
    """

    lefts: Floats
    rights: Floats
    depths: Ints


def middles(levels: list[Level], reach: tuple[Floats, Floats], gaps: tuple[float, float]) -> Floats:
    """The middle of every box: from the bottom up as offsets, from the top down as places.

    Args:
        levels: The boxes.
        reach: How far each box reaches to the left and to the right of its middle.
        gaps: Between siblings, and between boxes of different parents.
    """
    offsets = []
    rim = bare(levels[-1], reach)
    for level in reversed(levels[:-1]):
        families = level.families
        offsets.append(placed(rim, families, gaps))
        rim = covered(rim, level, families, offsets[-1], reach)
    heads = np.array([0]), np.array([0]), np.array([len(levels[0].boxes)])
    places = placed(rim, heads, (gaps[1], gaps[1]))
    found = np.empty(len(reach[0]))
    found[levels[0].boxes] = places
    for above, below in pairwise(levels):
        places = np.repeat(places, above.children) + offsets.pop()
        found[below.boxes] = places
    return found


def bare(level: Level, reach: tuple[Floats, Floats]) -> Rim:
    """The contours of boxes without children."""
    lefts, rights = -reach[0][None, level.boxes], reach[1][None, level.boxes]
    return Rim(lefts, rights, np.ones(len(level.boxes), dtype=np.intp))


def covered(
    rim: Rim,
    level: Level,
    families: tuple[Ints, Ints, Ints],
    offsets: Floats,
    reach: tuple[Floats, Floats],
) -> Rim:
    """The contours one level up."""
    heads, starts, _ = families
    shape = len(rim.lefts) + 1, len(level.boxes)
    found = Rim(np.full(shape, np.inf), np.full(shape, -np.inf), np.ones(shape[1], dtype=np.intp))
    found.lefts[0], found.rights[0] = -reach[0][level.boxes], reach[1][level.boxes]
    found.lefts[1:, heads] = np.minimum.reduceat(rim.lefts + offsets, starts, axis=1)
    found.rights[1:, heads] = np.maximum.reduceat(rim.rights + offsets, starts, axis=1)
    found.depths[heads] += np.maximum.reduceat(rim.depths, starts)
    return found


def placed(rim: Rim, families: tuple[Ints, Ints, Ints], gaps: tuple[float, float]) -> Floats:
    """The middles of siblings, seen from halfway between the first and the last of them."""
    _, starts, sizes = families
    apart = rim.rights[:, :-1] - rim.lefts[:, 1:]
    apart[0] += gaps[0] - gaps[1]
    found = np.empty(len(rim.depths))
    found[0] = 0.0
    np.cumsum(apart.max(axis=0) + gaps[1], out=found[1:])
    for family in valleys(rim.depths, starts):
        rows = range(starts[family], starts[family] + sizes[family])
        found[rows.start : rows.stop] = packed([contour(rim, row) for row in rows], gaps)
    centres = (found[starts] + found[starts + sizes - 1]) / 2
    found -= np.repeat(centres, sizes)
    return found


def valleys(depths: Ints, starts: Ints) -> list[int]:
    """Families in which a shallow subtree stands between deeper ones.

    Only there can subtrees touch that are not neighbours.
    """
    steps = np.diff(depths, prepend=depths[0])
    steps[starts] = 0
    if not (steps < 0).any() or not (steps > 0).any():
        return []
    place = np.arange(len(depths))
    first_down = np.minimum.reduceat(np.where(steps < 0, place, len(depths)), starts)
    last_up = np.maximum.reduceat(np.where(steps > 0, place, -1), starts)
    found: list[int] = np.flatnonzero(first_down < last_up).tolist()
    return found


def contour(rim: Rim, row: int) -> Contour:
    """One subtree, as lists from the deepest level up."""
    depth = rim.depths[row]
    lefts, rights = rim.lefts[:depth, row][::-1], rim.rights[:depth, row][::-1]
    return Contour(lefts.tolist(), rights.tolist())
