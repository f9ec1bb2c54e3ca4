"""Account profiles: customers as their account manager knows them."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, field
from typing import Annotated

from pydantic import Field

from orgmodel.model.customer import Customer
from orgmodel.model.day import Day
from orgmodel.model.product import Product
from orgmodel.model.ref import Id, OneOrMany, Ref
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked


@checked
class Rating:
    """A score of a customer's satisfaction or loyalty, with its source and date.

    Attributes:
        score: The score, from 0 to 10.
        source: Who asked, such as the yearly survey or the account manager.
        day: The date of the answer.
    """

    score: Annotated[float, Field(ge=0, le=10)]
    source: Text | None = None
    day: Day | None = None


@checked
class AccountProfile(Id["AccountProfile"]):
    """What is known about a customer beyond its figures.

    Attributes:
        customer: The customer.
        business: How the customer does business.
        buys: How it buys: its process, cycle and criteria.
        market: Its own market and its place in it.
        needs: Its needs.
        competitors: Who else sells there, and how each stands.
        products: The products that it buys.
        goals: Goals of the relationship.
        satisfaction: Its satisfaction.
        loyalty: Its loyalty, such as the answer to whether it would recommend the company.
        reviewed: The date on which the profile was last checked.
        note: Free text; no calculation uses it.
    """

    customer: Ref[Customer]
    _: KW_ONLY
    business: Text | None = None
    buys: Text | None = None
    market: Text | None = None
    needs: OneOrMany[Text] = ()
    competitors: Mapping[Text, Text] = field(default_factory=dict, hash=False)
    products: OneOrMany[Ref[Product]] = ()
    goals: OneOrMany[Text] = ()
    satisfaction: Rating | None = None
    loyalty: Rating | None = None
    reviewed: Day | None = None
    note: Text | None = None
