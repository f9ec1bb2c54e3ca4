"""Calendar: what takes effect on which day."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from orgmodel.changes.differences.diff import Diff
from orgmodel.model import (
    SECTIONS,
    Assignment,
    Customer,
    Dated,
    Entity,
    Holding,
    Leave,
    Org,
    Position,
    ReportingLine,
    Territory,
    TerritoryAssignment,
    entity_label,
)


class Entry(NamedTuple):
    """A thing that begins or has ended on a day."""

    day: dt.date
    what: str

    def __str__(self) -> str:
        return f"{self.day}: {self.what}"


def calendar(diff: Diff) -> tuple[Entry, ...]:
    """Return what takes effect on which day in the later design and did not in the earlier one.

    Args:
        diff: What differs.
    """
    before, after = diff.called.whole, diff.after.whole
    found = {
        entry
        for kind in SECTIONS.values()
        if issubclass(kind, Dated)
        for entity in after.all(kind)
        for entry in _new(entity, before, after)
    }
    return tuple(sorted(found))


def last_day(diff: Diff) -> dt.date:
    """Return the day on which all changes hold, or that of the diff if that is later.

    A temporary thing counts from its beginning, not from its end.

    Args:
        diff: What differs.
    """
    before, after = diff.called.whole, diff.after.whole
    days = [
        day
        for kind in SECTIONS.values()
        if issubclass(kind, Dated)
        for entity in after.all(kind)
        if any(True for _ in _new(entity, before, after))
        for day in _lasting(entity)
    ]
    return max([diff.on, *days]) if diff.after.day is None else diff.on


def _lasting(entity: Any) -> Iterator[dt.date]:  # noqa: ANN401 - an entity with dates
    for_a_time = isinstance(entity, Leave) or getattr(entity, "temporary", False)
    if entity.since is not None:
        yield entity.since
    if entity.until is not None and (entity.since is None or not for_a_time):
        yield entity.until


def _new(entity: Any, before: Org, after: Org) -> Iterator[Entry]:  # noqa: ANN401 - an entity with dates
    if entity.since is entity.until is None:
        return
    old = before.get(type(entity), entity.id)
    if old is entity or old == entity:
        return
    known = set(_entries(old, before)) if old is not None else set()
    yield from (entry for entry in _entries(entity, after) if entry not in known)


def _entries(entity: Any, org: Org) -> Iterator[Entry]:  # noqa: ANN401 - as above
    begins, ends = _words(entity, org)
    if entity.since is not None:
        yield Entry(entity.since, begins)
    if entity.until is not None:
        yield Entry(entity.until, ends)


def _words(entity: Entity, org: Org) -> tuple[str, str]:
    """Return the texts for the first day, and for the day after the last."""
    make = _SAID.get(type(entity))
    if make is None:
        name = entity_label(entity)
        return f"{name} begins", f"{name} has ended"
    return make(entity, org)


def _holding(each: Holding, _: Org) -> tuple[str, str]:
    if each.temporary:
        begins = f"{each.person} stands in as {each.position}"
        return begins, f"{each.person} no longer stands in as {each.position}"
    return f"{each.person} takes {each.position}", f"{each.person} has left {each.position}"


def _line(each: ReportingLine, _: Org) -> tuple[str, str]:
    how = "by a dotted line " if each.dotted else ""
    line = f"to {each.manager}"
    return (
        f"{each.position} reports {how}{line}",
        f"{each.position} no longer reports {how}{line}",
    )


def _cover(each: TerritoryAssignment, org: Org) -> tuple[str, str]:
    name = _name(org, Territory, each.territory)
    return f"{each.position} covers {name}", f"{each.position} no longer covers {name}"


def _account(each: Assignment, org: Org) -> tuple[str, str]:
    name, post = _name(org, Customer, each.customer), str(each.position)
    position = org.get(Position, each.position)
    if position is not None and position.held_by:
        post = f"{position.held_by} ({each.position})"
    role = "for a time" if each.temporary and each.role == "owner" else f"as {each.role}"
    return f"{post} has {name} {role}", f"{post} no longer has {name} {role}"


def _leave(each: Leave, _: Org) -> tuple[str, str]:
    return f"{each.person} goes on leave", f"{each.person} is back from leave"


def _name(org: Org, kind: type[Any], ref: object) -> str:
    found = org.get(kind, str(ref))
    return str(getattr(found, "name", None) or ref)


_SAID: Mapping[type[Any], Callable[[Any, Org], tuple[str, str]]] = {
    Holding: _holding,
    ReportingLine: _line,
    TerritoryAssignment: _cover,
    Assignment: _account,
    Leave: _leave,
}
