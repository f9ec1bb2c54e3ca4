"""The best way from one box to another, from lane to lane."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from orgmodel.charts.layout.lanes import Lanes
from orgmodel.charts.layout.tidy import Floats

BEND = 40.0
"""A bend costs as much as so many points of way."""
COMPANY = 24.0
"""A bend onto a lane beside another line costs so much less, so that parallel lines bundle."""
HASTE = 1.2
"""How much a step towards the goal is preferred to the best way: the higher, the faster."""
MOST_STEPS = 6_000
"""A search gives up after so many lanes."""


@dataclass(frozen=True, slots=True)
class Stub:
    """The first stretch out of a box.

    Attributes:
        direction: 0 is across, 1 is down.
        at: Where it runs, across its direction.
        edge: Where it leaves the box, along its direction.
        reach: How far it goes, along its direction.
    """

    direction: int
    at: float
    edge: float
    reach: float


@dataclass(slots=True)
class Search:
    """A search for one way, over the lanes of both directions; the last lanes are the goals.

    Attributes:
        lanes: Lanes across and lanes down.
        goals: The stubs of the goal; each is also a lane, among the last of its direction.
        target: Left, top, right and bottom edge of the goal.
    """

    lanes: tuple[Lanes, Lanes]
    goals: list[Stub]
    target: tuple[float, float, float, float]
    cost: list[Floats] = field(default_factory=list)
    rest: list[Floats] = field(default_factory=list)
    entry: list[Floats] = field(default_factory=list)
    back: list[NDArray[np.intp]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for lanes in self.lanes:
            size = len(lanes.at)
            self.cost.append(np.full(size, np.inf))
            self.rest.append(np.full(size, np.inf))
            self.entry.append(np.zeros(size))
            self.back.append(np.full(size, -1))

    def run(self, starts: list[Stub]) -> list[tuple[float, float]]:
        """Corners from the edge of the start to the edge of the goal; none if there is no way."""
        for number, start in enumerate(starts):
            low, high = sorted((start.edge, start.reach))
            self.leave(start.direction, (start.at, low, high), start.edge, (0.0, -2 - number))
        for _ in range(MOST_STEPS):
            best = [int(rest.argmin()) if len(rest) else -1 for rest in self.rest]
            least = [self.rest[d][b] if b >= 0 else np.inf for d, b in enumerate(best)]
            direction = int(least[1] < least[0])
            lane = best[direction]
            if not np.isfinite(least[direction]):
                return []
            goal = self.goal(direction, lane)
            if goal is not None:
                return self.way(direction, lane, goal, starts)
            self.rest[direction][lane] = np.inf
            lanes = self.lanes[direction]
            run = float(lanes.at[lane]), float(lanes.low[lane]), float(lanes.high[lane])
            cost = float(self.cost[direction][lane])
            self.leave(direction, run, float(self.entry[direction][lane]), (cost, lane))
        return []

    def leave(
        self,
        direction: int,
        run: tuple[float, float, float],
        entry: float,
        so_far: tuple[float, int],
    ) -> None:
        """Try all lanes that cross a stretch which was entered at a place."""
        at, low, high = run
        other = 1 - direction
        lanes = self.lanes[other]
        crossing = (lanes.at >= low) & (lanes.at <= high) & (lanes.low <= at) & (lanes.high >= at)
        found = np.flatnonzero(crossing)
        across = lanes.at[found]
        bend = BEND - COMPANY * lanes.beside[found]
        cost = so_far[0] + bend + np.abs(across - entry)
        better = cost < self.cost[other][found] - 1e-9
        found, across, cost = found[better], across[better], cost[better]
        self.cost[other][found] = cost
        self.rest[other][found] = cost + HASTE * self.missing(direction, across, at)
        self.entry[other][found] = at
        self.back[other][found] = so_far[1]

    def missing(self, direction: int, along: Floats, at: float) -> Floats:
        """How far it still is to the goal, at least."""
        low, high = self.target[direction], self.target[direction + 2]
        other = 1 - direction
        near, far = self.target[other], self.target[other + 2]
        beside = np.maximum(np.maximum(low - along, along - high), 0.0)
        found: Floats = beside + max(near - at, at - far, 0.0)
        return found

    def goal(self, direction: int, lane: int) -> Stub | None:
        """The stub of the goal that a lane is, if it is one."""
        own = [goal for goal in self.goals if goal.direction == direction]
        place = lane - (len(self.lanes[direction].at) - len(own))
        return own[place] if place >= 0 else None

    def way(
        self, direction: int, lane: int, goal: Stub, starts: list[Stub]
    ) -> list[tuple[float, float]]:
        """The corners, back from the goal."""
        found = [point(direction, goal.edge, goal.at)]
        while lane >= 0:
            at, entry = float(self.lanes[direction].at[lane]), float(self.entry[direction][lane])
            found.append(point(direction, entry, at))
            lane = int(self.back[direction][lane])
            direction = 1 - direction
        start = starts[-2 - lane]
        found.append(point(start.direction, start.edge, start.at))
        return straight(found[::-1])


def point(direction: int, along: float, at: float) -> tuple[float, float]:
    """A place along a lane, as x and y."""
    return (at, along) if direction else (along, at)


def straight(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Without corners at which nothing turns."""
    found = points[:1]
    for place, here in enumerate(points[1:-1], 1):
        before, after = found[-1], points[place + 1]
        if here != before and not (
            before[0] == here[0] == after[0] or before[1] == here[1] == after[1]
        ):
            found.append(here)
    return [*found, points[-1]]
