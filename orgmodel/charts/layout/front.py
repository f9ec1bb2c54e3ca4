"""The useful sizes of a block: the flatter, the wider."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Size(NamedTuple):
    """One way to arrange a block.

    Attributes:
        height: In points.
        width: In points.
        budget: What every part may take: height in rows, width where parts hang below another.
        rows: Rows of the arrangement (boxes per stack, for leaves).
    """

    height: float
    width: float
    budget: float = 0.0
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Front:
    """Sizes of one block, ascending in height and descending in width.

    Attributes:
        sizes: The sizes.
        heights: Their heights.
        narrowness: Their widths, negative: ascending, so that they can be searched.
    """

    sizes: Sequence[Size]
    heights: Sequence[float]
    narrowness: Sequence[float]

    def no_taller(self, height: float) -> int:
        """The narrowest size within a height, or else the flattest."""
        return max(bisect_right(self.heights, height) - 1, 0)

    def no_wider(self, width: float) -> int:
        """The flattest size within a width, or else the narrowest."""
        return min(bisect_left(self.narrowness, -width), len(self.sizes) - 1)


@dataclass(frozen=True, slots=True)
class Limits:
    """Which sizes are worth keeping.

    Attributes:
        count: How many sizes of a block to keep.
        height: Blocks taller than this, in points, don't fit the drawing.
        width: Blocks wider than this, in points, don't fit the drawing.
    """

    count: int
    height: float
    width: float


def front_of(sizes: Iterable[Size], limits: Limits) -> Front:
    """Keep the sizes that no other size beats in both directions, and not too many of them."""
    kept: list[Size] = []
    for size in sorted(sizes):
        if not kept or size.width < kept[-1].width - 0.01:
            kept.append(size)
    kept = thinned(fitting(kept, limits), limits.count)
    return Front(kept, [size.height for size in kept], [-size.width for size in kept])


def fitting(sizes: list[Size], limits: Limits) -> list[Size]:
    """Those that fit the drawing; the one that comes nearest if none does."""
    low = [size for size in sizes if size.height <= limits.height] or sizes[:1]
    return [size for size in low if size.width <= limits.width] or low[-1:]


def thinned(values: list[T], count: int) -> list[T]:
    """At most `count` of the values, evenly taken, with the first and the last."""
    if len(values) <= count:
        return values
    step = (len(values) - 1) / (count - 1)
    return [values[round(place * step)] for place in range(count)]
