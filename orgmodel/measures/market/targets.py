"""Targets, rolled up along the lines."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from orgmodel.measures.core.subject import Subject, graph_of
from orgmodel.model import Position, Target, Territory, choose, exact
from orgmodel.network import OrgGraph

TargetKind = Literal["revenue", "profit", "new_customers"]
"""What a target is set for: amounts in the organisation's currency, or customers to win."""


@dataclass(frozen=True)
class RollUp:
    """A manager's target beside those of the reports.

    Attributes:
        manager: The manager's position.
        own: The manager's own target; None where none is set.
        reports: The targets of the direct reports together; a report without one stands for what
            is set below it.
        overlay: The part of that which positions of overlay territories have, who help to sell
            what others sell, so that it is counted twice.
        missing: Direct reports without any target at or below them; those at the side are none.
    """

    manager: Position
    own: Decimal | None
    reports: Decimal
    overlay: Decimal
    missing: tuple[Position, ...]

    @property
    def over_assignment(self) -> float | None:
        """By how much the reports' targets exceed the manager's, over the manager's.

        0.1 is 10% more than the manager needs, which is common (10 to 20%); below 0 the reports
        may all reach theirs and the manager does not. Overlay targets are left out. None where the
        manager has no target or no report has.
        """
        if not self.own or not self.reports:
            return None
        return float((self.reports - self.overlay) / self.own) - 1


@dataclass(frozen=True)
class TargetRollUp:
    """All targets of one kind for one period.

    Attributes:
        period: The period, as targets name it.
        kind: What the targets are set for.
        own: Targets by position id; several of one position for the period are added.
        managers: The roll-up of every manager with a target at or below.
        vacant: Vacant positions with a target of their own, which nobody works to.
        whole: What the heads have, or what is set nearest below them where they have none.
    """

    period: str
    kind: TargetKind
    own: Mapping[str, Decimal]
    managers: tuple[RollUp, ...]
    vacant: tuple[Position, ...]
    whole: Decimal

    def of(self, manager: Position) -> RollUp | None:
        """Return the roll-up of one manager, if there is any."""
        return next((each for each in self.managers if each.manager.id == manager.id), None)


def periods(graph: Subject) -> tuple[str, ...]:
    """Return the periods for which targets are set, in the order of the design."""
    graph = graph_of(graph, "periods()")
    return tuple(dict.fromkeys(target.period for target in graph.org.all(Target)))


def targets(graph: Subject, period: str, kind: TargetKind = "revenue") -> TargetRollUp:
    """Return the targets of a period, rolled up along the solid lines.

    Args:
        graph: The design.
        period: The period, exactly as the targets name it; see :func:`periods`.
        kind: What the targets are set for.
    """
    graph = graph_of(graph, "targets()")
    choose(kind, get_args(TargetKind), "kind of target")
    positions = graph.org.all(Position)
    own = _own(graph, period, kind)
    standing = _standing(graph, positions, own)
    managers = []
    for position in positions:
        team = graph.lines.reports_of(position)
        if team and (position.id in own or any(report.id in standing for report in team)):
            managers.append(_rolled(graph, position, own, standing))
    vacant = tuple(p for p in positions if p.vacant and p.id in own)
    whole = sum((standing.get(head.id, Decimal(0)) for head in graph.lines.heads), Decimal(0))
    return TargetRollUp(period, kind, own, tuple(managers), vacant, whole)


def _own(graph: OrgGraph, period: str, kind: TargetKind) -> dict[str, Decimal]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for target in graph.org.all(Target):
        value = getattr(target, kind)
        if target.period == period and value is not None:
            found[str(target.position)] += exact(value)
    return dict(found)


def _standing(
    graph: OrgGraph, positions: Iterable[Position], own: Mapping[str, Decimal]
) -> dict[str, Decimal]:
    """Return what each position stands for: its own target, else what is set nearest below it."""
    by_id = {position.id: position for position in positions}
    found = {who: value for who, value in own.items() if who in by_id}
    for who in reversed(graph.lines.depths):  # parents come first in there
        above = graph.lines.manager_of(by_id[who])
        if who in found and above is not None and above.id not in own:
            found[above.id] = found.get(above.id, Decimal(0)) + found[who]
    return found


def _rolled(
    graph: OrgGraph, manager: Position, own: Mapping[str, Decimal], standing: Mapping[str, Decimal]
) -> RollUp:
    team = graph.lines.reports_of(manager)
    reports = sum((standing.get(report.id, Decimal(0)) for report in team), Decimal(0))
    overlay = sum(
        (standing.get(r.id, Decimal(0)) for r in team if is_overlay(graph, r)), Decimal(0)
    )
    missing = tuple(r for r in team if r.id not in standing and not _at_side(graph, r))
    return RollUp(manager, own.get(manager.id), reports, overlay, missing)


def _at_side(graph: OrgGraph, position: Position) -> bool:
    role = graph.known.role_of(position)
    return role is not None and role.at_side


def is_overlay(graph: OrgGraph, position: Position) -> bool:
    """Return whether all territories that a position covers are overlays, and there is one."""
    places = [graph.org.get(Territory, ref) for ref in position.covers]
    kinds = [graph.known.type_of(place) for place in places if place is not None]
    return bool(kinds) and all(kind is not None and kind.overlay for kind in kinds)
