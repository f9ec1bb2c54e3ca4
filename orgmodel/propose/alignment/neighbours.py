"""Units and their neighbours as sets of bits: what hangs together, and what separates it."""

from collections.abc import Iterable, Iterator, Sequence


class Neighbours:
    """Which units touch which, each set of units as the bits of one integer.

    Args:
        count: How many units there are, numbered from 0.
        edges: Pairs of units that touch; order and repetition make no difference.

    Attributes:
        lists: The neighbours of each unit, ascending.
        masks: The same as bits.
    """

    def __init__(self, count: int, edges: Iterable[tuple[int, int]]) -> None:
        sets: list[set[int]] = [set() for _ in range(count)]
        for one, other in edges:
            if one != other:
                sets[one].add(other)
                sets[other].add(one)
        self.count = count
        self.lists = [sorted(each) for each in sets]
        self.masks = [mask_of(each) for each in self.lists]

    def reached(self, start: int, within: int) -> int:
        """Return what can be walked to from a set of units without leaving another, as bits."""
        masks, found, todo = self.masks, start, start
        while todo:
            unit = todo & -todo
            todo ^= unit
            new = masks[unit.bit_length() - 1] & within & ~found
            found |= new
            todo |= new
        return found

    def parts(self, units: int) -> list[int]:
        """Return the connected parts of a set of units, as bits, the lowest unit first."""
        found = []
        while units:
            part = self.reached(units & -units, units)
            found.append(part)
            units &= ~part
        return found

    def connected(self, units: int) -> bool:
        """Return whether a set of units hangs together; an empty one does."""
        return not units or self.reached(units & -units, units) == units

    def around(self, units: int) -> int:
        """Return the units that touch a set of units and are not in it, as bits."""
        found = 0
        for unit in bits(units):
            found |= self.masks[unit]
        return found & ~units

    def separator(self, part: int, goal: int) -> int:
        """Return units without which a part cannot reach a goal, none of them needless.

        Args:
            part: A connected set of units.
            goal: Units that do not touch the part.
        """
        everything = (1 << self.count) - 1
        border = self.around(part)
        beyond = self.reached(goal, everything & ~border)
        return border & self.around(beyond)


def mask_of(units: Iterable[int]) -> int:
    """Return units as the bits of an integer."""
    found = 0
    for unit in units:
        found |= 1 << unit
    return found


def bits(mask: int) -> Iterator[int]:
    """Yield the units of a set of bits, ascending."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def masks_of(plan: Sequence[int], territories: int) -> list[int]:
    """Return the units of each territory of a plan, as bits."""
    found = [0] * territories
    for unit, territory in enumerate(plan):
        found[territory] |= 1 << unit
    return found
