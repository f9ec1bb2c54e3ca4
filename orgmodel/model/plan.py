"""Plans, targets, and pay benchmarks."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, field
from typing import Annotated

from pydantic import Field

from orgmodel.model.activity import Activity, ActivityType
from orgmodel.model.customer import Customer
from orgmodel.model.dated import Dated, DayAfter
from orgmodel.model.day import Day
from orgmodel.model.goal import Goal
from orgmodel.model.money import Currency, Money
from orgmodel.model.position import Position
from orgmodel.model.product import Product
from orgmodel.model.ref import Id, OneOrMany, Ref
from orgmodel.model.role import Count, Role
from orgmodel.model.territory import Territory
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked

Percent = Annotated[float, Field(gt=0, le=100)]
Weight = Annotated[float, Field(ge=0)]


@checked
class AccountPlan(Id["AccountPlan"], Dated):
    """An account plan: what is to be achieved at a customer in a period.

    Attributes:
        customer: The account.
        owner: The position that is responsible for the plan.
        period: The period of the plan as the company writes it, such as 2026 or Q1/2026.
        currency: Currency of its amounts; by default that of the organisation, and never another.
        targets: Revenue to reach by product.
        actions: Actions that strengthen the relationship.
        competitors: Competitors at the customer, and the position of each.
        programme: The activities that make up the plan.
        since: First day on which it holds; None for no beginning.
        until: First day on which it no longer holds; None for no end.
    """

    customer: Ref[Customer]
    owner: Ref[Position]
    _: KW_ONLY
    period: Text | None = None
    currency: Currency | None = None
    targets: Mapping[Text, Money] = field(default_factory=dict, hash=False)
    actions: OneOrMany[Text] = ()
    competitors: Mapping[Text, Text] = field(default_factory=dict, hash=False)
    programme: OneOrMany[Ref[Activity]] = ()
    since: Day | None = None
    until: DayAfter | None = None


@checked
class PlannedActivity:
    """An activity of a territory plan, with its cost.

    Attributes:
        name: Its name.
        kind: Kind of activity.
        cost: Planned cost.
        day: Planned day.
    """

    name: Text
    kind: ActivityType = "other"
    _: KW_ONLY
    cost: Money | None = None
    day: Day | None = None


@checked
class TerritoryPlan(Id["TerritoryPlan"], Dated):
    """The plan of sales and marketing for a territory.

    Attributes:
        territory: The territory.
        owner: The position that is responsible for the plan.
        period: The period of the plan as the company writes it, such as 2026 or Q1/2026.
        currency: Currency of its amounts; by default that of the organisation, and never another.
        activities: Seminars, trade shows and the like, with their costs.
        improvements: Changes to improve profit.
        budget: Maximum total cost.
        programme: Activities of positions that are part of the plan.
        since: First day on which it holds; None for no beginning.
        until: First day on which it no longer holds; None for no end.
    """

    territory: Ref[Territory]
    owner: Ref[Position]
    _: KW_ONLY
    period: Text | None = None
    currency: Currency | None = None
    activities: OneOrMany[PlannedActivity] = ()
    improvements: OneOrMany[Text] = ()
    budget: Money | None = None
    programme: OneOrMany[Ref[Activity]] = ()
    since: Day | None = None
    until: DayAfter | None = None


@checked
class ProspectingPlan(Id["ProspectingPlan"], Dated):
    """A prospecting plan: how a position is to win new customers.

    Attributes:
        owner: The position whose plan it is.
        territory: The territory to search; by default everywhere.
        period: The period of the plan as the company writes it, such as 2026 or Q1/2026.
        trends: Trends of industries and consumers to follow.
        areas: Areas to research.
        calls: Cold calls to make in the period.
        meetings: Meetings to hold in the period.
        new_customers: Customers to win in the period.
        meeting_rate: Per cent of cold calls that lead to a meeting, as the company expects.
        win_rate: Per cent of meetings that win a customer, as the company expects.
        programme: Activities of positions that are part of the plan.
        since: First day on which it holds; None for no beginning.
        until: First day on which it no longer holds; None for no end.
    """

    owner: Ref[Position]
    _: KW_ONLY
    territory: Ref[Territory] | None = None
    period: Text | None = None
    trends: OneOrMany[Text] = ()
    areas: OneOrMany[Text] = ()
    calls: Count | None = None
    meetings: Count | None = None
    new_customers: Count | None = None
    meeting_rate: Percent | None = None
    win_rate: Percent | None = None
    programme: OneOrMany[Ref[Activity]] = ()
    since: Day | None = None
    until: DayAfter | None = None


@checked
class Target(Id["Target"], Dated):
    """The target of a position in a period, and who set it.

    Attributes:
        position: The position that is to reach it.
        period: The period, such as 2026 or Q1/2026; targets of the same period add up.
        revenue: Revenue to reach.
        profit: Profit to reach.
        new_customers: Customers to win.
        product: The product that it is for; None is all products together.
        goal: The goal of the company that it serves.
        months: Weights of the months of the period, for seasonal business, such as 1, 1, 2; left
            out, all months weigh the same.
        currency: Currency of its amounts; by default that of the organisation, and never another.
        set_by: The position that set the target, normally the manager.
        since: First day on which it holds; None for no beginning.
        until: First day on which it no longer holds; None for no end.
    """

    position: Ref[Position]
    period: Text
    _: KW_ONLY
    revenue: Money | None = None
    profit: Money | None = None
    new_customers: Count | None = None
    product: Ref[Product] | None = None
    goal: Ref[Goal] | None = None
    months: OneOrMany[Weight] = ()
    currency: Currency | None = None
    set_by: Ref[Position] | None = None
    since: Day | None = None
    until: DayAfter | None = None


@checked
class PayBenchmark(Id["PayBenchmark"]):
    """A pay benchmark of a role for a year: a published figure with its source and date.

    Attributes:
        role: The kind of job.
        low: Lower end or the only figure, in ``benchmark_currency``.
        benchmark_currency: Currency of the figures; may differ from that of the organisation.
        publisher: Publisher of the figure.
        as_of: The date that the figure describes.
        high: Upper end; None where there is one figure.
        place: Where it applies, as a code such as IT-21; None for everywhere.
        industry: The industry that it holds for; None is all.
        product: What is sold in the jobs that it describes; None is anything.
        note: Free text; no calculation uses it.
    """

    role: Ref[Role]
    low: Money
    _: KW_ONLY
    benchmark_currency: Currency
    publisher: Text
    as_of: Day
    high: Money | None = None
    place: Text | None = None
    industry: Text | None = None
    product: Text | None = None
    note: Text | None = None
