"""The classes of a number field: the half-open intervals between all bounds, and no number."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from decimal import ROUND_CEILING, Decimal

from orgmodel.model import Amount, Between, Condition, Value, exact
from orgmodel.regions.axis import MISSING, bits, foreign
from orgmodel.regions.domain import NEVER_NEGATIVE, WHOLE


class NumberAxis:
    """The classes of a number field; class n goes from the bound before to bound n.

    Args:
        name: The field.
        conditions: All conditions on it.
    """

    def __init__(self, name: str, conditions: Iterable[Between]) -> None:
        ends = (end for c in conditions for end in (c.at_least, c.below) if end is not None)
        self._name = name
        self.bounds = sorted({exact(end) for end in ends})
        self.classes = len(self.bounds) + 2
        numbers = (n for n in range(1, self.classes) if self._number_in(n) is not None)
        self.possible = 1 << MISSING | sum(1 << number for number in numbers)

    def class_of(self, value: Value) -> int:
        """Return the class of a value; text has the class of no number."""
        return bisect_right(self.bounds, value) + 1 if isinstance(value, Decimal) else MISSING

    def mask(self, condition: Condition) -> int:
        """Return the classes for which a condition holds."""
        if not isinstance(condition, Between):
            return 0
        first = 1 if condition.at_least is None else self._class_from(condition.at_least)
        end = self.classes if condition.below is None else self._class_from(condition.below)
        return (1 << end) - (1 << first) if first < end else 0

    def _class_from(self, bound: Amount) -> int:
        number = bisect_left(self.bounds, exact(bound))
        if self.bounds[number : number + 1] != [exact(bound)]:
            raise foreign(f"{self._name} {bound}")
        return number + 2

    def weights(self, condition: Condition) -> Mapping[int, int]:
        """Return nothing: an interval meets all its numbers alike."""
        del condition
        return {}

    def witness(self, mask: int) -> Value:
        """Return the least readable number of the classes, mostly a bound."""
        return next((self._number_in(n) for n in bits(mask & ~(1 << MISSING))), None)

    def interval(self, number: int) -> tuple[Decimal | None, Decimal | None]:
        """Return the lower bound (included) and the upper one (not included); None for no bound."""
        low = self.bounds[number - 2] if number > 1 else None
        return low, self.bounds[number - 1] if number <= len(self.bounds) else None

    def _number_in(self, number: int) -> Decimal | None:
        low, below = self.interval(number)
        found = _below(below) if low is None else low
        if self._name in NEVER_NEGATIVE:
            found = max(found, Decimal(0))
        if self._name in WHOLE:
            found = found.to_integral_value(ROUND_CEILING)
        return found if below is None or found < below else None


def _below(bound: Decimal | None) -> Decimal:
    """Return a number below the bound, however long the bound is."""
    return Decimal(0) if bound is None or bound > 0 else 2 * bound - 1
