"""Cuts: all fields in classes as fine as some rules distinguish customers."""

from collections.abc import Iterable, Mapping

from orgmodel.model import (
    NUMBER_FIELDS,
    TEXT_FIELDS,
    Between,
    Condition,
    DesignError,
    Problem,
    Value,
    Where,
)
from orgmodel.regions.alternative import Alternative, every_condition
from orgmodel.regions.axis import Axis, foreign
from orgmodel.regions.diagram import NONE, Diagram, either, without
from orgmodel.regions.domain import ALWAYS_ONE_OF
from orgmodel.regions.mixed_axis import MixedAxis
from orgmodel.regions.number_axis import NumberAxis
from orgmodel.regions.text_axis import TextAxis

MOST_FIELDS = 200
"""Limit of fields in rules that are compared; matching has none."""

Example = dict[str, Value]
"""Values of a customer by field; None for no value; a field left out may have any or none."""

_ORDER = {name: place for place, name in enumerate(TEXT_FIELDS + NUMBER_FIELDS)}


class Cut:
    """The classes of all fields that some rules use, and the sets of them.

    Args:
        wheres: The rules.

    Attributes:
        axes: By field, in the order of the model, free attributes by name.
        always: The possible classes of fields that every customer has.
        diagram: The sets, with a level for each field.
    """

    def __init__(self, wheres: Iterable[Where]) -> None:
        used: dict[str, list[Condition]] = {}
        for where in wheres:
            for name, condition in every_condition(where):
                used.setdefault(name, []).append(condition)
        names = sorted(used, key=lambda name: (_ORDER.get(name, len(_ORDER)), name))
        self.axes = {name: _axis(name, used[name]) for name in names}
        self.always = {n: axis.possible for n, axis in self.axes.items() if n in ALWAYS_ONE_OF}
        self._levels = {name: level for level, name in enumerate(names)}
        self.diagram = Diagram([axis.possible for axis in self.axes.values()])

    def masks(self, conditions: Mapping[str, Condition]) -> dict[str, int]:
        """Return the classes that conditions hold for, by field."""
        unknown = conditions.keys() - self.axes.keys()
        if unknown:
            raise foreign(min(unknown))
        return {name: self.axes[name].mask(condition) for name, condition in conditions.items()}

    def any_of(self, found: Iterable[Alternative]) -> int:
        """Return the node of the customers for whom any of some alternatives holds."""
        return self.union(self._node(alternative) for alternative in found)

    def union(self, nodes: Iterable[int]) -> int:
        """Return the node of what lies in any of some sets; pairs first, which is faster."""
        waiting = [*nodes]
        while len(waiting) > 1:
            pairs = zip(waiting[::2], waiting[1::2], strict=False)
            odd = waiting[len(waiting) // 2 * 2 :]
            waiting = [self.diagram.combined(either, *pair) for pair in pairs] + odd
        return waiting[0] if waiting else NONE

    def _node(self, alternative: Alternative) -> int:
        box = self.box(self.masks(alternative.conditions))
        if not alternative.unless:
            return box
        return self.diagram.combined(without, box, self.any_of(alternative.unless))

    def box(self, masks: Mapping[str, int]) -> int:
        """Return the node of the customers in some classes of each field given."""
        refuse_many(len(self.axes))
        return self.diagram.box({self._levels[name]: mask for name, mask in masks.items()})

    def meets(self, some: Mapping[str, int], others: Mapping[str, int]) -> bool:
        """Return whether a customer can be in both of two, each some classes of each field."""
        common = ((self.axes[n].possible & some.get(n, -1) & mask) for n, mask in others.items())
        return all(common)

    def example_in(self, masks: Mapping[str, int]) -> Example | None:
        """Return values of a customer in some classes of each field; None if none can be."""
        possible = {name: mask & self.axes[name].possible for name, mask in masks.items()}
        if not all(possible.values()):
            return None
        return {
            name: self.axes[name].witness(possible[name]) for name in self.axes if name in masks
        }

    def example_of(self, node: int) -> Example | None:
        """Return values of a customer in a set; None if it is empty."""
        if node == NONE:
            return None
        way = self.diagram.way(node)
        return self.example_in(
            self.always | {name: way[n] for name, n in self._levels.items() if n in way}
        )


def refuse_many(fields: int) -> None:
    """Raise DesignError if rules use more different fields than can be compared."""
    if fields > MOST_FIELDS:
        sentence = (
            f"The rules of the territories use {fields} different fields; to compare them, "
            f"use at most {MOST_FIELDS}."
        )
        raise DesignError([Problem(sentence)])


def _axis(name: str, conditions: Iterable[Condition]) -> Axis:
    numbers: list[Between] = []
    texts: list[str] = []
    for condition in conditions:
        if isinstance(condition, Between):
            numbers.append(condition)
        else:
            texts += condition
    if not numbers:
        return TextAxis(name, texts)
    if not texts:
        return NumberAxis(name, numbers)
    return MixedAxis(TextAxis(name, texts), NumberAxis(name, numbers))
