"""Half-open intervals of days, as sorted lists that do not overlap."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

EVER = dt.date.min
NEVER = dt.date.max


class Interval(NamedTuple):
    """Days from ``since`` up to, and not including, ``until``; the ends of time are open."""

    since: dt.date = EVER
    until: dt.date = NEVER

    @classmethod
    def of(cls, value: object) -> "Interval":
        """Return the days on which an entity with dates exists; all days for one without."""
        since, until = getattr(value, "since", None), getattr(value, "until", None)
        return cls(since or EVER, until or NEVER)


ALWAYS = Interval()


def common(these: Sequence[Interval], those: Sequence[Interval]) -> list[Interval]:
    """Return the days that are in both; one pass over both."""
    found, at, other = [], 0, 0
    while at < len(these) and other < len(those):
        since = max(these[at].since, those[other].since)
        until = min(these[at].until, those[other].until)
        if since < until:
            found.append(Interval(since, until))
        if these[at].until < those[other].until:
            at += 1
        else:
            other += 1
    return found


def without(whole: Interval, taken: Sequence[Interval]) -> list[Interval]:
    """Return the days of an interval that are in none of others, which are sorted."""
    found, since = [], whole.since
    for each in taken:
        if each.since > since and since < whole.until:
            found.append(Interval(since, min(each.since, whole.until)))
        since = max(since, each.until)
    if since < whole.until:
        found.append(Interval(since, whole.until))
    return found


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the days that are in any, in as few intervals as can be."""
    found: list[Interval] = []
    for each in sorted(intervals):
        if found and each.since <= found[-1].until:
            found[-1] = Interval(found[-1].since, max(found[-1].until, each.until))
        elif each.since < each.until:
            found.append(each)
    return found
