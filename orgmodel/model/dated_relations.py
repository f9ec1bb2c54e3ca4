"""Dated relations: who holds a position, manages it or covers a territory, and when."""

import datetime as dt
from calendar import monthrange
from dataclasses import KW_ONLY
from typing import Annotated

from pydantic import Field

from orgmodel.model.dated import Dated, DayAfter
from orgmodel.model.day import Day
from orgmodel.model.position import Position
from orgmodel.model.ref import Id, OneOrMany, Ref
from orgmodel.model.role import Person
from orgmodel.model.territory import Territory
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked

Share = Annotated[float, Field(ge=0, le=1)]


@checked
class Holding(Id["Holding"], Dated):
    """A dated holder of a position; on its days it replaces the field ``held_by``.

    Attributes:
        position: The position that is held.
        person: The holder, as an entity, an id, or a name.
        since: First day on which it holds; None for no beginning.
        until: First day on which it no longer holds; None for no end.
        temporary: Whether the person stands in for the holder, who comes back.
        ramp: Share of full work of a new holder in each of the first months, from 0 to 1, such as
            0.25, 0.5, 0.75; afterwards 1. Months count from ``since``.
        time: The share of the person's working time that it takes, above 0 and up to 1; left out,
            that of the position.
        note: Free text; no calculation uses it.
    """

    position: Ref[Position]
    person: Ref[Person]
    _: KW_ONLY
    since: Day | None = None
    until: DayAfter | None = None
    temporary: bool = False
    ramp: OneOrMany[Share] = ()
    time: Annotated[float, Field(gt=0, le=1)] | None = None
    note: Text | None = None

    def productivity(self, day: dt.date) -> float:
        """Return the holder's share of full work on a day, from 0 to 1; 0 outside its dates."""
        if not self.on(day):
            return 0.0
        month = _months(self.since, day) if self.since else len(self.ramp)
        return self.ramp[month] if month < len(self.ramp) else 1.0


def _months(start: dt.date, day: dt.date) -> int:
    """Return how many whole months have passed; one from the 31st ends with a shorter month."""
    months = (day.year - start.year) * 12 + day.month - start.month
    _, last = monthrange(day.year, day.month)
    return months - (day.day < min(start.day, last))


@checked
class Leave(Id["Leave"], Dated):
    """A dated absence of a person, who keeps the positions that they hold.

    Attributes:
        person: The absent person, as an entity, an id, or the name as positions have it.
        since: First day of absence; None for no beginning.
        until: The day of return; None if not known yet.
        stand_in: The position that covers meanwhile; by default the deputies do. A person who takes
            the position itself for that time has a temporary :class:`Holding`.
        note: Free text; no calculation uses it.
    """

    person: Ref[Person]
    _: KW_ONLY
    since: Day | None = None
    until: DayAfter | None = None
    stand_in: Ref[Position] | None = None
    note: Text | None = None


@checked
class ReportingLine(Id["ReportingLine"], Dated):
    """A dated reporting line.

    Attributes:
        position: The position that reports.
        manager: The position that it reports to.
        dotted: Whether it is a dotted line, which adds to the field ``dotted_to``; a solid one
            replaces ``reports_to`` on its days.
        since: First day on which it holds; None for no beginning.
        until: First day on which it no longer holds; None for no end.
        note: Free text; no calculation uses it.
    """

    position: Ref[Position]
    manager: Ref[Position]
    _: KW_ONLY
    dotted: bool = False
    since: Day | None = None
    until: DayAfter | None = None
    note: Text | None = None


@checked
class TerritoryAssignment(Id["TerritoryAssignment"], Dated):
    """A position that covers a territory for a time, beside those with it in ``covers``.

    Attributes:
        territory: The territory that is covered.
        position: The position that covers it.
        since: First day on which it holds; None for no beginning.
        until: First day on which it no longer holds; None for no end.
        temporary: Whether it stands in for somebody's absence.
        note: Free text; no calculation uses it.
    """

    territory: Ref[Territory]
    position: Ref[Position]
    _: KW_ONLY
    since: Day | None = None
    until: DayAfter | None = None
    temporary: bool = False
    note: Text | None = None
