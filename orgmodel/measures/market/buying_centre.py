"""Buying centres: which positions know which contacts of a key account, and where the gaps are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from orgmodel.cover import Coverage
from orgmodel.measures.core.subject import Subject, coverage_of
from orgmodel.measures.core.table import Figure, Measure, Table
from orgmodel.model import Contact, Customer, Id, Org, Position
from orgmodel.text import clean, columns, counted

CENTRE = ("purchasing", "technical", "executive")
"""The roles that a key account buys through: purchasing officials, technical decision makers and
senior executives."""

PEOPLE: Mapping[str, int] = MappingProxyType(
    {"early": 1, "mid": 2, "partnership": 3, "synergistic": 3}
)
"""How many on each side should know each other, by stage of the relation: one and one make a
bow-tie, several a diamond. The stages are those of Millman and Wilson (1995), the numbers a
judgement; before the early stage nobody needs to."""

_UNTOLD = "other"


def holder_of(org: Org, contact: Contact) -> Position | None:
    """Return the held position that knows a contact; a vacancy knows nobody."""
    position = org.get(Position, contact.known_by)
    return None if position is None or position.vacant else position


@dataclass(frozen=True)
class BuyingCentre:
    """Which positions know which contacts of a customer; printing it draws the matrix.

    Attributes:
        customer: The customer.
        ours: The positions on the account team, and those that know a contact.
        known: The contacts that a position knows, by position id and role.
        strangers: The contacts that nobody who is there knows.
        names: A label of each position by its id: the holder, or that it is vacant.
    """

    customer: Customer
    ours: tuple[Position, ...]
    known: Mapping[tuple[str, str], tuple[Contact, ...]]
    strangers: tuple[Contact, ...]
    names: Mapping[str, str]

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles to be known, and behind them the others that contacts have."""
        found = dict.fromkeys(contact.role or _UNTOLD for contact in self.customer.contacts)
        return tuple(dict.fromkeys([*CENTRE, *found]))

    @property
    def missing(self) -> tuple[str, ...]:
        """The roles of the centre in which we know of nobody."""
        there = {contact.role for contact in self.customer.contacts}
        return tuple(role for role in CENTRE if role not in there)

    @property
    def wanted(self) -> int:
        """How many on each side should know each other at the stage of the relation."""
        return PEOPLE.get(self.customer.stage or "", 0)

    @property
    def sides(self) -> tuple[int, int]:
        """How many of our people know a contact, and how many contacts they know."""
        people = {str(p.held_by) for p in self.ours if any(at == p.id for at, _ in self.known)}
        return len(people), sum(map(len, self.known.values()))

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing, in words; nothing where the relation is as its stage asks for."""
        return tuple(self._gaps())

    def knowing(self, role: str) -> int | None:
        """Return how many positions know a contact in a role; None if nobody has the role."""
        if not any((contact.role or _UNTOLD) == role for contact in self.customer.contacts):
            return None
        return sum(of == role for _, of in self.known)

    def _gaps(self) -> Iterator[str]:
        yield from (f"nobody is known in the role '{role}'" for role in self.missing)
        for contact in self.strangers:
            role = f" ({contact.role})" if contact.role else ""
            yield f"nobody knows {clean(contact.name)}{role}"
        ours, theirs = self.sides
        if min(ours, theirs) < self.wanted:
            expected = f"stage '{self.customer.stage}' expects {self.wanted} and {self.wanted}"
            people = "1 person knows" if ours == 1 else f"{ours} people know"
            yield f"{people} {counted(theirs, 'contact')}; {expected}"
        elif ours == 1 < theirs and self.customer.stage not in {"pre", "early"}:
            yield f"only one person knows all {theirs} contacts (single-threaded)"

    def __str__(self) -> str:
        stage = f" at stage '{self.customer.stage}'" if self.customer.stage else ""
        heads = ["", *self.roles]
        rows = [[self.names[p.id], *self._cells(p.id)] for p in self.ours]
        if self.strangers:
            rows.append(["nobody", *(self._said(self.strangers, r) for r in self.roles)])
        table = [f"    {line}" for line in columns([heads, *rows])]
        gaps = [f"    Gap: {gap}." for gap in self.gaps]
        return "\n".join([f"  Buying centre{stage}:", *table, *(gaps or ["    No gaps."])])

    def _cells(self, position: str) -> Iterator[str]:
        return (self._said(self.known.get((position, role), ()), role) for role in self.roles)

    def _said(self, contacts: Sequence[Contact], role: str) -> str:
        names = [clean(c.name) for c in contacts if (c.role or _UNTOLD) == role]
        return ", ".join(names) or "-"


def buying_centre(coverage: Subject, customer: Id[Customer] | str) -> BuyingCentre:
    """Return which positions know which contacts of a customer.

    Args:
        coverage: Who covers whom on the day.
        customer: The customer, as an entity or id.
    """
    coverage = coverage_of(coverage, "buying_centre()")
    if not isinstance(customer, Customer):
        customer = coverage.customer(customer)
    org, strangers = coverage.graph.org, []
    known: dict[tuple[str, str], tuple[Contact, ...]] = {}
    ours = {m.position.id: m.position for m in coverage.team_of(customer)}
    for contact in customer.contacts:
        holder = holder_of(org, contact)
        if holder is None:
            strangers.append(contact)
        else:
            key = holder.id, contact.role or _UNTOLD
            known[key] = (*known.get(key, ()), contact)
            ours[holder.id] = holder
    names = {p.id: _name(coverage, p) for p in ours.values()}
    return BuyingCentre(customer, tuple(ours.values()), known, tuple(strangers), names)


def _name(coverage: Coverage, position: Position) -> str:
    return f"{position.id} ({clean(coverage.graph.known.name_of(position) or 'vacant')})"


def buying_centres(coverage: Subject) -> tuple[BuyingCentre, ...]:
    """Return the buying centre of every key account, those of the furthest stage first.

    Args:
        coverage: Who covers whom on the day.
    """
    coverage = coverage_of(coverage, "buying_centres()")
    keys = [c for c in coverage.graph.org.all(Customer) if c.key_account]
    found = [buying_centre(coverage, customer) for customer in keys]
    stages = ["pre", *PEOPLE]
    rank = {stage: -number for number, stage in enumerate(stages)}
    return tuple(sorted(found, key=lambda each: rank.get(each.customer.stage or "", 1)))


def buying_table(found: Sequence[BuyingCentre], currency: str) -> Table:
    """Return how many positions know a contact in each role, a row for each customer.

    A dash is a role in which we know of nobody, 0 one whose people nobody knows.

    Args:
        found: The buying centres.
        currency: Of the design.
    """
    roles = dict.fromkeys(role for each in found for role in each.roles)
    figures: list[Figure] = []
    for each in found:
        of = f"{each.customer.id}, {each.customer.stage or 'no stage'}"
        figures += [Figure(_of_role(role), each.knowing(role), of) for role in roles]
        numbers = (*each.sides, each.wanted, len(each.gaps))
        figures += [Figure(m, n, of) for m, n in zip(_SUMS, numbers, strict=True)]
    return Table(tuple(figures), currency)


def _of_role(role: str) -> Measure:
    return Measure(role, "positions", f"Our positions that know somebody whose role is {role}.")


_SUMS = (
    Measure("ours", "people", "Our people who know a contact."),
    Measure("theirs", "people", "Contacts whom one of our people knows."),
    Measure("asked", "people", "The number of each that the stage of the relation expects."),
    Measure("gaps", "gaps", "Roles and people that nobody knows, and a relation that is narrow."),
)
