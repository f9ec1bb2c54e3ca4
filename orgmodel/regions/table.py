"""Table of alternatives: all alternatives of many rules, evaluated at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_

from orgmodel.model import Value
from orgmodel.regions.alternative import Alternative, with_exceptions
from orgmodel.regions.axis import bits
from orgmodel.regions.cut import Cut


class Table:
    """Which alternatives can hold for each class of each field, as bits.

    Args:
        cut: The classes.
        found: The alternatives; bit n is the n-th. Their exceptions have the bits behind.

    Attributes:
        everything: All bits.
        masks: The classes that each alternative holds for, by field.
    """

    def __init__(self, cut: Cut, found: Iterable[Alternative]) -> None:
        self._numbers = {one: number for number, one in enumerate(with_exceptions(found))}
        self._cut, self.everything = cut, (1 << len(self._numbers)) - 1
        self.masks = {one: cut.masks(one.conditions) for one in self._numbers}
        self._columns = {name: self._column(name) for name in cut.axes}
        self._in_order = [*self._columns.values()]
        self._reads: list[tuple[str, Callable[[Value], int]]] = [
            (name, axis.class_of) for name, axis in cut.axes.items()
        ]

    def _column(self, name: str) -> list[int]:
        using = [one for one, masks in self.masks.items() if name in masks]
        others = self.everything ^ sum(1 << self._numbers[one] for one in using)
        column = [others] * self._cut.axes[name].classes
        for one in using:
            bit = 1 << self._numbers[one]
            for number in bits(self.masks[one][name]):
                column[number] |= bit
        return column

    def classes_of(self, values: Mapping[str, Value]) -> tuple[int, ...]:
        """Return the class of each field for the values of a customer."""
        get = values.get
        return tuple([class_of(get(name)) for name, class_of in self._reads])

    def met(self, classes: Sequence[int]) -> int:
        """Return the alternatives whose conditions hold, whatever their exceptions, as bits."""
        found = self.everything
        for column, number in zip(self._in_order, classes, strict=True):
            found &= column[number]
        return found

    def holds(self, alternative: Alternative, met: int) -> bool:
        """Return whether an alternative holds where the conditions of those given do."""
        return bool(met >> self._numbers[alternative] & 1) and not any(
            self.holds(exception, met) for exception in alternative.unless
        )

    def meeting(self, masks: Mapping[str, int]) -> int:
        """Return the alternatives that customers in some classes of fields can meet, as bits."""
        found = self.everything
        for name, mask in masks.items():
            column, possible = self._columns[name], self._cut.axes[name].possible
            found &= reduce(or_, (column[number] for number in bits(mask & possible)), 0)
        return found

    def bits_of(self, some: Iterable[Alternative]) -> int:
        """Return some of the alternatives as bits."""
        return reduce(or_, (1 << self._numbers[one] for one in some), 0)

    def column(self, name: str) -> Sequence[int]:
        """Return the alternatives that can hold for each class of a field, as bits."""
        return self._columns[name]
