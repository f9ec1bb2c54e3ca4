"""Coverage gaps of two designs compared: new, resolved and unchanged days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from orgmodel.changes.differences.diff import Diff
from orgmodel.timeline import EVER, NEVER, Interval, Lapse, common, lapses, merged, without

Key = tuple[str, str]


@dataclass(frozen=True)
class LapseChange:
    """Days without cover before and after, day by day.

    Attributes:
        before: Those of the earlier design.
        after: Those of the later design.
        new: Days of the later one that were in order before.
        resolved: Days of the earlier one that are in order now.
        standing: Days of both.
    """

    before: tuple[Lapse, ...] = ()
    after: tuple[Lapse, ...] = ()
    new: tuple[Lapse, ...] = ()
    resolved: tuple[Lapse, ...] = ()
    standing: tuple[Lapse, ...] = ()


def lapse_change(diff: Diff) -> LapseChange:
    """Return the days without cover that a change adds, resolves and leaves unchanged.

    Args:
        diff: What differs.
    """
    old = lapses(diff.called, covered=diff.former)
    new = lapses(diff.after, covered=diff.later)
    theirs, mine = _days(old), _days(new)
    return LapseChange(
        old,
        new,
        tuple(_cut(new, theirs, kept=False)),
        tuple(_cut(old, mine, kept=False)),
        tuple(_cut(new, theirs, kept=True)),
    )


def _days(found: Iterable[Lapse]) -> dict[Key, list[Interval]]:
    days: dict[Key, list[Interval]] = defaultdict(list)
    for lapse in found:
        days[_key(lapse)].append(_interval(lapse))
    return {key: merged(intervals) for key, intervals in days.items()}


def _key(lapse: Lapse) -> Key:
    return lapse.subject.node, lapse.trouble


def _interval(lapse: Lapse) -> Interval:
    return Interval(lapse.since or EVER, lapse.until or NEVER)


def _cut(
    found: Sequence[Lapse], others: dict[Key, list[Interval]], *, kept: bool
) -> Iterator[Lapse]:
    """Yield the days of lapses that others have as well, or that others do not have."""
    for lapse in found:
        own, taken = _interval(lapse), others.get(_key(lapse), [])
        for each in common([own], taken) if kept else without(own, taken):
            since = None if each.since == EVER else each.since
            until = None if each.until == NEVER else each.until
            yield Lapse(lapse.subject, lapse.trouble, since, until)
