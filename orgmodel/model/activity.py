"""Activities: what positions plan to do, for whom, how often, and with whose help."""

from dataclasses import KW_ONLY
from typing import Annotated, Literal

from pydantic import Field

from orgmodel.model.customer import Customer
from orgmodel.model.dated import Dated, DayAfter
from orgmodel.model.day import Day
from orgmodel.model.money import Money
from orgmodel.model.position import Position
from orgmodel.model.ref import Id, OneOrMany, Ref
from orgmodel.model.role import Count, Department
from orgmodel.model.territory import Territory
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked
from orgmodel.model.where import Where

ActivityType = Literal[
    "visit",
    "call",
    "meeting",
    "negotiation",
    "proposal",
    "communication",
    "seminar",
    "trade show",
    "campaign",
    "cold calls",
    "prospecting",
    "coaching",
    "training",
    "administration",
    "other",
]
"""The kinds of activity in sales; a proposal is one for a customised product, communication is
regular contact with the decision makers of a customer."""


@checked
class Activity(Id["Activity"], Dated):
    """Something that a position plans to do, once or regularly.

    It is for a customer, a segment, a territory or a colleague; several may be named.

    Attributes:
        position: The position that does it.
        type: The type of activity.
        name: Its name; left out, its type.
        customer: The customer that it is for.
        segment: The target group that it is for: a rule as territories have it.
        territory: The territory that it is for.
        colleague: The position that it is for, such as the representative who is coached.
        departments: Departments that help, such as marketing.
        period: The period in which it takes place, such as 2026 or Q1/2026; None is every year.
        times: How often it takes place in the period, or in a year where no period is given.
        hours: Hours of the position for each time.
        new_customers: Customers that it is expected to win in the period.
        cost: The planned cost in the period, besides hours.
        day: The date of a single event.
        since: The first day on which it is planned; None for no beginning.
        until: First day on which it no longer holds; None for no end.
        note: Free text; no calculation uses it.
    """

    position: Ref[Position]
    type: ActivityType = "other"
    _: KW_ONLY
    name: Text | None = None
    customer: Ref[Customer] | None = None
    segment: Where | None = None
    territory: Ref[Territory] | None = None
    colleague: Ref[Position] | None = None
    departments: OneOrMany[Ref[Department]] = ()
    period: Text | None = None
    times: Count = 1
    hours: Annotated[float, Field(ge=0)] | None = None
    new_customers: Annotated[float, Field(ge=0)] | None = None
    cost: Money | None = None
    day: Day | None = None
    since: Day | None = None
    until: DayAfter | None = None
    note: Text | None = None

    @property
    def yearly_hours(self) -> float:
        """Hours of the position in its period, or in a year where no period is given."""
        return self.times * (self.hours or 0.0)
