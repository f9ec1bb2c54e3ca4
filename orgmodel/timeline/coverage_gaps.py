"""Times in which a customer, a territory or a team has nobody, or two: a sweep of events."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from orgmodel.cover import Coverage, coverage
from orgmodel.model import Customer, Entity, Org, Position, Territory, TerritoryAssignment
from orgmodel.timeline.date_conflicts import outside
from orgmodel.timeline.incumbency import Presence
from orgmodel.timeline.intervals import ALWAYS, EVER, NEVER, Interval, common, merged
from orgmodel.timeline.ownership import Watch

Trouble = Literal["nobody", "vacant", "two", "outside"]
"""``nobody`` is there; only somebody ``vacant``, departed or away without a stand-in; ``two`` at
once without a share stated; or dates ``outside`` those of what it belongs to."""

_SAID = {
    "nobody": "nobody",
    "vacant": "nobody in place (vacant or away)",
    "two": "two at once",
    "outside": "dates outside those of what it belongs to",
}


@dataclass(frozen=True)
class Lapse:
    """Days in a row on which something is wrong with who is in charge.

    Attributes:
        subject: The customer, territory, or position of a manager; or an entity with dates.
        trouble: What is wrong.
        since: The first day; None is since always.
        until: The day after the last; None is without end.
    """

    subject: Entity
    trouble: Trouble
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def key_account(self) -> bool:
        """Whether it is a key account that has nobody in place."""
        here = isinstance(self.subject, Customer) and self.subject.key_account
        return here and self.trouble in {"nobody", "vacant"}

    def on(self, day: dt.date) -> bool:
        """Return whether it lasts on a day."""
        return (self.since or EVER) <= day < (self.until or NEVER)

    def __str__(self) -> str:
        name = getattr(self.subject, "name", None) or self.subject.id
        if self.since is None and self.until is None:
            when = "on all days"
        elif self.until is None:
            when = f"from {self.since} on"
        elif self.since is None:
            when = f"until {self.until - dt.timedelta(1)}"
        else:
            days = (self.until - self.since).days
            last = self.until - dt.timedelta(1)
            when = f"on {self.since}" if days == 1 else f"from {self.since} to {last}, {days} days"
        return f"{name}: {_SAID[self.trouble]} {when}"


def lapses(org: Org, *, covered: Coverage | None = None) -> tuple[Lapse, ...]:
    """Return the times in which something is wrong with who is in charge, over all days.

    Customers have nobody, or a vacant position, where :func:`~orgmodel.coverage` says so on the
    day; two where two owners by name hold at once, neither temporary and none with a share.
    Territories and teams are judged by themselves: one that somebody covers at some time is to be
    covered on every day on which it exists, and a manager's position is to be held while anybody
    reports to it. Whatever has dates should lie within those of what it belongs to.

    The days on which something begins or ends are swept in order, per customer and per position,
    so that time grows with the number of dates and not with that of days.

    Args:
        org: The design; of one read on a day, the whole.
        covered: Who covers whom in it, if that is known already; of use only without dates.
    """
    org = org.whole
    presence = Presence(org)
    found = [*_of_customers(org, presence, covered), *_of_territories(org, presence)]
    return (*found, *_of_teams(org, presence), *_all_outside(org))


def _told(subject: Entity, trouble: Trouble, intervals: Iterable[Interval]) -> Iterator[Lapse]:
    for each in merged(intervals):
        since = None if each.since == EVER else each.since
        yield Lapse(subject, trouble, since, None if each.until == NEVER else each.until)


def _of_customers(org: Org, presence: Presence, covered: Coverage | None) -> Iterator[Lapse]:
    if not org.dated:
        yield from _on_all_days(covered or coverage(org))
        return
    watch = Watch(org, presence)
    for customer in org.all(Customer):
        found = watch.of(customer)
        life = [Interval.of(customer)]
        yield from _told(customer, "nobody", common(life, merged(found["nobody"])))
        yield from _told(customer, "vacant", common(life, merged(found["vacant"])))
        yield from _told(customer, "two", common(life, merged(found["two"])))


def _on_all_days(covered: Coverage) -> Iterator[Lapse]:
    for cover in covered:
        if cover.state != "covered":
            yield Lapse(cover.customer, cover.state)


def _of_territories(org: Org, presence: Presence) -> Iterator[Lapse]:
    rows: dict[str, list[tuple[str, Interval]]] = defaultdict(list)
    for position in org.all(Position):
        for ref in position.covers:
            rows[str(ref)].append((position.id, ALWAYS))
    for each in org.all(TerritoryAssignment):
        rows[str(each.territory)].append((str(each.position), Interval.of(each)))
    for territory in org.all(Territory):
        if territory.id in rows:
            there = [(p, common([days], presence.life(p))) for p, days in rows[territory.id]]
            yield from _manned(territory, there, presence)


def _manned(
    subject: Entity, there: Sequence[tuple[str, list[Interval]]], presence: Presence
) -> Iterator[Lapse]:
    """Yield the days on which nobody is in any of some positions, while they are in charge."""
    life = Interval.of(subject)
    assigned = merged(days for _, intervals in there for days in intervals)
    held = merged(
        days
        for position, intervals in there
        for days in common(intervals, presence.present(position))
    )
    yield from _told(subject, "nobody", presence.lacking(life, assigned))
    vacant = common(presence.lacking(life, held), assigned)
    yield from _told(subject, "vacant", vacant)


def _of_teams(org: Org, presence: Presence) -> Iterator[Lapse]:
    led: dict[str, list[Interval]] = defaultdict(list)
    for position, above, days in presence.lines():
        led[above] += common([days], presence.life(position))
    for manager in org.all(Position):
        if manager.id in led:
            busy = common(merged(led[manager.id]), presence.life(manager.id))
            missing = presence.lacking(Interval.of(manager), presence.present(manager.id))
            yield from _told(manager, "vacant", common(busy, missing))


def _all_outside(org: Org) -> Iterator[Lapse]:
    for entity, intervals in outside(org):
        yield from _told(entity, "outside", intervals)


def days_within(found: Iterable[Lapse]) -> str:
    """Say how many different days some lapses last, all together, or that there is no end."""
    days = merged(Interval(each.since or EVER, each.until or NEVER) for each in found)
    if not days:
        return "0"
    if days[-1].until == NEVER:
        return "without end" if days[-1].since == EVER else f"from {days[-1].since} on"
    if days[0].since == EVER:
        return f"until {days[0].until - dt.timedelta(1)}"
    return f"{sum((each.until - each.since).days for each in days):,}"
