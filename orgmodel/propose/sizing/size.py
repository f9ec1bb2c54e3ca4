"""How many positions each part of the market needs: by workload, potential and return."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass, field
from math import ceil
from typing import Literal, get_args

from orgmodel.changes import Add, Scenario
from orgmodel.cover import Coverage, coverage
from orgmodel.measures import Norms
from orgmodel.model import Customer, Org, Position, Territory, choose, require, today
from orgmodel.propose.assignment.task import hours_or_least, unrated_note, value_of
from orgmodel.propose.core.errors import ProposeError
from orgmodel.propose.core.parts import Move, Objective
from orgmodel.propose.core.proposal import Proposal
from orgmodel.text import counted, listed, money

Method = Literal["workload", "potential", "return"]
"""What decides on the number: hours of customers, revenue and potential per head, or whether the
next head earns what it costs."""

_ROUNDING = 1e-9


@dataclass(frozen=True)
class SizeLimits:
    """What sizing is done with.

    Attributes:
        method: What decides; the account shows all that can be computed.
        full: The share of its capacity that a position is planned with.
        per_head: Potential that one full-time position can work; for the method ``potential``.
        margin: What a unit of potential earns, as a share; for the method ``return``.
        cost: What a position costs in a year; by default the mean pay of the present ones.
        ramp: What share of full work a new holder does in the first months.
        territories: Ids of the territories to size; all that decide on customers by default.
    """

    _: KW_ONLY
    method: Method = "workload"
    full: float = 1.0
    per_head: float | None = None
    margin: float = 0.3
    cost: float | None = None
    ramp: Sequence[float] = (0.25, 0.5, 0.75)
    territories: Sequence[str] = ()

    def __post_init__(self) -> None:
        choose(self.method, get_args(Method), "method of sizing")
        if self.full <= 0 or not self.margin >= 0 or any(not 0 <= r <= 1 for r in self.ramp):
            raise ProposeError("full should be above 0, margin at least 0, and ramp from 0 to 1.")
        if self.method == "potential" and not (self.per_head and self.per_head > 0):
            raise ProposeError("The method potential needs per_head, an amount above 0.")


@dataclass(frozen=True)
class Slice:
    """What one more full-time position would work on.

    Attributes:
        hours: Hours a year of customers that it has time for.
        value: What those customers bring in a year, in potential (else revenue).
    """

    hours: float
    value: float


@dataclass
class Part:
    """A territory and what serves it.

    Attributes:
        territory: The territory.
        customers: The customers that it decides on.
        posts: The positions that serve it.
        slices: The work of each full-time position in turn, the most valuable customers first.
    """

    territory: Territory
    customers: list[Customer] = field(default_factory=list)
    posts: dict[str, Position] = field(default_factory=dict)
    slices: list[Slice] = field(default_factory=list)


def slices(work: Sequence[tuple[float, float]], capacity: float) -> list[Slice]:
    """Return what each full-time position in turn would work on, the best value per hour first.

    Customers may be divided between two; so the first n positions together bring the most that n
    can bring (the fractional knapsack of Dantzig, 1957), and each brings no more than the last.

    Args:
        work: Hours and value of every customer.
        capacity: Hours of one position.
    """
    found, hours, value = list[Slice](), 0.0, 0.0
    free = [w for w in work if w[0] <= 0]
    ranked = sorted((w for w in work if w[0] > 0), key=lambda w: (-w[1] / w[0], w[0]))
    for need, worth in ranked:
        left = need
        while left > _ROUNDING:
            part = min(left, capacity - hours)
            hours, value, left = hours + part, value + worth * part / need, left - part
            if capacity - hours <= _ROUNDING:
                found.append(Slice(hours, value))
                hours, value = 0.0, 0.0
    if hours > _ROUNDING or (free and not found):
        found.append(Slice(hours, value))
    if found and free:
        found[0] = Slice(found[0].hours, found[0].value + sum(worth for _, worth in free))
    return found


def size(
    org: Org,
    limits: SizeLimits | None = None,
    *,
    on: dt.date | None = None,
    norms: Norms | None = None,
) -> Proposal:
    """Propose how many positions each territory needs, and from which month.

    Workload is Talley's build-up: hours of customers over the hours of one position. Potential is
    divided by what one position can work. Return adds positions as long as the customers that the
    next one has time for, the most valuable first, earn more than it costs. New positions are
    added vacant, from a month early enough for the ramp; too many are reported, never removed.

    Args:
        org: The design.
        limits: The method and its figures.
        on: The day on which the positions must do full work; today by default.
        norms: Calls by tier and selling hours.

    Raises:
        ProposeError: If there is no territory to size, or a figure is missing.
    """
    require(org, Org, by="size()")
    limits, norms = limits or SizeLimits(), norms or Norms()
    covered = coverage(org, on=on)
    for id_ in limits.territories:
        if id_ not in covered.graph.org.territories.ids:
            raise ProposeError(f"There is no territory {id_!r} on the day.")
    sizing = _Sizing(covered, limits, norms, on)
    if not sizing.parts:
        raise ProposeError(
            "No territory decides on customers by its rule; there is nothing to size."
        )
    return sizing.proposal(org.whole)


class _Sizing:
    """One design, sized territory by territory."""

    def __init__(
        self, covered: Coverage, limits: SizeLimits, norms: Norms, on: dt.date | None
    ) -> None:
        self._graph, self._limits, self._norms = covered.graph, limits, norms
        self._day = on or covered.day or today()
        self._capacity = norms.selling_hours * limits.full
        self.parts: dict[str, Part] = {}
        for cover in covered:
            territory = cover.territory
            if territory is None or (limits.territories and territory.id not in limits.territories):
                continue
            part = self.parts.setdefault(territory.id, Part(territory))
            part.customers.append(cover.customer)
            if cover.winner is not None:
                part.posts.update({p.id: p for p in cover.winner.posts})
        self._shared = defaultdict[str, int](int)
        for part in self.parts.values():
            work = [(hours_or_least(norms, c), value_of(c) or 0.0) for c in part.customers]
            part.slices = slices(work, self._capacity)
            for id_ in part.posts:
                self._shared[id_] += 1

    def heads(self, part: Part) -> int:
        """Return how many full-time positions a territory needs by the method asked for."""
        match self._limits.method:
            case "workload":
                return len(part.slices)
            case "potential":
                worth = sum(each.value for each in part.slices)
                return ceil(worth / (self._limits.per_head or worth or 1.0) - _ROUNDING)
        cost = self._cost(part)
        return sum(each.value * self._limits.margin > cost for each in part.slices)

    def _cost(self, part: Part) -> float:
        if self._limits.cost is not None:
            return self._limits.cost
        pays = [float(p.pay) for p in part.posts.values() if p.pay is not None]
        pays = pays or [float(p.pay) for p in self._graph.org.all(Position) if p.pay is not None]
        if not pays:
            if self._limits.method == "return":
                raise ProposeError("The method return needs cost, or pay on positions.")
            return 0.0
        return sum(pays) / len(pays)

    def _present(self, part: Part) -> float:
        """Return the full-time positions of a territory; one of several counts in equal parts."""
        return sum(p.fte / self._shared[p.id] for p in part.posts.values())

    def proposal(self, base: Org) -> Proposal:
        """Return the proposal."""
        moves, added, notes = [], list[Position](), list[str]()
        total = 0
        for id_ in sorted(self.parts):
            part = self.parts[id_]
            need, present = self.heads(part), self._present(part)
            total += need
            missing = max(ceil(need - present - _ROUNDING), 0)
            new = list(self._new(part, missing, {p.id for p in added}))
            added += new
            if present - need >= 1:
                notes.append(
                    f"Territory {id_!r} has {present:.1f} positions for {need}; nobody is removed."
                )
            now = f"{need} needed, {counted(len(new), 'position')} added"
            moves.append(
                Move(part.territory.node, f"{present:.1f} positions", now, self._why(part, need))
            )
        if any(self._norms.hours_of(c) is None for p in self.parts.values() for c in p.customers):
            notes.append(unrated_note(self._norms))
        if added and self._limits.ramp:
            months = counted(len(self._limits.ramp), "month")
            notes.append(f"New positions begin {months} early, for the ramp, on {self._start()}.")
        goal = Objective("full-time positions needed", "position", float(total), float(total))
        scenario = Scenario(base, tuple(Add(position) for position in added), "Size")
        return Proposal("size", "optimal", scenario, goal, moves=moves, notes=notes,
                        measures=("positions", "vacant", "fte", "cost", "workload"))  # fmt: skip

    def _start(self) -> dt.date:
        """Return the first day of the month in which a new holder must begin."""
        month = self._day.year * 12 + self._day.month - 1 - len(self._limits.ramp)
        return dt.date(month // 12, month % 12 + 1, 1)

    def _new(self, part: Part, missing: int, taken: set[str]) -> Iterator[Position]:
        if not part.posts or not missing:
            return
        like = min(part.posts.values(), key=lambda p: (p.vacant, p.id))
        org, number = self._graph.org.whole, 1
        for _ in range(missing):
            while (id_ := f"{part.territory.id}-new-{number}") in org.positions.ids or id_ in taken:
                number += 1
            taken.add(id_)
            yield Position(
                id_,
                like.role,
                title=like.title,
                reports_to=like.reports_to,
                coordinated_by=like.coordinated_by,
                covers=[part.territory.id],
                place=like.place,
                since=self._start(),
            )

    def _why(self, part: Part, need: int) -> str:
        """Return the three methods, and what one more or one less changes."""
        hours = sum(each.hours for each in part.slices)
        currency, all_ = self._graph.org.currency, part.slices
        said = [
            f"workload {hours:,.0f} hours of {self._capacity:,.0f}: {hours / self._capacity:.2f}"
        ]
        if self._limits.per_head:
            worth = sum(each.value for each in all_)
            said.append(f"potential: {worth / self._limits.per_head:.2f}")
        cost = self._cost(part)
        if cost:
            paid = sum(each.value * self._limits.margin > cost for each in all_)
            said.append(f"return above {money(cost, currency, exact=False)} each: {paid}")
        if 0 < need <= len(all_):
            said.append(
                f"one less loses {money(all_[need - 1].value, currency, exact=False)} of potential"
            )
        more = all_[need].value if need < len(all_) else 0.0
        said.append(f"one more adds {money(more, currency, exact=False)}")
        return listed(said)
