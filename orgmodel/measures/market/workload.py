"""How much work customers are, and who has the time for it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from orgmodel.measures.core.subject import Subject, coverage_of
from orgmodel.measures.market.norms import Norms
from orgmodel.measures.market.portfolios import Book, books
from orgmodel.model import Customer, Position


@dataclass(frozen=True)
class Load:
    """The work of one position.

    Attributes:
        position: The position.
        hours: Hours a year that its customers ask for; of customers that several serve, its part.
        capacity: Hours a year that it has for customers, or would have if it were held; less for
            a new holder on the ramp.
    """

    position: Position
    hours: float
    capacity: float

    @property
    def index(self) -> float | None:
        """Hours over capacity: 1 is a full year's work; None where there is no capacity."""
        return self.hours / self.capacity if self.capacity else None


@dataclass(frozen=True)
class Workload:
    """The work at customers, by owner and territory.

    Attributes:
        norms: What it was reckoned with.
        positions: Load by position id, of every position that serves somebody.
        territories: Hours a year by territory id, of the territory that decides on the cover.
        hours: Hours a year of all customers together.
        uncovered: Hours a year of customers that no position has.
        rated: Customers whose tier the norms know.
        unrated: Customers without a tier, or of one that the norms do not know; they add nothing.
    """

    norms: Norms
    positions: Mapping[str, Load]
    territories: Mapping[str, float]
    hours: float
    uncovered: float
    rated: int
    unrated: int

    @property
    def heads(self) -> float:
        """Full-time sellers that the work asks for: hours over selling hours of one."""
        return self.hours / self.norms.selling_hours

    @property
    def silent(self) -> str | None:
        """Why nothing can be said; None where something can."""
        return None if self.rated else "no customer has a tier that the call norms know"


def workload(
    coverage: Subject, norms: Norms | None = None, *, served: Sequence[Book] | None = None
) -> Workload:
    """Return the work that customers are, by Talley's build-up method.

    Heads are the sum over classes of customers x calls a year x hours per call, over the selling
    hours of one head (Talley, "How to Design Sales Territories", Journal of Marketing 25(3), 1961;
    Kotler's example of 60,000 calls and 60 heads). The work of a customer whom several positions
    serve alike is divided among them by their full-time equivalents: those whose holder is there,
    else those that are held, else the vacant ones.

    Args:
        coverage: Who covers whom.
        norms: Calls by tier and selling hours; left out, the defaults of :class:`Norms`.
        served: The customers by how they are served, where :func:`books` found them already.
    """
    coverage = coverage_of(coverage, "workload()")
    norms = norms or Norms()
    hours: dict[str, float] = defaultdict(float)
    territories: dict[str, float] = defaultdict(float)
    uncovered, unrated = 0.0, 0
    for book in books(coverage) if served is None else served:
        rated = [load for c in book.customers if (load := norms.hours_of(c)) is not None]
        unrated += len(book.customers) - len(rated)
        if book.cover.territory is not None:
            territories[book.cover.territory.id] += sum(rated)
        for post, part in parts(book.carriers):
            hours[post.id] += part * sum(rated)
        uncovered += 0.0 if book.carriers else sum(rated)
    loads = {
        p.id: Load(p, hours[p.id], norms.capacity_of(coverage.graph, p))
        for p in coverage.graph.org.all(Position)
        if p.id in hours
    }
    whole = uncovered + sum(load.hours for load in loads.values())
    rated_all = len(coverage) - unrated
    return Workload(norms, loads, dict(territories), whole, uncovered, rated_all, unrated)


def parts(posts: tuple[Position, ...]) -> Iterator[tuple[Position, float]]:
    """Yield positions with the part of common work that each does, by full-time equivalents."""
    fte = sum(post.fte for post in posts)
    return ((post, post.fte / fte) for post in posts)


def hours_of(customers: Iterable[Customer], norms: Norms) -> float:
    """Return the hours a year that some customers ask for, as far as their tiers say."""
    return sum(norms.hours_of(customer) or 0.0 for customer in customers)
