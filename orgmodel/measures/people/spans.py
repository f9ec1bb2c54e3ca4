"""How many report to whom, and in how many layers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean, median

from orgmodel.measures.core.subject import Subject, graph_of
from orgmodel.model import Position
from orgmodel.network import OrgGraph

BANDS = ((1, 1), (2, 3), (4, 7), (8, 12), (13, 16), (17, None))
"""Least and most direct reports of each band, as orgvue reports them (article 24753778115101)."""


@dataclass(frozen=True)
class Span:
    """A manager with the number of direct reports, which is at least 1."""

    manager: Position
    reports: int


@dataclass(frozen=True)
class Band:
    """The managers whose spans lie between two bounds.

    Attributes:
        least: Fewest direct reports.
        most: Most of them; None is without end.
        spans: The managers, the widest spans first.
        share: Their part of all managers, 0 to 1; 0 where there is no manager.
    """

    least: int
    most: int | None
    spans: tuple[Span, ...]
    share: float

    @property
    def name(self) -> str:
        """The band as text, such as ``4-7`` or ``17+``."""
        if self.most is None:
            return f"{self.least}+"
        return str(self.least) if self.least == self.most else f"{self.least}-{self.most}"


@dataclass(frozen=True)
class Spans:
    """The span of every manager: direct reports by solid line.

    Attributes:
        all: Every manager with a span, in the order of the design.
    """

    all: tuple[Span, ...]

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The managers by band; shares tell what a mean hides."""
        widest = sorted(self.all, key=lambda span: -span.reports)
        return tuple(_band(widest, least, most) for least, most in BANDS)

    @property
    def mean(self) -> float | None:
        """The mean span; None without managers."""
        return fmean(span.reports for span in self.all) if self.all else None

    @property
    def median(self) -> float | None:
        """The span in the middle; None without managers."""
        return float(median(span.reports for span in self.all)) if self.all else None


def _band(spans: Sequence[Span], least: int, most: int | None) -> Band:
    inside = tuple(s for s in spans if s.reports >= least and (most is None or s.reports <= most))
    return Band(least, most, inside, len(inside) / len(spans) if spans else 0.0)


def at_side(graph: OrgGraph, position: Position) -> bool:
    """Return whether a position stands beside the line: its role does, and it leads nobody."""
    role = graph.known.role_of(position)
    if role is None or not role.at_side:
        return False
    lines = graph.lines
    return lines.manager_of(position) is not None and not lines.reports_of(position)


def spans(graph: Subject, *, count_side: bool = False) -> Spans:
    """Return how many direct reports every manager has.

    Vacant positions count, as managers and as reports: boxes outlive people.

    Args:
        graph: The design.
        count_side: Whether coordinators and assistants at the side count as reports; orgvue tells
            its Span, without them, from the Outgoing Count.
    """
    graph = graph_of(graph, "spans()")
    found = []
    for position in graph.org.all(Position):
        team = graph.lines.reports_of(position)
        size = len(team) if count_side else sum(not at_side(graph, report) for report in team)
        if size:
            found.append(Span(position, size))
    return Spans(tuple(found))
