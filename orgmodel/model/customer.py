"""Customers, the people who decide there, and who of ours is on the account."""

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
"""What one of ours is on the team around an account."""


Stage = Literal["pre", "early", "mid", "partnership", "synergistic"]
"""How far the relation with a key account has come, after Millman and Wilson (1995)."""


@checked
class Contact:
    """Somebody at the customer, with their role in its buying centre.

    Attributes:
        name: Who it is.
        role: What they are in the buying centre; None where nobody knows.
        title: What the customer calls their job.
        known_by: The position of ours that holds the relation.
    """

    name: Text
    role: BuyingRole | None = None
    _: KW_ONLY
    title: Text | None = None
    known_by: Ref[Position] | None = None


@checked
class Customer(Id["Customer"], Dated):
    """A company that buys from us, or is to.

    Attributes:
        name: What it is called; left out, its id.
        status: Existing, or a prospect, which only roles that win new business may have.
        key_account: Whether losing it would be a serious risk to revenue and profit.
        stage: How far the relation has come, from preparing it (``pre``) to acting as one company
            (``synergistic``); the further, the more people on both sides must know each other.
        tier: Its class by value, such as A, B or C.
        place: Where it is, as a code such as IT-21; territories match on it.
        postal_code: Postal code of its site; territories match on it, also by its beginning.
        city: City of its site.
        industry: What it does, in the words of the company or as a code.
        segment: The part of the market that it belongs to.
        size: Number of employees.
        revenue: What it buys from us in a year.
        profit: What we earn on it in a year; may be negative.
        potential: What it could buy from us in a year.
        currency: Of its amounts; left out, that of the organisation, and never another.
        contacts: People at the customer; their roles make up its buying centre.
        managed_by: The position it is attached to by name: its account manager.
        deputy: The position that takes over from the account manager.
        parent: The customer whose subsidiary it is.
        territories: Territories it belongs to by name, whatever their rules say.
        excluded_from: Territories it never belongs to, whatever their rules say.
        attributes: Further facts that rules of territories may ask for.
        since: First day on which it is in the book; None is since always.
        until: The day after the last; None is for ever.
        note: Whatever else is to be remembered; nothing is reckoned with it.
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
        """Return what rules of territories may ask for, by field; what is not known is left out."""
        found = {name: value for name in TEXT_FIELDS if (value := getattr(self, name)) is not None}
        found |= {n: Decimal(v) for n in NUMBER_FIELDS if (v := getattr(self, n)) is not None}
        if self.attributes:
            found |= {f"attributes.{name}": value for name, value in self.attributes.items()}
        return found


@checked
class Assignment(Id["Assignment"], Dated):
    """A position's part in an account where more than its being there must be said.

    Attributes:
        customer: The account.
        position: The position that has a part in it.
        role: What the position is on the account.
        share: Per cent of the credit, above 0 and up to 100.
        since: First day; None is since always.
        until: The day after the last; None is for ever.
        temporary: Whether it stands in for somebody's absence.
        note: Whatever else is to be remembered; nothing is reckoned with it.
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
