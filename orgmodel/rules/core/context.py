"""The design under examination, as rules read it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from orgmodel.cover import Cover, Coverage, Member
from orgmodel.measures import (
    Book,
    Continuity,
    Handover,
    Workload,
    books,
    continuity,
    handovers,
    workload,
)
from orgmodel.model import (
    AccountRole,
    Activity,
    Assignment,
    Customer,
    Id,
    Opportunity,
    Org,
    Position,
    Relation,
    Role,
    Territory,
)
from orgmodel.network import Hierarchy, Known, Lines, OrgGraph, Places
from orgmodel.rules.core.ancestry import Nesting
from orgmodel.rules.core.fix import Fix
from orgmodel.timeline import Lapse, lapses

Issue = tuple[Id[Any] | None, str] | tuple[Id[Any] | None, str, Fix | None]
"""What a rule yields: the entity concerned (None for the organisation), a sentence, and a fix, if
any."""
Issues = Iterator[Issue]


_ATTRIBUTES = "attributes."


@dataclass(frozen=True)
class RuleContext:
    """One design with its graph and coverage, each computed once for all rules.

    Attributes:
        graph: The design's indexed views.
        coverage: The coverage on the day.
    """

    graph: OrgGraph
    coverage: Coverage

    @classmethod
    def of(cls, org: Org, on: dt.date | None = None) -> "RuleContext":
        """Return a design on a day, by default today."""
        view = org.as_of(on)
        graph = OrgGraph(view)
        return cls(graph, Coverage(graph, on=view.day or on))

    @property
    def org(self) -> Org:
        """The organisation."""
        return self.graph.org

    @property
    def known(self) -> Known:
        """Its entities together with the standard ones."""
        return self.graph.known

    @property
    def lines(self) -> Lines:
        """Its reporting lines."""
        return self.graph.lines

    @property
    def places(self) -> Places:
        """Its territories."""
        return self.graph.places

    @property
    def day(self) -> dt.date:
        """The day that is examined."""
        return self.coverage.day

    @cached_property
    def families(self) -> Hierarchy[Customer]:
        """Customers under their parent companies, without those that belong to no family."""
        customers = self.org.all(Customer)
        parents = {str(customer.parent) for customer in customers if customer.parent}
        members = (c for c in customers if c.parent or c.id in parents)
        return Hierarchy(members, lambda customer: customer.parent)

    @cached_property
    def kin(self) -> Nesting[Customer]:
        """The families of companies as ancestors."""
        return Nesting(self.families)

    @cached_property
    def nesting(self) -> Nesting[Position]:
        """The reporting lines as ancestors."""
        return Nesting(self.lines)

    @cached_property
    def regions(self) -> Nesting[Territory]:
        """The territories as ancestors."""
        return Nesting(self.places)

    @cached_property
    def fronts(self) -> Mapping[str, tuple[Position, ...]]:
        """The positions that serve each territory, without the managers above them who cover it."""
        coverers = ((t.id, self.places.coverers_of(t)) for t in self.org.all(Territory))
        return {id_: self.nesting.lowest(group) or group for id_, group in coverers}

    @cached_property
    def roled(self) -> tuple[tuple[Position, Role], ...]:
        """The positions with a known role, and that role."""
        pairs = ((p, self.known.role_of(p)) for p in self.org.all(Position))
        return tuple((position, role) for position, role in pairs if role is not None)

    @cached_property
    def _roles(self) -> Mapping[str, Role]:
        return {position.id: role for position, role in self.roled}

    def role_of(self, position: Position) -> Role | None:
        """Return the role of a position, or None if it is unknown."""
        return self._roles.get(position.id)

    @cached_property
    def books(self) -> tuple[Book, ...]:
        """The customers by how they are served."""
        return books(self.coverage)

    @cached_property
    def workload(self) -> Workload:
        """The workload of positions and territories."""
        return workload(self.coverage, served=self.books)

    @cached_property
    def continuity(self) -> Continuity:
        """What depends on one person alone."""
        return continuity(self.coverage, served=self.books)

    @cached_property
    def handovers(self) -> tuple[Handover, ...]:
        """The hand-overs if each person left: who takes over their customers."""
        return handovers(self.coverage, served=self.books, load=self.workload)

    @cached_property
    def lapses(self) -> tuple[Lapse, ...]:
        """The coverage gaps over time; none without dates."""
        return lapses(self.org) if self.org.whole.dated else ()

    @cached_property
    def covers(self) -> tuple[Cover, ...]:
        """The cover of each customer."""
        return tuple(self.coverage)

    @cached_property
    def key_accounts(self) -> tuple[Customer, ...]:
        """The key accounts."""
        return tuple(c for c in self.org.all(Customer) if c.key_account)

    @cached_property
    def assigned(self) -> frozenset[str]:
        """The customers that assignments name, on any day."""
        return frozenset(str(assignment.customer) for assignment in self.org.all(Assignment))

    @cached_property
    def assignees(self) -> frozenset[str]:
        """The positions that assignments name, on any day."""
        return frozenset(str(assignment.position) for assignment in self.org.all(Assignment))

    @cached_property
    def filled(self) -> Mapping[str, int]:
        """The number of customers with a value, by field that territory rules use."""
        rules = [t.where.conditions() for t in self.org.all(Territory) if t.where]
        used = {name for conditions in rules for name in conditions}
        own = [name for name in used if not name.startswith(_ATTRIBUTES)]
        numbers = dict.fromkeys(used, 0)
        for customer in self.org.all(Customer) if used else ():
            for name in own:
                numbers[name] += getattr(customer, name) is not None
            for name in customer.attributes:
                if _ATTRIBUTES + name in numbers:
                    numbers[_ATTRIBUTES + name] += 1
        return numbers

    def team_of(self, customer: Customer) -> tuple[Member, ...]:
        """Return the members of the account team of a customer by name."""
        if customer.managed_by or customer.deputy or customer.id in self.assigned:
            return self.coverage.team_of(customer)
        return ()

    def on_account(self, customer: Customer, role: AccountRole) -> tuple[Position, ...]:
        """Return the positions with a role on an account, each once."""
        found = {m.position.id: m.position for m in self.team_of(customer) if m.role == role}
        return tuple(found.values())

    @cached_property
    def deals(self) -> Mapping[str, list[Opportunity]]:
        """The open opportunities of each position, by its id."""
        found: dict[str, list[Opportunity]] = defaultdict(list)
        for deal in self.org.all(Opportunity):
            if deal.status == "open" and deal.owner is not None:
                found[str(deal.owner)].append(deal)
        return found

    @cached_property
    def supporting(self) -> frozenset[str]:
        """The positions that support others: by id; also those with deals or activities."""
        positions = self.org.all(Position)
        helpers = {str(p.coordinated_by) for p in positions} | {str(p.deputy) for p in positions}
        helpers |= {str(to) for p in positions for to in p.dotted_to} | set(self.assignees)
        helpers |= {str(p.coach) for p in positions} | set(self.deals)
        helpers |= {str(relation.position) for relation in self.org.all(Relation)}
        helpers |= {str(customer.deputy) for customer in self.org.all(Customer)}
        return frozenset(helpers | {str(a.position) for a in self.org.all(Activity)})

    @cached_property
    def accounts(self) -> Mapping[str, list[Customer]]:
        """The customers that are attached to a position by name, by its id."""
        found: dict[str, list[Customer]] = defaultdict(list)
        for customer in self.org.all(Customer):
            for owner in self.on_account(customer, "owner"):
                found[owner.id].append(customer)
        return found
