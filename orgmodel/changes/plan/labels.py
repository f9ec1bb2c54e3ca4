"""Labels of people, positions and amounts in a plan."""

from decimal import Decimal

from orgmodel import text
from orgmodel.changes.differences.diff import Diff
from orgmodel.changes.differences.handovers import Handover
from orgmodel.model import Customer, Position


def money(diff: Diff, amount: Decimal) -> str:
    """Return an amount in the currency of the later design."""
    return text.money(amount, diff.after.currency, exact=False)


def holder(diff: Diff, position: Position | None) -> str:
    """Return the holder of a position; nobody if it is vacant or missing."""
    if position is None:
        return "nobody"
    name = diff.later.graph.known.name_of(position) or diff.former.graph.known.name_of(position)
    return name or f"nobody ({position.id} is vacant)"


def cells(diff: Diff, each: Handover) -> tuple[str, str, str, str]:
    """Return the cells of a handover: customer, owner before, owner after, revenue."""
    ends = holder(diff, each.before), holder(diff, each.after)
    stated = each.customer.revenue is not None
    revenue = money(diff, each.revenue) if stated else "no revenue stated"
    return account(diff, each.customer), *ends, revenue


def account(diff: Diff, customer: Customer) -> str:
    """Return the name of a customer, with its id if others have the same name."""
    if customer.name in diff.namesakes:
        return f"{customer.name} ({customer.id})"
    return customer.name or customer.id
