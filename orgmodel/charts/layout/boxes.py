"""Boxes that have found their places."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Boxes:
    """Where boxes stand: left and top edges, widths, heights, in points."""

    x: Sequence[float]
    y: Sequence[float]
    widths: Sequence[float]
    heights: Sequence[float]

    def centre(self, box: int) -> float:
        """Halfway between the left and the right edge."""
        return self.x[box] + self.widths[box] / 2

    def right(self, box: int) -> float:
        """The right edge."""
        return self.x[box] + self.widths[box]

    def bottom(self, box: int) -> float:
        """The lower edge."""
        return self.y[box] + self.heights[box]

    def waist(self, box: int) -> float:
        """Halfway between the upper and the lower edge, where ticks arrive."""
        return self.y[box] + self.heights[box] / 2
