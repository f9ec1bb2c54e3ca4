"""How good a size is, for the proportions that were wished for."""

from math import log

from orgmodel.charts.layout.front import Size

MISFIT = 0.8
"""What missing the proportions by a factor of e costs, as part of the size of the page."""


def price_of(size: Size, proportions: float) -> float:
    """The height of a page that the drawing fills, and more the worse it fills it."""
    page = max(size.width / proportions, size.height)
    shape = max(size.width, 1.0) / max(size.height, 1.0)
    return page * (1 + MISFIT * abs(log(shape / proportions)))
