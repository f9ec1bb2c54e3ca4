"""What is to be assigned, to whom it may go, and what each pair costs."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from functools import cached_property
from typing import Literal, get_args

from orgmodel.cover import Coverage
from orgmodel.measures import Norms
from orgmodel.model import Customer, Org, Position, Territory, choose
from orgmodel.network import OrgGraph
from orgmodel.propose.core.errors import ProposeError
from orgmodel.text import counted, did_you_mean

Scope = Literal["uncovered", "named", "all"]
"""Customers without a present owner; also those attached by name; or every customer."""
Unit = Literal["hours", "customers"]
"""What capacity is counted in."""

MOST_CUSTOMERS = 100.0
"""Customers by name that one full-time position can have: the limit of the rule CUS414."""
_UNKNOWN = 0.5
"""Misfit where the design does not say: half-way between a perfect fit and none."""


@dataclass(frozen=True)
class Weights:
    """What a share of a customer's revenue each criterion costs; only their proportions decide.

    Attributes:
        change: When the customer changes hands.
        place: When the position sits elsewhere: all of it in another country, half in another
            place of the same one.
        industry: When no other customer of the position is in the same industry.
    """

    change: float = 1.0
    place: float = 0.2
    industry: float = 0.05

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if not 0 <= value < float("inf"):
                raise ProposeError(f"The weight {name} should be at least 0, not {value:g}.")


@dataclass(frozen=True)
class Limits:
    """What an assignment must keep.

    Attributes:
        scope: Which customers are assigned; all others stay, and their work counts.
        unit: What capacity is counted in.
        full: The share of its capacity that a position may be loaded to.
        most_customers: Customers that one full-time position can have, where they are counted.
        customers: Ids of the customers to assign; overrides ``scope``.
        positions: Ids of the positions that may get customers; all sellers by default.
        locked: Ids of customers that stay where they are.
        keep_key_accounts: Whether key accounts with a present owner stay with it.
        most_lost: How many customers one position may lose; None for any number.
        forbidden: Pairs of customer and position ids that may not be.
    """

    _: KW_ONLY
    scope: Scope = "uncovered"
    unit: Unit = "hours"
    full: float = 1.0
    most_customers: float = MOST_CUSTOMERS
    customers: Sequence[str] = ()
    positions: Sequence[str] = ()
    locked: Sequence[str] = ()
    keep_key_accounts: bool = True
    most_lost: int | None = None
    forbidden: Collection[tuple[str, str]] = ()

    def __post_init__(self) -> None:
        choose(self.scope, get_args(Scope), "scope")
        choose(self.unit, get_args(Unit), "unit of capacity")
        for name in ("full", "most_customers"):
            if not 0 < getattr(self, name) < float("inf"):
                raise ProposeError(f"{name} should be above 0, not {getattr(self, name):g}.")
        if self.most_lost is not None and self.most_lost < 0:
            raise ProposeError(f"most_lost should be at least 0, not {self.most_lost}.")


@dataclass
class Task:
    """One question of assignment, in numbers.

    Attributes:
        graph: The design.
        labels: What is to be assigned, in words: "customer 'acme'".
        barred: Why nobody may have each, where nobody may: the end of a sentence.
        positions: Who may get something.
        loads: The work of each customer, in the unit of capacity.
        room: What each position can still take, beside what it keeps.
        limits: What each position can have in all.
        before: The load of each position before.
        costs: The cost of each pair that may be, by the numbers of customer and position.
        owners: The present owner of each customer, as an id; None without one.
        unit: Of loads and capacities.
        notes: What was assumed.
        locked: What stays, in words.
        customers: The customers to be assigned; empty where it is something else.
    """

    graph: OrgGraph
    labels: list[str]
    barred: list[str]
    positions: list[Position]
    loads: list[float]
    room: list[float]
    limits: list[float]
    before: list[float]
    costs: list[dict[int, float]]
    owners: list[str | None]
    unit: str
    notes: list[str] = field(default_factory=list)
    locked: list[str] = field(default_factory=list)
    customers: list[Customer] = field(default_factory=list)

    @cached_property
    def at(self) -> dict[str, int]:
        """The number of each position by its id."""
        return {position.id: number for number, position in enumerate(self.positions)}


class TaskBuilder:
    """Reads the question off a design."""

    def __init__(self, coverage: Coverage, limits: Limits, weights: Weights, norms: Norms) -> None:
        self._coverage, self._graph = coverage, coverage.graph
        self._limits, self._weights, self._norms = limits, weights, norms
        self._org: Org = coverage.graph.org
        self._owner = {c.customer.id: self._present(c.position) for c in coverage}
        self._how = {c.customer.id: c.winner.how if c.winner else None for c in coverage}
        self._notes: list[str] = []
        self._mean = _mean_value(self._org.all(Customer))

    def _present(self, position: Position | None) -> str | None:
        """Return the id of a position if it is held; a leave is temporary."""
        return position.id if position is not None and not position.vacant else None

    def task(self) -> Task:
        """Return the question in numbers.

        Raises:
            ProposeError: If an id is unknown, or nobody may get customers.
        """
        self._refuse_unknown()
        positions = self._receivers()
        if not positions:
            raise ProposeError(
                "No position may get customers: none is held with a role that attaches to "
                "customers. Name some in positions, or fill a vacancy."
            )
        customers, locked = self._movable()
        loads = self._loads_of(customers)
        limits = [self._limit_of(position) for position in positions]
        before, kept = self._present_loads(positions, {c.id for c in customers})
        room = [max(limit - load, 0.0) for limit, load in zip(limits, kept, strict=True)]
        costs = self._costs(customers, positions)
        owners = [self._owner[customer.id] for customer in customers]
        unit = "hours a year" if self._limits.unit == "hours" else "customers"
        labels = [f"customer {customer.id!r}" for customer in customers]
        barred = [_barred_because(customer) for customer in customers]
        return Task(
            self._graph,
            labels,
            barred,
            positions,
            loads,
            room,
            limits,
            before,
            costs,
            owners,
            unit,
            self._notes,
            locked,
            customers,
        )

    def _refuse_unknown(self) -> None:
        ids = {"customer": self._org.customers.ids, "position": self._org.positions.ids}
        pairs = [("customer", c) for c, _ in self._limits.forbidden]
        pairs += [("position", p) for _, p in self._limits.forbidden]
        named = [
            *(("customer", c) for c in (*self._limits.customers, *self._limits.locked)),
            *pairs,
        ]
        named += [("position", p) for p in self._limits.positions]
        for kind, name in named:
            if name not in ids[kind]:
                hint = did_you_mean(name, ids[kind])
                raise ProposeError(f"There is no {kind} {name!r} on the day{hint}")

    def _receivers(self) -> list[Position]:
        if self._limits.positions:
            return [self._org.positions[name] for name in dict.fromkeys(self._limits.positions)]
        sellers = ("named account", "territory")
        return [
            p
            for p in self._org.all(Position)
            if (role := self._graph.known.role_of(p)) is not None
            and role.attaches_by in sellers
            and self._graph.present(p)
            and not self._overlay(p)
        ]

    def _overlay(self, position: Position) -> bool:
        kinds = [
            self._graph.known.type_of(territory)
            for ref in position.covers
            if (territory := self._org.get(Territory, ref)) is not None
        ]
        return bool(kinds) and all(kind is not None and kind.overlay for kind in kinds)

    def _movable(self) -> tuple[list[Customer], list[str]]:
        """Return the customers in question, and what stays, in words."""
        named, locked = set(self._limits.customers), set(self._limits.locked)
        asked = [c for c in self._org.all(Customer) if self._in_scope(c, named)]
        keys = {
            c.id
            for c in asked
            if c.key_account
            and self._limits.keep_key_accounts
            and self._owner[c.id] is not None
            and c.id not in named
        }
        stays = [c for c in asked if c.id in locked or c.id in keys]
        words = [f"customer {c.id!r}, by name" for c in stays if c.id in locked]
        kept = sum(c.id not in locked for c in stays)
        if kept:
            words.append(f"{counted(kept, 'key account')} with a present owner")
        if self._limits.most_lost is not None:
            words.append(
                f"no position loses more than {counted(self._limits.most_lost, 'customer')}"
            )
        gone = {c.id for c in stays}
        return [c for c in asked if c.id not in gone], words

    def _in_scope(self, customer: Customer, named: Collection[str]) -> bool:
        if named:
            return customer.id in named
        uncovered = self._owner[customer.id] is None
        by_name = self._how[customer.id] == "named account"
        return (
            uncovered or self._limits.scope == "all" or (self._limits.scope == "named" and by_name)
        )

    def _loads_of(self, customers: Iterable[Customer]) -> list[float]:
        if self._limits.unit == "customers":
            return [1.0 for _ in customers]
        return [self._hours(customer) for customer in customers]

    def _hours(self, customer: Customer) -> float:
        if self._norms.hours_of(customer) is None and self._limits.unit == "hours":
            note = unrated_note(self._norms)
            if note not in self._notes:
                self._notes.append(note)
        return hours_or_least(self._norms, customer)

    def _limit_of(self, position: Position) -> float:
        if self._limits.unit == "customers":
            return float(int(position.fte * self._limits.most_customers * self._limits.full + 1e-9))
        return self._norms.capacity_of(self._graph, position) * self._limits.full

    def _present_loads(
        self, positions: Sequence[Position], moving: Collection[str]
    ) -> tuple[list[float], list[float]]:
        """Return the load of each position, and the part that stays whatever is decided."""
        whole: dict[str, float] = defaultdict(float)
        kept: dict[str, float] = defaultdict(float)
        for customer in self._org.all(Customer):
            owner = self._owner[customer.id]
            if owner is None:
                continue
            load = 1.0 if self._limits.unit == "customers" else self._hours(customer)
            whole[owner] += load
            kept[owner] += 0.0 if customer.id in moving else load
        return [whole[p.id] for p in positions], [kept[p.id] for p in positions]

    def _costs(
        self, customers: Sequence[Customer], positions: Sequence[Position]
    ) -> list[dict[int, float]]:
        fits = Fits(self._coverage, positions, self._owner)
        forbidden = set(self._limits.forbidden)
        return [
            {
                at: self._cost(customer, at, position, fits)
                for at, position in enumerate(positions)
                if (customer.id, position.id) not in forbidden
                and not self._barred(customer, position)
            }
            for customer in customers
        ]

    def _barred(self, customer: Customer, position: Position) -> bool:
        """Return whether the contract of its role, or its part as deputy, keeps a position out."""
        deputy = self._org.get(Position, customer.deputy)
        return not may_have(self._graph, customer, position) or (
            deputy is not None and same_person(deputy, position)
        )

    def _cost(self, customer: Customer, at: int, position: Position, fits: "Fits") -> float:
        weights, value = self._weights, value_of(customer) or self._mean
        owner = self._owner[customer.id]
        changes = float(owner is not None and owner != position.id)
        misfit = weights.place * fits.place(customer, at) + weights.industry * fits.industry(
            customer, at
        )
        return value * (weights.change * changes + misfit)


def hours_or_least(norms: Norms, customer: Customer) -> float:
    """Return the hours a year of a customer; without a known tier those of the lowest norm."""
    hours = norms.hours_of(customer)
    return _least(norms) if hours is None else hours


def _least(norms: Norms) -> float:
    return min((calls.load for calls in norms.tiers.values()), default=1.0)


def unrated_note(norms: Norms) -> str:
    """Return what is assumed of customers without a known tier."""
    hours = _least(norms)
    return f"Customers without a known tier count as {hours:g} hours a year, the lowest norm."


def may_have(graph: OrgGraph, customer: Customer, position: Position) -> bool:
    """Return whether the contract of a position's role allows it to own a customer."""
    role = graph.known.role_of(position)
    if role is None or (customer.status == "prospect" and not role.wins_new_business):
        return False
    return not customer.key_account or role.attaches_by == "named account"


def same_person(one: Position, other: Position) -> bool:
    """Return whether two positions are the same, or the same person holds both."""
    return one.id == other.id or (one.held_by is not None and one.held_by == other.held_by)


def _barred_because(customer: Customer) -> str:
    if customer.status == "prospect":
        return "is a prospect, and none of the positions wins new business; name another position"
    if customer.key_account:
        return (
            "is a key account, and none of the positions except its deputy attaches by name; name "
            "another position"
        )
    return "may go to none of the positions; name another position, or allow a pair"


class Fits:
    """How well positions fit customers, from 0 (perfectly) to 1."""

    def __init__(
        self,
        coverage: Coverage,
        positions: Sequence[Position],
        owner: Mapping[str, str | None],
    ) -> None:
        org = coverage.graph.org
        self._places = [_places_of(org, position) for position in positions]
        books: dict[str, Counter[str]] = defaultdict(Counter)
        for customer in org.all(Customer):
            if customer.industry is not None and (who := owner[customer.id]) is not None:
                books[who][customer.industry] += 1
        self._books = [books.get(position.id, Counter()) for position in positions]

    def place(self, customer: Customer, at: int) -> float:
        """Return how far away a position sits or covers: 0, half in the same country, 1."""
        places = self._places[at]
        if customer.place is None or not places:
            return _UNKNOWN
        there = customer.place.casefold()
        if any(there == p or there.startswith(f"{p}-") for p in places):
            return 0.0
        country = there.partition("-")[0]
        return _UNKNOWN if any(p.partition("-")[0] == country for p in places) else 1.0

    def industry(self, customer: Customer, at: int) -> float:
        """Return 0 if a position has customers of the industry, 1 if it has only others."""
        book = self._books[at]
        if customer.industry is None or not book:
            return _UNKNOWN
        return 0.0 if book[customer.industry] else 1.0


def _places_of(org: Org, position: Position) -> tuple[str, ...]:
    """Return the codes of the places where a position sits or covers, in small letters."""
    listed = [position.place] if position.place else []
    for ref in position.covers:
        territory = org.get(Territory, ref)
        if territory is not None and territory.where is not None:
            listed += territory.where.place
    return tuple(place.casefold().rstrip("*-") for place in listed)


def value_of(customer: Customer) -> float | None:
    """Return what a customer is worth in a year: its revenue, else its potential."""
    value = customer.revenue if customer.revenue is not None else customer.potential
    return float(value) if value is not None else None


def _mean_value(customers: Iterable[Customer]) -> float:
    known = [value for customer in customers if (value := value_of(customer))]
    return sum(known) / len(known) if known else 1.0
