"""How many positions and people there are, and where."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from orgmodel.measures.core.rolling import rolled_up
from orgmodel.measures.core.subject import Subject, graph_of
from orgmodel.model import Position, choose
from orgmodel.network import OrgGraph

StaffGrouping = Literal["role", "department", "manager"]
"""By what positions are counted: by role, by department, or below each manager."""


@dataclass(frozen=True)
class Headcount:
    """Positions, counted.

    Attributes:
        held: Positions that somebody holds.
        vacant: Positions that nobody holds.
        fte: Full-time equivalents of those held.
        vacant_fte: Full-time equivalents of those vacant.
    """

    held: int = 0
    vacant: int = 0
    fte: float = 0.0
    vacant_fte: float = 0.0

    @property
    def positions(self) -> int:
        """All positions, held and vacant."""
        return self.held + self.vacant

    @property
    def vacancy_rate(self) -> float | None:
        """Vacant positions over all positions, 0 to 1; None without positions."""
        return self.vacant / self.positions if self.positions else None


def headcount_of(positions: Iterable[Position]) -> Headcount:
    """Return how many of some positions are held and vacant, and their full-time equivalents."""
    held, vacant, fte, vacant_fte = 0, 0, 0.0, 0.0
    for position in positions:
        if position.vacant:
            vacant, vacant_fte = vacant + 1, vacant_fte + position.fte
        else:
            held, fte = held + 1, fte + position.fte
    return Headcount(held, vacant, fte, vacant_fte)


def headcount(graph: Subject) -> Headcount:
    """Return how many positions there are in all; somebody in two boxes counts twice."""
    graph = graph_of(graph, "headcount()")
    return headcount_of(graph.org.all(Position))


def headcount_by(graph: Subject, by: StaffGrouping) -> dict[str, Headcount]:
    """Return how many positions there are, by the id of a role, a department or a manager.

    A manager's count is that of all reports, direct or not, without the manager's own position.
    Positions of no known role or department are counted under ``""``.
    """
    graph = graph_of(graph, "headcount_by()")
    choose(by, get_args(StaffGrouping), "grouping")
    if by == "manager":
        return _below(graph)
    groups: dict[str, list[Position]] = defaultdict(list)
    for position in graph.org.all(Position):
        groups[group_of(graph, position, by)].append(position)
    return {name: headcount_of(group) for name, group in groups.items()}


def group_of(graph: OrgGraph, position: Position, by: Literal["role", "department"]) -> str:
    """Return the id of a position's role or department; ``""`` where it is not known."""
    if by == "department":
        return str(position.department or "")
    role = graph.known.role_of(position)
    return role.id if role else ""


def _below(graph: OrgGraph) -> dict[str, Headcount]:
    positions = graph.org.all(Position)
    held = rolled_up(graph.lines, positions, {p.id: int(not p.vacant) for p in positions}, 0)
    vacant = rolled_up(graph.lines, positions, {p.id: int(p.vacant) for p in positions}, 0)
    worked = {p.id: 0.0 if p.vacant else p.fte for p in positions}
    missed = {p.id: p.fte if p.vacant else 0.0 for p in positions}
    fte = rolled_up(graph.lines, positions, worked, 0.0)
    vacant_fte = rolled_up(graph.lines, positions, missed, 0.0)
    return {
        p.id: Headcount(
            held[p.id] - int(not p.vacant),
            vacant[p.id] - int(p.vacant),
            fte[p.id] - worked[p.id],
            vacant_fte[p.id] - missed[p.id],
        )
        for p in positions
        if graph.lines.reports_of(p)
    }
