"""Plans, targets, and what comparable jobs are paid."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, field
from typing import Literal

from orgmodel.model.customer import Customer
from orgmodel.model.dated import Dated, DayAfter
from orgmodel.model.day import Day
from orgmodel.model.money import Currency, Money
from orgmodel.model.position import Position
from orgmodel.model.ref import Id, OneOrMany, Ref
from orgmodel.model.role import Count, Role
from orgmodel.model.territory import Territory
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked

Activity = Literal["seminar", "trade show", "campaign", "visit", "prospecting", "other"]


@checked
class AccountPlan(Id["AccountPlan"], Dated):
    """What an account manager means to achieve with a customer.

    Attributes:
        customer: The account that it is for.
        owner: The position that answers for the plan.
        period: The time that it is for, in the company's own words, such as 2026 or Q1/2026.
        currency: Of its amounts; left out, that of the organisation, and never another.
        targets: Revenue to reach by product.
        actions: What the company must do to strengthen the relation.
        competitors: Who else sells there, and how each stands.
        since: First day on which it holds; None is since always.
        until: The day after the last; None is for ever.
    """

    customer: Ref[Customer]
    owner: Ref[Position]
    _: KW_ONLY
    period: Text | None = None
    currency: Currency | None = None
    targets: Mapping[Text, Money] = field(default_factory=dict, hash=False)
    actions: OneOrMany[Text] = ()
    competitors: Mapping[Text, Text] = field(default_factory=dict, hash=False)
    since: Day | None = None
    until: DayAfter | None = None


@checked
class PlannedActivity:
    """Something that a territory plan sets out to do, with its cost.

    Attributes:
        name: What it is called.
        kind: What kind of activity it is.
        cost: What it is to cost.
        day: When it is to be.
    """

    name: Text
    kind: Activity = "other"
    _: KW_ONLY
    cost: Money | None = None
    day: Day | None = None


@checked
class TerritoryPlan(Id["TerritoryPlan"], Dated):
    """The plan of sales and marketing for a territory.

    Attributes:
        territory: The territory that it is for.
        owner: The position that answers for the plan.
        period: The time that it is for, in the company's own words, such as 2026 or Q1/2026.
        currency: Of its amounts; left out, that of the organisation, and never another.
        activities: Seminars, trade shows and the like, with their costs.
        improvements: Changes that are to improve profit.
        budget: What it may cost in all.
        since: First day on which it holds; None is since always.
        until: The day after the last; None is for ever.
    """

    territory: Ref[Territory]
    owner: Ref[Position]
    _: KW_ONLY
    period: Text | None = None
    currency: Currency | None = None
    activities: OneOrMany[PlannedActivity] = ()
    improvements: OneOrMany[Text] = ()
    budget: Money | None = None
    since: Day | None = None
    until: DayAfter | None = None


@checked
class ProspectingPlan(Id["ProspectingPlan"], Dated):
    """How a position means to win new customers.

    Attributes:
        owner: The position whose plan it is.
        territory: Where it looks for them; left out, everywhere.
        period: The time that it is for, in the company's own words, such as 2026 or Q1/2026.
        trends: Trends of industries and consumers to follow.
        areas: Areas to research.
        calls: Cold calls to make in the period.
        meetings: Meetings to hold in the period.
        new_customers: Customers to win in the period.
        since: First day on which it holds; None is since always.
        until: The day after the last; None is for ever.
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
    since: Day | None = None
    until: DayAfter | None = None


@checked
class Target(Id["Target"], Dated):
    """What a position is to reach in a period, and who set it.

    Attributes:
        position: The position that is to reach it.
        period: The time that it is for, such as 2026 or Q1/2026; targets add up where it is written
            alike.
        revenue: Revenue to reach.
        profit: Profit to reach.
        new_customers: Customers to win.
        currency: Of its amounts; left out, that of the organisation, and never another.
        set_by: The position that set the target, normally the manager.
        since: First day on which it holds; None is since always.
        until: The day after the last; None is for ever.
    """

    position: Ref[Position]
    period: Text
    _: KW_ONLY
    revenue: Money | None = None
    profit: Money | None = None
    new_customers: Count | None = None
    currency: Currency | None = None
    set_by: Ref[Position] | None = None
    since: Day | None = None
    until: DayAfter | None = None


@checked
class PayBenchmark(Id["PayBenchmark"]):
    """What a role is paid elsewhere in a year: a figure with its source and date, never the truth.

    Attributes:
        role: The kind of job.
        low: Lower end or the only figure, in ``benchmark_currency``.
        benchmark_currency: Of the figures; it need not be that of the organisation.
        publisher: Who published it.
        as_of: The date that the figure describes.
        high: Upper end; None where there is one figure.
        place: Where it holds, as a code such as IT-21; None is everywhere.
        note: Whatever else is to be remembered; nothing is reckoned with it.
    """

    role: Ref[Role]
    low: Money
    _: KW_ONLY
    benchmark_currency: Currency
    publisher: Text
    as_of: Day
    high: Money | None = None
    place: Text | None = None
    note: Text | None = None
