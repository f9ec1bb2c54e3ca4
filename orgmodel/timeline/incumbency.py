"""On which days somebody is in each position."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from orgmodel.model import Holding, Leave, Org, Person, Position, ReportingLine
from orgmodel.timeline.intervals import ALWAYS, EVER, Interval, common, merged, without

L = TypeVar("L", Holding, ReportingLine)


class Presence:
    """When positions exist, are held, and by somebody who is not on leave; worked out once each.

    Args:
        org: The whole design, with all days.
    """

    def __init__(self, org: Org) -> None:
        self._org = org
        self._present: dict[str, list[Interval]] = {}

    @cached_property
    def _holdings(self) -> dict[str, list[Holding]]:
        found: dict[str, list[Holding]] = defaultdict(list)
        for holding in self._org.all(Holding):
            found[str(holding.position)].append(holding)
        return found

    @cached_property
    def _leaves(self) -> dict[str, list[Interval]]:
        found: dict[str, list[Interval]] = defaultdict(list)
        for leave in self._org.all(Leave):
            found[str(leave.person)].append(Interval.of(leave))
        return {person: merged(days) for person, days in found.items()}

    def life(self, position: str) -> list[Interval]:
        """Return the days on which a position exists; none for one that is not there."""
        found = self._org.get(Position, position)
        return [Interval.of(found)] if found is not None else []

    def present(self, position: str) -> list[Interval]:
        """Return the days on which somebody holds a position and is not on leave."""
        if position not in self._present:
            self._present[position] = self._worked_out(position)
        return self._present[position]

    def _worked_out(self, position: str) -> list[Interval]:
        found = self._org.get(Position, position)
        if found is None:
            return []
        rows = self._holdings.get(position, [])
        days = []
        for holding, counts in self._counting(rows):
            days += self._there(str(holding.person), counts)
        if found.held_by is not None:
            # a holder by a line who has left leaves a vacancy, whoever the field names
            stated = merged(Interval.of(h) for h in rows)
            days += self._there(str(found.held_by), without(ALWAYS, stated))
        return common(merged(days), self.life(position))

    def _counting(self, rows: Sequence[Holding]) -> Iterator[tuple[Holding, list[Interval]]]:
        """Yield holdings with the days on which each is the one that counts."""
        taken: list[Interval] = []
        for holding in sorted(_latest_first(rows), key=lambda h: not h.temporary):
            days = common([Interval.of(holding)], self._employed(str(holding.person)))
            yield holding, [each for part in days for each in without(part, taken)]
            taken = merged([*taken, *days])

    def _employed(self, person: str) -> list[Interval]:
        """Return the days on which somebody is with the company; all of them unless it is said."""
        found = self._org.get(Person, person)
        return [Interval.of(found)]

    def _there(self, person: str, days: Sequence[Interval]) -> list[Interval]:
        days = common(days, self._employed(person))
        away = self._leaves.get(person, [])
        return [each for interval in days for each in without(interval, away)] if away else [*days]

    def has_leave(self, position: str) -> bool:
        """Return whether anybody who holds a position at any time is on leave at any time."""
        found = self._org.get(Position, position)
        people = {str(h.person) for h in self._holdings.get(position, [])}
        if found is not None and found.held_by is not None:
            people.add(str(found.held_by))
        return any(person in self._leaves for person in people)

    def lines(self) -> Iterator[tuple[str, str, Interval]]:
        """Yield the solid reporting lines that count: position, manager, and the days."""
        dated: dict[str, list[ReportingLine]] = defaultdict(list)
        for line in self._org.all(ReportingLine):
            if not line.dotted:
                dated[str(line.position)].append(line)
        for position in self._org.all(Position):
            taken: list[Interval] = []
            for line in _latest_first(dated.get(position.id, [])):
                days = common([Interval.of(line)], self.life(str(line.manager)))
                for each in days:
                    yield from ((position.id, str(line.manager), d) for d in without(each, taken))
                taken = merged([*taken, *days])
            if position.reports_to is not None:
                for each in without(ALWAYS, taken):
                    yield position.id, str(position.reports_to), each

    @staticmethod
    def lacking(life: Interval, days: Sequence[Interval]) -> list[Interval]:
        """Return the days of a life that are in none of some intervals."""
        return without(life, days)


def _latest_first(rows: Sequence[L]) -> list[L]:
    """Return lines in the order in which they count: begun last, then the least id."""
    return sorted(sorted(rows, key=_id_of), key=_start_of, reverse=True)


def _id_of(row: Holding | ReportingLine) -> str:
    return row.id


def _start_of(row: Holding | ReportingLine) -> dt.date:
    return row.since or EVER
