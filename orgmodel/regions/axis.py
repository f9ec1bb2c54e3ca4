"""Axes: the values of one field in classes that no rule distinguishes."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import Protocol

from orgmodel.model import Condition, Value

MISSING = 0
"""The class of customers without a value that the rules on a field could hold for."""


class Unlisted(str):
    """A text that stands for all texts that no rule lists."""

    __slots__ = ()


class Axis(Protocol):
    """The classes of one field, numbered from 0; a set of classes is an integer of bits.

    Attributes:
        classes: Number of classes.
        possible: Those that the value of some customer can fall into.
    """

    classes: int
    possible: int

    @abstractmethod
    def class_of(self, value: Value) -> int:
        """Return the class of a value."""

    @abstractmethod
    def mask(self, condition: Condition) -> int:
        """Return the classes for which a condition holds.

        Raises:
            ValueError: If the axis was not cut by this condition.
        """

    @abstractmethod
    def weights(self, condition: Condition) -> Mapping[int, int]:
        """Return how precisely a text condition meets each class that it holds for."""

    @abstractmethod
    def witness(self, mask: int) -> Value:
        """Return a readable value of one of the possible classes given; None for no value."""


def bits(mask: int) -> Iterator[int]:
    """Yield the positions of the bits set, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def foreign(what: object) -> ValueError:
    """Return the error for a rule that a space was not made from."""
    return ValueError(f"{what} is in none of the rules that this space was made from")
