"""A box together with the assistants and coordinators at the side of its trunk."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.charts.layout.forest import Options


@dataclass(frozen=True, slots=True)
class Unit:
    """A box and its side boxes as one block.

    Attributes:
        width: Of the whole block, in points.
        height: Of the whole block, in points.
        trunk: From the left edge of the block to the line that leaves the box downwards.
        places: Per side box, its top left corner from the trunk and the top of the block.
    """

    width: float
    height: float
    trunk: float
    places: tuple[tuple[float, float], ...] = ()

    def mirrored(self, sides: Sequence[tuple[float, float]]) -> "Unit":
        """The block seen in a mirror, given the sizes of its side boxes."""
        places = tuple(
            (-across - width, down)
            for (across, down), (width, _) in zip(self.places, sides, strict=True)
        )
        return Unit(self.width, self.height, self.width - self.trunk, places)


def unit_of(
    size: tuple[float, float],
    sides: Sequence[tuple[float, float]],
    options: Options,
    *,
    flush: bool,
) -> Unit:
    """Place side boxes below a box: right, left, right, ... of the trunk; flush: right only.

    Args:
        size: Width and height of the box.
        sides: Width and height of every side box.
        options: `indent` is the length of the line from the trunk, `stack_gap` the distance
            between rows of side boxes.
        flush: The box stands at the left edge of the block.
    """
    width, height = size
    left = right = width / 2
    places = []
    step = 1 if flush else 2
    for start in range(0, len(sides), step):
        row = sides[start : start + step]
        top = height + options.stack_gap
        places.append((options.indent, top))
        right = max(right, options.indent + row[0][0])
        places.extend((-options.indent - other, top) for other, _ in row[1:])
        left = max([left, *(options.indent + other for other, _ in row[1:])])
        height = top + max(tall for _, tall in row)
    return Unit(left + right, height, left, tuple(places))
