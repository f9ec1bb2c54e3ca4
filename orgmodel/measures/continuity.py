"""What loses its cover when somebody leaves."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Set
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from orgmodel.cover import Coverage
from orgmodel.measures.flow import Flow, Node
from orgmodel.measures.substitutes import Substitutes
from orgmodel.model import Customer, Position, Territory, exact
from orgmodel.network import OrgGraph


@dataclass(frozen=True)
class Team:
    """Positions that would be left without a manager.

    Attributes:
        manager: The position that manages them.
        reports: The direct reports.
        stand_in: The nearest manager above whom somebody holds who stays; None where there is none.
    """

    manager: Position
    reports: tuple[Position, ...]
    stand_in: Position | None


@dataclass(frozen=True)
class Loss:
    """What would be without cover.

    Attributes:
        customers: Customers whom no position that serves them, nor a deputy, would be held for.
        territories: Territories that no held position, nor a deputy of one, would cover.
        teams: Teams whose manager's position, and its deputy's, nobody would hold.
    """

    customers: tuple[Customer, ...] = ()
    territories: tuple[Territory, ...] = ()
    teams: tuple[Team, ...] = ()

    @property
    def key_accounts(self) -> tuple[Customer, ...]:
        """The key accounts among the customers."""
        return tuple(customer for customer in self.customers if customer.key_account)

    @property
    def revenue(self) -> Decimal:
        """What the customers buy in a year, as far as they state it."""
        return sum((exact(customer.revenue) for customer in self.customers), Decimal(0))


@dataclass(frozen=True)
class Continuity:
    """What hangs on whom alone.

    Attributes:
        people: What loses its cover when one person leaves all positions, by the person's id; only
            those on whom something hangs, in the order of their positions.
    """

    people: Mapping[str, Loss]
    _flow: Flow = field(repr=False, compare=False)
    _losses: "Losses" = field(repr=False, compare=False)

    def of(self, person: object) -> Loss:
        """Return what loses its cover when a person, given as an entity or id, leaves."""
        return self.people.get(str(person), Loss())

    @property
    def positions(self) -> dict[str, Loss]:
        """What loses its cover when one position falls vacant, by its id."""
        sole = {node: self._flow.sole(node, "post") for node in self._flow.sources}
        return self._losses.of({n: str(post.which) for n, post in sole.items() if post}, _nobody)

    @property
    def pairs(self) -> dict[tuple[str, str], Loss]:
        """What loses its cover only when both of two people leave, by their ids in order."""
        named = {
            node: (str(one.which), str(other.which))
            for node, (one, other) in self._flow.pairs.items()
        }
        ordered = {node: (min(ids), max(ids)) for node, ids in named.items()}
        return self._losses.of(ordered, frozenset)


K = TypeVar("K", bound=Hashable)


def continuity(coverage: Coverage) -> Continuity:
    """Return what loses its cover when somebody leaves, for every person.

    A customer keeps its cover while any position that serves it is held, or a deputy of the
    account or of such a position; managers who would merely stand in are no cover. What nobody
    covers today is nobody's to lose. Whoever holds several positions leaves them all at once.

    Whoever is on every way by which cover comes to a customer dominates it in the flow of cover
    (:class:`~orgmodel.measures.flow.Flow`), so that one pass over its dominators finds all losses,
    in time that grows with the design and not with its square.

    Args:
        coverage: Who covers whom on the day.
    """
    flow = Flow(coverage)
    losses = Losses(coverage.graph, flow)
    sole = {node: flow.sole(node, "person") for node in flow.sources}
    found = losses.of({node: str(p.which) for node, p in sole.items() if p}, lambda who: {who})
    people = {who: found[who] for who in coverage.graph.boxes if who in found}
    return Continuity(people, flow, losses)


def _nobody(position: str) -> Set[str]:
    del position
    return frozenset()


class Losses:
    """Turns nodes of the flow, each lost with something, into losses."""

    def __init__(self, graph: OrgGraph, flow: Flow) -> None:
        self._graph, self._books = graph, flow.books
        self._substitutes = Substitutes(graph)

    def of(self, lost: Mapping[Node, K], leaving: Callable[[K], Set[str]]) -> dict[K, Loss]:
        """Return the losses by what each node is lost with.

        Args:
            lost: What each node is lost with; nodes that are not lost are left out.
            leaving: The people who leave then.
        """
        customers: dict[K, list[Customer]] = defaultdict(list)
        territories: dict[K, list[Territory]] = defaultdict(list)
        teams: dict[K, list[Team]] = defaultdict(list)
        for node, by in lost.items():
            if node.kind == "book":
                customers[by] += self._books[node]
            elif node.kind == "territory":
                territories[by] += filter(None, [self._graph.org.get(Territory, str(node.which))])
            elif node.kind == "team":
                teams[by] += filter(None, [self._team(str(node.which), leaving(by))])
        concerned = dict.fromkeys([*customers, *territories, *teams])
        return {
            by: Loss(tuple(customers[by]), tuple(territories[by]), tuple(teams[by]))
            for by in concerned
        }

    def _team(self, manager: str, leaving: Set[str]) -> Team | None:
        post = self._graph.org.get(Position, manager)
        if post is None:
            return None
        reports = self._graph.lines.reports_of(post)
        return Team(post, reports, self._substitutes.above(post, leaving))
