"""Row numbers as ids: positions are matched by their holders."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from orgmodel.changes.verbs.primitives import Rename
from orgmodel.model import Org, Person, Position

_NUMBERED = re.compile(r"(.*?)0*(\d+)")
_FEWEST = 3
IN_ORDER = 0.9
"""Part of those who have other numbers that must come in the same order, as after a deletion."""


def renumbered(before: Org, after: Org) -> tuple[Rename, ...]:
    """Return the changes that rename positions of the earlier design as in the later one.

    Numbers are taken for those of rows where both designs count from 0 or 1 without a gap in the
    order of their rows, and three or more positions with one holder have other numbers in each:
    more than have the same, or nine in ten of them in the same order as before, as after a row is
    taken out. Another holder at such a number is not a successor, so positions that are not matched
    get an id of their own.

    Args:
        before: The earlier design.
        after: The later design.

    Returns:
        The changes of ids, first all away from the old numbers, then to the new ones.
    """
    old, new = before.all(Position), after.all(Position)
    if not (_counted(old) and _counted(new)):
        return ()
    pairs = dict(_by_holder(before, after))
    if not _shifted(old, new, pairs):
        return ()
    taken = {position.id for position in (*old, *new)}
    away = {position.id: _free(f"{position.id} before", taken) for position in old}
    return (
        *(Rename(Position, id_, other) for id_, other in away.items()),
        *(Rename(Position, away[id_], to) for id_, to in pairs.items()),
    )


def _counted(positions: Sequence[Position]) -> bool:
    """Return whether ids count the rows, with one word before all numbers or none."""
    found = [_NUMBERED.fullmatch(position.id) for position in positions]
    if len(found) < _FEWEST or None in found:
        return False
    words, numbers = zip(*((m[1], int(m[2])) for m in found if m), strict=True)
    first = numbers[0]
    return len(set(words)) == 1 and first in {0, 1} and _follow(first, numbers)


def _follow(first: int, numbers: Iterable[int]) -> bool:
    return all(number == first + at for at, number in enumerate(numbers))


def _by_holder(before: Org, after: Org) -> Iterator[tuple[str, str]]:
    """Yield the ids of positions with one holder; of several, those with one title first."""
    old, new = _held(before), _held(after)
    for name in old.keys() & new.keys():
        theirs = dict(new[name])
        rest = []
        for id_, title in old[name].items():
            same = next((other for other, its in theirs.items() if its == title), None)
            if same is None:
                rest.append(id_)
            else:
                del theirs[same]
                yield id_, same
        yield from zip(rest, theirs, strict=False)


def _held(org: Org) -> Mapping[str, dict[str, str | None]]:
    """Return the titles of positions by their ids, by the names of the holders."""
    found: dict[str, dict[str, str | None]] = defaultdict(dict)
    for position in org.all(Position):
        if name := _name(org, position):
            found[name][position.id] = position.title
    return found


def _name(org: Org, position: Position) -> str:
    person = org.get(Person, position.held_by)
    return ((person.name if person else None) or str(position.held_by or "")).casefold()


def _shifted(old: Sequence[Position], new: Sequence[Position], pairs: Mapping[str, str]) -> bool:
    """Return whether people have other numbers as they have in a list with other rows."""
    place = {position.id: at for at, position in enumerate(new)}
    moved = [place[pairs[p.id]] for p in old if p.id in pairs and pairs[p.id] != p.id]
    if len(moved) < _FEWEST:
        return False
    return len(moved) > len(pairs) - len(moved) or _ascending(moved) >= IN_ORDER * len(moved)


def _ascending(numbers: Iterable[int]) -> int:
    """Return how many of some numbers at most stand in ascending order."""
    ends: list[int] = []
    for number in numbers:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += " before"
    taken.add(name)
    return name
