"""Who answers for customers over all days: by name in a sweep, by territory once for all alike."""

import datetime as dt
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from orgmodel.cover import Coverage
from orgmodel.model import Assignment, Customer, Org
from orgmodel.network import OrgGraph
from orgmodel.timeline.customer_scope import Surroundings
from orgmodel.timeline.incumbency import Presence
from orgmodel.timeline.intervals import ALWAYS, EVER, NEVER, Interval, common, merged, without

Days = dict[str, list[Interval]]
"""The days on which something is wrong, by what: ``nobody``, ``vacant`` or ``two``."""


class Watch:
    """Who answers for each customer of a design, over all days.

    Args:
        org: The whole design, with all days.
        presence: When somebody is in each position.
    """

    def __init__(self, org: Org, presence: Presence) -> None:
        self._org, self._presence = org, presence
        self._surroundings = Surroundings(org)
        self._by_place: dict[object, Days] = {}

    @cached_property
    def _owners(self) -> Mapping[str, Sequence[Assignment]]:
        found: dict[str, list[Assignment]] = defaultdict(list)
        for assignment in self._org.all(Assignment):
            if assignment.role == "owner":
                found[str(assignment.customer)].append(assignment)
        return found

    @cached_property
    def _deputised(self) -> frozenset[str]:
        rows = self._org.all(Assignment)
        return frozenset(str(a.customer) for a in rows if a.role == "deputy")

    def of(self, customer: Customer) -> Days:
        """Return the days on which something is wrong with who answers for a customer."""
        rows = self._rows(customer)
        if not rows:
            return self._placed(customer)
        if self._is_plain(customer, rows):
            return self._swept(customer, rows)
        return self._resolved(customer) | {"two": self._swept(customer, rows)["two"]}

    def _rows(self, customer: Customer) -> list["_Owner"]:
        found = [
            _Owner(
                lasting=not a.temporary,
                assigned=True,
                share=-(a.share or 0.0),
                position=str(a.position),
                id=a.id,
                days=Interval.of(a),
            )
            for a in self._owners.get(customer.id, ())
        ]
        if customer.managed_by is not None:
            own = str(customer.managed_by)
            found.append(
                _Owner(lasting=True, assigned=False, share=0.0, position=own, id="", days=ALWAYS)
            )
        return found

    def _is_plain(self, customer: Customer, rows: Sequence["_Owner"]) -> bool:
        if customer.status == "prospect":
            return False
        return not any(self._presence.has_leave(row.position) for row in rows)

    def _swept(self, customer: Customer, rows: Sequence["_Owner"]) -> Days:
        """Sweep the owners by name; where there is none, territories decide."""
        found: Days = {"nobody": [], "vacant": [], "two": []}
        alone = []
        for days, owners in self._segments(rows):
            if not owners:
                alone.append(days)
                continue
            lasting = [owner for owner in owners if owner.lasting]
            if len({o.position for o in lasting}) > 1 and not any(o.share for o in lasting):
                found["two"].append(days)
            found["vacant"] += without(days, self._presence.present(owners[0].position))
        if alone:
            placed = self._placed(customer)
            for name in ("nobody", "vacant"):
                found[name] += common(alone, merged(placed[name]))
        return found

    def _segments(self, rows: Iterable["_Owner"]) -> Iterator[tuple[Interval, list["_Owner"]]]:
        """Yield the days between events, each with the owners by standing, the first deciding."""
        events: list[tuple[dt.date, bool, _Owner]] = []
        for row in rows:
            for days in common([row.days], self._presence.life(row.position)):
                events += [(days.since, True, row), (days.until, False, row)]
        events.sort()
        active: list[_Owner] = []
        since = EVER
        for day, begins, row in events:
            if day > since:
                yield Interval(since, day), list(active)
                since = day
            if begins:
                insort(active, row)
            else:
                active.remove(row)
        if since < NEVER:
            yield Interval(since, NEVER), active

    def _placed(self, customer: Customer) -> Days:
        """Return what is wrong where nobody is named; customers alike share one answer.

        The hits are whole: of two customers who match the same territories another one may win.
        """
        plain = replace(customer, managed_by=None, since=None, until=None)
        hits = self._surroundings.matcher.match(customer.values())
        own = customer.id if customer.id in self._deputised else ""
        key = (customer.status, customer.territories, customer.excluded_from, hits)
        whole = (*key, customer.deputy, own)
        if whole not in self._by_place:
            self._by_place[whole] = self._resolved(plain, named=False)
        return self._by_place[whole]

    def _resolved(self, customer: Customer, *, named: bool = True) -> Days:
        """Resolve who covers a customer on each day on which anything around it begins or ends."""
        org = self._surroundings.of(replace(customer, since=None, until=None), named=named)
        days = org.days()
        found: Days = {"nobody": [], "vacant": [], "two": []}
        ends = [EVER, *days, NEVER]
        for since, until in pairwise(ends):
            coverage = Coverage(OrgGraph(org.as_of(since)), on=since)
            here = coverage.graph.org.get(Customer, customer.id)
            state = coverage.of(here).state if here is not None else "covered"
            if state != "covered":
                found[state].append(Interval(since, until))
        return found


class _Owner(NamedTuple):
    """Who owns a customer by name, and when; in order, the one that decides comes first."""

    lasting: bool
    assigned: bool
    share: float
    position: str
    id: str
    days: Interval
