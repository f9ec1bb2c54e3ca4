"""Gap search: one customer that no rule holds for.

Where many rules overlap in many fields, all gaps together may be too many to hold; one is soon
found all the same, as a class that fewer rules use is never worse than one that more use.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from orgmodel.model import DesignError, Problem
from orgmodel.regions.alternative import Alternative
from orgmodel.regions.axis import bits
from orgmodel.regions.cut import Cut, refuse_many
from orgmodel.regions.table import Table

MOST_STEPS = 200_000
"""Limit of groups of classes looked at; some seconds."""

Masks = dict[str, int]


class GapSearch:
    """The search for a customer that no alternative holds for.

    Args:
        cut: The classes of all fields.
        covers: The alternatives.

    Raises:
        DesignError: If they use more than 200 fields.
    """

    def __init__(self, cut: Cut, covers: Sequence[Alternative]) -> None:
        self._cut, self._table, self._covers = cut, Table(cut, covers), covers
        self._asked = self._table.bits_of(covers)
        self._opening = self._table.bits_of(_opening(covers))
        used = Counter(name for masks in self._table.masks.values() for name in masks)
        refuse_many(len(used))
        self._fields = [name for name, _ in used.most_common()]
        self._settled = self._settled_from()
        self._covered: set[tuple[int, int]] = set()
        self._steps = 0

    def _settled_from(self) -> list[int]:
        """Return, for each place in the fields, the plain covers that ask for none from there."""
        plain = [one for one in self._covers if not one.unless]
        return [
            self._table.bits_of(
                one for one in plain if not any(name in one.conditions for name in self._fields[n:])
            )
            for n in range(len(self._fields) + 1)
        ]

    def gap_in(self, box: Mapping[str, int]) -> Masks | None:
        """Return classes by field, in a box, of customers whom nothing covers; None if all are.

        Raises:
            DesignError: If there is no answer within ``MOST_STEPS``.
        """
        if not self._cut.meets({}, box):
            return None
        self._covered.clear()
        found = self._from(0, self._table.everything, box)
        return found if found is None else self._widened(dict(box) | found, box)

    def _from(self, place: int, met: int, box: Mapping[str, int]) -> Masks | None:
        if not met & self._asked:
            return {}
        if met & self._settled[place] or (place, met) in self._covered:
            return None
        if place == len(self._fields):
            return None if any(self._table.holds(one, met) for one in self._covers) else {}
        name = self._fields[place]
        for fewer, mask in self._groups(name, met, box):
            found = self._from(place + 1, fewer, box)
            if found is not None:
                return found | {name: mask}
        self._covered.add((place, met))
        return None

    def _groups(self, name: str, met: int, box: Mapping[str, int]) -> list[tuple[int, int]]:
        """Return what is met in which classes of a field; less covering first, and no more."""
        column, masks = self._table.column(name), dict[int, int]()
        for number in bits(self._cut.axes[name].possible & box.get(name, -1)):
            covering = met & column[number] ^ self._opening
            masks[covering] = masks.get(covering, 0) | 1 << number
        least: dict[int, int] = {}
        for covering in sorted(masks, key=lambda some: (some.bit_count(), masks[some])):
            if all(less & ~covering for less in least):
                least[covering] = masks[covering]
        self._count(len(least))
        return [(covering ^ self._opening, mask) for covering, mask in least.items()]

    def _count(self, steps: int) -> None:
        self._steps += steps
        if self._steps > MOST_STEPS:
            raise DesignError([Problem(_TOO_INTRICATE)])

    def _widened(self, masks: Masks, box: Mapping[str, int]) -> Masks:
        """Return the classes without fields that make no difference."""
        for name in self._fields:
            fewer = {n: mask for n, mask in masks.items() if n != name}
            fewer |= {n: mask for n, mask in box.items() if n == name}
            if not self._table.meeting(fewer) & self._asked:
                masks = fewer
        return masks


def _opening(covers: Iterable[Alternative]) -> set[Alternative]:
    """Return the exceptions of covers, of exceptions of their exceptions and so on.

    The more of these hold the less is covered; the more of the others hold the more is.
    """
    found = {e for one in covers for e in one.unless}
    return found | {e for one in found for closing in one.unless for e in _opening([closing])}


_TOO_INTRICATE = (
    f"The rules of the territories overlap so much that {MOST_STEPS} steps did not show "
    "whether they leave a gap; use fewer different fields or bounds, or add a catch-all."
)
