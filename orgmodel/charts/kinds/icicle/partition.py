"""Shares of a line: everybody's part of it lies within the part of whoever is above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgmodel.charts.org_view.hierarchy import Hierarchy


@dataclass(frozen=True)
class Part:
    """What one box stands for.

    Attributes:
        numbers: One position, or several of a team that are too small to be told apart.
        level: Levels below the top, 0 for the top.
        start: Where its part of the line begins.
        size: How long its part is.
    """

    numbers: Sequence[int]
    level: int
    start: float
    size: float


@dataclass(frozen=True)
class Partition:
    """How a line is shared out.

    Attributes:
        hierarchy: Who is below whom.
        own: What everybody counts for alone; nobody less than 0.
        groups: Those too small to be told apart are drawn as one where this is equal.
        length: Of the line.
        least: Length from which on one is told apart.
        most_levels: How many levels are drawn.
    """

    hierarchy: Hierarchy
    own: Sequence[int]
    groups: Sequence[object]
    length: float
    least: float
    most_levels: int

    def parts(self) -> Iterator[Part]:
        """Yield the boxes, each after the one above it; whoever counts for nothing has none."""
        below = self.hierarchy.sums(self.own)
        whole = [mine + theirs for mine, theirs in zip(self.own, below, strict=True)]
        total = sum(whole[head] for head in self.hierarchy.heads)
        if not total:
            return
        scale = self.length / total
        waiting = [(0, 0.0, self.hierarchy.heads)]
        for level, start, team in waiting:  # grows while it is walked
            for numbers in self._told_apart(team, whole, self.least / scale):
                size = scale * sum(whole[number] for number in numbers)
                yield Part(numbers, level, start, size)
                if len(numbers) == 1 and level + 1 < self.most_levels:
                    waiting.append((level + 1, start, self.hierarchy.below[numbers[0]]))
                start += size  # noqa: PLW2901  # the next one begins where this one ends

    def _told_apart(
        self, team: Sequence[int], whole: Sequence[int], least: float
    ) -> Iterator[Sequence[int]]:
        seen = [number for number in team if whole[number]]
        small: dict[object, list[int]] = {}
        for number in sorted(seen, key=lambda number: -whole[number]):
            if whole[number] >= least:
                yield (number,)
            else:
                small.setdefault(self.groups[number], []).append(number)
        yield from small.values()
