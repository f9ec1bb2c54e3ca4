"""Kinds of job, departments to work with, and people."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, field
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from orgmodel.model.dated import Dated, DayAfter
from orgmodel.model.day import Day
from orgmodel.model.ref import Id, OneOrMany, Ref
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked

Attachment = Literal["territory", "named account", "roll-up", "coordination"]
"""How a role comes to its customers."""


def _counted(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("should be a number, not true or false")  # noqa: TRY004 - pydantic wants it so
    return value


Count = Annotated[int, Field(ge=0), BeforeValidator(_counted)]
"""A whole number of at least 0."""


@checked
class Department(Id["Department"]):
    """A part of the company outside the lines of sales, such as marketing or logistics.

    Attributes:
        name: What it is called; left out, its id.
    """

    name: Text | None = None


@checked
class Person(Id["Person"], Dated):
    """Somebody who can hold positions; only needed where more than the name is to be said.

    Attributes:
        name: The full name; left out, the id.
        email: Where to write to them.
        since: First day with the company; None is since always.
        until: The day after the last; None is for ever.
        note: Whatever else is to be remembered; nothing is reckoned with it.
    """

    name: Text | None = None
    _: KW_ONLY
    email: Text | None = None
    since: Day | None = None
    until: DayAfter | None = None
    note: Text | None = None


@checked
class Role(Id["Role"]):
    """A kind of job and its contract: what whoever has it may do, as data.

    Rules read the contract and never compare titles; titles are aliases.

    Attributes:
        title: What the job is called in the organisation's own language.
        attaches_by: How the role comes to its customers; None where it has none.
        manages_people: Whether others may report to it.
        wins_new_business: Whether prospects may be attached to it.
        may_report_to: Roles that may manage it; none named means any role that manages people.
        needs_coordinator: Whether a coordinator should support it.
        at_side: Whether charts draw it beside the line of its manager and spans leave it out.
        works_with: Departments that the role works with; ``*`` for all.
        min_span: Fewest direct reports that justify the role.
        max_span: Most direct reports that it can lead.
        titles: Other titles of the same job, by language (ISO 639-1).
        occupations: Codes of the job in O*NET-SOC.
    """

    title: Text
    _: KW_ONLY
    attaches_by: Attachment | None = None
    manages_people: bool = False
    wins_new_business: bool = False
    may_report_to: OneOrMany[Ref["Role"]] = ()
    needs_coordinator: bool = False
    at_side: bool = False
    works_with: OneOrMany[Ref[Department]] = ()
    min_span: Count | None = None
    max_span: Count | None = None
    titles: Mapping[Text, OneOrMany[Text]] = field(default_factory=dict, hash=False)
    occupations: OneOrMany[Text] = ()
