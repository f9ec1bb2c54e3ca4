"""How much work customers are, and who has the time for it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from orgmodel.cover import Cover, Coverage
from orgmodel.measures.norms import Norms
from orgmodel.model import Customer, Position


@dataclass(frozen=True)
class Load:
    """The work of one position.

    Attributes:
        position: The position.
        hours: Hours a year that its customers ask for; of customers that several serve, its part.
        capacity: Hours a year that it has for customers, or would have if it were held.
    """

    position: Position
    hours: float
    capacity: float

    @property
    def index(self) -> float:
        """Hours over capacity: 1 is a full year's work."""
        return self.hours / self.capacity


@dataclass(frozen=True)
class Workload:
    """The work that customers are, by whoever has them.

    Attributes:
        norms: What it was reckoned with.
        positions: Load by position id, of every position that serves somebody.
        territories: Hours a year by territory id, of the territory that decides on the cover.
        hours: Hours a year of all customers together, whoever has them.
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


def workload(coverage: Coverage, norms: Norms | None = None) -> Workload:
    """Return the work that customers are, by Talley's build-up method.

    Heads are the sum over classes of customers x calls a year x hours per call, over the selling
    hours of one head (Talley, "How to Design Sales Territories", Journal of Marketing 25(3), 1961;
    Kotler's example of 60,000 calls and 60 heads). The work of a customer whom several positions
    serve alike is divided among them by their full-time equivalents, the held ones if any is.

    Args:
        coverage: Who covers whom.
        norms: Calls by tier and selling hours; left out, the defaults of :class:`Norms`.
    """
    norms = norms or Norms()
    rated = [(cover, norms.hours_of(cover.customer)) for cover in coverage]
    known = [(cover, hours) for cover, hours in rated if hours is not None]
    territories: dict[str, float] = defaultdict(float)
    for cover, hours in known:
        if cover.territory is not None:
            territories[cover.territory.id] += hours
    whole = sum(hours for _, hours in known)
    loads, uncovered = _loads(coverage, known)
    served = {
        who: Load(post, loads[who], norms.capacity_of(post))
        for who, post in _serving(coverage).items()
    }
    unrated = len(rated) - len(known)
    return Workload(norms, served, dict(territories), whole, uncovered, len(known), unrated)


def _serving(coverage: Coverage) -> dict[str, Position]:
    """Return every position that serves a customer, by id, in the order of the design."""
    served = {post.id for ways in _alike(coverage).values() for post in carriers(ways)}
    return {p.id: p for p in coverage.graph.org.all(Position) if p.id in served}


def _alike(coverage: Coverage) -> dict[int, Cover]:
    """Return one cover for each list of candidates; customers that are alike share theirs."""
    return {id(cover.candidates): cover for cover in coverage}


def carriers(cover: Cover) -> tuple[Position, ...]:
    """Return the positions that do the work of a customer: those held, else the vacant ones."""
    posts = {post.id: post for winner in cover.winners for post in winner.posts}
    held = tuple(post for post in posts.values() if not post.vacant)
    return held or tuple(posts.values())


def _loads(
    coverage: Coverage, known: list[tuple[Cover, float]]
) -> tuple[defaultdict[str, float], float]:
    alike: dict[int, float] = defaultdict(float)
    for cover, hours in known:
        alike[id(cover.candidates)] += hours
    loads: defaultdict[str, float] = defaultdict(float)
    uncovered = 0.0
    for key, cover in _alike(coverage).items():
        posts = carriers(cover)
        fte = sum(post.fte for post in posts)
        for post in posts:
            loads[post.id] += alike[key] * post.fte / fte
        uncovered += 0.0 if posts else alike[key]
    return loads, uncovered


def hours_of(customers: tuple[Customer, ...], norms: Norms) -> float:
    """Return the hours a year that some customers ask for, as far as their tiers say."""
    return sum(norms.hours_of(customer) or 0.0 for customer in customers)
