"""Targets for everybody below the heads, from one figure for the whole."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from decimal import Decimal
from fractions import Fraction

from orgmodel.changes import ChangeTarget, Scenario
from orgmodel.cover import Coverage, coverage
from orgmodel.measures import Norms, is_overlay
from orgmodel.model import Org, Position, Target, exact, require
from orgmodel.propose.core.errors import ProposeError
from orgmodel.propose.core.parts import Move, Objective
from orgmodel.propose.core.proposal import Proposal
from orgmodel.propose.quota.apportion import apportion
from orgmodel.text import listed, money, percent


@dataclass(frozen=True)
class Basis:
    """What a quota is in proportion to; only the proportions of the weights decide.

    Attributes:
        potential: What the customers of a position could buy in a year.
        revenue: What they buy.
        capacity: The hours that a position has, with the ramp of a new holder.
    """

    _: KW_ONLY
    potential: float = 0.5
    revenue: float = 0.3
    capacity: float = 0.2

    def __post_init__(self) -> None:
        weights = (self.potential, self.revenue, self.capacity)
        if any(not 0 <= w < float("inf") for w in weights) or not any(weights):
            raise ProposeError("Weights of the basis should be at least 0, one of them above 0.")


@dataclass(frozen=True)
class QuotaLimits:
    """What quotas must keep.

    Attributes:
        hedge: How much more than a manager's target the reports get together, by the layer of the
            manager (1 is the top), as a share; 0 where no layer is named.
        floor: The least quota, as a share of the present revenue of the position's customers.
        cap: The most, as a share of their potential; None for any amount.
        unit: The smallest amount: quotas are whole multiples of it.
        fixed: Quotas that are given, by position id.
    """

    _: KW_ONLY
    hedge: Mapping[int, float] = field(default_factory=dict)
    floor: float = 0.0
    cap: float | None = None
    unit: int = 1000
    fixed: Mapping[str, Decimal] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.unit < 1:
            raise ProposeError(f"unit should be at least 1, not {self.unit}.")
        shares = (*self.hedge.values(), self.floor, *([] if self.cap is None else [self.cap]))
        if any(not 0 <= share < float("inf") for share in shares):
            raise ProposeError("hedge, floor and cap are shares of at least 0, such as 0.1.")


def quotas(  # noqa: PLR0913 - the figure, what it is in proportion to, and what must be kept
    org: Org,
    total: Decimal | int,
    period: str,
    limits: QuotaLimits | None = None,
    basis: Basis | None = None,
    *,
    on: dt.date | None = None,
    norms: Norms | None = None,
) -> Proposal:
    """Propose revenue targets for a period, from a figure for the whole down the reporting lines.

    Every manager's target is divided among the direct reports that sell or lead sellers, in
    proportion to the potential, the revenue and the capacity of all positions below. Sums are
    exact to the smallest unit. Positions of overlays and vacant positions without customers get no
    target.

    Args:
        org: The design.
        total: The revenue that the whole is to reach.
        period: The period, as targets name it.
        limits: Hedges by layer, floors, caps and the smallest unit.
        basis: What quotas are in proportion to.
        on: The day; today by default.
        norms: Selling hours, for capacity.

    Raises:
        ProposeError: If a figure has no sense, or an id is unknown.
    """
    require(org, Org, by="quotas()")
    limits = limits or QuotaLimits()
    if total <= 0 or total % limits.unit:
        raise ProposeError(f"The total should be above 0 and a multiple of {limits.unit}.")
    covered = coverage(org, on=on)
    for id_ in limits.fixed:
        if id_ not in covered.graph.org.positions.ids:
            raise ProposeError(f"There is no position {id_!r} on the day.")
    return _Division(covered, limits, basis or Basis(), norms or Norms(), period).proposal(total)


class _Division:
    """One figure on its way down."""

    def __init__(
        self, covered: Coverage, limits: QuotaLimits, basis: Basis, norms: Norms, period: str
    ) -> None:
        self._coverage, self._graph, self._org = covered, covered.graph, covered.graph.org
        self._limits, self._period = limits, period
        self._own = self._figures(norms)
        self._below = self._rolled()
        self._basis = basis
        self._quota: dict[str, int] = {}
        self._why: dict[str, str] = {}
        self._reasons: list[str] = []

    def _figures(self, norms: Norms) -> dict[str, tuple[Fraction, Fraction, Fraction]]:
        """Return potential, revenue and capacity of every position that sells."""
        potential: dict[str, Fraction] = defaultdict(Fraction)
        revenue: dict[str, Fraction] = defaultdict(Fraction)
        for cover in self._coverage:
            if cover.position is not None:
                customer = cover.customer
                bought = (
                    Fraction(exact(customer.revenue))
                    if customer.revenue is not None
                    else Fraction()
                )
                could = (
                    Fraction(exact(customer.potential))
                    if customer.potential is not None
                    else bought
                )
                potential[cover.position.id] += could
                revenue[cover.position.id] += bought
        found = {}
        for position in self._org.all(Position):
            role = self._graph.known.role_of(position)
            sells = role is not None and role.attaches_by in {"named account", "territory"}
            if is_overlay(self._graph, position) or not (sells or position.id in potential):
                continue
            if position.vacant and position.id not in potential:
                continue
            hours = 0.0 if position.vacant else norms.capacity_of(self._graph, position)
            own = potential[position.id], revenue[position.id], Fraction(hours)
            found[position.id] = own
        return found

    def _rolled(self) -> dict[str, tuple[Fraction, Fraction, Fraction]]:
        """Return the figures of each position with all below it."""
        found = dict(self._own)
        positions = {position.id: position for position in self._org.all(Position)}
        for who in reversed(self._graph.lines.depths):  # parents come first in there
            above = self._graph.lines.manager_of(positions[who])
            if who in found and above is not None:
                sums = zip(found.get(above.id, (Fraction(),) * 3), found[who], strict=True)
                p, r, c = (a + b for a, b in sums)
                found[above.id] = p, r, c
        return found

    def proposal(self, total: Decimal | int) -> Proposal:
        heads = [h for h in self._graph.lines.heads if h.id in self._below]
        goal, base = Objective("quotas", "quota"), self._org.whole
        if not heads:
            why = ("No position sells: none has customers or a role that attaches to customers.",)
            return Proposal("quotas", "infeasible", Scenario(base), goal, reasons=why)
        self._divide("the whole", heads, int(total) // self._limits.unit)
        queue = list(heads)
        while queue:
            manager = queue.pop(0)
            team = [r for r in self._graph.lines.reports_of(manager) if r.id in self._below]
            if team and manager.id in self._quota:
                self._divide_team(manager, team)
                queue += team
        if self._reasons:
            return Proposal("quotas", "infeasible", Scenario(base), goal, reasons=self._reasons)
        return Proposal(
            "quotas",
            "optimal",
            Scenario(base, tuple(self._changes()), f"Quotas {self._period}"),
            goal,
            moves=tuple(self._moves()),
            locked=[f"the quota of {id_!r}" for id_ in self._limits.fixed],
            notes=tuple(self._fairness()),
            measures=("targets", "over-assignment", "under-assignment", "without-target"),
        )

    def _divide_team(self, manager: Position, team: Sequence[Position]) -> None:
        layer = self._graph.lines.depths.get(manager.id, 0) + 1
        hedge = Fraction(str(self._limits.hedge.get(layer, 0.0)))
        whole = self._quota[manager.id] * (1 + hedge)
        units = int(whole) + (whole != int(whole))  # a part of a unit is rounded up
        own = self._own.get(manager.id)
        label = f"the target of {manager.id!r}"
        if own is None or not any(own[:2]):
            self._divide(label, team, units)
        else:  # customers of the manager's own, whom no report has
            self._divide(label, [*team, manager], units, kept=manager)

    def _divide(
        self, label: str, team: Sequence[Position], units: int, kept: Position | None = None
    ) -> None:
        figures = [self._own[p.id] if p is kept else self._below[p.id] for p in team]
        sums = [sum((f[at] for f in figures), Fraction()) for at in range(3)]
        shares = [self._share(f, sums) for f in figures]
        bounds = [self._bounds(p, f, kept) for p, f in zip(team, figures, strict=True)]
        found = apportion(units, shares, [low for low, _ in bounds], [high for _, high in bounds])
        currency, unit = self._org.currency, self._limits.unit
        if found is None:
            least = sum(low for low, _ in bounds) * unit
            most = "any amount"
            if all(high is not None for _, high in bounds):
                most = money(sum(high or 0 for _, high in bounds) * unit, currency)
            who = listed([repr(p.id) for p in team], 6)
            self._reasons.append(
                f"{label[:1].upper()}{label[1:]} gives {money(units * unit, currency)} to divide "
                f"among {who}, whose floors and caps allow {money(least, currency)} to {most}."
            )
            return
        for position, amount, ideal, share, figure, (low, high) in zip(
            team, *found, shares, figures, bounds, strict=True
        ):
            if position is kept:
                continue
            self._quota[position.id] = amount
            bound = "; its floor" if ideal == low and low else "; its cap" if ideal == high else ""
            if position.id in self._limits.fixed:
                bound = "; fixed"
            self._why[position.id] = f"{self._explained(share, label, figure, sums)}{bound}"

    def _share(self, figures: Sequence[Fraction], sums: Sequence[Fraction]) -> Fraction:
        """Return the weighted mean of the shares in potential, revenue and capacity."""
        weights = self._weights(sums)
        parts = zip(weights, figures, sums, strict=True)
        return sum((w * f / s for w, f, s in parts if w and s), Fraction())

    def _weights(self, sums: Sequence[Fraction]) -> list[Fraction]:
        given = (self._basis.potential, self._basis.revenue, self._basis.capacity)
        weights = [Fraction(str(w)) if s else Fraction() for w, s in zip(given, sums, strict=True)]
        return [w / sum(weights) for w in weights] if any(weights) else weights

    def _explained(
        self, share: Fraction, label: str, figures: Sequence[Fraction], sums: Sequence[Fraction]
    ) -> str:
        names = ("potential", "revenue", "capacity")
        parts = [
            f"{name} {percent(float(f / s), places=1)}"
            for name, f, s, w in zip(names, figures, sums, self._weights(sums), strict=True)
            if w
        ]
        return f"{percent(float(share), places=1)} of {label} ({listed(parts)})"

    def _bounds(
        self, position: Position, figures: Sequence[Fraction], kept: Position | None
    ) -> tuple[int, int | None]:
        unit = self._limits.unit
        if position is not kept and position.id in self._limits.fixed:
            amount = self._limits.fixed[position.id] / unit
            if amount != int(amount):
                raise ProposeError(f"The quota of {position.id!r} is not a multiple of {unit}.")
            return int(amount), int(amount)
        potential, revenue, _ = figures
        least = revenue * Fraction(str(self._limits.floor)) / unit
        floor = int(least) + (least != int(least))
        if self._limits.cap is None or not potential:
            return floor, None
        return floor, max(int(potential * Fraction(str(self._limits.cap)) / unit), 0)

    def _amount(self, id_: str) -> Decimal:
        return Decimal(self._quota[id_] * self._limits.unit)

    def _changes(self) -> Iterator[ChangeTarget]:
        for position in self._org.all(Position):
            if position.id in self._quota:
                manager = self._graph.lines.manager_of(position)
                yield ChangeTarget(
                    position.id,
                    self._period,
                    revenue=self._amount(position.id),
                    set_by=manager.id if manager else None,
                )

    def _moves(self) -> Iterator[Move]:
        before: dict[str, Decimal] = defaultdict(Decimal)
        for target in self._org.all(Target):
            if target.period == self._period and target.revenue is not None:
                before[str(target.position)] += exact(target.revenue)
        currency = self._org.currency
        for position in self._org.all(Position):
            if position.id in self._quota:
                was = money(before[position.id], currency) if position.id in before else None
                now = money(self._amount(position.id), currency)
                yield Move(position.node, was, now, self._why[position.id])

    def _fairness(self) -> Iterator[str]:
        """Yield how far quotas differ in proportion to potential, among those without reports."""
        ratios = {
            id_: self._quota[id_] * self._limits.unit / own[0]
            for id_, own in self._own.items()
            if id_ in self._quota and own[0] and not self._team(id_)
        }
        if len(ratios) > 1:
            low, high = min(ratios, key=lambda i: ratios[i]), max(ratios, key=lambda i: ratios[i])
            yield (
                f"Quota over potential is from {percent(float(ratios[low]))} ({low}) to "
                f"{percent(float(ratios[high]))} ({high})."
            )

    def _team(self, id_: str) -> bool:
        return any(r.id in self._below for r in self._graph.reports_of(id_))
