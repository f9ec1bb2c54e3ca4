"""Customers, their contacts, and the account team."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, field
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from orgmodel.model.dated import Dated, DayAfter
from orgmodel.model.day import Day
from orgmodel.model.money import Amount, Currency, Money
from orgmodel.model.position import Position
from orgmodel.model.ref import Id, OneOrMany, Ref
from orgmodel.model.role import Count
from orgmodel.model.territory import Territory
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked
from orgmodel.model.where import NUMBER_FIELDS, TEXT_FIELDS, Value

Status = Literal["existing", "prospect"]
BuyingRole = Literal[
    "purchasing",
    "technical",
    "executive",
    "user",
    "influencer",
    "decider",
    "gatekeeper",
    "initiator",
]
"""What a contact is in the customer's buying centre: purchasing officials, technical decision
makers and senior executives; the others are those of Webster and Wind (1972) and Bonoma."""
AccountRole = Literal["owner", "deputy", "executive sponsor", "specialist", "coordinator"]
"""The role of a position on an account team."""


Stage = Literal["pre", "early", "mid", "partnership", "synergistic"]
"""Stage of the relationship with a key account, after Millman and Wilson (1995)."""


@checked
class Contact:
    """A contact at a customer, with their role in its buying centre.

    Attributes:
        name: The person's name.
        role: Their role in the buying centre; None if unknown.
        title: Their job title at the customer.
        known_by: The position that holds the relationship.
    """

    name: Text
    role: BuyingRole | None = None
    _: KW_ONLY
    title: Text | None = None
    known_by: Ref[Position] | None = None


@checked
class Customer(Id["Customer"], Dated):
    """A company that buys from the organisation, or a prospect.

    Attributes:
        name: Its name; by default its id.
        status: Existing, or a prospect, which only roles that win new business may own.
        key_account: Whether losing it would be a serious risk to revenue and profit.
        stage: Stage of the relationship, from preparing it (``pre``) to acting as one company
            (``synergistic``); the further, the more people on both sides must know each other.
        tier: Its class by value, such as A, B or C.
        place: Where it is, as a code such as IT-21; territories match on it.
        postal_code: Postal code of its site; territories match on it, also by its beginning.
        city: City of its site.
        industry: Its industry, as a name or a code.
        segment: Its market segment.
        size: Number of employees.
        revenue: Its revenue in a year.
        profit: The profit on it in a year; may be negative.
        potential: The revenue that it could bring in a year.
        currency: Currency of its amounts; by default that of the organisation, and never another.
        contacts: People at the customer; their roles make up its buying centre.
        managed_by: Its account manager: the position that it is assigned to by name.
        deputy: The position that takes over from the account manager.
        parent: Its parent account.
        territories: Territories that it belongs to by name, regardless of their rules.
        excluded_from: Territories that it never belongs to, regardless of their rules.
        attributes: Further fields that territory rules may use.
        since: First day on which it is in the book; None for no beginning.
        until: First day on which it no longer holds; None for no end.
        note: Free text; no calculation uses it.
    """

    name: Text | None = None
    _: KW_ONLY
    status: Status = "existing"
    key_account: bool = False
    stage: Stage | None = None
    tier: Text | None = None
    place: Text | None = None
    postal_code: Text | None = None
    city: Text | None = None
    industry: Text | None = None
    segment: Text | None = None
    size: Count | None = None
    revenue: Money | None = None
    profit: Amount | None = None
    potential: Money | None = None
    currency: Currency | None = None
    contacts: OneOrMany[Contact] = ()
    managed_by: Ref[Position] | None = None
    deputy: Ref[Position] | None = None
    parent: Ref["Customer"] | None = None
    territories: OneOrMany[Ref[Territory]] = ()
    excluded_from: OneOrMany[Ref[Territory]] = ()
    attributes: Mapping[Text, Amount | Text] = field(default_factory=dict, hash=False)
    since: Day | None = None
    until: DayAfter | None = None
    note: Text | None = None

    def values(self) -> dict[str, Value]:
        """Return the values that territory rules may use, by field; unknown ones are left out."""
        found = {name: value for name in TEXT_FIELDS if (value := getattr(self, name)) is not None}
        found |= {n: Decimal(v) for n in NUMBER_FIELDS if (v := getattr(self, n)) is not None}
        if self.attributes:
            found |= {f"attributes.{name}": value for name, value in self.attributes.items()}
        return found


@checked
class Assignment(Id["Assignment"], Dated):
    """The role of a position on an account, with a share, dates or a note.

    Attributes:
        customer: The account.
        position: The position on the account team.
        role: The role of the position on the account.
        share: Share of the credit in per cent, above 0 and up to 100.
        since: First day on which it holds; None for no beginning.
        until: First day on which it no longer holds; None for no end.
        temporary: Whether it stands in for somebody's absence.
        note: Free text; no calculation uses it.
    """

    customer: Ref[Customer]
    position: Ref[Position]
    role: AccountRole = "owner"
    _: KW_ONLY
    share: Annotated[float, Field(gt=0, le=100)] | None = None
    since: Day | None = None
    until: DayAfter | None = None
    temporary: bool = False
    note: Text | None = None
