"""Ancestors in a hierarchy, found without climbing it."""

from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

from orgmodel.model import Id
from orgmodel.network import Hierarchy

E = TypeVar("E", bound=Id[Any])


class Nesting(Generic[E]):
    """A hierarchy numbered in preorder, so that all below an entity have the numbers after its own.

    Args:
        hierarchy: The hierarchy; entities in a loop are neither above nor below any other.
    """

    def __init__(self, hierarchy: Hierarchy[E]) -> None:
        self._hierarchy = hierarchy
        self._numbers: dict[str, int] = {}
        self._heads: dict[str, E] = {}
        waiting = [(head, head) for head in reversed(hierarchy.heads)]
        while waiting:
            one, head = waiting.pop()
            self._numbers[one.id], self._heads[one.id] = len(self._numbers), head
            waiting += [(below, head) for below in reversed(hierarchy.children_of(one))]

    def head_of(self, one: E) -> E | None:
        """Return the head above an entity, or the entity itself; None for one in a loop."""
        return self._heads.get(one.id)

    def above(self, upper: E, lower: E) -> bool:
        """Return whether an entity is above another, directly or not."""
        high, low = self._numbers.get(upper.id), self._numbers.get(lower.id)
        if high is None or low is None:
            return False
        return high < low <= high + self._hierarchy.below(upper)

    def pairs(self, some: Iterable[E]) -> Iterator[tuple[E, E]]:
        """Yield pairs of entities: the nearest one above, and the one below it."""
        within = (one for one in some if one.id in self._numbers)
        around: list[E] = []
        for one in sorted(within, key=lambda one: self._numbers[one.id]):
            while around and not self.above(around[-1], one):
                around.pop()
            if around:
                yield around[-1], one
            around.append(one)

    def lowest(self, some: Iterable[E]) -> tuple[E, ...]:
        """Return the entities that are above none of the others."""
        some = tuple(some)
        upper = {one.id for one, _ in self.pairs(some)}
        return tuple(one for one in some if one.id not in upper)
