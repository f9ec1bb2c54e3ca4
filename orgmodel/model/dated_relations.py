"""Lines with dates: who holds a position, manages it or covers a territory, and when."""

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
    """Who holds a position for a time; meanwhile it takes the place of the field ``held_by``.

    Attributes:
        position: The position that is held.
        person: Who holds it, as an entity, an id, or simply a name.
        since: First day; None is since always.
        until: The day after the last; None is for ever.
        temporary: Whether the person stands in for the holder, who comes back.
        ramp: What share of full work a new holder does in the first months, from 0 to 1, such as
            0.25, 0.5, 0.75; after them all of it. Months count from ``since``.
        note: Whatever else is to be remembered; nothing is reckoned with it.
    """

    position: Ref[Position]
    person: Ref[Person]
    _: KW_ONLY
    since: Day | None = None
    until: DayAfter | None = None
    temporary: bool = False
    ramp: OneOrMany[Share] = ()
    note: Text | None = None

    def productivity(self, day: dt.date) -> float:
        """Return what share of full work the holder does on a day, from 0 to 1; 0 on others."""
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
    """A time in which somebody is away and comes back; the positions that they hold stay theirs.

    Attributes:
        person: Who is away, as an entity, an id, or the name as positions have it.
        since: First day of absence; None is since always.
        until: The day of return; None is not known yet.
        stand_in: The position that answers meanwhile; left out, the deputies do. Whoever takes the
            position itself for the time has a :class:`Holding` that is temporary.
        note: Whatever else is to be remembered; nothing is reckoned with it.
    """

    person: Ref[Person]
    _: KW_ONLY
    since: Day | None = None
    until: DayAfter | None = None
    stand_in: Ref[Position] | None = None
    note: Text | None = None


@checked
class ReportingLine(Id["ReportingLine"], Dated):
    """To whom a position reports for a time.

    Attributes:
        position: The position that reports.
        manager: The position that it reports to.
        dotted: Whether it is a dotted line, which adds to the field ``dotted_to``; a solid one
            takes the place of ``reports_to`` meanwhile.
        since: First day; None is since always.
        until: The day after the last; None is for ever.
        note: Whatever else is to be remembered; nothing is reckoned with it.
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
    """A position that covers a territory for a time, beside those that the field ``covers`` says.

    Attributes:
        territory: The territory that is covered.
        position: The position that covers it.
        since: First day; None is since always.
        until: The day after the last; None is for ever.
        temporary: Whether it stands in for somebody's absence.
        note: Whatever else is to be remembered; nothing is reckoned with it.
    """

    territory: Ref[Territory]
    position: Ref[Position]
    _: KW_ONLY
    since: Day | None = None
    until: DayAfter | None = None
    temporary: bool = False
    note: Text | None = None
