"""The positions of an organisation, numbered, with all that their boxes need to know."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from orgmodel.charts.canvas.palette import OTHER, Family, families_for
from orgmodel.charts.org_view.hierarchy import HEAD, Hierarchy
from orgmodel.cover import Coverage
from orgmodel.measures import Workload, workload
from orgmodel.model import Customer, Org, Position, Role, exact
from orgmodel.network import OrgGraph


class Staff:
    """Positions by number, in the order in which they were added.

    Args:
        org: The organisation.
        on: The day on which it is looked at; left out, today.
    """

    def __init__(self, org: Org, on: dt.date | None = None) -> None:
        self.org = org.as_of(on)
        self.positions = self.org.all(Position)
        self.graph = OrgGraph(self.org)
        self.coverage = Coverage(self.graph, on=self.org.day or on)
        self.number_of = {position.id: n for n, position in enumerate(self.positions)}

    @cached_property
    def roles(self) -> Sequence[Role | None]:
        """Their roles, as far as known."""
        return [self.graph.known.role_of(position) for position in self.positions]

    @cached_property
    def _families(self) -> Mapping[str, Family]:
        return families_for(self.org.all(Role))

    def family_of(self, role: Role | None) -> Family:
        """Return the family of a role, which gives its colour."""
        return (self._families.get(role.id) if role else None) or OTHER

    @cached_property
    def closing(self) -> Sequence[tuple[int, int]]:
        """Reporting lines (from, to) that would close a loop; they are no part of the hierarchy."""
        loops = self.graph.lines.loops
        rings = ([self.number_of[position.id] for position in ring] for ring in loops)
        return [(ring[0], ring[1 % len(ring)]) for ring in rings]

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """Who reports to whom; a superior who does not exist is none."""
        above = [self.number_of.get(str(p.reports_to), HEAD) for p in self.positions]
        for number, _ in self.closing:
            above[number] = HEAD
        return Hierarchy(above)

    @cached_property
    def at_side(self) -> Sequence[bool]:
        """Whether they stand beside the line of their superior and do not count in spans."""
        above, below = self.hierarchy.above, self.hierarchy.below
        return [
            role is not None and role.at_side and above[number] != HEAD and not below[number]
            for number, role in enumerate(self.roles)
        ]

    @cached_property
    def dotted(self) -> Sequence[tuple[int, int]]:
        """Dotted reporting lines (from, to) between positions that exist."""
        named = ((n, str(ref)) for n, p in enumerate(self.positions) for ref in p.dotted_to)
        found = ((number, self.number_of.get(name, number)) for number, name in named)
        return [(start, end) for start, end in found if start != end]

    @cached_property
    def coordinator_of(self) -> Mapping[int, int]:
        """The coordinator of everyone who has one."""
        names = (str(position.coordinated_by) for position in self.positions)
        named = ((n, self.number_of.get(name, n)) for n, name in enumerate(names))
        return {number: coordinator for number, coordinator in named if coordinator != number}

    @cached_property
    def coordinated(self) -> Mapping[int, Sequence[int]]:
        """Those whom a coordinator coordinates, by the coordinator."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, coordinator in self.coordinator_of.items():
            found[coordinator].append(number)
        return found

    @cached_property
    def direct(self) -> Sequence[int]:
        """Numbers of their direct reports."""
        return [sum(not self.at_side[n] for n in below) for below in self.hierarchy.below]

    @cached_property
    def everyone(self) -> Sequence[int]:
        """Numbers of all who are below them."""
        return self.hierarchy.sums([int(not side) for side in self.at_side])

    @cached_property
    def workload(self) -> Workload:
        """How much work their customers are."""
        return workload(self.coverage)

    def book(self, number: int) -> Sequence[Customer]:
        """Return the customers that a position answers for itself."""
        return self.coverage.customers_of(self.positions[number])

    @cached_property
    def counts_below(self) -> Sequence[int]:
        """Numbers of customers that others below them answer for."""
        return self.hierarchy.sums([len(self.book(n)) for n in range(len(self.positions))])

    @cached_property
    def cents_below(self) -> Sequence[int]:
        """Yearly revenue with those customers, in hundredths of the currency."""
        own = [int(revenue(self.book(n)) * 100) for n in range(len(self.positions))]
        return self.hierarchy.sums(own)


def revenue(customers: Sequence[Customer]) -> Decimal:
    """Return what customers buy in a year, all together."""
    return sum((exact(customer.revenue) for customer in customers), Decimal(0))
