"""What is asked of an alignment: units, measures, limits, neighbours and what a plan costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from orgmodel.propose.alignment.neighbours import Neighbours, masks_of

SLACK = 1e-9
"""What arithmetic may lose, as a part of a limit; a load this far beyond it still holds."""


@dataclass(frozen=True)
class Task:
    """Units to be divided among territories; see :func:`~orgmodel.propose.align_units`.

    Attributes:
        names: What each unit is called, for sentences.
        territories: What each territory is called.
        measures: By name, the amount of every unit.
        low: By measure, the least amount of each territory.
        high: By measure, the most of each territory.
        edges: Pairs of neighbouring units; None where any units may be together.
        cut: What it costs to part each pair of neighbours; None is nothing.
        costs: What each unit costs in each territory (units x territories); None is nothing.
        distances: What each unit costs in a territory with each unit as its centre (units x
            units); the centre is chosen freely. None is nothing.
        fixed: Units that must be in a territory, by number.
        now: The territory of each unit today, where there is a plan; the search starts there, too.
    """

    names: Sequence[str]
    territories: Sequence[str]
    measures: Mapping[str, Sequence[float]]
    low: Mapping[str, Sequence[float]]
    high: Mapping[str, Sequence[float]]
    edges: Sequence[tuple[int, int]] | None = None
    cut: Sequence[float] | None = None
    costs: Sequence[Sequence[float]] | None = None
    distances: Sequence[Sequence[float]] | None = None
    fixed: Mapping[int, int] = field(default_factory=dict)
    now: Sequence[int] | None = None

    @property
    def count(self) -> int:
        """How many units there are."""
        return len(self.names)

    @property
    def k(self) -> int:
        """How many territories there are to be."""
        return len(self.territories)

    @cached_property
    def neighbours(self) -> Neighbours:
        """Which units touch which."""
        return Neighbours(self.count, self.edges or ())

    @cached_property
    def alike(self) -> bool:
        """Whether any two territories could change their names and nothing else."""
        bounds = [*self.low.values(), *self.high.values()]
        return self.costs is None and not self.fixed and all(len(set(each)) == 1 for each in bounds)

    def loads(self, plan: Sequence[int]) -> dict[str, list[float]]:
        """Return the amount of each territory, by measure."""
        found = {}
        for name, amounts in self.measures.items():
            sums = [0.0] * self.k
            for unit, territory in enumerate(plan):
                sums[territory] += amounts[unit]
            found[name] = sums
        return found

    def centres(self, plan: Sequence[int]) -> list[int]:
        """Return the cheapest centre of each territory; -1 of an empty one."""
        if self.distances is None:
            return []
        members: list[list[int]] = [[] for _ in range(self.k)]
        for unit, territory in enumerate(plan):
            members[territory].append(unit)
        return [cheapest(self.distances, units) for units in members]

    def cost(self, plan: Sequence[int]) -> float:
        """Return what a plan costs."""
        total = 0.0
        if self.cut is not None and self.edges is not None:
            pairs = zip(self.edges, self.cut, strict=True)
            total += sum(cost for (a, b), cost in pairs if plan[a] != plan[b])
        if self.costs is not None:
            total += sum(self.costs[unit][territory] for unit, territory in enumerate(plan))
        if self.distances is not None:
            centres = self.centres(plan)
            total += sum(self.distances[unit][centres[t]] for unit, t in enumerate(plan))
        return total

    def faults(self, plan: Sequence[int]) -> list[str]:
        """Return what keeps a plan from being allowed, in words; none where it is.

        Nothing of a search or a solver is used: this is what every answer is checked with.
        """
        found = []
        for name, sums in self.loads(plan).items():
            for territory, amount in enumerate(sums):
                low, high = self.low[name][territory], self.high[name][territory]
                if not within(amount, low, high):
                    called = self.territories[territory]
                    found.append(
                        f"{called} has {amount:,.6g} of {name}, not {low:,.6g} to {high:,.6g}"
                    )
        for unit, territory in self.fixed.items():
            if plan[unit] != territory:
                found.append(f"{self.names[unit]} is not in {self.territories[territory]}")
        masks = masks_of(plan, self.k)
        for territory, mask in enumerate(masks):
            if not mask:
                found.append(f"{self.territories[territory]} is empty")
            elif self.edges is not None and not self.neighbours.connected(mask):
                found.append(f"{self.territories[territory]} is in several parts")
        return found


def amount_of(amount: float, measure: str) -> str:
    """Return an amount of a measure in words, as in "1,200 of revenue" and "6 customers"."""
    return f"{amount:,.0f} {'' if measure in {'customers', 'hours'} else 'of '}{measure}"


def cheapest(distances: Sequence[Sequence[float]], units: Sequence[int]) -> int:
    """Return the unit from which all units together are cheapest; -1 where there are none."""
    if not units:
        return -1
    return min(units, key=lambda centre: (sum(distances[u][centre] for u in units), centre))


def within(amount: float, low: float, high: float) -> bool:
    """Return whether an amount lies between limits, but for what arithmetic loses."""
    return low - SLACK * max(1.0, abs(low)) <= amount <= high + SLACK * max(1.0, abs(high))
