"""Who should have which customers."""

import datetime as dt
import time
from collections import defaultdict
from collections.abc import Iterator
from math import inf

from orgmodel.changes import Reassign, Scenario
from orgmodel.cover import coverage
from orgmodel.measures import Norms
from orgmodel.model import Org, require
from orgmodel.progress import watched
from orgmodel.propose.assignment.reasons import reasons
from orgmodel.propose.assignment.solving import Answer, solve
from orgmodel.propose.assignment.task import Limits, Task, TaskBuilder, Weights, value_of
from orgmodel.propose.core.errors import ProposeError
from orgmodel.propose.core.parts import Move, Objective, Touched
from orgmodel.propose.core.proposal import Proposal
from orgmodel.text import counted

_MEASURES = ("coverage", "workload", "handover", "continuity")


def assign(  # noqa: PLR0913 - the question, and how long to look
    org: Org,
    limits: Limits | None = None,
    weights: Weights | None = None,
    *,
    on: dt.date | None = None,
    norms: Norms | None = None,
    seconds: float = 60.0,
    seed: int = 0,
    priced: int = 5,
) -> Proposal:
    """Propose which position should own which customer, at the least cost of change and misfit.

    A position may have a customer if the contract of its role allows it: prospects only go to
    roles that win new business, key accounts only to roles that attach by name, and never to their
    own deputy. Where all customers count alike the answer is that of a minimum-cost flow, which is
    optimal; where their work differs an integer program proves a bound.

    Args:
        org: The design.
        limits: What must be kept; by default customers without a present owner are assigned,
            within the hours that every seller has.
        weights: What a change and a misfit cost, as shares of the customer's revenue.
        on: The day; today by default.
        norms: Calls by tier and selling hours; the defaults of :class:`Norms`.
        seconds: When to stop with the best so far.
        seed: Of the solver's random choices.
        priced: For how many of the most valuable moves the price of forbidding them is computed.

    Raises:
        ProposeError: If the extra `propose` is missing, an id is unknown or a limit has no sense.
    """
    require(org, Org, by="assign()")
    if seconds <= 0:
        raise ProposeError(f"seconds should be above 0, not {seconds:g}.")
    limits, end = limits or Limits(), time.monotonic() + seconds
    task = TaskBuilder(coverage(org, on=on), limits, weights or Weights(), norms or Norms()).task()
    answer = solve(task, seconds=seconds, seed=seed, most_lost=limits.most_lost)
    goal = Objective(
        "revenue that changes hands, with misfit of place and industry",
        org.currency,
        answer.cost,
        answer.bound,
    )
    if answer.cost is None:
        return _none(org, task, answer, goal, limits.most_lost)
    moved = [c for c, p in enumerate(answer.position) if task.positions[p].id != task.owners[c]]
    prices = dict(_prices(task, answer, moved, limits.most_lost, end, priced))
    return Proposal(
        "assign",
        "optimal" if goal.gap == 0 else "feasible",
        Scenario(org.whole, tuple(_changes(task, answer, moved)), "Assign customers"),
        goal,
        moves=[_move(task, answer, c, prices.get(c)) for c in moved],
        touched=_touched(task, answer),
        locked=task.locked,
        notes=task.notes,
        load_unit=task.unit,
        measures=_MEASURES,
    )


def _none(org: Org, task: Task, answer: Answer, goal: Objective, most_lost: int | None) -> Proposal:
    why = reasons(task, seconds=10, most_lost=most_lost)
    if not answer.infeasible:
        why = ("The time ended before any plan was found; give it more seconds.",)
    return Proposal(
        "assign",
        "infeasible",
        Scenario(org.whole),
        goal,
        locked=task.locked,
        reasons=why,
        notes=task.notes,
        load_unit=task.unit,
    )


def _changes(task: Task, answer: Answer, moved: list[int]) -> Iterator[Reassign]:
    gets: dict[int, list[str]] = defaultdict(list)
    for c in moved:
        gets[answer.position[c]].append(task.customers[c].id)
    for at in sorted(gets):
        yield Reassign(task.positions[at].id, customers=gets[at])


def _prices(  # noqa: PLR0913, PLR0917 - the question, the answer and how long to look
    task: Task,
    answer: Answer,
    moved: list[int],
    most_lost: int | None,
    end: float,
    priced: int,
) -> Iterator[tuple[int, tuple[float, str | None]]]:
    """Yield what it costs to forbid the most valuable moves, and what is best then."""
    first = sorted(moved, key=lambda c: -(value_of(task.customers[c]) or 0.0))[:priced]
    for c in watched("Pricing moves", first):
        left = end - time.monotonic()
        if left <= 0:
            return
        pair = (c, answer.position[c])
        other = solve(task, seconds=left, seed=0, most_lost=most_lost, without=pair)
        if other.cost is not None and answer.cost is not None:
            yield c, (other.cost - answer.cost, task.positions[other.position[c]].id)
        elif other.infeasible:
            yield c, (inf, None)


def _move(task: Task, answer: Answer, c: int, price: tuple[float, str | None] | None) -> Move:
    customer, at = task.customers[c], answer.position[c]
    cost, instead = price if price is not None else (None, None)
    return Move(
        customer.node,
        task.owners[c],
        task.positions[at].id,
        _why(task, c, at),
        cost,
        instead,
    )


def _why(task: Task, c: int, at: int) -> str:
    owner, costs = task.owners[c], task.costs[c]
    if owner is not None and owner in task.at:
        room = task.room[task.at[owner]]
        own = sum(w for w, who in zip(task.loads, task.owners, strict=True) if who == owner)
        if task.at[owner] not in costs:
            return f"the role of {owner!r} may not have it"
        if own > room:
            return f"{owner!r} has {own:,.0f} for {room:,.0f} {task.unit} of room"
        return f"makes room at {owner!r} or fits better"
    if len(costs) == 1:
        return "nobody covers it; the only position that may have it"
    cheapest = min(costs.values())
    if costs[at] <= cheapest + 1e-9:
        return f"nobody covers it; the best fit of {counted(len(costs), 'position')}"
    better = min(costs, key=lambda p: (costs[p], p))
    return f"nobody covers it; {task.positions[better].id!r} fits better and is needed for others"


def _touched(task: Task, answer: Answer) -> list[Touched]:
    count = len(task.positions)
    after = [limit - 0.0 for limit in task.before]
    gains, loses = [0] * count, [0] * count
    for c, at in enumerate(answer.position):
        owner = task.owners[c]
        if owner == task.positions[at].id:
            continue
        gains[at] += 1
        after[at] += task.loads[c]
        if owner is not None and owner in task.at:
            loses[task.at[owner]] += 1
            after[task.at[owner]] -= task.loads[c]
    return [
        Touched(
            position.id,
            task.graph.known.name_of(position),
            gains[at],
            loses[at],
            task.before[at],
            after[at],
            task.limits[at],
        )
        for at, position in enumerate(task.positions)
        if gains[at] or loses[at]
    ]
