"""Goals of the company, and results."""

from dataclasses import KW_ONLY

from orgmodel.model.customer import Customer
from orgmodel.model.dated import Dated, DayAfter
from orgmodel.model.day import Day
from orgmodel.model.money import Amount, Currency, Money
from orgmodel.model.position import Position
from orgmodel.model.product import Product
from orgmodel.model.ref import Id, Ref
from orgmodel.model.role import Count
from orgmodel.model.territory import Territory
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked


@checked
class Goal(Id["Goal"], Dated):
    """A goal of the company in a period, which targets of positions serve.

    Attributes:
        name: What is to be achieved; left out, its id.
        period: The period, such as 2026 or Q1/2026.
        revenue: The revenue to reach.
        profit: The profit to reach.
        new_customers: The customers to win.
        product: The product that it is for; None is all products together.
        currency: The currency of its amounts; left out, that of the organisation.
        since: The first day on which it holds; None for no beginning.
        until: First day on which it no longer holds; None for no end.
        note: Free text; no calculation uses it.
    """

    name: Text | None = None
    period: Text | None = None
    _: KW_ONLY
    revenue: Money | None = None
    profit: Money | None = None
    new_customers: Count | None = None
    product: Ref[Product] | None = None
    currency: Currency | None = None
    since: Day | None = None
    until: DayAfter | None = None
    note: Text | None = None


@checked
class Result(Id["Result"]):
    """What was achieved in a period: by a position, with a customer, product or territory.

    Attributes:
        position: The position that achieved it.
        period: The period as targets have it, such as 2026 or Q1/2026.
        customer: The customer; None is all of the position.
        product: The product; None is all products together.
        territory: The territory; None is all of the position.
        revenue: The revenue.
        profit: The profit; may be negative.
        cost: The costs of sales and marketing.
        new_customers: The customers won.
        currency: The currency of its amounts; left out, that of the organisation.
        as_of: The last day that the figures include.
        note: Free text; no calculation uses it.
    """

    position: Ref[Position]
    period: Text
    _: KW_ONLY
    customer: Ref[Customer] | None = None
    product: Ref[Product] | None = None
    territory: Ref[Territory] | None = None
    revenue: Amount | None = None
    profit: Amount | None = None
    cost: Money | None = None
    new_customers: Count | None = None
    currency: Currency | None = None
    as_of: Day | None = None
    note: Text | None = None
