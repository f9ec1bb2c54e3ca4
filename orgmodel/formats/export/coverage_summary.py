"""Coverage summary: people, owners and reasons, in words for documents."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from orgmodel.cover import Cover, Coverage, coverage
from orgmodel.model import Customer, Org, Position, Territory, exact


class Answers:
    """Holders, roles, owners and reasons in words; computed at first use.

    Args:
        org: The organisation.
        on: The as-of date; by default today. It only matters if the design has dates.
    """

    def __init__(self, org: Org, on: dt.date | None = None) -> None:
        self.org = org
        self._on = on

    @cached_property
    def coverage(self) -> Coverage:
        """Who covers every customer."""
        return coverage(self.org, on=self._on)

    def holder(self, post: Position) -> str:
        """Return the holder of a position, or that it is vacant."""
        return self.coverage.graph.known.name_of(post) or "vacant"

    def title(self, post: Position) -> str:
        """Return the title of a position."""
        role = self.coverage.graph.known.role_of(post)
        return post.title or (role.title if role else str(post.role or "position"))

    def role(self, post: Position) -> str:
        """Return the title of a position's role; empty if it has none."""
        role = self.coverage.graph.known.role_of(post)
        return role.title if role else str(post.role or "")

    def post(self, post: Position | None) -> str:
        """Return who holds a position, with its title."""
        return f"{self.holder(post)} ({self.title(post)})" if post else "nobody"

    def posts(self, ids: Iterable[object]) -> list[str]:
        """Return who holds the positions of some ids; an unknown id stands for itself."""
        found = ((str(id_), self.org.get(Position, str(id_))) for id_ in ids)
        return [self.post(post) if post else id_ for id_, post in found]

    def reason(self, cover: Cover) -> str:
        """Return in a few words why its owner covers a customer."""
        winner = cover.winner
        if winner is None:
            return "nothing that matches may own it" if cover.candidates else "nothing matches"
        territory = winner.territory
        what = f"{winner.how} {territory.id}" if territory else str(winner.how)
        rule = f" ({territory.where})" if territory and territory.where is not None else ""
        if cover.leave is not None and cover.position is not None:
            ends = f" until {cover.leave.until}" if cover.leave.until else ""
            return f"{what}{rule}; {self.holder(cover.position)} is on leave{ends}"
        if cover.state == "covered":
            return what + rule
        if cover.position is None:
            return f"{what}{rule}, which no position covers"
        return f"{what}{rule}, but the position is vacant"

    def revenue(self, customers: Iterable[Customer]) -> Decimal:
        """Return the revenue of customers in a year, as far as it is known."""
        known = (exact(c.revenue) for c in customers if c.revenue is not None)
        return sum(known, Decimal(0))

    def name(self, entity: Customer | Territory) -> str:
        """Return the name of a customer or territory."""
        return entity.name or entity.id
