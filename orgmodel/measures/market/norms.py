"""How often customers are called on, for how long, and how much time there is for it."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from math import isfinite
from types import MappingProxyType

from orgmodel.model import Customer, Position, require
from orgmodel.network import OrgGraph

SELLING_HOURS = 1_350.0
"""Hours a year that one full-time seller has for customers: the middle of 1,200 (Sales Benchmark
Index) to 1,500 (Winning by Design)."""


@dataclass(frozen=True)
class Calls:
    """What one customer asks for.

    Attributes:
        a_year: Calls in a year.
        hours: Hours that one call takes, with its share of travel and preparation.
    """

    a_year: float
    hours: float

    def __post_init__(self) -> None:
        if not all(isfinite(n) and n >= 0 for n in (self.a_year, self.hours)):
            raise ValueError(
                f"calls and hours should be at least 0, not {self.a_year}, {self.hours}"
            )

    @property
    def load(self) -> float:
        """Hours in a year."""
        return self.a_year * self.hours


CALLS: Mapping[str, Calls] = MappingProxyType(
    {"A": Calls(36, 1.35), "B": Calls(12, 1.35), "C": Calls(4, 1.35)}
)
"""Calls by tier by default: 36 a year for A and 12 for B, Kotler's textbook example; 4 for C, once
a quarter, is a judgement. 1.35 hours each follow from his 1,000 calls a year in 1,350 hours."""


@dataclass(frozen=True)
class Norms:
    """What workload and capacity are reckoned with; give your own, defaults are a textbook's.

    Attributes:
        tiers: Calls by the customers' tiers, such as A, B and C.
        prospects: Calls by tier for prospects; None asks for as many as existing customers do.
        selling_hours: Hours a year that a full-time seller has for customers.
    """

    tiers: Mapping[str, Calls] = field(default_factory=lambda: CALLS)
    _: KW_ONLY
    prospects: Mapping[str, Calls] | None = None
    selling_hours: float = SELLING_HOURS

    def __post_init__(self) -> None:
        for calls in (self.tiers, self.prospects or {}):
            require(calls, Mapping, by="Norms()")
            for tier, asked in calls.items():
                require(asked, Calls, by=f"Tier {tier!r} of Norms()")
        if not (isfinite(self.selling_hours) and self.selling_hours > 0):
            raise ValueError(f"selling hours should be above 0, not {self.selling_hours}")

    def hours_of(self, customer: Customer) -> float | None:
        """Return the hours a year that a customer asks for; None where its tier does not say."""
        prospect = customer.status == "prospect" and self.prospects is not None
        calls = (self.prospects or {}) if prospect else self.tiers
        found = calls.get(customer.tier) if customer.tier is not None else None
        return found.load if found else None

    def capacity_of(self, graph: OrgGraph, position: Position) -> float:
        """Return the hours a year that a position has for customers when it is held.

        They are those of its full-time equivalents, times what its holder does of full work on the
        day: a new one may still be on the ramp. A leave takes nothing off, for it passes.
        """
        holding = graph.holding_of(position)
        day = graph.org.day
        productivity = holding.productivity(day) if holding and day else 1.0
        return position.fte * self.selling_hours * productivity
