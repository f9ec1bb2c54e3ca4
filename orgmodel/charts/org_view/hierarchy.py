"""Reporting lines that can be drawn: numbered, and free of loops."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

HEAD = -1
"""Stands for the superior of somebody who has none."""


@dataclass(frozen=True)
class Hierarchy:
    """Who is drawn below whom; everybody goes by a number.

    Attributes:
        above: The superior of everyone, `HEAD` for none; no loops.
    """

    above: Sequence[int]

    @cached_property
    def below(self) -> Sequence[Sequence[int]]:
        """Everyone's direct reports."""
        found: list[list[int]] = [[] for _ in self.above]
        for number, superior in enumerate(self.above):
            if superior != HEAD:
                found[superior].append(number)
        return found

    @cached_property
    def heads(self) -> Sequence[int]:
        """Those without a superior."""
        return [number for number, superior in enumerate(self.above) if superior == HEAD]

    def from_top(self, heads: Iterable[int]) -> list[tuple[int, int]]:
        """Return everybody from some heads down with their depth, each after their superior."""
        found = [(head, 0) for head in heads]
        for number, depth in found:  # grows while it is walked
            found.extend((report, depth + 1) for report in self.below[number])
        return found

    def sums(self, own: Sequence[int]) -> list[int]:
        """Return for everyone the sum of a number over all below them."""
        below = [0] * len(own)
        for number, depth in reversed(self.from_top(self.heads)):
            if depth:
                below[self.above[number]] += below[number] + own[number]
        return below
