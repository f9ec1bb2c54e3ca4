"""Positions: the jobs of the organisation, filled or vacant."""

from dataclasses import KW_ONLY
from typing import Annotated

from pydantic import Field

from orgmodel.model.dated import Dated, DayAfter
from orgmodel.model.day import Day
from orgmodel.model.money import Money
from orgmodel.model.ref import Id, OneOrMany, Ref
from orgmodel.model.role import Department, Person, Role
from orgmodel.model.territory import Territory
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked


@checked
class Position(Id["Position"], Dated):
    """A job in the organisation, filled or vacant; it stays when its holder changes.

    Attributes:
        role: The role; by default found from the title.
        title: The title as the company writes it, in any language.
        held_by: The holder, as an entity, an id, or a name; None for a vacancy.
        reports_to: The manager's position (solid line).
        dotted_to: Further managers by dotted line.
        coordinated_by: Its coordinator, who does the inside work for it.
        deputy: The position that stands in for its holder.
        coach: The position that coaches its holder; left out, nobody is named.
        covers: Territories that it covers.
        works_with: Departments it works with beyond those of its role.
        department: Its department.
        place: Its location, as a code such as IT-21.
        grade: Level in the pay structure; higher numbers are more senior.
        fte: Full-time equivalents, above 0 and up to 1.
        pay: Full-time pay in a year, in the currency of the organisation.
        since: First day on which it exists; None for no beginning.
        until: First day on which it no longer exists; None for no end.
        note: Free text; no calculation uses it.
    """

    role: Ref[Role] | None = None
    _: KW_ONLY
    title: Text | None = None
    held_by: Ref[Person] | None = None
    reports_to: Ref["Position"] | None = None
    dotted_to: OneOrMany[Ref["Position"]] = ()
    coordinated_by: Ref["Position"] | None = None
    deputy: Ref["Position"] | None = None
    coach: Ref["Position"] | None = None
    covers: OneOrMany[Ref[Territory]] = ()
    works_with: OneOrMany[Ref[Department]] = ()
    department: Ref[Department] | None = None
    place: Text | None = None
    grade: int | None = None
    fte: Annotated[float, Field(gt=0, le=1)] = 1.0
    pay: Money | None = None
    since: Day | None = None
    until: DayAfter | None = None
    note: Text | None = None

    @property
    def vacant(self) -> bool:
        """Whether it has no holder."""
        return self.held_by is None
