"""Who takes the customers over when somebody leaves, and whether they have the time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from orgmodel.cover import Coverage
from orgmodel.measures.core.subject import Subject, coverage_of
from orgmodel.measures.market.norms import Norms
from orgmodel.measures.market.portfolios import Book, books
from orgmodel.measures.market.workload import Workload, hours_of, parts, workload
from orgmodel.model import Customer, Position, exact
from orgmodel.network import OrgGraph

Takeover = Literal["colleague", "deputy", "same person", "on leave", "vacant", "nobody"]
"""By whom customers are taken over: a ``colleague`` who serves them already, or a ``deputy``; or by
none: the deputy is the ``same person``, ``on leave`` or ``vacant``, or there is ``nobody``."""


@dataclass(frozen=True)
class Handover:
    """Customers of somebody who leaves, and who takes them over.

    Attributes:
        person: Who leaves, an id.
        how: How they are taken over.
        taker: The held position that takes them over; None where none does.
        customers: The customers.
        hours: Hours a year that the taker gets to do in addition, as far as tiers say.
        before: Hours a year that the holder of the taker has to do already, in all positions.
        capacity: Hours a year that they have for customers, in all positions; 0 without a taker.
    """

    person: str
    how: Takeover
    taker: Position | None
    customers: tuple[Customer, ...]
    hours: float
    before: float
    capacity: float

    @property
    def index(self) -> float | None:
        """Load of the taker afterwards, over capacity; None without a taker."""
        return (self.before + self.hours) / self.capacity if self.capacity else None

    @property
    def key_accounts(self) -> tuple[Customer, ...]:
        """The key accounts among the customers."""
        return tuple(customer for customer in self.customers if customer.key_account)

    @property
    def revenue(self) -> Decimal:
        """What the customers buy in a year, as far as they state it."""
        return sum((exact(customer.revenue) for customer in self.customers), Decimal(0))


class _Way(NamedTuple):
    person: str
    how: Takeover
    taker: str


def handovers(
    coverage: Subject,
    norms: Norms | None = None,
    *,
    served: Sequence[Book] | None = None,
    load: Workload | None = None,
) -> tuple[Handover, ...]:
    """Return who takes over the customers of every person who leaves, and with what load.

    First come colleagues who serve the same customers, then the deputies of the account, then those
    of the positions that serve; each must be held by somebody else. Load is that of
    :func:`~orgmodel.measures.workload`; it includes work at customers only.

    Args:
        coverage: Who covers whom on the day.
        norms: Calls by tier and selling hours; left out, the defaults of :class:`Norms`.
        served: The customers by how they are served, where :func:`books` found them already.
        load: The workload by these norms, where it is known already.
    """
    coverage = coverage_of(coverage, "handovers()")
    norms = norms or Norms()
    served = books(coverage) if served is None else served
    customers: dict[_Way, list[Customer]] = defaultdict(list)
    hours: dict[_Way, float] = defaultdict(float)
    for book in served:
        asked = hours_of(book.customers, norms)
        held = list(parts(book.present))
        for person in dict.fromkeys(str(post.held_by) for post, _ in held):
            way = _way(coverage.graph, book, person)
            customers[way] += book.customers
            hours[way] += asked * sum(part for post, part in held if str(post.held_by) == person)
    staff = _Staff(coverage, load or workload(coverage, norms, served=served))
    return tuple(staff.handover(way, customers[way], hours[way]) for way in customers)


def _way(graph: OrgGraph, book: Book, person: str) -> _Way:
    own = (graph.org.get(Position, p.deputy) for p in book.present if str(p.held_by) == person)
    deputies = [*book.deputies, *(deputy for deputy in own if deputy is not None)]
    there = filter(graph.present, deputies)
    colleague, deputy = _other(book.present, person), _other(there, person)
    if colleague is not None:
        return _Way(person, "colleague", colleague.id)
    if deputy is not None:
        return _Way(person, "deputy", deputy.id)
    if any(str(deputy.held_by) == person for deputy in deputies):
        return _Way(person, "same person", "")
    away = any(not deputy.vacant for deputy in deputies)
    return _Way(person, "on leave" if away else "vacant" if deputies else "nobody", "")


def _other(positions: Iterable[Position], person: str) -> Position | None:
    return next((position for position in positions if str(position.held_by) != person), None)


class _Staff:
    """What everybody has to do already, and time for."""

    def __init__(self, coverage: Coverage, load: Workload) -> None:
        self._graph = coverage.graph
        loads, norms = load.positions, load.norms
        self._before: dict[str, float] = defaultdict(float)
        self._capacity: dict[str, float] = defaultdict(float)
        for person, boxes in self._graph.boxes.items():
            for box in boxes:
                self._before[person] += loads[box.id].hours if box.id in loads else 0.0
                self._capacity[person] += norms.capacity_of(self._graph, box)

    def handover(self, way: _Way, customers: Iterable[Customer], hours: float) -> Handover:
        taker = self._graph.org.get(Position, way.taker)
        who = str(taker.held_by) if taker else ""
        before, capacity = self._before.get(who, 0.0), self._capacity.get(who, 0.0)
        return Handover(way.person, way.how, taker, tuple(customers), hours, before, capacity)
