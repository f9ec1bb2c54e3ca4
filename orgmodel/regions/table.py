"""All alternatives of many rules, asked at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_

from orgmodel.model.where import Value
from orgmodel.regions.alternative import Alternative
from orgmodel.regions.axis import bits
from orgmodel.regions.cut import Cut


class Table:
    """Which alternatives can hold for each class of each field, as bits.

    Args:
        cut: The classes.
        found: The alternatives; bit n is the n-th. Their exceptions have the bits behind.
    """

    def __init__(self, cut: Cut, found: Iterable[Alternative]) -> None:
        self._numbers = _numbered(found)
        self._cut, self._everything = cut, (1 << len(self._numbers)) - 1
        self.masks = {one: cut.masks(one.conditions) for one in self._numbers}
        self._columns = {name: self._column(name) for name in cut.axes}
        self._in_order = [*self._columns.values()]
        self._reads: list[tuple[str, Callable[[Value], int]]] = [
            (name, axis.class_of) for name, axis in cut.axes.items()
        ]

    def _column(self, name: str) -> list[int]:
        asking = [one for one, masks in self.masks.items() if name in masks]
        others = self._everything ^ sum(1 << self._numbers[one] for one in asking)
        column = [others] * self._cut.axes[name].classes
        for one in asking:
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
        found = self._everything
        for column, number in zip(self._in_order, classes, strict=True):
            found &= column[number]
        return found

    def holds(self, alternative: Alternative, met: int) -> bool:
        """Return whether an alternative holds where the conditions of those given do."""
        return bool(met >> self._numbers[alternative] & 1) and not any(
            self.holds(exception, met) for exception in alternative.unless
        )

    def meeting(self, alternative: Alternative) -> int:
        """Return the alternatives that some customer can meet together with this one, as bits."""
        found = self._everything
        for name, mask in self.masks[alternative].items():
            column, possible = self._columns[name], self._cut.axes[name].possible
            found &= reduce(or_, (column[number] for number in bits(mask & possible)), 0)
        return found


def _numbered(found: Iterable[Alternative]) -> dict[Alternative, int]:
    waiting = [*found]
    numbers: dict[Alternative, int] = {}
    for one in waiting:
        numbers.setdefault(one, len(numbers))
        waiting += (exception for exception in one.unless if exception not in numbers)
    return numbers
