"""Handovers: customers that change hands."""

from dataclasses import dataclass
from decimal import Decimal

from orgmodel.changes.differences.people_changes import People
from orgmodel.cover import Coverage
from orgmodel.model import Customer, Position, exact


@dataclass(frozen=True)
class Handover:
    """A customer that another person owns, or nobody any more.

    Attributes:
        customer: The customer, as it is after.
        before: The former owner, filled or vacant; None for nobody.
        after: The owner now.
    """

    customer: Customer
    before: Position | None
    after: Position | None

    @property
    def revenue(self) -> Decimal:
        """The customer's revenue in a year; 0 if not stated."""
        return exact(self.customer.revenue)

    @property
    def lost(self) -> bool:
        """Whether somebody owned it before and nobody does now."""
        held = self.before is not None and not self.before.vacant
        return held and (self.after is None or self.after.vacant)


def handovers(before: Coverage, after: Coverage, people: People) -> tuple[Handover, ...]:
    """Return the customers of both designs that change hands, in the order of the later one.

    The holder counts, not the position: a person who takes their position along keeps their
    customers, and a successor in a position takes them over. A vacant position counts as such.
    """
    old = {cover.customer.id: cover.position for cover in before}
    found = []
    for cover in after:
        if cover.customer.id in old:
            former = old[cover.customer.id]
            if _hands(former, people) != _hands(cover.position):
                found.append(Handover(cover.customer, former, cover.position))
    return tuple(found)


def _hands(post: Position | None, people: People | None = None) -> str | None:
    if post is None:
        return None
    if post.held_by is None:
        return post.node
    who = str(post.held_by)
    return people.same.get(who, who) if people else who
