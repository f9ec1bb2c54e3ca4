"""Which areas should belong to which territory."""

import datetime as dt
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from orgmodel.changes import ChangeRule, Scenario
from orgmodel.cover import coverage
from orgmodel.measures import Norms
from orgmodel.model import Org, Territory, Where, matches, require
from orgmodel.propose.alignment.align_units import Alignment, align_units
from orgmodel.propose.alignment.exact import Exact
from orgmodel.propose.alignment.task import amount_of
from orgmodel.propose.alignment.units import AlignLimits, Area, Areas, areas
from orgmodel.propose.core.parts import Move, Objective, Touched
from orgmodel.propose.core.proposal import Proposal
from orgmodel.text import counted, listed


def align(  # noqa: PLR0913 - the question, and how long to look
    org: Org,
    limits: AlignLimits | None = None,
    *,
    on: dt.date | None = None,
    norms: Norms | None = None,
    seconds: float = 60.0,
    seed: int = 0,
    priced: int = 3,
) -> Proposal:
    """Propose which areas belong to which territory: balanced, and with little that changes hands.

    Every territory comes within a tolerance of the mean while as little revenue as possible
    changes hands; with neighbours given, every territory is connected. The result is written as
    changes of rules over places or postal codes.

    Args:
        org: The design.
        limits: Units, measure, tolerance, locks and neighbours.
        on: The day; today by default.
        norms: Calls by tier, for balance in hours.
        seconds: When to stop with the best so far.
        seed: Of the numbers drawn.
        priced: For how many of the largest moves the price of forbidding them is computed.

    Raises:
        ProposeError: If there are no two territories to align, or an id is unknown.
    """
    require(org, Org, by="align()")
    limits, end = limits or AlignLimits(), time.monotonic() + seconds
    found = areas(coverage(org, on=on), limits, norms or Norms())
    answer = align_units(found.task, seconds=seconds, seed=seed)
    goal = Objective("revenue that changes hands", org.currency, answer.cost, answer.bound)
    locked = [f"unit {name!r}" for name in limits.locked]
    if answer.plan is None:
        return Proposal(
            "align", "infeasible", Scenario(org.whole), goal,
            locked=locked, reasons=answer.reasons, notes=found.notes,
        )  # fmt: skip
    moved = [u for u, t in enumerate(answer.plan) if t != found.now[u]]
    prices = dict(_prices(found, answer, moved, end, priced))
    scenario = Scenario(org.whole, tuple(_changes(found, limits.area, answer.plan)), "Align")
    return Proposal(
        "align",
        "optimal" if goal.gap == 0 else "feasible",
        scenario,
        goal,
        moves=[_move(found, answer.plan, u, prices.get(u)) for u in moved],
        touched=_touched(found, limits, answer.plan),
        locked=locked,
        notes=[*found.notes, *_astray(found, scenario.org, answer.plan, on)],
        load_unit=limits.measure,
        measures=("balance", "concentration", "coverage"),
    )


def _prices(
    found: Areas, answer: Alignment, moved: Sequence[int], end: float, priced: int
) -> Iterator[tuple[int, tuple[float, str | None]]]:
    """Yield what it costs to leave the largest units where they are, as far as time allows."""
    costs, plan = found.task.costs or (), answer.plan or ()
    for unit in sorted(moved, key=lambda u: -costs[u][plan[u]])[:priced]:
        left = min(end - time.monotonic(), 10.0)
        if left <= 0:
            return
        other = Exact(found.task, [(unit, plan[unit])]).solve(left, 0)
        if other.infeasible:
            yield unit, (inf, None)
        elif other.plan is not None and other.cost is not None:
            where = found.territories[other.plan[unit]].id
            yield unit, (other.cost - (answer.cost or 0.0), where)


def _move(
    found: Areas, plan: Sequence[int], unit: int, price: tuple[float, str | None] | None
) -> Move:
    names = [territory.id for territory in found.territories]
    (measure,) = found.task.measures
    loads, high = found.task.loads(list(found.now))[measure], found.task.high[measure]
    low, amount = found.task.low[measure], found.task.measures[measure][unit]
    a, b = found.now[unit], plan[unit]
    if loads[a] > high[a]:
        why = f"{names[a]!r} has {amount_of(loads[a], measure)}, more than {high[a]:,.0f}"
    elif loads[b] < low[b]:
        why = f"{names[b]!r} has {amount_of(loads[b], measure)}, less than {low[b]:,.0f}"
    else:
        why = "keeps both within limits and connected while others move"
    cost, instead = price if price is not None else (None, None)
    what = f"{why}; {amount_of(amount, measure)}, {counted(len(found.customers[unit]), 'customer')}"
    return Move(f"area:{found.names[unit]}", names[a], names[b], what, cost, instead)


def _touched(found: Areas, limits: AlignLimits, plan: Sequence[int]) -> list[Touched]:
    before = found.task.loads(list(found.now))[limits.measure]
    after = found.task.loads(plan)[limits.measure]
    high = found.task.high[limits.measure]
    rows = []
    for t, territory in enumerate(found.territories):
        gains = sum(p == t != n for p, n in zip(plan, found.now, strict=True))
        loses = sum(n == t != p for p, n in zip(plan, found.now, strict=True))
        name = territory.name or territory.id
        rows.append(Touched(territory.id, name, gains, loses, before[t], after[t], high[t]))
    return rows


def _changes(found: Areas, area: Area, plan: Sequence[int]) -> Iterator[ChangeRule]:
    """Yield the new rule of every territory that gains or loses an area."""
    for t, territory in enumerate(found.territories):
        gains = [found.names[u] for u, p in enumerate(plan) if p == t != found.now[u]]
        loses = [found.names[u] for u, n in enumerate(found.now) if n == t != plan[u]]
        if gains or loses:
            yield ChangeRule(territory.id, _rule(territory, area, gains, loses))


def _rule(territory: Territory, area: Area, gains: Sequence[str], loses: Sequence[str]) -> Where:
    """Return a rule with few words.

    Listed values come and go; what a beginning or an outer place still takes in is excluded.
    """
    old = territory.where or Where()
    gone = {name.casefold() for name in loses}
    listed_ = [v for v in getattr(old, area) if v.casefold() not in gone]
    never = [v for e in old.exclude for v in getattr(e, area)]
    new = {name.casefold() for name in gains}
    never = [v for v in never if v.casefold() not in new]
    nested = area == "place"
    never += [n for n in loses if any(matches(n, v, nested=nested) for v in listed_)]
    listed_ += [n for n in gains if not any(matches(n, v, nested=nested) for v in listed_)]
    without: dict[str, object] = {area: tuple(never)}
    exclude = (Where(**without),) if never else ()  # type: ignore[arg-type]  # a field by its name
    fields: dict[str, object] = {area: tuple(listed_), "exclude": exclude}
    return replace(old, **fields)  # type: ignore[arg-type]  # fields by their names


def _astray(found: Areas, after: Org, plan: Sequence[int], on: dt.date | None) -> Iterator[str]:
    """Yield which customers the rules do not put where the plan has them."""
    covered = coverage(after, on=on)
    odd = [
        customer.id
        for u, customers in enumerate(found.customers)
        for customer in customers
        if (t := covered.of(customer.id).territory) is None or t.id != found.territories[plan[u]].id
    ]
    if odd:
        yield f"The rules put {listed(odd, 5)} elsewhere than planned; check precedence."
