"""Roles, departments and people."""

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
"""Attachment: how a role comes to its customers."""


def _counted(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("should be a number, not true or false")  # noqa: TRY004 - pydantic wants it so
    return value


SkillLevel = Annotated[int, Field(ge=1, le=5)]
"""From 1 (beginner) to 5 (expert)."""
HolderKind = Literal["human", "software"]

Count = Annotated[int, Field(ge=0), BeforeValidator(_counted)]
"""A whole number of at least 0."""


@checked
class Department(Id["Department"]):
    """A unit of the company, such as sales, marketing or logistics.

    Attributes:
        name: Its name; by default its id.
    """

    name: Text | None = None


@checked
class Person(Id["Person"], Dated):
    """A person who can hold positions; only needed where there is more to state than the name.

    Attributes:
        name: The full name; left out, the id.
        email: Their e-mail address.
        holder: Human, or software such as an agent that answers leads.
        answered_for_by: The human who answers for software.
        skills: Skills with their level from 1 (beginner) to 5 (expert).
        since: First day with the company; None for no beginning.
        until: First day on which it no longer holds; None for no end.
        note: Free text; no calculation uses it.
    """

    name: Text | None = None
    _: KW_ONLY
    email: Text | None = None
    holder: HolderKind = "human"
    answered_for_by: Ref["Person"] | None = None
    skills: Mapping[Text, SkillLevel] = field(default_factory=dict, hash=False)
    since: Day | None = None
    until: DayAfter | None = None
    note: Text | None = None


@checked
class Role(Id["Role"]):
    """A role and its contract: what a position of this role may and must do, as data.

    Rules read the contract and never compare titles; titles are aliases.

    Attributes:
        title: The job title in the organisation's own language.
        attaches_by: How the role comes to its customers; None if it has none.
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
        skills: Skills that the job asks for, with the level from 1 (beginner) to 5 (expert).
        coached: How often in a month the holder should be coached; None where no norm exists.
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
    skills: Mapping[Text, SkillLevel] = field(default_factory=dict, hash=False)
    coached: Annotated[float, Field(gt=0)] | None = None
