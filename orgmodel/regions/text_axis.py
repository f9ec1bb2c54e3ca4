"""The classes of a text field: each listed value, each listed beginning, any other, none."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from string import ascii_lowercase, digits

from orgmodel.model import Between, Condition, Value
from orgmodel.regions.axis import MISSING, Unlisted, bits, foreign
from orgmodel.regions.domain import ALWAYS_ONE_OF
from orgmodel.regions.pattern import Pattern, patterns

EXACT = 1 << 32
"""Weight of meeting a listed value itself; above that of any beginning, which is its length."""

_OTHER = 1
_REMEMBERED = 1 << 16
_POSTAL_CODE_LENGTH = 5
_IDEOGRAPHS = range(0x4E00, 0x9FFF)


class TextAxis:
    """The classes of a text field.

    The class of a listed beginning is all texts that start with it, less those that are listed
    themselves or start with a longer one that is listed. Classes are numbered in the order of
    their texts, so those below one beginning are neighbours.

    Args:
        name: The field.
        listed: All values listed by conditions on it.
    """

    def __init__(self, name: str, listed: Iterable[str]) -> None:
        self._name, self._nested = name, name == "place"
        self._spelling = {Pattern("", exact=False): ""}
        for value in listed:
            for pattern, spelling in patterns(value, nested=self._nested):
                self._spelling.setdefault(pattern, spelling)
        self.patterns = sorted(self._spelling)
        self._texts = [pattern.text for pattern in self.patterns]
        self._numbers = {pattern: number for number, pattern in enumerate(self.patterns, 1)}
        self._wholes = {p.text: number for p, number in self._numbers.items() if p.exact}
        self._starts = {p.text: number for p, number in self._numbers.items() if not p.exact}
        self._lengths = sorted({len(start) for start in self._starts}, reverse=True)
        self._exact = sum(1 << number for p, number in self._numbers.items() if p.exact)
        self.classes = len(self.patterns) + 1
        self._look_up = lru_cache(_REMEMBERED)(self._class_of)
        self._known = {self.class_of(value): value for value in ALWAYS_ONE_OF.get(name, ())}
        self.possible = sum(1 << number for number in self._known) or (1 << self.classes) - 1

    def class_of(self, value: Value) -> int:
        """Return the class of a value; a number counts as the text that it prints as."""
        return MISSING if value is None else self._look_up(str(value))

    def _class_of(self, value: str) -> int:
        text = value.casefold()
        number = self._wholes.get(text)
        if number is not None:
            return number
        for length in self._lengths:
            number = self._starts.get(text[:length])
            if number is not None:
                return number
        return _OTHER

    def mask(self, condition: Condition) -> int:
        """Return the classes for which a condition holds."""
        met = 0
        for number in self._met_by(condition):
            met |= (1 << number.stop) - (1 << number.start)
        return met

    def weights(self, condition: Condition) -> Mapping[int, int]:
        """Return how precisely a condition meets each class: ``EXACT``, or length of beginning."""
        by_length = sorted(self._met_by(condition), key=self._weight)
        return {number: self._weight(met) for met in by_length for number in met}

    def _weight(self, met: range) -> int:
        pattern = self.patterns[met.start - 1]
        return EXACT if pattern.exact else len(pattern.text)

    def _met_by(self, condition: Condition) -> Iterator[range]:
        listed = () if isinstance(condition, Between) else condition
        for pattern, _ in chain.from_iterable(patterns(v, nested=self._nested) for v in listed):
            if pattern not in self._numbers:
                raise foreign(f"{self._name} {pattern.text!r}")
            first = self._numbers[pattern]
            yield range(first, first + 1 if pattern.exact else self._end_of(pattern.text))

    def _end_of(self, start: str) -> int:
        return 1 + bisect_right(self._texts, start, key=lambda text: text[: len(start)])

    def witness(self, mask: int) -> Value:
        """Return a readable text of one of the classes; a listed one if there is any."""
        for choice in (mask & self._exact, mask & -(1 << _OTHER + 1), mask & 1 << _OTHER):
            for number in bits(choice):
                return self._known.get(number) or self._text_in(number)
        return None

    def _text_in(self, number: int) -> str:
        pattern = self.patterns[number - 1]
        spelling = self._spelling[pattern]
        if pattern.exact:
            return spelling
        text = next(text for text in self._longer(spelling) if self.class_of(text) == number)
        return Unlisted(text) if number == _OTHER else text

    def _longer(self, start: str) -> Iterator[str]:
        if self._name == "postal_code" and start:
            yield from (start.ljust(_POSTAL_CODE_LENGTH, digit) for digit in digits)
        if start[-1:].isalnum():
            yield start
        if not start:
            yield "other"
        for char in chain(digits[1:], ascii_lowercase, map(chr, _IDEOGRAPHS)):
            yield start + char
