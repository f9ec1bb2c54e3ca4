"""Dated relations: how changes begin and end them."""

import datetime as dt
from collections.abc import Iterator
from itertools import count
from typing import Any

from orgmodel.changes.verbs.primitives import Primitive, Remove, Set
from orgmodel.changes.verbs.working_copy import Draft
from orgmodel.model import Assignment, Holding, ReportingLine

Line = Holding | ReportingLine | Assignment


def ended(line: Line, on: dt.date | None) -> Iterator[Primitive]:
    """Yield what ends a line before a day; one that begins later, or any without a day, goes.

    Args:
        line: The line.
        on: The day after its last; None where the change has no day.
    """
    if on is None or (line.since is not None and line.since >= on):
        yield Remove(type(line), line.id)
    elif line.until is None or line.until > on:
        yield Set(type(line), line.id, {"until": on})


def dated_id(draft: Draft, kind: type[Any], name: str) -> str:
    """Return an id for a new line: the given one, with a number if that is taken."""
    if draft.get(kind, name) is None:
        return name
    return next(i for n in count(2) if draft.get(kind, i := f"{name}-{n}") is None)


def on_day(day: dt.date | None) -> str:
    """Return the end of a sentence that says on which day; nothing where there is none."""
    return f" on {day}" if day else ""
