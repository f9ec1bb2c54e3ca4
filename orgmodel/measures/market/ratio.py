"""How much of the market is covered, and what a head brings in."""

from dataclasses import dataclass
from decimal import Decimal

from orgmodel.cover import Cover
from orgmodel.measures.core.subject import Subject, coverage_of
from orgmodel.measures.people.headcount import Headcount, headcount
from orgmodel.model import exact


@dataclass(frozen=True)
class Split:
    """Something by the state of cover: of customers their number, of revenue the amount.

    Attributes:
        covered: What a held position answers for.
        vacant: What a vacant position would answer for.
        nobody: What no position answers for.
    """

    covered: Decimal = Decimal(0)
    vacant: Decimal = Decimal(0)
    nobody: Decimal = Decimal(0)

    @property
    def whole(self) -> Decimal:
        """All of it."""
        return self.covered + self.vacant + self.nobody

    @property
    def ratio(self) -> float | None:
        """What is covered over all, 0 to 1; None where there is nothing to cover."""
        return float(self.covered / self.whole) if self.whole else None


@dataclass(frozen=True)
class CoverageRatio:
    """How much of the market is covered on the day.

    Attributes:
        customers: All customers and prospects, counted.
        key_accounts: The key accounts, counted.
        revenue: Yearly revenue in the currency of the organisation.
        unknown: How many customers that exist state no revenue.
    """

    customers: Split
    key_accounts: Split
    revenue: Split
    unknown: int


def coverage_ratio(coverage: Subject) -> CoverageRatio:
    """Return how much of the market is covered, by a vacancy only, or by nobody."""
    coverage = coverage_of(coverage, "coverage_ratio()")
    covers = list(coverage)
    keys = [cover for cover in covers if cover.customer.key_account]
    unknown = sum(c.customer.revenue is None and c.customer.status == "existing" for c in covers)
    return CoverageRatio(_counted(covers), _counted(keys), _summed(covers), unknown)


def _counted(covers: list[Cover]) -> Split:
    counts = dict.fromkeys(("covered", "vacant", "nobody"), 0)
    for cover in covers:
        counts[cover.state] += 1
    return Split(**{state: Decimal(number) for state, number in counts.items()})


def _summed(covers: list[Cover]) -> Split:
    sums = dict.fromkeys(("covered", "vacant", "nobody"), Decimal(0))
    for cover in covers:
        if cover.customer.revenue is not None:
            sums[cover.state] += exact(cover.customer.revenue)
    return Split(**sums)


@dataclass(frozen=True)
class Productivity:
    """What customers buy over who is there to sell, yearly, in the organisation's currency.

    Attributes:
        revenue: What all customers buy, as far as they state it.
        heads: The positions.
        sellers: Held positions that answer for customers.
    """

    revenue: Decimal
    heads: Headcount
    sellers: int

    @property
    def per_head(self) -> Decimal | None:
        """Revenue over held positions; None where nobody is there."""
        return self.revenue / self.heads.held if self.heads.held else None

    @property
    def per_fte(self) -> Decimal | None:
        """Revenue over full-time equivalents held; None where nobody is there."""
        return self.revenue / exact(self.heads.fte) if self.heads.held else None

    @property
    def per_seller(self) -> Decimal | None:
        """Revenue over held positions that answer for customers; None without any."""
        return self.revenue / self.sellers if self.sellers else None


def revenue_per_head(coverage: Subject) -> Productivity:
    """Return what the organisation sells per position that somebody holds."""
    coverage = coverage_of(coverage, "revenue_per_head()")
    sellers = {
        cover.position.id for cover in coverage if cover.position and not cover.position.vacant
    }
    revenue = sum((exact(cover.customer.revenue) for cover in coverage), Decimal(0))
    return Productivity(revenue, headcount(coverage.graph), len(sellers))
