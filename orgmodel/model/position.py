"""Positions: the boxes of the chart, held by somebody or vacant."""

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
    """A box in the chart; it outlives whoever holds it.

    Attributes:
        role: The kind of job; left out, it is found from the title.
        title: The title as the company writes it, in any language.
        held_by: The person in it, as an entity, an id, or simply a name; None is a vacancy.
        reports_to: The manager's position (solid line).
        dotted_to: Further positions that direct it (dotted lines).
        coordinated_by: The position that does the inside work for it.
        deputy: The position that stands in for its holder.
        covers: Territories that it answers for.
        works_with: Departments it works with beyond those of its role.
        department: The department it belongs to.
        place: Where it sits, as a code such as IT-21.
        grade: Level in the pay structure; higher numbers are more senior.
        fte: Full-time equivalents, above 0 and up to 1.
        pay: What somebody full-time in it is paid in a year, in the currency of the organisation.
        since: First day on which the box exists; None is since always.
        until: The day after its last; None is for ever.
        note: Whatever else is to be remembered; nothing is reckoned with it.
    """

    role: Ref[Role] | None = None
    _: KW_ONLY
    title: Text | None = None
    held_by: Ref[Person] | None = None
    reports_to: Ref["Position"] | None = None
    dotted_to: OneOrMany[Ref["Position"]] = ()
    coordinated_by: Ref["Position"] | None = None
    deputy: Ref["Position"] | None = None
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
        """Whether nobody holds it."""
        return self.held_by is None
