"""The best plan with a proof: an integer program, connected by constraints added when broken.

Costs of units and of parted neighbours are modelled; costs of distance from a free centre are not.
"""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.propose.alignment.connecting import Cut, cuts_of
from orgmodel.propose.alignment.neighbours import bits
from orgmodel.propose.alignment.task import Task
from orgmodel.propose.core.program import Program

_ROUGH = 0.05
"""The gap at which a round ends while plans still fall apart."""
_EQUAL = 1e-6


@dataclass(frozen=True)
class Proof:
    """What an exact search found.

    Attributes:
        plan: The territory of every unit; None where none was found.
        cost: What it costs.
        bound: No plan costs less; None where nothing is proven.
        infeasible: Whether it is proven that there is no plan.
    """

    plan: tuple[int, ...] | None
    cost: float | None
    bound: float | None
    infeasible: bool = False


class Exact:
    """One task as an integer program.

    Args:
        task: The task; without distances.
        forbidden: Pairs of unit and territory that may not be.
    """

    def __init__(self, task: Task, forbidden: Sequence[tuple[int, int]] = ()) -> None:
        self.task, self.program = task, Program()
        costs = task.costs
        largest = [abs(c) for row in costs or () for c in row] + [abs(c) for c in task.cut or ()]
        self._scale = max([*largest, 0.0]) or 1.0
        self.inside = [
            [
                self.program.variable(0.0 if costs is None else costs[u][t] / self._scale)
                for t in range(task.k)
            ]
            for u in range(task.count)
        ]
        self._rows(forbidden)
        self._borders()
        self._company()

    def _rows(self, forbidden: Sequence[tuple[int, int]]) -> None:
        task, program = self.task, self.program
        for row in self.inside:
            program.row(row, least=1, most=1)
        for name, amounts in task.measures.items():
            for t in range(task.k):
                terms = {row[t]: a for row, a in zip(self.inside, amounts, strict=True) if a}
                low, high = task.low[name][t], task.high[name][t]
                largest = max((abs(a) for a in amounts), default=1.0) or 1.0
                scaled = {variable: a / largest for variable, a in terms.items()}
                program.row(scaled, least=low / largest, most=high / largest)
        for t in range(task.k):
            program.row([row[t] for row in self.inside], least=1)
        for unit, t in task.fixed.items():
            program.row([self.inside[unit][t]], least=1)
        for unit, t in forbidden:
            program.row([self.inside[unit][t]], most=0)
        if task.alike and not forbidden and task.measures:
            amounts = next(iter(task.measures.values()))
            first = max(range(task.count), key=lambda u: amounts[u])
            program.row([self.inside[first][0]], least=1)  # territories may change their names

    def _borders(self) -> None:
        """Count the neighbours that are parted, at their price."""
        task, program = self.task, self.program
        for (a, b), price in zip(task.edges or (), task.cut or (), strict=False):
            if price:
                parted = program.variable(price / self._scale, integral=False)
                for t in range(task.k):
                    one, other = self.inside[a][t], self.inside[b][t]
                    program.row({parted: 1.0, one: -1.0, other: 1.0}, least=0)
                    program.row({parted: 1.0, one: 1.0, other: -1.0}, least=0)

    def _company(self) -> None:
        """Put no unit into a territory without a neighbour where it cannot be the only one."""
        task = self.task
        if task.edges is None:
            return
        for unit, near in enumerate(task.neighbours.lists):
            for t in range(task.k):
                alone = all(a[unit] >= task.low[name][t] for name, a in task.measures.items())
                if not alone:
                    terms = {self.inside[unit][t]: 1.0} | {self.inside[v][t]: -1.0 for v in near}
                    self.program.row(terms, most=0)

    def solve(self, seconds: float, seed: int) -> Proof:
        """Return the cheapest plan; constraints are added as long as one is broken.

        Rounds end a little above their bound until a plan is connected, and prove it then.
        """
        end, bound, gap = time.monotonic() + seconds, -math.inf, _ROUGH
        best: tuple[float, tuple[int, ...]] | None = None
        while (left := end - time.monotonic()) > 0:
            found = self.program.solve(seconds=left, seed=seed, gap=gap)
            if found.infeasible:
                return Proof(None, None, None, infeasible=True)
            if found.bound is not None:
                bound = max(bound, found.bound * self._scale)
            if not found.values:
                break
            plan = tuple(
                next(t for t, v in enumerate(row) if found.chosen(v)) for row in self.inside
            )
            cuts = list(cuts_of(self.task, plan)) if self.task.edges is not None else []
            for cut in cuts:
                self._add(cut)
            if not cuts:
                cost = self.task.cost(plan)
                best = min(best or (cost, plan), (cost, plan))
                if not gap or cost - bound <= _EQUAL * max(1.0, abs(cost)):
                    break
                gap = 0.0
        cost_, plan_ = best or (None, None)
        return Proof(plan_, cost_, None if bound == -math.inf else bound)

    def _add(self, cut: Cut) -> None:
        between = list(bits(cut.between))
        for t in range(self.task.k):
            terms = {self.inside[cut.one][t]: 1.0, self.inside[cut.other][t]: 1.0}
            terms |= {self.inside[u][t]: -1.0 for u in between}
            self.program.row(terms, most=1)
