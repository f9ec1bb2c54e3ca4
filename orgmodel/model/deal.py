"""Deals: open opportunities, and contracts with customers."""

from dataclasses import KW_ONLY
from typing import Literal

from orgmodel.model.customer import Customer
from orgmodel.model.dated import Dated, DayAfter
from orgmodel.model.day import Day
from orgmodel.model.money import Currency, Money
from orgmodel.model.position import Position
from orgmodel.model.product import Product
from orgmodel.model.ref import Id, OneOrMany, Ref
from orgmodel.model.role import Count
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked

DealStatus = Literal["open", "won", "lost"]
LeadSource = Literal[
    "marketing lead",
    "referral",
    "cold call",
    "trade show",
    "existing customer",
    "partner",
    "tender",
    "other",
]
"""Where an opportunity comes from; a marketing lead is passed on by marketing to be followed up."""
ContractType = Literal["long-term supply", "framework", "order"]


@checked
class Opportunity(Id["Opportunity"]):
    """A possible sale to a customer or prospect.

    Attributes:
        customer: The customer or prospect.
        owner: The position that works on it; None where nobody follows it.
        product: The product that is to be sold.
        amount: The expected revenue.
        currency: The currency of the amount; left out, that of the organisation.
        stage: The stage of the sale in the company's own words, such as qualified or proposal.
        status: Open, won or lost.
        closes: The expected closing date, or the date on which it was won or lost.
        source: Where it comes from.
        new_business: Whether the customer does not buy this yet, so that a hunter should sell it.
        note: Free text; no calculation uses it.
    """

    customer: Ref[Customer]
    owner: Ref[Position] | None = None
    _: KW_ONLY
    product: Ref[Product] | None = None
    amount: Money | None = None
    currency: Currency | None = None
    stage: Text | None = None
    status: DealStatus = "open"
    closes: Day | None = None
    source: LeadSource | None = None
    new_business: bool = False
    note: Text | None = None


@checked
class Contract(Id["Contract"], Dated):
    """A contract with a customer.

    Attributes:
        customer: The customer.
        owner: The position that answers for it and for its renewal.
        type: Long-term supply and framework contracts bind for a term; an order is a single sale.
        products: The products that it covers; none named means all.
        value: The revenue over its whole term.
        currency: The currency of the value; left out, that of the organisation.
        notice: The notice period in days before its end.
        renewal: What is planned for its end, such as the renegotiation that has begun.
        since: The first day of its term; None for no beginning.
        until: The first day after its term; None for no end.
        note: Free text; no calculation uses it.
    """

    customer: Ref[Customer]
    owner: Ref[Position] | None = None
    _: KW_ONLY
    type: ContractType = "long-term supply"
    products: OneOrMany[Ref[Product]] = ()
    value: Money | None = None
    currency: Currency | None = None
    notice: Count = 90
    renewal: Text | None = None
    since: Day | None = None
    until: DayAfter | None = None
    note: Text | None = None
