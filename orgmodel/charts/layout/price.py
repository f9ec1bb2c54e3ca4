"""How good a size is, for the proportions that were wished for."""

from dataclasses import dataclass
from math import log

from orgmodel.charts.layout.front import Size

MISFIT = 0.8
"""What missing the proportions by a factor of e costs, as part of the size of the page."""
FEW, MANY = 15, 60
"""Below the first number of boxes a tidy look matters most, above the second the size does."""
FREEDOM = log(1.6)
"""How far, as a logarithm, a drawing of few boxes may miss the proportions without cost."""
EASE = 0.7
"""How much less the size of a page matters for few boxes, which are legible anyway."""
PATIENCE = 0.6
"""How much less missed proportions matter for few boxes."""
UPRIGHT = 1.12
"""What it costs that a drawing of few boxes stands where a lying one was wished for, or lies."""
TIDINESS = 2.0
"""How much more it costs that few boxes look untidy."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Wanted proportions, and how far they may be missed for the sake of tidiness.

    Attributes:
        proportions: Wanted width divided by height.
        few: 1 for a drawing of few boxes, 0 for one of many, and anything between.
    """

    proportions: float
    few: float = 0.0

    def price(self, size: Size, flaws: float = 1.0) -> float:
        """The height of a page that the drawing fills, and more the worse it looks and fills it.

        Args:
            size: Of the whole drawing.
            flaws: What it must gain in size for its look, as a factor.
        """
        few, height = self.few, max(size.height, 1.0)
        page = max(size.width / self.proportions, height)
        shape = max(size.width, 1.0) / height
        missed = max(abs(log(shape / self.proportions)) - FREEDOM * few, 0.0)
        misfit = 1 + MISFIT * (1 - PATIENCE * few) * missed
        turned = (shape - 1) * (self.proportions - 1) < 0
        misfit *= 1 + (UPRIGHT - 1) * few * turned
        untidy = 1 + (flaws - 1) * (1 + TIDINESS * few)
        return float(page ** (1 - EASE * few) * misfit * untidy)


def wish_for(proportions: float, boxes: int) -> Wish:
    """The wish for a drawing of so many boxes."""
    few = (MANY - boxes) / (MANY - FEW)
    return Wish(proportions, min(max(few, 0.0), 1.0))
