"""The hierarchy of territories, and who covers them."""

from collections import defaultdict
from functools import cached_property

from orgmodel.model import Org, Position, Territory
from orgmodel.network.hierarchy import Hierarchy


class Places(Hierarchy[Territory]):
    """The territories of a design: what lies within what, and who answers for it."""

    def __init__(self, org: Org) -> None:
        super().__init__(org.all(Territory), lambda territory: territory.within)
        self._positions = org.all(Position)
        self._parts: dict[str, frozenset[str]] = {}

    @cached_property
    def _coverers(self) -> dict[str, list[Position]]:
        found: dict[str, list[Position]] = defaultdict(list)
        for position in self._positions:
            for territory in dict.fromkeys(position.covers):
                found[str(territory)].append(position)
        return found

    def coverers_of(self, territory: Territory) -> tuple[Position, ...]:
        """Return the positions that cover a territory, held or not."""
        return tuple(self._coverers.get(territory.id, ()))

    def parts_of(self, outer: str) -> frozenset[str]:
        """Return the ids of a territory and of all that lie within it, at whatever depth."""
        if outer not in self._parts:
            found = {outer: None}
            waiting = [outer]
            for id_ in waiting:
                new = [part for part in self._children.get(id_, ()) if part not in found]
                found.update(dict.fromkeys(new))
                waiting += new
            self._parts[outer] = frozenset(found)
        return self._parts[outer]
