"""A design under examination: what rules look things up in."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from orgmodel.coverage import Coverage
from orgmodel.graph import Hierarchy, Known, OrgGraph, Places
from orgmodel.graph.lines import Lines
from orgmodel.model import Customer, Id, Org, Position, Role

Issue = tuple[Id[Any] | None, str]
"""What a rule yields: the entity concerned (None for the organisation) and a sentence."""
Issues = Iterator[Issue]


@dataclass(frozen=True)
class Design:
    """One design with its graph and coverage, each worked out once for all rules.

    Attributes:
        graph: The design's indexed views.
        coverage: Who covers whom on the day.
    """

    graph: OrgGraph
    coverage: Coverage

    @classmethod
    def of(cls, org: Org, on: dt.date | None = None) -> "Design":
        """Return a design on a day; left out, today."""
        graph = OrgGraph(org)
        return cls(graph, Coverage(graph, on=on))

    @property
    def org(self) -> Org:
        """The organisation."""
        return self.graph.org

    @property
    def known(self) -> Known:
        """Its entities together with the standard ones."""
        return self.graph.known

    @property
    def lines(self) -> Lines:
        """Its reporting lines."""
        return self.graph.lines

    @property
    def places(self) -> Places:
        """Its territories."""
        return self.graph.places

    @property
    def day(self) -> dt.date:
        """The day that is examined."""
        return self.coverage.day

    @cached_property
    def families(self) -> Hierarchy[Customer]:
        """Customers under their parent companies."""
        return Hierarchy(self.org.all(Customer), lambda customer: customer.parent)

    @cached_property
    def roled(self) -> tuple[tuple[Position, Role], ...]:
        """The positions whose role is known, with it."""
        pairs = ((p, self.known.role_of(p)) for p in self.org.all(Position))
        return tuple((position, role) for position, role in pairs if role is not None)

    @cached_property
    def key_accounts(self) -> tuple[Customer, ...]:
        """The key accounts."""
        return tuple(c for c in self.org.all(Customer) if c.key_account)
