"""One design with its numbers, each worked out when it is first asked for, and once."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from orgmodel.measures.core.subject import Subject, coverage_of
from orgmodel.measures.market.balance import Balance, balance
from orgmodel.measures.market.buying_centre import BuyingCentre, buying_centres
from orgmodel.measures.market.concentration import Concentration, concentration
from orgmodel.measures.market.grouping import Grouping, Quantity, Totals, peers, totals
from orgmodel.measures.market.norms import Norms
from orgmodel.measures.market.portfolios import Book, books
from orgmodel.measures.market.ratio import (
    CoverageRatio,
    Productivity,
    coverage_ratio,
    revenue_per_head,
)
from orgmodel.measures.market.targets import TargetRollUp, periods, targets
from orgmodel.measures.market.workload import Workload, workload
from orgmodel.measures.people.cost import Cost, cost
from orgmodel.measures.people.headcount import Headcount, headcount
from orgmodel.measures.people.layers import Layer, layers
from orgmodel.measures.people.spans import Spans, spans
from orgmodel.measures.people.vacancies import Vacancy, vacancies
from orgmodel.measures.risk.continuity import Continuity, continuity
from orgmodel.measures.risk.handover import Handover, handovers
from orgmodel.model import Org
from orgmodel.network import OrgGraph


class Measured:
    """The numbers of one design on one day.

    Args:
        coverage: Who covers whom.
        norms: Calls by tier and selling hours; left out, the defaults of :class:`Norms`.
        rates: What a unit of a foreign currency is worth, for benchmarks of pay.

    Attributes:
        coverage: Who covers whom.
        norms: What work is reckoned with.
    """

    def __init__(
        self,
        coverage: Subject,
        norms: Norms | None = None,
        rates: Mapping[str, Decimal] | None = None,
    ) -> None:
        self.coverage = coverage_of(coverage, "Measured()")
        self.norms = norms or Norms()
        self._rates = rates
        self._concentrations: dict[Grouping, Concentration] = {}
        self._totals: dict[tuple[Quantity, Grouping], Totals] = {}

    def __repr__(self) -> str:
        return f"<Measured {self.coverage!r}>"

    @property
    def graph(self) -> OrgGraph:
        """The design's indexed views."""
        return self.coverage.graph

    @property
    def org(self) -> Org:
        """The design as it is on the day."""
        return self.graph.org

    @cached_property
    def buying_centres(self) -> tuple[BuyingCentre, ...]:
        """The buying centre of each key account, the furthest stage first."""
        return buying_centres(self.coverage)

    @cached_property
    def books(self) -> tuple[Book, ...]:
        """Customers by how they are served; see :func:`~orgmodel.measures.books`."""
        return books(self.coverage)

    @cached_property
    def spans(self) -> Spans:
        """Direct reports; see :func:`~orgmodel.measures.spans`."""
        return spans(self.graph)

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """Positions by layer; see :func:`~orgmodel.measures.layers`."""
        return layers(self.graph)

    @cached_property
    def headcount(self) -> Headcount:
        """Positions, counted; see :func:`~orgmodel.measures.headcount`."""
        return headcount(self.graph)

    @cached_property
    def vacancies(self) -> tuple[Vacancy, ...]:
        """Positions that nobody holds; see :func:`~orgmodel.measures.vacancies`."""
        return vacancies(self.coverage)

    @cached_property
    def cost(self) -> Cost:
        """What positions cost; see :func:`~orgmodel.measures.cost`."""
        return cost(self.graph, self._rates)

    @cached_property
    def workload(self) -> Workload:
        """The work that customers are; see :func:`~orgmodel.measures.workload`."""
        return workload(self.coverage, self.norms, served=self.books)

    @cached_property
    def handovers(self) -> tuple[Handover, ...]:
        """Who takes over; see :func:`~orgmodel.measures.handovers`."""
        return handovers(self.coverage, self.norms, served=self.books, load=self.workload)

    @cached_property
    def ratio(self) -> CoverageRatio:
        """How much is covered; see :func:`~orgmodel.measures.coverage_ratio`."""
        return coverage_ratio(self.coverage)

    @cached_property
    def productivity(self) -> Productivity:
        """Revenue per head; see :func:`~orgmodel.measures.revenue_per_head`."""
        return revenue_per_head(self.coverage)

    @cached_property
    def continuity(self) -> Continuity:
        """What depends on one person; see :func:`~orgmodel.measures.continuity`."""
        return continuity(self.coverage, served=self.books)

    @cached_property
    def targets(self) -> tuple[TargetRollUp, ...]:
        """Revenue targets by period; see :func:`~orgmodel.measures.targets`."""
        return tuple(targets(self.graph, period) for period in periods(self.graph))

    def totals(self, quantity: Quantity, by: Grouping) -> Totals:
        """Return what customers amount to; see :func:`~orgmodel.measures.totals`."""
        key = quantity, by
        if key not in self._totals:
            self._totals[key] = totals(self.coverage, quantity, by, served=self.books)
        return self._totals[key]

    def concentration(self, by: Grouping) -> Concentration:
        """Return how revenue is spread; see :func:`~orgmodel.measures.concentration`.

        The whole is all revenue; of territories it is what they decide on, for what is attached by
        name belongs to none.
        """
        if by not in self._concentrations:
            summed = self.totals("revenue", by)
            whole = None if by == "territory" else summed.whole
            self._concentrations[by] = concentration(summed.by, whole)
        return self._concentrations[by]

    def territory_balance(self, quantity: Quantity | None = None) -> dict[str, Balance]:
        """Return how even the territories of every type are; see :func:`balance` and :func:`peers`.

        Args:
            quantity: In what; None is workload.
        """
        has: Mapping[str, Decimal] | Mapping[str, float] = (
            self.workload.territories if quantity is None else self.totals(quantity, "territory").by
        )
        groups = peers(self.coverage).items()
        return {
            name: balance({t.id: float(has.get(t.id, 0)) for t in group}) for name, group in groups
        }


def measured_of(subject: Measured | Subject) -> Measured:
    """Return a design with its numbers, reckoned with the usual norms where it comes without."""
    return subject if isinstance(subject, Measured) else Measured(subject)
