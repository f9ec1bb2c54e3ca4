"""How people, positions and amounts are called in a plan."""

from decimal import Decimal

from orgmodel.changes.diff import Diff
from orgmodel.changes.handovers import Handover
from orgmodel.model import Position


def money(diff: Diff, amount: Decimal) -> str:
    """Return an amount in the currency of the later design."""
    return f"{diff.after.currency} {amount:,.0f}"


def holder(diff: Diff, position: Position | None) -> str:
    """Return who holds a position; nobody where it is vacant or missing."""
    if position is None:
        return "nobody"
    name = diff.later.graph.known.name_of(position) or diff.former.graph.known.name_of(position)
    return name or f"nobody ({position.id} is vacant)"


def cells(diff: Diff, each: Handover) -> tuple[str, str, str, str]:
    """Return a customer that changes hands: its name, from whom, to whom, and its revenue."""
    name = each.customer.name or each.customer.id
    ends = holder(diff, each.before), holder(diff, each.after)
    return name, *ends, money(diff, each.revenue)
