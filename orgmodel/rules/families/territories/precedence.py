"""Precedence between two territories, derived from their rules alone."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from orgmodel.model import Territory
from orgmodel.regions import Example, alternatives
from orgmodel.rules.core.context import RuleContext

_ROUNDS = 8
"""How often a stronger territory is taken away in the search for an undecided customer."""

Clash = tuple[str, str, Example]
"""Two territories, and a customer for whom nothing but the alphabet decides between them."""


class Precedence:
    """The order of precedence that coverage uses, over the territories with rules.

    Overlays are left out, for they support the owner and never compete.

    Args:
        design: The design.
    """

    def __init__(self, design: RuleContext) -> None:
        self._design, self._matcher = design, design.graph.matcher
        self._territories: dict[str, Territory] = {}
        self._ranks: dict[str, tuple[int, int]] = {}
        self._conditions: dict[str, tuple[int, int]] = {}
        for territory in design.org.all(Territory):
            kind = design.known.type_of(territory)
            if territory.where is not None and kind is not None and not kind.overlay:
                counts = [len(one.conditions) for one in alternatives(territory.where)]
                depth = design.places.depths.get(territory.id, 0)
                self._territories[territory.id] = territory
                self._ranks[territory.id] = (-kind.rank, depth)
                self._conditions[territory.id] = (min(counts), max(counts))

    @property
    def territories(self) -> tuple[str, ...]:
        """The ids of the territories with rules that compete."""
        return tuple(self._territories)

    def beats(self, one: str, other: str) -> bool:
        """Return whether one comes first for every customer for whom both rules hold."""
        mine, theirs = self._ranks[one], self._ranks[other]
        fewest, most = self._conditions[one][0], self._conditions[other][1]
        return mine > theirs or (mine == theirs and fewest > most)

    def within(self, one: str, other: str) -> bool:
        """Return whether one territory lies within another, directly or not."""
        return self._design.regions.above(self._territories[other], self._territories[one])

    def stronger(self, losers: Collection[str]) -> Mapping[str, set[str]]:
        """Return, by territory, those outside it that come first where both match.

        Args:
            losers: The ids of the territories to ask about; few ids make it fast.
        """
        found: dict[str, set[str]] = defaultdict(set)
        for one, other, _ in self._matcher.overlaps(lambda *pair: self._loser(*pair) in losers):
            loser = self._loser(one, other) or ""
            found[loser].add(other if loser == one else one)
        return found

    def _loser(self, one: str, other: str) -> str | None:
        """Return which of two always comes second, unless the first is a part of it."""
        if one not in self._ranks or other not in self._ranks:
            return None
        if self.beats(one, other):
            return None if self.within(one, other) else other
        return one if self.beats(other, one) and not self.within(other, one) else None

    def clashes(self) -> Iterator[Clash]:
        """Yield the pairs between which nothing but the alphabet decides for some customer.

        Pairs with the same positions are left out: the same people serve in either case.
        """
        for one, other, example in self._matcher.overlaps(self._level):
            found = self._undecided(one, other, example)
            if found is not None:
                yield min(one, other), max(one, other), found

    def _level(self, one: str, other: str) -> bool:
        if one not in self._ranks or self._ranks[one] != self._ranks.get(other):
            return False
        (least, most), (low, high) = self._conditions[one], self._conditions[other]
        return least <= high and low <= most and self._coverers(one) != self._coverers(other)

    def _coverers(self, territory: str) -> frozenset[str]:
        coverers = self._design.places.coverers_of(self._territories[territory])
        return frozenset(position.id for position in coverers)

    def _undecided(self, one: str, other: str, example: Example) -> Example | None:
        """Return a customer whom the two tie for, and for whom no third territory comes first."""
        both = None
        for _ in range(_ROUNDS):
            first = self._first(example)
            if {one, other} <= first:
                return example
            if first & {one, other}:
                return None
            region = self._matcher.region
            both = both or region(one) & region(other)
            for third in first:
                both -= region(third)
            following = both.example()
            if following is None:
                return None
            example = following
        return None

    def _first(self, example: Example) -> set[str]:
        """Return the territories that come first for a customer, all of the same precedence."""
        hits = [hit for hit in self._matcher.match(example) if hit.key in self._ranks]
        best = max((self._ranks[hit.key], hit.specificity) for hit in hits)
        return {hit.key for hit in hits if (self._ranks[hit.key], hit.specificity) == best}
