"""What the organisation pays, as far as that is known."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from orgmodel.measures.core.subject import Subject, graph_of
from orgmodel.model import PayBenchmark, Position, exact
from orgmodel.network import OrgGraph


@dataclass(frozen=True)
class Priced:
    """A position with what it costs in a year, in the currency of the organisation.

    Attributes:
        position: The position.
        low: The lower end, or the only figure, for its full-time equivalents.
        high: The upper end.
        benchmark: Where the figures come from; None where the position states its pay.
    """

    position: Position
    low: Decimal
    high: Decimal
    benchmark: PayBenchmark | None = None


@dataclass(frozen=True)
class Unpriced:
    """A position of which nobody knows what it costs, and why."""

    position: Position
    because: str


@dataclass(frozen=True)
class Cost:
    """What positions cost in a year, in the currency of the organisation; pay alone.

    Attributes:
        priced: The positions with a figure.
        unpriced: Those without, which no sum includes.
    """

    priced: tuple[Priced, ...]
    unpriced: tuple[Unpriced, ...]

    @property
    def held(self) -> tuple[Decimal, Decimal]:
        """Lower and upper end of what the held positions cost."""
        return _range([each for each in self.priced if not each.position.vacant])

    @property
    def vacant(self) -> tuple[Decimal, Decimal]:
        """Lower and upper end of what the vacant ones would cost."""
        return _range([each for each in self.priced if each.position.vacant])

    @property
    def benchmarked(self) -> int:
        """How many of the figures are benchmarks and no pay of our own."""
        return sum(each.benchmark is not None for each in self.priced)


def _range(priced: list[Priced]) -> tuple[Decimal, Decimal]:
    zero = Decimal(0)
    return sum((p.low for p in priced), zero), sum((p.high for p in priced), zero)


def cost(graph: Subject, rates: Mapping[str, Decimal] | None = None) -> Cost:
    """Return what positions cost, by the pay that they state, else by the benchmark of their role.

    Nothing is guessed: a position without either stands in the result as unpriced. Among the
    benchmarks of a role that hold where the position is, the one of the narrowest place counts,
    then the latest.

    Args:
        graph: The design.
        rates: What one unit of a foreign currency is worth in that of the organisation; benchmarks
            in a currency without a rate price nothing.
    """
    graph = graph_of(graph, "cost()")
    book = _Book(graph, rates or {})
    found = [book.price(position) for position in graph.org.all(Position)]
    return Cost(
        tuple(each for each in found if isinstance(each, Priced)),
        tuple(each for each in found if isinstance(each, Unpriced)),
    )


class _Book:
    """The benchmarks by role."""

    def __init__(self, graph: OrgGraph, rates: Mapping[str, Decimal]) -> None:
        self._graph, self._rates = graph, rates
        self._of: dict[str, list[PayBenchmark]] = defaultdict(list)
        for benchmark in graph.org.all(PayBenchmark):
            self._of[str(benchmark.role)].append(benchmark)

    def price(self, position: Position) -> Priced | Unpriced:
        fte = exact(position.fte)
        if position.pay is not None:
            pay = exact(position.pay) * fte
            return Priced(position, pay, pay)
        role = self._graph.known.role_of(position)
        if role is None:
            return Unpriced(position, "it states no pay, and its role is not known")
        here = [b for b in self._of.get(role.id, ()) if _holds(b, position)]
        if not here:
            because = f"it states no pay, and no benchmark of role {role.id!r} holds for it"
            return Unpriced(position, because)
        best = max(here, key=lambda b: (len(b.place or ""), b.as_of, b.id))
        rate = self._rate(best.benchmark_currency)
        if rate is None:
            given = f"benchmark {best.id!r} is in {best.benchmark_currency}"
            return Unpriced(
                position, f"{given}, and no rate to {self._graph.org.currency} is given"
            )
        low, high = exact(best.low), exact(best.low if best.high is None else best.high)
        return Priced(position, low * rate * fte, high * rate * fte, best)

    def _rate(self, currency: str) -> Decimal | None:
        return Decimal(1) if currency == self._graph.org.currency else self._rates.get(currency)


def _holds(benchmark: PayBenchmark, position: Position) -> bool:
    """Return whether a benchmark is of nowhere in particular, or of a place around the position."""
    if benchmark.place is None:
        return True
    place = position.place or ""
    return place == benchmark.place or place.startswith(f"{benchmark.place}-")
