"""The best assignment: by flow where all work is equal, else by an integer program."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import floor

import numpy as np

from orgmodel.propose.assignment.task import Task
from orgmodel.propose.core.program import Program
from orgmodel.propose.core.solvers import solver

MOST_PAIRS = 60_000
"""Pairs of customer and position up to which the integer program is exact; above, the work may be
divided in the relaxation, and is rounded."""
_LARGEST = 2**52
"""Whole numbers that costs are scaled to, over the number of nodes: the flow multiplies by that."""


@dataclass(frozen=True)
class Answer:
    """Who gets what.

    Attributes:
        position: The number of the position of each customer; -1 for those without one.
        cost: The sum of costs.
        bound: No assignment costs less; None where nothing is proven.
        infeasible: Whether it is proven that nothing keeps all limits.
    """

    position: tuple[int, ...]
    cost: float | None
    bound: float | None
    infeasible: bool = False


def solve(
    task: Task,
    *,
    seconds: float,
    seed: int,
    most_lost: int | None = None,
    without: tuple[int, int] | None = None,
) -> Answer:
    """Return the assignment of least cost within a time.

    Args:
        task: The question.
        seconds: When to stop with the best so far.
        seed: Of the solver's random choices.
        most_lost: How many customers each position may lose.
        without: A pair of customer and position that may not be.
    """
    costs = task.costs
    if without is not None:
        costs = [*costs]
        at, position = without
        costs[at] = {p: cost for p, cost in costs[at].items() if p != position}
    if not all(costs):
        return Answer((), None, None, infeasible=True)
    if not costs:
        return Answer((), 0.0, 0.0)
    pairs = sum(map(len, costs))
    if most_lost is None and len(set(task.loads)) == 1 and task.loads[0] > 0:
        return _by_flow(costs, [floor(r / task.loads[0] + 1e-9) for r in task.room])
    if pairs <= MOST_PAIRS or most_lost is not None:
        return _by_program(task, costs, most_lost, seconds, seed)
    return _rounded(task, costs)


def flow(
    costs: Sequence[Mapping[int, float]], loads: Sequence[int], room: Sequence[int]
) -> list[dict[int, int]] | None:
    """Return how much of each customer's work each position does at least cost; None if none fits.

    Work may be divided. The cost of a pair is of the whole customer.
    """
    tails = np.repeat(np.arange(len(costs)), [len(c) for c in costs])
    heads = np.fromiter(chain.from_iterable(costs), dtype=np.int64, count=len(tails))
    given = np.fromiter(
        chain.from_iterable(c.values() for c in costs), dtype=float, count=len(tails)
    )
    amounts = np.asarray(loads, dtype=np.int64)
    per_unit = given / amounts[tails]
    greatest = float(per_unit.max()) or 1.0
    units = np.rint(per_unit / greatest * _scale(len(costs))).astype(np.int64)
    first, sink = len(costs), len(costs) + len(room)
    network = solver("ortools.graph.python.min_cost_flow").SimpleMinCostFlow()
    pairs = network.add_arcs_with_capacity_and_unit_cost(
        tails, first + heads, amounts[tails], units
    )
    ends = np.arange(first, sink)
    network.add_arcs_with_capacity_and_unit_cost(
        ends, np.full(len(room), sink), np.asarray(room, dtype=np.int64), np.zeros(len(room), int)
    )
    supply = [*amounts.tolist(), *([0] * len(room)), -int(amounts.sum())]
    network.set_nodes_supplies(np.arange(sink + 1), np.array(supply))
    if network.solve() != network.OPTIMAL:
        return None
    flows = network.flows(pairs)
    result: list[dict[int, int]] = [{} for _ in costs]
    used = np.flatnonzero(flows)
    for c, p, part in zip(
        tails[used].tolist(), heads[used].tolist(), flows[used].tolist(), strict=True
    ):
        result[c][p] = part
    return result


def _scale(customers: int) -> int:
    """Return the whole number that the greatest cost becomes."""
    return _LARGEST // (customers + 1)


def _by_flow(costs: Sequence[Mapping[int, float]], room: Sequence[int]) -> Answer:
    parts = flow(costs, [1] * len(costs), room)
    if parts is None:
        return Answer((), None, None, infeasible=True)
    position = tuple(next(iter(part)) for part in parts)
    cost = sum(costs[at][p] for at, p in enumerate(position))
    greatest = max((v for c in costs for v in c.values()), default=0.0)
    # costs were rounded to whole numbers: each pair by half a unit at most, in both plans
    slack = len(costs) * greatest / _scale(len(costs))
    return Answer(position, cost, max(cost - slack, 0.0) if slack > cost * 1e-6 else cost)


def _by_program(
    task: Task,
    costs: Sequence[Mapping[int, float]],
    most_lost: int | None,
    seconds: float,
    seed: int,
) -> Answer:
    program = Program()
    greatest = max((v for c in costs for v in c.values()), default=0.0) or 1.0
    chosen = [{p: program.variable(v / greatest) for p, v in c.items()} for c in costs]
    for row in chosen:
        program.row(row.values(), least=1, most=1)
    for at, room in enumerate(task.room):
        used = {row[at]: task.loads[c] for c, row in enumerate(chosen) if at in row}
        if used:
            program.row(used, most=room)
    if most_lost is not None:
        for owner in dict.fromkeys(filter(None, task.owners)):
            own = [c for c, who in enumerate(task.owners) if who == owner]
            stays = [
                row[task.at[owner]] for c in own if task.at.get(owner, -1) in (row := chosen[c])
            ]
            program.row(stays, least=len(own) - most_lost)
    found = program.solve(seconds=seconds, seed=seed)
    bound = None if found.bound is None else max(found.bound, 0.0) * greatest
    if not found.values:
        return Answer((), None, bound, infeasible=found.infeasible)
    position = tuple(next(p for p, v in row.items() if found.chosen(v)) for row in chosen)
    cost = sum(costs[c][p] for c, p in enumerate(position))
    return Answer(position, cost, None if bound is None else min(bound, cost))


_HUNDREDTHS = 100


def _rounded(task: Task, costs: Sequence[Mapping[int, float]]) -> Answer:
    """Divide the work at least cost, then give every divided customer to one position.

    At most one customer per position is divided. The bound is that of the divided work.
    """
    loads = [max(round(load * _HUNDREDTHS), 1) for load in task.loads]
    room = [floor(each * _HUNDREDTHS + 1e-6) for each in task.room]
    parts = flow(costs, loads, room)
    if parts is None:
        return Answer((), None, None, infeasible=True)
    bound = sum(costs[c][p] * w / loads[c] for c, part in enumerate(parts) for p, w in part.items())
    position = [next(iter(part)) if len(part) == 1 else -1 for part in parts]
    free = list(room)
    for c, p in enumerate(position):
        if p >= 0:
            free[p] -= loads[c]
    for c in sorted((c for c, p in enumerate(position) if p < 0), key=lambda c: -loads[c]):
        fits = [p for p in costs[c] if free[p] >= loads[c]]
        if not fits:
            return Answer((), None, bound)
        position[c] = min(fits, key=lambda p: (costs[c][p], p))
        free[position[c]] -= loads[c]
    cost = sum(costs[c][p] for c, p in enumerate(position))
    return Answer(tuple(position), cost, min(bound, cost))
