"""Cards filled from a design."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal, get_args

from orgmodel.charts.canvas.amounts import amount, count
from orgmodel.charts.cards.card import Account, Card
from orgmodel.charts.cards.coordination import Coordination
from orgmodel.charts.cards.marks import Badge
from orgmodel.charts.cards.photos import PhotoShelf
from orgmodel.charts.cards.styling import PLAIN, ChartLook, Described, LookRule, Paint, paint_of
from orgmodel.charts.cards.styling.initials import initials_of
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff, revenue
from orgmodel.model import Customer, Position, exact

Field = Literal[
    "title",
    "territories",
    "customers",
    "revenue",
    "accounts",
    "span",
    "fte",
    "coordination",
    "dotted",
]
"""What a chart can show of a position beside the name and the solid reporting line."""

ALL_FIELDS: tuple[Field, ...] = get_args(Field)


@dataclass(frozen=True)
class Filling:
    """How cards are filled.

    Attributes:
        coordination: The positions, and what is said about coordination.
        show: What the cards say beside the name.
        redact: Whether names of people and customers, and amounts, are left out.
        look: Rules for the look of the cards.
        photos: Photos of those who hold the positions.
    """

    coordination: Coordination
    show: Collection[Field] = ALL_FIELDS
    redact: bool = False
    look: ChartLook = PLAIN
    photos: PhotoShelf | None = None

    def card(self, number: int, badge: Badge | None = None, change: str | None = None) -> Card:
        """Return the card of a position.

        Args:
            number: That of the position.
            badge: What was remarked about it.
            change: What became of it, in a comparison.
        """
        position, role = self.staff.positions[number], self.staff.roles[number]
        paint = self._paint(number, badge, change)
        name = self._naming.holder(position)
        return Card(
            gid=position.node,
            name=name,
            title=self._naming.title(position) if "title" in self.show else "",
            kind=role.title if role else "other role",
            family=self.staff.family_of(role),
            facts=(*self._facts(number, position), *(paint.texts if paint else ())),
            accounts=tuple(self._accounts(number)) if "accounts" in self.show else (),
            span=self._span(number) if "span" in self.show else None,
            badge=badge,
            paint=paint,
            initials=initials_of(name) if self._has_heads else None,
            photo=self._photo(position, name),
        )

    @property
    def _has_heads(self) -> bool:
        return self.look.initials or self._shelf is not None

    @property
    def _shelf(self) -> PhotoShelf | None:
        return None if self.redact else self.photos

    def _photo(self, position: Position, name: str | None) -> bytes | None:
        if self._shelf is None or name is None:
            return None
        return self._shelf.of(str(position.held_by), name)

    def _paint(self, number: int, badge: Badge | None, change: str | None) -> Paint | None:
        if not self._rules:
            return None
        described = Described(self.staff, number, badge.severity if badge else None, change)
        return paint_of(rule for rule in self._rules if described.meets(rule))

    @cached_property
    def _rules(self) -> Sequence[LookRule]:
        titles = {role.id: role.title or role.id for role in self.staff.roles if role}
        told = self.look.with_roles(titles).rules
        return [rule for rule in told if not (self.redact and rule.tells_amounts)]

    @property
    def staff(self) -> Staff:
        """The positions."""
        return self.coordination.staff

    @property
    def _naming(self) -> Naming:
        return Naming(self.staff, redact=self.redact)

    def _span(self, number: int) -> tuple[int, int] | None:
        direct = self.staff.direct[number]
        return (direct, self.staff.everyone[number]) if direct else None

    def _facts(self, number: int, position: Position) -> Iterator[str]:
        if "territories" in self.show and position.covers:
            yield ", ".join(self._naming.territory(str(ref)) for ref in position.covers)
        if position.fte < 1 and "fte" in self.show:
            yield f"{position.fte:.2g} full-time equivalents"
        if "coordination" in self.show:
            yield from self.coordination.facts(number, self._naming)
        if "dotted" in self.show and (leads := self._leads_elsewhere(position)):
            yield f"dotted to {', '.join(leads)}"
        if sales := self._sales(number):
            yield sales

    def _leads_elsewhere(self, position: Position) -> list[str]:
        """Return those whom a dotted line would lead to if they had a box."""
        numbers = [self.staff.number_of.get(str(ref)) for ref in position.dotted_to]
        drawn = self.coordination.drawn
        there = [self.staff.positions[n] for n in numbers if n is not None and n not in drawn]
        return [self._naming.holder(lead) or self._naming.title(lead) for lead in there]

    def _sales(self, number: int) -> str:
        book = self.staff.book(number)
        own, below = len(book), self.staff.counts_below[number]
        whole = revenue(book) + Decimal(self.staff.cents_below[number]) / 100
        said = []
        if own + below and "customers" in self.show:
            said.append(count(own + below, "customer"))
        if whole and "revenue" in self.show and not self.redact:
            said.append(amount(whole, self.staff.org.currency))
        return " \u00b7 ".join(said)

    def _accounts(self, number: int) -> Iterator[Account]:
        keys = [customer for customer in self.staff.book(number) if customer.key_account]
        for place, customer in enumerate(by_revenue(keys), 1):
            if self.redact:
                yield Account(f"account-{place}", "Key account")
            else:
                yield self._account(customer)

    def _account(self, customer: Customer) -> Account:
        told = ""
        if customer.revenue is not None and "revenue" in self.show:
            told = amount(exact(customer.revenue), self.staff.org.currency)
        return Account(customer.node, customer.name or customer.id, told)


def by_revenue(customers: Sequence[Customer]) -> list[Customer]:
    """Return customers, the largest first; equals keep their order."""
    return sorted(customers, key=lambda customer: -exact(customer.revenue))
