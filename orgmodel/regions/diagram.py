"""Sets of points in a space of classes, as one shared decision diagram.

A set is the number of a node. A node splits the classes of one field, the *level*, into groups,
each leading to the node for the fields behind it. Equal sets are the same node, so that comparing
sets is comparing numbers. A level that makes no difference is left out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from orgmodel.model import DesignError, Problem

NONE, ALL = 0, 1
MOST_NODES = 500_000
"""Limit of distinct cases (about 300 bytes each) beyond which comparing rules is refused."""

_MISSING_COSTS = 100
_BEHIND = 1 << 30

Operation = Callable[[int, int], int | None]
Edges = tuple[tuple[int, int], ...]


def both(one: int, other: int) -> int | None:
    """Return the points of both sets, if that is plain."""
    if NONE in (one, other):
        return NONE
    if one in (ALL, other):
        return other
    return one if other == ALL else None


def either(one: int, other: int) -> int | None:
    """Return the points of either set, if that is plain."""
    if ALL in (one, other):
        return ALL
    if one in (NONE, other):
        return other
    return one if other == NONE else None


def without(one: int, other: int) -> int | None:
    """Return the points of the first set that are not in the other, if that is plain."""
    if one in (NONE, other) or other == ALL:
        return NONE
    return one if other == NONE else None


class Diagram:
    """All sets made so far over some levels.

    Args:
        full: The classes of each level, as bits; bit 0 is that of having no value.
    """

    def __init__(self, full: Sequence[int]) -> None:
        self._full = full
        self._levels = [_BEHIND, _BEHIND]
        self._edges: list[Edges] = [(), ()]
        self._numbers: dict[tuple[int, Edges], int] = {}
        self._results: dict[tuple[Operation, int, int], int] = {}
        # Of the way to a point of each set that is told in the fewest words: cost and first edge.
        self._ways: list[tuple[int, tuple[int, int]]] = [(1 << 60, (0, NONE)), (0, (0, ALL))]

    def box(self, masks: Mapping[int, int]) -> int:
        """Return the points that lie in some classes of each level given."""
        node = ALL
        for level in sorted(masks, reverse=True):
            inside = masks[level] & self._full[level]
            if not inside:
                return NONE
            node = self._node(level, {node: inside, NONE: self._full[level] & ~inside})
        return node

    def combined(self, how: Operation, one: int, other: int) -> int:
        """Return both, either, or the first without the second.

        Raises:
            DesignError: If there are more than ``MOST_NODES`` distinct cases.
        """
        plain = how(one, other)
        if plain is not None:
            return plain
        key = (how, one, other)
        if key not in self._results:
            level = min(self._levels[one], self._levels[other])
            groups: dict[int, int] = {}
            for mask, left, right in self._pieces(level, one, other):
                node = self.combined(how, left, right)
                groups[node] = groups.get(node, 0) | mask
            self._results[key] = self._node(level, groups)
        return self._results[key]

    def _pieces(self, level: int, one: int, other: int) -> Iterator[tuple[int, int, int]]:
        others = self._split(level, other)
        for left_mask, left in self._split(level, one):
            rest = left_mask
            for right_mask, right in others:
                common = rest & right_mask
                if common:
                    yield common, left, right
                    rest ^= common
                    if not rest:
                        break

    def _split(self, level: int, node: int) -> Edges:
        return self._edges[node] if self._levels[node] == level else ((self._full[level], node),)

    def _node(self, level: int, groups: Mapping[int, int]) -> int:
        edges = tuple(sorted((mask, node) for node, mask in groups.items() if mask))
        if len(edges) == 1:
            return edges[0][1]
        key = (level, edges)
        if key not in self._numbers:
            self._add(key)
        return self._numbers[key]

    def _add(self, key: tuple[int, Edges]) -> None:
        level, edges = key
        number = len(self._levels)
        if number > MOST_NODES:
            raise DesignError([Problem(_TOO_INTRICATE)])
        self._numbers[key] = number
        self._levels.append(level)
        self._edges.append(edges)
        self._ways.append(min((self._cost(edge), edge) for edge in edges))

    def _cost(self, edge: tuple[int, int]) -> int:
        mask, node = edge
        return self._ways[node][0] + (1 if mask > 1 else _MISSING_COSTS)

    def way(self, node: int) -> dict[int, int]:
        """Return, by level, classes all of whose points lie in a set that is not empty.

        Of all ways into the set it is one through the fewest levels, and rather by values than by
        having none.
        """
        masks: dict[int, int] = {}
        while node != ALL:
            mask, following = self._ways[node][1]
            masks[self._levels[node]] = mask
            node = following
        return masks


_TOO_INTRICATE = (
    f"The rules of the territories cut the market into more than {MOST_NODES} different cases, "
    "too many to compare them; use fewer different fields or bounds."
)
