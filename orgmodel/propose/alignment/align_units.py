"""Units to territories: local search from several starts, then an exact search with a bound."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from orgmodel.progress import watched
from orgmodel.propose.alignment.annealing import Annealing, Schedule
from orgmodel.propose.alignment.exact import Exact
from orgmodel.propose.alignment.senseless import senseless
from orgmodel.propose.alignment.task import Task

SCHEDULES = (
    Schedule(steps=200_000, hot=1.5, cold=0.2, loose=10, tight=300),
    Schedule(steps=1_000_000, hot=1.0, cold=0.25, loose=30, tight=300),
    Schedule(steps=400_000, hot=1.0, cold=0.35, loose=20, tight=150),
)
"""Ways down, in turn: a quick one, a slow one, and one that stays warm."""
SHARE = 0.5
"""The part of the time that the local search has where an exact search follows."""
MOST_PAIRS = 20_000
"""Pairs of unit and territory up to which an exact search follows."""


@dataclass(frozen=True)
class Alignment:
    """Units divided among territories.

    Attributes:
        plan: The territory of every unit, by number; None where there is no plan.
        cost: What it costs.
        bound: No plan costs less; None where nothing is proven.
        reasons: Why there is no plan, in words.
    """

    plan: tuple[int, ...] | None
    cost: float | None
    bound: float | None
    reasons: tuple[str, ...] = ()


def align_units(
    task: Task, *, seconds: float = 60.0, seed: int = 0, starts: int = 9, goal: float = -math.inf
) -> Alignment:
    """Divide units among territories at the least cost, within limits and connected.

    Args:
        task: The units, territories, limits and costs.
        seconds: When to stop with the best so far.
        seed: Of the numbers drawn.
        starts: How many starts the local search has at most.
        goal: A cost that will do: the local search ends when it is reached.
    """
    reasons = tuple(senseless(task))
    if reasons:
        return Alignment(None, None, None, reasons)
    end = time.monotonic() + seconds
    exact = task.distances is None and task.count * task.k <= MOST_PAIRS
    proof = None
    if exact and task.cut is None:  # few units move: the exact search alone is fast
        proof = Exact(task).solve(seconds * SHARE, seed)
        if proof.infeasible:
            return Alignment(None, None, None, _nothing(task))
        if proof.plan is not None and _proven(proof.cost, proof.bound):
            return Alignment(proof.plan, proof.cost, min(proof.bound or 0.0, proof.cost or 0.0))
    share = SHARE if exact and proof is None else 1.0
    limit = time.monotonic() + (end - time.monotonic()) * share
    plan, cost = _searched(task, seed, limit, starts, goal)
    if exact and proof is None and cost > goal:
        proof = Exact(task).solve(end - time.monotonic(), seed)
        if proof.infeasible:
            return Alignment(None, None, None, _nothing(task))
    bound = proof.bound if proof is not None else None
    if proof is not None and proof.plan is not None and (proof.cost or 0.0) < cost:
        plan, cost = proof.plan, proof.cost or 0.0
    if plan is None:
        timed = "The time ended before any plan was found; give it more seconds or wider limits."
        return Alignment(None, None, bound, (timed,))
    return Alignment(tuple(plan), cost, None if bound is None else min(bound, cost))


def _proven(cost: float | None, bound: float | None) -> bool:
    return cost is not None and bound is not None and cost - bound <= 1e-6 * max(1.0, abs(cost))


def _nothing(task: Task) -> tuple[str, ...]:
    """Return that the exact search proved that there is no plan, and which limit is to blame."""
    sentence = (
        "No division of whole units keeps the limits, connected or not: proven by an exact "
        "search. Widen the tolerance, or divide the largest units."
    )
    if task.edges is not None:
        free = Exact(replace(task, edges=None, cut=None)).solve(10.0, 0)
        if not free.infeasible:
            sentence = (
                "No connected plan keeps the limits: proven by an exact search. Widen the "
                "tolerance, or connect more units."
            )
    return (sentence,)


def _searched(
    task: Task, seed: int, limit: float, starts: int, goal: float
) -> tuple[Sequence[int] | None, float]:
    """Return the best plan of several ways down."""
    best: Sequence[int] | None = None
    cost = math.inf
    for number in watched("Searching plans", range(starts)):
        if time.monotonic() > limit:
            break
        search = Annealing(task, seed * 1000 + number, limit)
        now = search.repaired(task.now) if task.now is not None else None
        start = now if now is not None and number % 2 == 0 else search.grown()
        if start is None:
            continue
        for found, plan in search.run(start, SCHEDULES[number % len(SCHEDULES)]):
            if found < cost:
                best, cost = plan, found
                if cost <= goal:
                    return best, cost
    return best, cost
