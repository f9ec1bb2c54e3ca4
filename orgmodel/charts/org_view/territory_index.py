"""The territories of an organisation, numbered, with all that their boxes need to know."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from orgmodel.charts.org_view.hierarchy import HEAD, Hierarchy
from orgmodel.charts.org_view.position_index import Staff, revenue
from orgmodel.cover import Cover
from orgmodel.model import Position, Territory


class Lands:
    """Territories by number, in the order in which they were added."""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self.territories = staff.org.all(Territory)
        self.number_of = {territory.id: n for n, territory in enumerate(self.territories)}

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """What lies within what; loops are opened, and what does not exist holds nothing."""
        above = [self.number_of.get(str(t.within), HEAD) for t in self.territories]
        for ring in self.staff.graph.places.loops:
            above[self.number_of[ring[0].id]] = HEAD
        return Hierarchy(above)

    @cached_property
    def roots(self) -> Mapping[str, str]:
        """The outermost territory around each, by their ids.

        A territory that holds all the others tells nothing apart; then those directly within count.
        """
        ids, above, heads = [t.id for t in self.territories], self.hierarchy.above, self._heads
        found = {id_: id_ for id_ in ids}
        for number, depth in self.hierarchy.from_top(heads):
            found[ids[number]] = found[ids[above[number]]] if depth else ids[number]
        return found

    @property
    def _heads(self) -> Sequence[int]:
        heads = self.hierarchy.heads
        while len(heads) == 1 and self.hierarchy.below[heads[0]]:
            heads = self.hierarchy.below[heads[0]]
        return heads

    @cached_property
    def covers(self) -> Mapping[int, Sequence[Cover]]:
        """How the customers are covered for whom a territory decides, by its number."""
        found: dict[int, list[Cover]] = defaultdict(list)
        for cover in self.staff.coverage:
            if cover.territory is not None:
                found[self.number_of[cover.territory.id]].append(cover)
        return found

    @cached_property
    def named(self) -> Mapping[str, Sequence[Cover]]:
        """How the customers are covered who are attached by name, by the id of the position."""
        found: dict[str, list[Cover]] = defaultdict(list)
        for cover in self.staff.coverage:
            if cover.position is not None and cover.territory is None:
                found[cover.position.id].append(cover)
        return found

    @cached_property
    def outside(self) -> Sequence[Cover]:
        """Customers for whom neither a name nor a territory decides."""
        covers = self.staff.coverage
        return [cover for cover in covers if cover.position is None and cover.territory is None]

    @cached_property
    def supported(self) -> Mapping[int, int]:
        """Numbers of customers that an overlay territory supports, by its number."""
        found: dict[int, int] = defaultdict(int)
        for cover in self.staff.coverage:
            for candidate in cover.candidates:
                if candidate.verdict == "supports" and candidate.territory is not None:
                    found[self.number_of[candidate.territory.id]] += 1
        return found

    @cached_property
    def counts_below(self) -> Sequence[int]:
        """Numbers of customers in the territories within each."""
        return self.hierarchy.sums([len(self.covers.get(n, ())) for n in self._numbers])

    @cached_property
    def cents_below(self) -> Sequence[int]:
        """Yearly revenue with those customers, in hundredths of the currency."""
        return self.hierarchy.sums(
            [int(100 * worth(self.covers.get(n, ()))) for n in self._numbers]
        )

    def posts(self, number: int) -> Sequence[Position]:
        """Return the positions that cover a territory, held or vacant."""
        return self.staff.graph.places.coverers_of(self.territories[number])

    @property
    def _numbers(self) -> range:
        return range(len(self.territories))


def worth(covers: Sequence[Cover]) -> Decimal:
    """Return what the covered customers buy in a year, all together."""
    return revenue([cover.customer for cover in covers])
