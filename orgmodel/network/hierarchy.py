"""Hierarchies: one index for reporting lines, territories and account families."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, Generic, TypeVar

from orgmodel.model import Id

E = TypeVar("E", bound=Id[Any])


class Hierarchy(Generic[E]):
    """Entities of one kind under each other, indexed; every look-up works without recursion.

    An entity whose parent is not there counts as a head; one that names itself is a loop of one
    and nobody's parent.

    Args:
        entities: The entities, in the order that is to be kept.
        parent: Returns the id of an entity's parent, or None.
    """

    def __init__(self, entities: Iterable[E], parent: Callable[[E], object]) -> None:
        self._entities = {entity.id: entity for entity in entities}
        pairs = ((entity.id, parent(entity)) for entity in self._entities.values())
        named = ((who, str(up)) for who, up in pairs if up is not None)
        self._parent = {who: up for who, up in named if up in self._entities}

    def __contains__(self, id_: str) -> bool:
        return id_ in self._entities

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for who, up in self._parent.items():
            if who != up:
                found[up].append(who)
        return found

    def parent_of(self, entity: E) -> E | None:
        """Return the entity directly above, or None for a head."""
        return self._entities.get(self._parent.get(entity.id, ""))

    def children_of(self, entity: E) -> tuple[E, ...]:
        """Return the entities directly below, in order."""
        return tuple(self._entities[who] for who in self._children.get(entity.id, ()))

    @cached_property
    def heads(self) -> tuple[E, ...]:
        """The entities with nothing above them."""
        return tuple(e for e in self._entities.values() if e.id not in self._parent)

    @cached_property
    def loops(self) -> tuple[tuple[E, ...], ...]:
        """The cycles of entities below each other, each starting at its smallest id.

        With one parent per entity, every connected group has at most one ring, so each is the
        shortest of its group. An entity below itself is a ring of one.
        """
        seen: dict[str, int] = {}
        rings = []
        for start, who in enumerate(self._parent):
            path = []
            while who in self._parent and who not in seen:
                seen[who] = start
                path.append(who)
                who = self._parent[who]  # noqa: PLW2901 - the walk upwards begins at this entity
            if path and seen.get(who) == start:
                rings.append(_turned(path[path.index(who) :]))
        return tuple(tuple(self._entities[who] for who in ring) for ring in rings)

    @cached_property
    def _order(self) -> list[tuple[str, int]]:
        """Every entity that hangs below a head, parents first, with its depth."""
        order = [(head.id, 0) for head in self.heads]
        for who, depth in order:
            order.extend((child, depth + 1) for child in self._children.get(who, ()))
        return order

    @cached_property
    def depths(self) -> dict[str, int]:
        """Levels below the head by id, 0 for a head; those in a loop or below it are left out."""
        return dict(self._order)

    @cached_property
    def _below(self) -> dict[str, int]:
        counts = dict.fromkeys(self.depths, 0)
        for who, depth in reversed(self._order):
            if depth:
                counts[self._parent[who]] += counts[who] + 1
        return counts

    def below(self, entity: E) -> int:
        """Return the number of entities below one, directly or not; 0 in a loop or below it."""
        return self._below.get(entity.id, 0)

    def chain_of(self, entity: E) -> tuple[E, ...]:
        """Return the entities above one, from the nearest to the head, each once."""
        chain: dict[str, E] = {}
        above = self.parent_of(entity)
        while above is not None and above.id not in chain and above.id != entity.id:
            chain[above.id] = above
            above = self.parent_of(above)
        return tuple(chain.values())


def _turned(ring: list[str]) -> list[str]:
    first = ring.index(min(ring))
    return ring[first:] + ring[:first]
