"""What somebody who leaves has, and who could take it over."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from orgmodel.cover import Coverage
from orgmodel.measures import Norms
from orgmodel.model import Customer, Org, Position, Role, Territory
from orgmodel.propose.assignment.task import (
    Fits,
    Task,
    hours_or_least,
    may_have,
    same_person,
    value_of,
)
from orgmodel.propose.core.errors import ProposeError
from orgmodel.text import did_you_mean

TEAM, ELSEWHERE = 0.5, 1.0
"""What a successor costs, as a share of the revenue: a deputy or a named successor nothing, a
colleague of the same team or its manager half, anybody else all."""
FULL = 1.2
"""The share of its capacity that a position may be loaded to: the limit of the rule CAP701."""


@dataclass(frozen=True)
class Bundle:
    """Customers that are handed over together: one by name, or all of a territory.

    Attributes:
        former: The position that has them.
        territory: The territory that attaches them; None for a customer by name.
        customers: The customers.
    """

    former: Position
    territory: Territory | None
    customers: Sequence[Customer]

    @property
    def subject(self) -> str:
        """The node that is handed over, as ``KIND:ID``."""
        return self.territory.node if self.territory is not None else self.customers[0].node

    @property
    def label(self) -> str:
        """What it is, in words."""
        if self.territory is not None:
            return f"territory {self.territory.id!r}"
        kind = "key account" if self.customers[0].key_account else "customer"
        return f"{kind} {self.customers[0].id!r}"

    @property
    def value(self) -> float:
        """The revenue of its customers, or their potential."""
        return sum(value_of(customer) or 0.0 for customer in self.customers)


def leavers_of(org: Org, names: Iterable[str]) -> tuple[str, ...]:
    """Return the people who leave, by the name or id that positions have.

    Raises:
        ProposeError: If somebody holds no position; the sentence names the nearest.
    """
    held = dict.fromkeys(str(p.held_by) for p in org.all(Position) if p.held_by is not None)
    by_name = {p.name: p.id for p in org.people if p.name}
    found = []
    for name in names:
        person = name if name in held else by_name.get(name, name)
        if person not in held:
            raise ProposeError(f"Nobody called {name!r} holds a position{did_you_mean(name, held)}")
        found.append(person)
    return tuple(dict.fromkeys(found))


def bundles(coverage: Coverage, leavers: Collection[str]) -> tuple[Bundle, ...]:
    """Return what has nobody when people are gone: accounts by name first, then territories.

    What a present colleague serves as well stays covered and is not handed over.
    """
    named: list[Bundle] = []
    places: dict[tuple[str, str], list[Customer]] = defaultdict(list)
    for cover in coverage:
        post, winner = cover.position, cover.winner
        if post is None or winner is None or str(post.held_by) not in leavers:
            continue
        others = (p for p in winner.posts if str(p.held_by) not in leavers)
        if any(coverage.graph.present(other) for other in others):
            continue
        if winner.territory is None:
            named.append(Bundle(post, None, (cover.customer,)))
        else:
            places[post.id, winner.territory.id].append(cover.customer)
    named.sort(key=lambda b: (not b.customers[0].key_account, -b.value, b.subject))
    org = coverage.graph.org
    return (*named, *_territories(coverage, leavers, places, org))


def _territories(
    coverage: Coverage,
    leavers: Collection[str],
    customers: Mapping[tuple[str, str], Sequence[Customer]],
    org: Org,
) -> Iterable[Bundle]:
    """Yield the territories that nobody else covers, also those without customers."""
    graph = coverage.graph
    for territory in org.all(Territory):
        posts = graph.places.coverers_of(territory)
        gone = [p for p in posts if p.held_by is not None and str(p.held_by) in leavers]
        there = any(graph.present(p) and str(p.held_by) not in leavers for p in posts)
        mine = [c for p in gone for c in customers.get((p.id, territory.id), ())]
        if gone and (mine or not there):
            yield Bundle(gone[0], territory, tuple(mine))


@dataclass(frozen=True)
class Question:
    """What decides who takes over.

    Attributes:
        coverage: Who covers whom on the day.
        leavers: The people who are gone.
        named: Successors by the id of the customer or territory.
        full: The share of its capacity that a position may be loaded to.
        norms: What work is counted with.
        day: The first day without them; None where dates play no part.
    """

    coverage: Coverage
    leavers: Collection[str]
    named: Mapping[str, str]
    full: float
    norms: Norms
    day: dt.date | None = None

    def takers(self) -> list[Position]:
        """Return the positions that could take something over."""
        graph = self.coverage.graph
        return [
            p
            for p in graph.org.all(Position)
            if graph.present(p)
            and str(p.held_by) not in self.leavers
            and (role := graph.known.role_of(p)) is not None
            and (role.attaches_by in {"named account", "territory"} or role.manages_people)
        ]

    def task(self, parts: Sequence[Bundle]) -> Task:
        """Return the question in numbers."""
        takers, graph = self.takers(), self.coverage.graph
        owner = {c.customer.id: c.position.id if c.position else None for c in self.coverage}
        before = self._loads(takers)
        limits = [self.norms.capacity_of(graph, p) * self.full for p in takers]
        fits = Fits(self.coverage, takers, owner)
        return Task(
            graph,
            [part.label for part in parts],
            ["has nobody who may take it; name a successor, or fill a vacancy" for _ in parts],
            takers,
            [self._hours(part) for part in parts],
            [max(most - load, 0.0) for most, load in zip(limits, before, strict=True)],
            limits,
            before,
            [self._costs(part, takers, fits) for part in parts],
            [part.former.id for part in parts],
            "hours a year",
        )

    def _hours(self, part: Bundle) -> float:
        return sum(hours_or_least(self.norms, customer) for customer in part.customers)

    def _loads(self, takers: Sequence[Position]) -> list[float]:
        loads: dict[str, float] = defaultdict(float)
        for cover in self.coverage:
            if cover.position is not None:
                loads[cover.position.id] += hours_or_least(self.norms, cover.customer)
        return [loads[position.id] for position in takers]

    def _costs(self, part: Bundle, takers: Sequence[Position], fits: Fits) -> dict[int, float]:
        id_ = part.subject.partition(":")[2]
        wanted = self.named.get(id_)
        if wanted is not None:
            return {at: 0.0 for at, p in enumerate(takers) if p.id == wanted}
        value = part.value or 1.0
        return {
            at: value * (self.distance(part, position) + _misfit(part, at, fits))
            for at, position in enumerate(takers)
            if self._may_take(part, position)
        }

    def _may_take(self, part: Bundle, position: Position) -> bool:
        graph = self.coverage.graph
        role = graph.known.role_of(position)
        if part.territory is None:
            seller = role is not None and role.attaches_by in {"named account", "territory"}
            return seller and may_have(graph, part.customers[0], position)
        prospects = any(customer.status == "prospect" for customer in part.customers)
        if position.id in self._above(part.territory):
            return False
        return (
            role is not None
            and _covers_territories(role)
            and (role.wins_new_business or not prospects)
        )

    def _above(self, territory: Territory) -> set[str]:
        """Return the managers of those who cover a territory and stay: the others serve first."""
        graph = self.coverage.graph
        stay = (
            post
            for post in graph.places.coverers_of(territory)
            if str(post.held_by) not in self.leavers
        )
        return {boss.id for post in stay for boss in graph.lines.chain_of(post)}

    def distance(self, part: Bundle, position: Position) -> float:
        """Return how far a position stands from what it would take over, from 0 to 1."""
        if any(same_person(deputy, position) for deputy in self.deputies(part)):
            return 0.0
        lines = self.coverage.graph.lines
        manager, own = lines.manager_of(part.former), lines.manager_of(position)
        near = manager is not None and (
            position.id == manager.id or (own is not None and own.id == manager.id)
        )
        return TEAM if near else ELSEWHERE

    def deputies(self, part: Bundle) -> list[Position]:
        """Return the deputies of the account, then those of the position."""
        org, refs = self.coverage.graph.org, [part.former.deputy]
        found = []
        if part.territory is None:
            team = self.coverage.team_of(part.customers[0])
            found = [member.position for member in team if member.role == "deputy"]
        return [*found, *(p for ref in refs if (p := org.get(Position, ref)) is not None)]


_PLACE, _INDUSTRY = 0.1, 0.05
"""Shares of the revenue that misfit costs; less than one step of distance, so that it decides
between those who are equally near."""


def _misfit(part: Bundle, at: int, fits: Fits) -> float:
    """Return the misfit of place and industry, weighted by what customers are worth."""
    total = sum((value_of(customer) or 0.0) for customer in part.customers)
    if not total:
        return 0.0
    return (
        sum(
            (value_of(c) or 0.0) * (_PLACE * fits.place(c, at) + _INDUSTRY * fits.industry(c, at))
            for c in part.customers
        )
        / total
    )


def _covers_territories(role: Role) -> bool:
    return role.attaches_by == "territory" or (
        role.manages_people and role.attaches_by == "roll-up"
    )
