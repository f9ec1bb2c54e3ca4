"""What entities are called in a chart, or what stands for that where names are left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from orgmodel.charts.canvas.amounts import amount, count
from orgmodel.charts.org_view.position_index import Staff, revenue
from orgmodel.model import Customer, Position, Territory


@dataclass(frozen=True)
class Naming:
    """Names and amounts, as a chart may say them.

    Attributes:
        staff: The positions.
        redact: Whether names of people and customers, and amounts, are left out.
    """

    staff: Staff
    redact: bool = False

    def holder(self, position: Position) -> str | None:
        """Return who holds a position, or None for a vacancy."""
        if position.held_by is None:
            return None
        if self.redact:
            return position.id
        person = self.staff.graph.known.get("person", str(position.held_by))
        return getattr(person, "name", None) or str(position.held_by)

    def title(self, position: Position) -> str:
        """Return what a position's job is called."""
        role = self.staff.graph.known.role_of(position)
        return position.title or (role.title if role else "") or str(position.role or "")

    def territory(self, ref: str) -> str:
        """Return what a territory is called."""
        territory = self.staff.org.get(Territory, ref)
        return (territory.name if territory else None) or ref

    def customer(self, customer: Customer) -> str:
        """Return what a customer is called."""
        if self.redact:
            return "Key account" if customer.key_account else "Customer"
        return customer.name or customer.id

    def money(self, value: Decimal) -> str:
        """Return an amount, or nothing if there is none or it is left out."""
        return amount(value, self.staff.org.currency) if value and not self.redact else ""

    def book(self, customers: Sequence[Customer]) -> str:
        """Return how many customers there are and what they buy, as in `2 customers · EUR 3M`."""
        told = (count(len(customers), "customer"), self.money(revenue(customers)))
        return " \u00b7 ".join(filter(None, told)) if customers else ""
