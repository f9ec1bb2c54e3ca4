"""Rules that hold for a customer, and how specific each is."""

from collections.abc import Hashable, Sequence
from decimal import Context, Decimal
from typing import Generic, NamedTuple, TypeVar

from orgmodel.model import Between, exact
from orgmodel.regions.alternative import Alternative
from orgmodel.regions.cut import Cut
from orgmodel.regions.domain import NEVER_NEGATIVE
from orgmodel.regions.text_axis import EXACT

K = TypeVar("K", bound=Hashable)

_INFINITE = Decimal("Infinity")
_UNTRAPPED = Context(traps=[])


class Precision(NamedTuple):
    """Precision: how narrowly conditions hold; the greater is the more precise.

    Attributes:
        exact_values: How many conditions list the very value.
        letters: Summed length of the beginnings by which the other text conditions are met.
        narrowness: For each interval, in the order of the model's fields, its width less than 0
            and where its open side begins; a narrower one is greater.
    """

    exact_values: int = 0
    letters: int = 0
    narrowness: tuple[tuple[Decimal, Decimal], ...] = ()


class Hit(NamedTuple, Generic[K]):
    """A rule that holds for a customer.

    Attributes:
        key: Of the rule.
        conditions: Number of conditions of its alternative that holds; of the most specific one
            if several do.
        precision: How precisely that alternative is met.
    """

    key: K
    conditions: int
    precision: Precision

    @property
    def specificity(self) -> tuple[int, Precision]:
        """What to compare: more conditions are more specific, then greater precision is."""
        return self.conditions, self.precision


class Specificity(Generic[K]):
    """How specific one alternative of a rule is, for customers of any classes.

    Args:
        key: Of the rule.
        alternative: The alternative.
        cut: The classes of all fields.
    """

    def __init__(self, key: K, alternative: Alternative, cut: Cut) -> None:
        conditions = alternative.conditions
        self._key, self._count = key, len(conditions)
        self._narrowness = tuple(
            _narrow(n, c) for n, c in conditions.items() if isinstance(c, Between)
        )
        self._weights = [
            (place, cut.axes[name].weights(conditions[name]))
            for place, name in enumerate(cut.axes)
            if not isinstance(conditions.get(name, Between()), Between)
        ]
        self._hits: dict[int, Hit[K]] = {}

    def hit(self, classes: Sequence[int]) -> Hit[K]:
        """Return the hit where the alternative holds."""
        weight = 0
        for place, weights in self._weights:
            weight += weights[classes[place]]
        if weight not in self._hits:
            precision = Precision(*divmod(weight, EXACT), self._narrowness)
            self._hits[weight] = Hit(self._key, self._count, precision)
        return self._hits[weight]


def _narrow(name: str, interval: Between) -> tuple[Decimal, Decimal]:
    least = Decimal(0) if name in NEVER_NEGATIVE else -_INFINITE
    low = least if interval.at_least is None else exact(interval.at_least)
    below = _INFINITE if interval.below is None else exact(interval.below)
    width = _UNTRAPPED.subtract(below, low)
    return -width, low if low.is_finite() else -below
