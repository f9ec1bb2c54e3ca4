"""The classes of a field that one rule reads as text and another as a number.

A free attribute may hold either, and a number also counts as the text that it prints as. So its
classes are those of the text alone, and for numbers each pair of a text class with an interval.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import reduce
from itertools import product
from operator import or_

from orgmodel.model import Between, Condition, Value
from orgmodel.regions.axis import MISSING, bits
from orgmodel.regions.number_axis import NumberAxis
from orgmodel.regions.text_axis import TextAxis

_LONGEST = 24
_DECIMALS = 4


class MixedAxis:
    """The classes of a field of text and numbers.

    Which pairs of text and interval a number can fall into is found by trying all that may be the
    least of a pair, with up to 24 digits before the point and 4 behind it. Numbers that are
    written with an exponent are matched, but not searched for.

    Args:
        text: The classes of what it prints as.
        number: The classes of its amount.
    """

    def __init__(self, text: TextAxis, number: NumberAxis) -> None:
        self._text, self._number = text, number
        self._width = number.classes - 1
        self.classes = text.classes + (text.classes - 1) * self._width
        self._found: dict[int, Decimal] = {}
        for candidate in self._candidates():
            self._found.setdefault(self.class_of(candidate), candidate)
        self.possible = (1 << text.classes) - 1 | sum(1 << pair for pair in self._found)

    def class_of(self, value: Value) -> int:
        """Return the class of a value."""
        text = self._text.class_of(value)
        if not isinstance(value, Decimal):
            return text
        return self._pair(text) + self._number.class_of(value) - 1

    def _pair(self, text: int) -> int:
        return self._text.classes + (text - 1) * self._width

    def mask(self, condition: Condition) -> int:
        """Return the classes for which a condition holds."""
        if isinstance(condition, Between):
            met = self._number.mask(condition) >> 1
            return reduce(or_, (met << self._pair(t) for t in range(1, self._text.classes)))
        met = self._text.mask(condition)
        numbers = (1 << self._width) - 1
        return reduce(or_, (numbers << self._pair(text) for text in bits(met)), met)

    def weights(self, condition: Condition) -> Mapping[int, int]:
        """Return how precisely a text condition meets each class; its numbers like its texts."""
        texts = self._text.weights(condition)
        return dict(texts) | {
            self._pair(text) + n: weight
            for text, weight in texts.items()
            for n in range(self._width)
        }

    def witness(self, mask: int) -> Value:
        """Return a readable value of one of the possible classes, rather text than a number."""
        text = mask & (1 << self._text.classes) - 1 & ~(1 << MISSING)
        if text:
            return self._text.witness(text)
        return next((self._found[n] for n in bits(mask & ~(1 << MISSING))), None)

    def _candidates(self) -> Iterator[Decimal]:
        """Yield numbers around the ends of every interval and of all that begins as listed."""
        starts = [pattern.text for pattern in self._text.patterns]
        bounds = self._number.bounds
        yield from _numbers(starts)
        longest = min(_LONGEST, 1 + max(len(text) for text in [*starts, *map(str, bounds)]))
        ends = [*bounds, *_numbers(_filled(starts, longest))]
        for end, places in product(ends, range(_DECIMALS + 1)):
            step = Decimal(1).scaleb(-places)
            try:
                near = end.quantize(step)
            except InvalidOperation:
                continue
            yield from (near, near + step, near - step)


def _filled(starts: Iterable[str], longest: int) -> Iterator[str]:
    """Yield the least and the last number of each length that begins so."""
    for start, more in product(starts, range(longest)):
        for rest in ("0" * more, "9" * more, "1" + "0" * more):
            yield start + rest
            yield from (f"{start}{rest}.{'9' * places}" for places in range(1, _DECIMALS + 1))


def _numbers(texts: Iterable[str]) -> Iterator[Decimal]:
    for text in texts:
        try:
            number = Decimal(text)
        except InvalidOperation:
            continue
        if number.is_finite():
            yield number
