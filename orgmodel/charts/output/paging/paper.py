"""Sheets of paper."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

Paper: TypeAlias = Literal["A4", "A3", "16:9"]
PAPERS: tuple[Paper, ...] = get_args(Paper)


@dataclass(frozen=True)
class Size:
    """Width and height in points, lying."""

    width: float
    height: float


SIZES: dict[Paper, Size] = {
    "A4": Size(841.89, 595.28),
    "A3": Size(1190.55, 841.89),
    "16:9": Size(960.0, 540.0),
}
"""ISO 216, and the slide of common presentation programs (13 1/3 by 7 1/2 inches)."""

LARGEST = Size(3370.39, 2383.94)
"""A0: what is not legible on it is legible on no paper."""
_LEGIBLE = 0.8
"""Cards at this scale have texts of 6 points, about the least that one can read in print."""


def is_legible(width: float, height: float) -> bool:
    """Return whether a picture of a size in points is legible on the largest paper."""
    fits = LARGEST.width >= width * _LEGIBLE and LARGEST.height >= height * _LEGIBLE
    return fits or (LARGEST.width >= height * _LEGIBLE and LARGEST.height >= width * _LEGIBLE)
