"""Many rules as one table: which hold for a customer, and which overlap."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Generic, NamedTuple

from orgmodel.model import Value, Where
from orgmodel.regions.alternative import Alternative, alternatives
from orgmodel.regions.axis import bits
from orgmodel.regions.cut import Example
from orgmodel.regions.gap import GapSearch
from orgmodel.regions.hit import Hit, K, Specificity
from orgmodel.regions.region import Region
from orgmodel.regions.space import Space
from orgmodel.regions.table import Table

_REMEMBERED = 1 << 16


class Overlap(NamedTuple, Generic[K]):
    """Two rules that can hold for the same customer, and the values of one such by field."""

    first: K
    second: K
    example: Example


class Matcher(Generic[K]):
    """Rules compiled into one table.

    Args:
        rules: The rules, each under a key of the caller's.

    Attributes:
        space: All customers, cut by the rules.
    """

    def __init__(self, rules: Mapping[K, Where]) -> None:
        self.space = Space(rules.values())
        self._rules = dict(rules)
        self._rows = [(key, one) for key, where in rules.items() for one in alternatives(where)]
        self._table = Table(self.space.cut, (one for _, one in self._rows))
        self._own = (1 << len(self._rows)) - 1
        self._ranks = [Specificity(key, one, self.space.cut) for key, one in self._rows]
        self._hits = lru_cache(_REMEMBERED)(self._found)

    def match(self, values: Mapping[str, Value]) -> tuple[Hit[K], ...]:
        """Return the rules that hold for a customer, in the order in which they were given.

        Args:
            values: Of the customer, by field, as ``Customer.values`` gives them.
        """
        return self._hits(self._table.classes_of(values))

    def match_classes(self, classes: tuple[int, ...]) -> tuple[Hit[K], ...]:
        """Return what ``match`` does for customers of whom the class of each field is known.

        Args:
            classes: By field, in the order of ``space.cut.axes``.
        """
        return self._found(classes)

    def _found(self, classes: tuple[int, ...]) -> tuple[Hit[K], ...]:
        met = self._table.met(classes)
        best: dict[K, Hit[K]] = {}
        for number in bits(met & self._own):
            key, alternative = self._rows[number]
            if alternative.unless and not self._table.holds(alternative, met):
                continue
            hit = self._ranks[number].hit(classes)
            if key not in best or hit.specificity > best[key].specificity:
                best[key] = hit
        return tuple(best.values())

    def region(self, key: K) -> Region:
        """Return the customers that a rule holds for.

        Raises:
            DesignError: If the rules have more than 200 fields or are too intricate.
        """
        return self.space.region(self._rules[key])

    def uncovered(self) -> Region:
        """Return the customers that no rule holds for; errors as for ``region``."""
        return self.space.everything - self.space.union(self._rules.values())

    def gap(self, within: K | None = None, among: Iterable[K] | None = None) -> Example | None:
        """Return values of a customer whom no rule holds for; None if there can be none.

        Unlike ``uncovered`` it also copes with many rules that overlap in many fields.

        Args:
            within: Look only at customers for whom this rule holds; left out, at all.
            among: The rules; left out, all but ``within``.

        Raises:
            DesignError: If there are more than 200 fields or no answer within 200,000 steps.
            KeyError: If there is no rule ``within``.
        """
        keys = self._rules.keys() - {within} if among is None else set(among)
        covers = [one for key, one in self._rows if key in keys]
        cut = self.space.cut
        for market in alternatives(Where() if within is None else self._rules[within]):
            search = GapSearch(cut, (*covers, *market.unless))
            found = search.gap_in(cut.masks(market.conditions))
            if found is not None:
                return cut.example_in(cut.always | found)
        return None

    def overlaps(
        self, compared: Callable[[K, K], bool] = lambda _first, _second: True
    ) -> Iterator[Overlap[K]]:
        """Yield each pair of rules that can hold for the same customer, once.

        Args:
            compared: Whether a pair is compared at all, in the order of the rules.
        """
        earlier = 0
        seen: set[tuple[K, K]] = set()
        for number, (first, one) in enumerate(self._rows):
            earlier |= 1 << number
            for n in bits(self._table.meeting(self._table.masks[one]) & self._own & ~earlier):
                second, other = self._rows[n]
                pair = (first, second)
                if first == second or pair in seen or not compared(*pair):
                    continue
                example = self._in_both(one, other)
                if example is not None:
                    seen.add(pair)
                    yield Overlap(first, second, example)

    def _in_both(self, one: Alternative, other: Alternative) -> Example | None:
        cut, masks = self.space.cut, self._table.masks
        joint = dict(masks[one])
        for name, mask in masks[other].items():
            joint[name] = joint.get(name, mask) & mask
        exceptions = [e for e in one.unless + other.unless if cut.meets(joint, masks[e])]
        if not exceptions:
            return cut.example_in(joint)
        return (Region(cut, cut.box(joint)) - Region(cut, cut.any_of(exceptions))).example()
