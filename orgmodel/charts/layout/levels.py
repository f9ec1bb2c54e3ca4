"""Boxes by level, each family together and in order."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Level:
    """The boxes of one level.

    Attributes:
        boxes: Their numbers, families together.
        children: How many boxes of the next level hang from each of them.
    """

    boxes: NDArray[np.intp]
    children: NDArray[np.intp]

    @property
    def families(self) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
        """Which boxes have children; where these start in the next level; how many they are."""
        heads = np.flatnonzero(self.children)
        sizes = self.children[heads]
        return heads, sizes.cumsum() - sizes, sizes


def levels_of(parents: NDArray[np.intp], most: int) -> list[Level]:
    """Heads first, then level by level down to the last, or until there are more than `most`."""
    if len(parents) and (np.diff(parents) >= 0).all():
        by_parent = np.arange(len(parents))
    else:
        by_parent = np.argsort(parents, kind="stable")
    count = np.bincount(parents + 1, minlength=len(parents) + 1)
    start = count.cumsum() - count
    boxes = by_parent[: count[0]]
    found: list[Level] = []
    while len(boxes) and len(found) <= most:
        children = count[boxes + 1]
        found.append(Level(boxes, children))
        total = int(children.sum())
        shift = start[boxes + 1] - (children.cumsum() - children)
        boxes = by_parent[np.arange(total) + np.repeat(shift, children)]
    return found
