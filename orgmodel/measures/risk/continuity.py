"""What loses its cover when somebody leaves."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from orgmodel.measures.core.subject import Subject, coverage_of
from orgmodel.measures.market.portfolios import Book, books
from orgmodel.measures.risk.flow import Flow, Node
from orgmodel.measures.risk.substitutes import Substitutes
from orgmodel.model import Customer, Holding, Person, Position, Territory, UnknownError, exact
from orgmodel.network import OrgGraph
from orgmodel.text import did_you_mean

K = TypeVar("K", bound=Hashable)
E = TypeVar("E", Position, Territory)


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
        customers: Customers for whom no position that serves them, nor a deputy, would be held.
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
    """What depends on one person.

    Attributes:
        people: What loses its cover when one person leaves all positions, by the person's id; only
            those on whom something depends, in the order of their positions.
        flow: Where cover comes from.
    """

    people: Mapping[str, Loss]
    flow: Flow = field(repr=False, compare=False)
    _losses: "_Losses" = field(repr=False, compare=False)

    def __repr__(self) -> str:
        return f"<Continuity: {len(self.people)} people on whom alone something hangs>"

    def of(self, person: object) -> Loss:
        """Return what loses its cover when a person, given as an entity or id, leaves.

        Raises:
            UnknownError: If the design knows nobody of that id or name; the text names the nearest.
        """
        who = str(person)
        if who in self.people:
            return self.people[who]
        known = self._losses.staff
        if who not in known:
            raise UnknownError(f"There is no person {who!r}{did_you_mean(who, known)}")
        return Loss()

    def positions(self) -> dict[str, Loss]:
        """Return what loses its cover when one position falls vacant, by its id."""
        return self._losses.by(self.flow.sole("post"), lambda _: frozenset())

    def pairs(self) -> dict[tuple[str, str], Loss]:
        """Return what loses its cover only when both of two people leave, by their ids in order.

        What depends on one of them alone is not included.
        """
        return self._losses.by(self.flow.pairs, frozenset)


def continuity(coverage: Subject, *, served: Sequence[Book] | None = None) -> Continuity:
    """Return what loses its cover when somebody leaves, for every person.

    A customer keeps its cover while the holder of any position that serves it is present, or that
    of a deputy of the account or of such a position, or the stand-in for one on leave. Managers who
    would merely stand in do not count. What nobody covers on the day cannot be lost. A person with
    several positions leaves them all at once.

    A person on every way by which cover comes to a customer dominates it in the flow of cover
    (Lengauer and Tarjan 1979), so that one pass over its dominators finds all losses, in time that
    grows with the design and not with its square.

    Args:
        coverage: Who covers whom on the day.
        served: The customers by how they are served, where :func:`books` found them already.
    """
    coverage = coverage_of(coverage, "continuity()")
    flow = Flow(coverage, books(coverage) if served is None else served)
    losses = _Losses(coverage.graph, flow)
    found = losses.by(flow.sole("person"), lambda who: frozenset((who,)))
    return Continuity({w: found[w] for w in coverage.graph.boxes if w in found}, flow, losses)


class _Losses:
    """Turns nodes of the flow, each lost with something, into what is lost with that."""

    def __init__(self, graph: OrgGraph, flow: Flow) -> None:
        self._graph, self._flow = graph, flow
        self._substitutes = Substitutes(graph)

    @property
    def staff(self) -> dict[str, None]:
        """Everybody whom the design knows, whether or not they hold a position on the day."""
        whole = self._graph.org.whole
        held = (str(p.held_by) for p in whole.all(Position) if p.held_by)
        lines = (str(holding.person) for holding in whole.all(Holding))
        return dict.fromkeys([*held, *lines, *(person.id for person in whole.all(Person))])

    def by(self, lost: Mapping[Node, K], leaving: Callable[[K], frozenset[str]]) -> dict[K, Loss]:
        """Return the losses by what each node is lost with.

        Args:
            lost: What each node is lost with; nodes that are not lost are left out.
            leaving: The people who leave then.
        """
        nodes: dict[K, list[Node]] = defaultdict(list)
        for node, by in lost.items():
            if node.kind in {"book", "territory", "team"}:
                nodes[by].append(node)
        return {by: self._loss(found, leaving(by)) for by, found in nodes.items()}

    def _loss(self, nodes: list[Node], leaving: frozenset[str]) -> Loss:
        books = [self._flow.books[node].customers for node in nodes if node.kind == "book"]
        return Loss(
            tuple(customer for book in books for customer in book),
            tuple(self._found(Territory, "territory", nodes)),
            tuple(self._team(post, leaving) for post in self._found(Position, "team", nodes)),
        )

    def _found(self, kind: type[E], of: str, nodes: list[Node]) -> Iterator[E]:
        named = (self._graph.org.get(kind, str(node.which)) for node in nodes if node.kind == of)
        return (entity for entity in named if entity is not None)

    def _team(self, post: Position, leaving: frozenset[str]) -> Team:
        reports = self._graph.lines.reports_of(post)
        return Team(post, reports, self._substitutes.above(post, leaving))
