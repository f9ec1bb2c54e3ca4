"""Simulated annealing over plans of connected territories.

Kirkpatrick, Gelatt and Vecchi, "Optimization by Simulated Annealing", Science 220 (1983): a unit at
a border goes over to the neighbouring territory; what makes the plan cheaper is taken, what makes
it dearer now and then, ever more seldom. Loads beyond their limits are allowed on the way, at a
price.
"""

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from orgmodel.propose.alignment.neighbours import bits, masks_of
from orgmodel.propose.alignment.task import SLACK, Task

_CENTRED = 512
"""Moves taken between two choices of all centres."""
_CLOCK = 4096
"""Steps between two looks at the clock."""


@dataclass(frozen=True)
class Schedule:
    """How a run cools down; temperatures in units of what a usual move costs.

    Attributes:
        steps: How many moves are tried.
        hot: The temperature at the beginning.
        cold: The temperature at the end.
        loose: What a load costs that is beyond a limit by a whole mean load, at the beginning.
        tight: The same at the end.
    """

    steps: int
    hot: float
    cold: float
    loose: float
    tight: float


class Annealing:
    """One task, ready to be searched from several starts.

    Args:
        task: The task.
        seed: Of the numbers drawn.
        deadline: When to stop, as :func:`time.monotonic` counts.
    """

    def __init__(self, task: Task, seed: int, deadline: float) -> None:
        self.task = task
        self.random = Random(seed)  # noqa: S311 - a search, no secret
        self.deadline = deadline
        self.n, self.k = task.count, task.k
        self.hoods = task.neighbours
        self.pairs = self._priced_pairs()
        self.amounts = list(task.measures.values())
        self.low = [[v - SLACK * max(1.0, abs(v)) for v in task.low[q]] for q in task.measures]
        self.high = [[v + SLACK * max(1.0, abs(v)) for v in task.high[q]] for q in task.measures]
        self.mean = [max(sum(map(abs, each)) / self.k, 1e-12) for each in self.amounts]
        self.free = [unit for unit in range(self.n) if unit not in task.fixed]
        self.by_centre = (
            [list(column) for column in zip(*task.distances, strict=True)]
            if task.distances is not None
            else None
        )

    def _priced_pairs(self) -> list[list[tuple[int, float]]]:
        """Return, for every unit, its neighbours with what it costs to be parted from them."""
        task = self.task
        found: list[dict[int, float]] = [{} for _ in range(task.count)]
        edges = task.edges or ()
        for number, (a, b) in enumerate(edges):
            price = 0.0 if task.cut is None else task.cut[number]
            found[a][b] = found[a].get(b, 0.0) + price
            found[b][a] = found[b].get(a, 0.0) + price
        return [sorted(each.items()) for each in found]

    def grown(self) -> list[int] | None:
        """Return a plan grown from units drawn at random, the lightest territory first."""
        plan = [-1] * self.n
        for unit, territory in self.task.fixed.items():
            plan[unit] = territory
        empty = [t for t in range(self.k) if t not in self.task.fixed.values()]
        if len(self.free) < len(empty):
            return None
        for territory, unit in zip(empty, self.random.sample(self.free, len(empty)), strict=True):
            plan[unit] = territory
        return self._filled(plan)

    def _filled(self, plan: list[int]) -> list[int] | None:
        """Give every unit that is nowhere yet to the lightest territory that touches it."""
        weigh = self.amounts[0] if self.amounts else [1.0] * self.n
        loads = [0.0] * self.k
        border: list[set[int]] = [set() for _ in range(self.k)]
        contiguous = self.task.edges is not None
        left = {unit for unit in range(self.n) if plan[unit] < 0}
        for unit, territory in enumerate(plan):
            if territory >= 0:
                loads[territory] += weigh[unit]
                border[territory].update(v for v in self.hoods.lists[unit] if plan[v] < 0)
        while left:
            open_ = [t for t in range(self.k) if border[t]] if contiguous else range(self.k)
            if not open_:
                return None
            t = min(open_, key=lambda each: loads[each])
            unit = self.random.choice(sorted(border[t] if contiguous else left))
            plan[unit] = t
            loads[t] += weigh[unit]
            left.discard(unit)
            for each in border:
                each.discard(unit)
            border[t].update(v for v in self.hoods.lists[unit] if plan[v] < 0)
        return plan

    def repaired(self, plan: Sequence[int]) -> list[int] | None:
        """Return a plan whose territories hang together, near one whose may not."""
        fresh = list(plan)
        if self.task.edges is not None:
            for territory, mask in enumerate(masks_of(plan, self.k)):
                held = [u for u in bits(mask) if self.task.fixed.get(u) == territory]
                parts = self.hoods.parts(mask)
                keep = max(
                    parts,
                    key=lambda p: sum(p >> u & 1 for u in held) * self.n + p.bit_count(),
                    default=0,
                )
                for unit in bits(mask & ~keep):
                    if unit not in self.task.fixed:
                        fresh[unit] = -1
        for unit, territory in self.task.fixed.items():
            fresh[unit] = territory
        return self._filled(fresh)

    def run(self, start: Sequence[int], schedule: Schedule) -> Iterator[tuple[float, list[int]]]:
        """Yield ever cheaper plans that keep all limits, found on one way down."""
        state = _State(self, start)
        best = math.inf
        for step in range(schedule.steps):
            if step % _CLOCK == 0:
                if time.monotonic() > self.deadline:
                    return
                state.cool(schedule, step / schedule.steps)
            if state.tried() and not state.beyond and state.cost < best - 1e-9:
                exact = state.exact()
                if exact < best - 1e-9:
                    best = exact
                    yield exact, list(state.plan)


class _State:
    """A plan while it is searched: its loads, its masks, what it costs."""

    def __init__(self, search: Annealing, start: Sequence[int]) -> None:
        self.search = search
        self.task = search.task
        self.plan = list(start)
        self.masks = masks_of(self.plan, search.k)
        self.loads = list(self.task.loads(self.plan).values())
        self.contiguous = self.task.edges is not None
        self.columns: list[Sequence[float]] | None = self._columns()
        self.cost = self.task.cost(self.plan)
        self.taken = 0
        self.scale = self._usual()
        self.heat = self.price = 1.0
        self.prices = [1.0] * len(self.loads)
        self.beyond = sum(
            not low <= load <= high
            for loads, lows, highs in zip(self.loads, search.low, search.high, strict=True)
            for load, low, high in zip(loads, lows, highs, strict=True)
        )

    def _columns(self) -> list[Sequence[float]] | None:
        """Return what each unit costs, a list for each territory; None where it costs nothing."""
        by_centre = self.search.by_centre
        fixed = self.task.costs
        if by_centre is None:
            return None if fixed is None else [list(each) for each in zip(*fixed, strict=True)]
        centres = self.task.centres(self.plan)
        columns: list[Sequence[float]] = [by_centre[centre] for centre in centres]
        if fixed is None:
            return columns
        pairs = zip(columns, zip(*fixed, strict=True), strict=True)
        return [[a + b for a, b in zip(one, other, strict=True)] for one, other in pairs]

    def _usual(self) -> float:
        """Return what a usual move costs, whatever the sign."""
        found = []
        for unit in self.search.free:
            for other, _ in self.search.pairs[unit] or [(0, 0.0)]:
                if self.plan[other] != self.plan[unit]:
                    found.append(abs(self._dearer(unit, self.plan[unit], self.plan[other])))
        found = sorted(each for each in found if each > 0)
        return found[len(found) // 2] if found else 1.0

    def cool(self, schedule: Schedule, done: float) -> None:
        """Set temperature and price of loads beyond their limits for a part of the way."""
        self.heat = self.scale * schedule.hot * (schedule.cold / schedule.hot) ** done
        price = self.scale * schedule.loose * (schedule.tight / schedule.loose) ** done
        self.prices = [price / mean for mean in self.search.mean]

    def exact(self) -> float:
        """Return what the plan costs with the best centres, which are taken over."""
        if self.search.by_centre is not None:
            self.columns = self._columns()
        self.cost = self.task.cost(self.plan)
        return self.cost

    def _dearer(self, unit: int, a: int, b: int) -> float:
        """Return by how much a plan gets dearer when a unit goes from one territory to another."""
        found, plan = 0.0, self.plan
        for other, price in self.search.pairs[unit]:
            where = plan[other]
            if where == a:
                found += price
            elif where == b:
                found -= price
        if self.columns is not None:
            found += self.columns[b][unit] - self.columns[a][unit]
        return found

    def _strain(self, unit: int, a: int, b: int) -> float:
        """Return by how much the loads get dearer when a unit goes over."""
        found = 0.0
        for q, amounts in enumerate(self.search.amounts):
            amount = amounts[unit]
            loads, lows, highs = self.loads[q], self.search.low[q], self.search.high[q]
            la, lb = loads[a], loads[b]
            na, nb = la - amount, lb + amount
            change = 0.0
            if na < lows[a]:
                change += lows[a] - na
            elif na > highs[a]:
                change += na - highs[a]
            if nb > highs[b]:
                change += nb - highs[b]
            elif nb < lows[b]:
                change += lows[b] - nb
            if la < lows[a]:
                change -= lows[a] - la
            elif la > highs[a]:
                change -= la - highs[a]
            if lb > highs[b]:
                change -= lb - highs[b]
            elif lb < lows[b]:
                change -= lows[b] - lb
            found += change * self.prices[q]
        return found

    def tried(self) -> bool:
        """Try one move; return whether it was made."""
        search = self.search
        draw = search.random.random
        unit = search.free[int(draw() * len(search.free))]
        if self.contiguous:
            pairs = search.pairs[unit]
            if not pairs:
                return False
            b = self.plan[pairs[int(draw() * len(pairs))][0]]
        else:
            b = int(draw() * search.k)
        a = self.plan[unit]
        if a == b:
            return False
        dearer = self._dearer(unit, a, b)
        worse = dearer + self._strain(unit, a, b)
        if worse > 0 and draw() >= math.exp(-worse / self.heat):
            return False
        rest = self.masks[a] & ~(1 << unit)
        if not rest or (self.contiguous and not self._whole(unit, rest)):
            return False
        self._move(unit, a, b, rest)
        self.cost += dearer
        return True

    def _whole(self, unit: int, rest: int) -> bool:
        """Return whether a territory still hangs together without one of its units."""
        masks = self.search.hoods.masks
        near = masks[unit] & rest
        found = todo = near & -near
        while near & ~found:
            if not todo:
                return False
            low = todo & -todo
            todo ^= low
            new = masks[low.bit_length() - 1] & rest & ~found
            found |= new
            todo |= new
        return bool(near)

    def _move(self, unit: int, a: int, b: int, rest: int) -> None:
        self.plan[unit] = b
        self.masks[a] = rest
        self.masks[b] |= 1 << unit
        search = self.search
        for q, amounts in enumerate(search.amounts):
            loads, lows, highs = self.loads[q], search.low[q], search.high[q]
            for t, change in ((a, -amounts[unit]), (b, amounts[unit])):
                was = lows[t] <= loads[t] <= highs[t]
                loads[t] += change
                self.beyond += was - (lows[t] <= loads[t] <= highs[t])
        self.taken += 1
        if search.by_centre is not None and self.taken % _CENTRED == 0:
            self.exact()
