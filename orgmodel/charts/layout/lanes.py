"""Lanes: straight ways of one direction in which nothing stands and nothing runs."""

from dataclasses import dataclass

import numpy as np

from orgmodel.charts.layout.tidy import Flags, Floats

APART = 3.0
"""The least distance between lines that run beside each other, in points."""
BUNDLED = 8.0
"""Lines nearer to each other than this, in points, are seen as a bundle."""


@dataclass(slots=True)
class Lanes:
    """Lanes of one direction.

    Attributes:
        at: Where each lane runs, across its direction.
        low: Where it begins, along its direction.
        high: Where it ends.
        beside: Whether a secondary line runs on a neighbouring lane.
    """

    at: Floats
    low: Floats
    high: Floats
    beside: Flags

    def only(self, chosen: Flags) -> "Lanes":
        """Those lanes."""
        return Lanes(self.at[chosen], self.low[chosen], self.high[chosen], self.beside[chosen])

    def within(self, across: tuple[float, float], along: tuple[float, float]) -> "Lanes":
        """The lanes that touch a window."""
        inside = (self.at >= across[0]) & (self.at <= across[1])
        return self.only(inside & (self.low <= along[1]) & (self.high >= along[0]))

    def joined(self, other: "Lanes") -> "Lanes":
        """These lanes and others."""
        return Lanes(
            np.concatenate([self.at, other.at]),
            np.concatenate([self.low, other.low]),
            np.concatenate([self.high, other.high]),
            np.concatenate([self.beside, other.beside]),
        )

    def without(self, at: float, low: float, high: float) -> "Lanes":
        """What is left when a line has taken a stretch, and some distance around it."""
        low, high = low - APART, high + APART
        near = (np.abs(self.at - at) < APART) & (self.low < high) & (self.high > low)
        cut = self.only(near)
        before = Lanes(cut.at, cut.low, np.minimum(cut.high, low), cut.beside)
        after = Lanes(cut.at, np.maximum(cut.low, high), cut.high, cut.beside)
        rest = self.only(~near).joined(before).joined(after)
        rest.beside |= (np.abs(rest.at - at) < BUNDLED) & (rest.low < high) & (rest.high > low)
        return rest.only(rest.high > rest.low)


@dataclass(slots=True)
class Obstacles:
    """What lanes of one direction must leave out.

    Attributes:
        near: Where each obstacle begins across the lanes.
        far: Where it ends across the lanes.
        low: Where it begins along the lanes.
        high: Where it ends along the lanes.
    """

    near: Floats
    far: Floats
    low: Floats
    high: Floats

    def joined(self, other: "Obstacles") -> "Obstacles":
        """These obstacles and others, ordered along the lanes."""
        low = np.concatenate([self.low, other.low])
        order = np.argsort(low, kind="stable")
        return Obstacles(
            np.concatenate([self.near, other.near])[order],
            np.concatenate([self.far, other.far])[order],
            low[order],
            np.concatenate([self.high, other.high])[order],
        )

    def free(self, at: float, span: tuple[float, float]) -> tuple[Floats, Floats]:
        """Where the free stretches of a lane begin and end."""
        here = (self.near < at) & (self.far > at)
        low, high = self.low[here], np.maximum.accumulate(self.high[here])
        starts, ends = np.append(span[0], high), np.append(low, span[1])
        wide = ends > starts
        return starts[wide], ends[wide]

    def reach(self, at: float, run: tuple[float, float], own: float) -> float:
        """How far one gets along a lane before something is in the way.

        Args:
            at: Where the lane runs.
            run: Where one starts, and where the lane ends.
            own: Where the obstacle ends that one comes out of.
        """
        start, end = run
        here = (self.near < at) & (self.far > at)
        if end > start:
            ahead = self.low[here & (self.high > start) & (self.high != own)]
            return max(start, min(end, float(ahead.min(initial=end))))
        ahead = self.high[here & (self.low < start) & (self.low != own)]
        return min(start, max(end, float(ahead.max(initial=end))))


@dataclass(slots=True)
class Wishes:
    """Where lanes are wanted: beside an edge, from its beginning to its end.

    Attributes:
        at: Where, across the lanes; ascending.
        low: Where the edge begins.
        high: Where it ends.
    """

    at: Floats
    low: Floats
    high: Floats


def lanes_of(obstacles: Obstacles, wishes: Wishes, span: tuple[float, float]) -> Lanes:
    """The free stretches along the edges that have lanes; others lead nowhere in particular."""
    places, first = np.unique(wishes.at, return_index=True)
    ways, starts, ends = [np.empty(0)], [np.empty(0)], [np.empty(0)]
    last = np.append(first[1:], len(wishes.at))
    for place, begin, end in zip(places.tolist(), first.tolist(), last.tolist(), strict=True):
        low, high = obstacles.free(place, span)
        edges = wishes.low[begin:end, None], wishes.high[begin:end, None]
        wanted = ((edges[0] < high) & (edges[1] > low)).any(axis=0)
        ways.append(np.full(int(wanted.sum()), place))
        starts.append(low[wanted])
        ends.append(high[wanted])
    at = np.concatenate(ways)
    nowhere = np.zeros(len(at), dtype=bool)
    return Lanes(at, np.concatenate(starts), np.concatenate(ends), nowhere)
