"""What waits for somebody to be hired."""

from dataclasses import dataclass
from decimal import Decimal

from orgmodel.measures.core.subject import Subject, coverage_of
from orgmodel.model import Customer, Position, exact


@dataclass(frozen=True)
class Vacancy:
    """A position that nobody holds, with what it answers for.

    Attributes:
        position: The position.
        customers: The customers it would answer for.
        reports: How many report to it directly.
    """

    position: Position
    customers: tuple[Customer, ...]
    reports: int

    @property
    def revenue(self) -> Decimal:
        """What those customers buy in a year, as far as they state it."""
        return sum((exact(customer.revenue) for customer in self.customers), Decimal(0))

    @property
    def key_accounts(self) -> tuple[Customer, ...]:
        """The key accounts among those customers."""
        return tuple(customer for customer in self.customers if customer.key_account)


def vacancies(coverage: Subject) -> tuple[Vacancy, ...]:
    """Return the positions that nobody holds, in the order of the design."""
    coverage = coverage_of(coverage, "vacancies()")
    lines = coverage.graph.lines
    return tuple(
        Vacancy(position, coverage.customers_of(position), len(lines.reports_of(position)))
        for position in coverage.graph.org.all(Position)
        if position.vacant
    )
