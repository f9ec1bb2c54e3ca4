"""Which boxes stand together on a page, so that all of them are legible."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from orgmodel.charts.org_view.hierarchy import HEAD, Hierarchy

Fits = Callable[[Sequence[int]], bool]

_MOSTLY = 0.5
"""If so much of a branch is in teams that fit whole, these are packed, rather than its levels."""


_LOOKED_AHEAD = 500
"""Ways to show a branch of up to so many boxes are compared by the sheets that all of it takes."""


@dataclass(frozen=True)
class Sheet:
    """What stands on one page.

    Attributes:
        root: The number of the topmost box; `HEAD` if several stand on top.
        drawn: Numbers of all boxes, in order.
        part: Which of how many pages of the same root it is, counted from 1.
        others: Further boxes that stand on top, of the same team as the first.
    """

    root: int
    drawn: tuple[int, ...]
    part: tuple[int, int] = (1, 1)
    others: tuple[int, ...] = ()

    @property
    def roots(self) -> tuple[int, ...]:
        """All that stand on top."""
        return (self.root, *self.others)

    def beside(self, other: "Sheet") -> "Sheet":
        """Return this sheet with another one beside it."""
        drawn = tuple(sorted((*self.drawn, *other.drawn)))
        return replace(self, drawn=drawn, others=(*self.others, *other.roots))


class _Known(dict[int, list[Sheet]]):
    """The sheets of roots, each found when it is first asked for."""

    def __init__(self, find: Callable[[int], list[Sheet]]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, root: int) -> list[Sheet]:
        """Find the sheets of a root."""
        self[root] = found = self._find(root)
        return found


class Sheets:
    """Splits a hierarchy into sheets, from the top down, branch after branch.

    The first sheet shows as many levels as fit. The others show a branch whole, or its top levels,
    or as many of its teams as fit beside each other below their lead. Small branches that follow
    each other in one team share a sheet.
    """

    def __init__(self, lines: Hierarchy, drawn: Sequence[int], at_side: Sequence[bool]) -> None:
        there = frozenset(drawn)
        heads = [number for number in drawn if lines.above[number] not in there]
        self._top = heads[0] if len(heads) == 1 else HEAD
        self._size = lines.sums([int(number in there) for number in range(len(lines.above))])
        self._all = len(drawn)
        self._above = lines.above
        others = [not side for side in at_side]
        # Those at the side come first, so that they stay with their lead.
        self.reports = {
            number: sorted((n for n in lines.below[number] if n in there), key=others.__getitem__)
            for number in drawn
        }
        self.reports[HEAD] = heads
        self._turn = {number: turn for turn, number in enumerate(self._branch_by_branch())}

    def _branch_by_branch(self) -> Iterator[int]:
        """Yield everybody, each before all below and these before the next of the same team."""
        waiting = list(reversed(self.reports[HEAD]))
        while waiting:
            number = waiting.pop()
            yield number
            waiting.extend(reversed(self.reports[number]))

    def split(self, fits: Fits, most: int) -> list[Sheet]:
        """Return the sheets in reading order, as few as can be.

        Args:
            fits: Whether some boxes fit on a page.
            most: More boxes than this fit on no page.
        """
        if not self._all:
            return [Sheet(HEAD, ())]
        first = [[_sheet(self._top, levels)] for levels in self._levels(self._top, fits, most)]
        if not first or self._whole(self._top, [], fits, most):
            first = [self._offers(self._top, fits, most)[0]]
        fitting = cache(lambda drawn: len(drawn) <= most and fits(drawn))
        at_hand = _Known(lambda root: self._offers(root, fits, most)[0])
        looked_at = _Known(lambda root: self._best(root, at_hand, fits, most))
        offers = [self._all_sheets(sheets, looked_at, fitting) for sheets in reversed(first)]
        return min(offers, key=len)

    def _all_sheets(self, first: list[Sheet], known: "_Known", fitting: Fits) -> list[Sheet]:
        """Return sheets and those of all branches that are folded on them, branch after branch."""
        found = list(first)
        waiting = self._folded(first)
        while waiting:
            sheets = known[waiting.pop()]
            while waiting and (shared := self._shared(sheets, known, waiting[-1], fitting)):
                sheets = [shared]
                waiting.pop()
            found += sheets
            waiting += self._folded(sheets)
        return found

    def _shared(
        self, sheets: Sequence[Sheet], known: "_Known", following: int, fitting: Fits
    ) -> Sheet | None:
        """Return a sheet with a branch and the one that follows it in its team, if they fit."""
        one, other = sheets[-1], known[following]
        if len(sheets) > 1 or len(other) > 1 or HEAD in {one.root, following}:
            return None
        if self._above[one.root] != self._above[following]:
            return None
        both = one.beside(other[0])
        return both if fitting(both.drawn) else None

    def _best(self, root: int, at_hand: "_Known", fits: Fits, most: int) -> list[Sheet]:
        """Return the sheets of a root after which the whole branch takes the fewest."""
        if self._size[root] > _LOOKED_AHEAD:
            return at_hand[root]
        offers = self._offers(root, fits, most)
        return min(offers, key=lambda sheets: len(self._all_sheets(sheets, at_hand, _never)))

    def _folded(self, sheets: Sequence[Sheet]) -> list[int]:
        """Return those whose teams are on none of the sheets of one root, the first one last."""
        shown = {number for sheet in sheets for number in sheet.drawn}
        folded = (n for n in shown if any(report not in shown for report in self.reports[n]))
        return sorted(folded, key=self._turn.__getitem__, reverse=True)

    def _offers(self, root: int, fits: Fits, most: int) -> list[list[Sheet]]:
        """Return ways to show a root and what is below, at least in part; the usual one first."""
        if whole := self._whole(root, [], fits, most):
            return [[_sheet(root, whole)]]
        lead = [] if root == HEAD else [root]
        parts = [self._whole(report, lead, fits, most) or [report] for report in self.reports[root]]
        complete = [part for part in parts if len(part) > self._size[part[0]]]
        levels = [[_sheet(root, boxes)] for boxes in reversed(self._levels(root, fits, most))]
        chunks = evenly(lead, parts, fits)
        packs = [_sheet(root, [*lead, *c], (n, len(chunks))) for n, c in enumerate(chunks, 1)]
        usual = levels and sum(map(len, complete)) < _MOSTLY * self._size[root]
        return [*levels, packs] if usual else [packs, *levels]

    def _branch(self, root: int, most: int, deepest: int) -> list[int]:
        """Return everybody from a root down to a depth, or a few more than are asked for."""
        found = [(number, 1) for number in self.reports[HEAD]] if root == HEAD else [(root, 0)]
        for number, depth in found:  # grows while it is walked
            if len(found) > most or depth == deepest:
                break
            found.extend((report, depth + 1) for report in self.reports[number])
        return [number for number, _ in found]

    def _whole(self, root: int, lead: list[int], fits: Fits, most: int) -> list[int]:
        """Return all of a branch if it fits on one page, below its lead."""
        size = self._all if root == HEAD else self._size[root] + 1
        if size > most:
            return []
        found = self._branch(root, size, size)
        return found if fits([*lead, *found]) else []

    def _levels(self, root: int, fits: Fits, most: int) -> list[list[int]]:
        """Return the top levels of a branch, one more each time, as long as they fit on a page."""
        offers: list[list[int]] = []
        for deepest in range(1, most + 1):
            found = self._branch(root, most, deepest)
            if len(found) > most or (offers and found == offers[-1]) or not fits(found):
                break
            offers.append(found)
        return offers if root != HEAD or self.reports[HEAD] else []


def _never(_drawn: Sequence[int]) -> bool:
    return False


def evenly(lead: list[int], parts: Sequence[list[int]], fits: Fits) -> list[list[int]]:
    """Return the parts in chunks that fit below their lead, and are equally full if they can be."""
    full = packed(lead, parts, fits, sum(map(len, parts)))
    boxes = sum(map(len, parts))
    even = packed(lead, parts, fits, -(-boxes // len(full)))
    return even if len(even) == len(full) else full


def packed(lead: list[int], parts: Sequence[list[int]], fits: Fits, enough: int) -> list[list[int]]:
    """Return the parts in chunks that fit below their lead; a chunk ends when it has enough."""
    chunks: list[list[int]] = []
    for part in parts:
        last = chunks[-1] if chunks else []
        if last and len(last) + len(part) / 2 <= enough and fits([*lead, *last, *part]):
            last += part
        else:
            chunks.append(list(part))
    return chunks


def _sheet(root: int, drawn: list[int], part: tuple[int, int] = (1, 1)) -> Sheet:
    return Sheet(root, tuple(sorted(drawn)), part)
