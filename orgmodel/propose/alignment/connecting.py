"""Constraints that a plan breaks whose territories do not hang together.

Two units without a common border can only be in one territory if some unit of every set that
separates them is in it, too (Carvajal et al., "Imposing Connectivity Constraints in Forest Planning
Models", Operations Research 61(4), 2013; Oehrlein and Haunert, "A Cutting-Plane Method for
Contiguity-Constrained Spatial Aggregation", 2017). There are too many such sets to write down;
those that a plan breaks are few.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from orgmodel.propose.alignment.neighbours import bits, masks_of
from orgmodel.propose.alignment.task import Task

_ENDS = 3
"""Units of a part for which a constraint is added at a time: more of them, fewer rounds."""


class Cut(NamedTuple):
    """Two units are only together with one of those between them.

    Attributes:
        one: A unit.
        other: Another unit.
        between: Units without which there is no way between the two, as bits.
        territory: The territory that broke it.
    """

    one: int
    other: int
    between: int
    territory: int


def cuts_of(task: Task, plan: Sequence[int], group: Iterable[int] | None = None) -> Iterator[Cut]:
    """Yield constraints that a plan breaks; none if all its territories hang together.

    Args:
        task: The task.
        plan: The territory of every unit.
        group: The territories to look at; None is all of them.
    """
    hoods = task.neighbours
    masks = masks_of(plan, task.k)
    for territory in range(task.k) if group is None else group:
        parts = hoods.parts(masks[territory])
        if len(parts) < 2:  # noqa: PLR2004 - one part hangs together
            continue
        parts.sort(key=lambda part: (-part.bit_count(), part))
        main = parts[0]
        for part in parts[1:]:
            yield from _between(task, part, main, territory)


def _between(task: Task, part: int, main: int, territory: int) -> Iterator[Cut]:
    hoods = task.neighbours
    seen: set[int] = set()
    for start, goal in ((part, main), (main, part)):
        between = hoods.separator(start, goal)
        if between in seen:
            continue
        seen.add(between)
        ones = _near(hoods.around(between) & start, start)
        others = _near(hoods.around(between) & goal or goal, goal)
        for one in ones:
            for other in others:
                yield Cut(one, other, between, territory)


def _near(units: int, instead: int) -> list[int]:
    return list(bits(units or instead))[:_ENDS]
