"""Coverage: who covers which customer."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Any

from orgmodel.cover.cover import Cover, Member, State
from orgmodel.cover.lookup import found_customer, found_in
from orgmodel.cover.ranking import Facts, Ranking
from orgmodel.cover.serving_positions import Posts
from orgmodel.cover.team import Teams
from orgmodel.model import Customer, Id, Org, Position, Territory, require, require_day, today
from orgmodel.network import OrgGraph
from orgmodel.text import MOST_ROWS, html_table


class Coverage:
    """Who covers every customer of a design on a day; each is computed at first use.

    Iterating yields a :class:`Cover` per customer, in the order of the design.

    Args:
        graph: The design.
        on: The as-of date; by default the day that the design is read on, else today.
        winners: How many matches win: 1 takes the first, None takes all.

    Attributes:
        graph: The design as it is on the day.
        day: The day.

    Raises:
        ValueError: If ``winners`` is less than 1.
    """

    def __init__(
        self, graph: OrgGraph, *, on: dt.date | None = None, winners: int | None = 1
    ) -> None:
        require(graph, OrgGraph, by="Coverage()")
        require_day(on)
        if winners is not None:
            require(winners, int, by="coverage(winners=...)")
        if winners is not None and winners < 1:
            raise ValueError(f"winners should be at least 1, or None for all, not {winners}")
        if on is not None and graph.org.day not in {None, on}:
            graph = OrgGraph(graph.org.whole, on=on)
        self.graph = graph
        self.day = graph.org.day or on or today()
        self._teams = Teams(graph.org, self.day)
        self._posts = Posts(graph)
        self._ranking = Ranking(graph, self._posts, winners)
        self._covers: dict[str, Cover] = {}

    def of(self, customer: Id[Customer] | str) -> Cover:
        """Return who covers a customer, given as an entity or id, and why.

        Raises:
            UnknownError: If there is no such customer on the day; the message names the nearest.
        """
        return self._of(customer if isinstance(customer, Customer) else self.customer(customer))

    def customer(self, requested: Id[Customer] | str) -> Customer:
        """Return the customer with an id, as of the day; errors as above."""
        return found_customer(self.graph.org, requested)

    def _of(self, customer: Customer) -> Cover:
        found = self._covers.get(customer.id)
        if found is None or (found.customer is not customer and found.customer != customer):
            found = self._covers[customer.id] = self._resolved(customer)
        return found

    def __iter__(self) -> Iterator[Cover]:
        return map(self._of, self.graph.org.all(Customer))

    def __repr__(self) -> str:
        return f"<Coverage of {self.graph.org.name!r} on {self.day}: {len(self)} customers>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: a row for each customer."""
        name = self.graph.known.name_of
        rows = [
            (
                c.customer.id,
                c.state,
                c.position,
                c.position and name(c.position),
                c.territory,
                c.stand_in,
            )
            for c in islice(self, MOST_ROWS)
        ]
        heads = ("customer", "state", "position", "held by", "territory", "stands in")
        notes = [f"{self.graph.org.name} on {self.day}"]
        return html_table(rows, heads=heads, notes=notes, of=len(self))

    def to_records(self) -> list[dict[str, Any]]:
        """Return a flat row of plain values per customer, for tables of pandas or polars.

        Columns: ``customer``, ``name``, ``key_account``, ``state``, ``position`` (which owns it),
        ``held_by``, ``answers`` (the position whose holder covers on the day), ``stand_in``,
        ``territory``, ``how``, ``revenue`` (a year, in the currency of the design).
        """
        name = self.graph.known.name_of
        return [
            {
                "customer": c.customer.id,
                "name": c.customer.name,
                "key_account": c.customer.key_account,
                "state": c.state,
                "position": c.position.id if c.position else None,
                "held_by": name(c.position) if c.position and c.position.held_by else None,
                "answers": c.answers.id if c.answers else None,
                "stand_in": c.stand_in.id if c.stand_in else None,
                "territory": c.territory.id if c.territory else None,
                "how": c.winner.how if c.winner else None,
                "revenue": None if c.customer.revenue is None else float(c.customer.revenue),
            }
            for c in self
        ]

    def __len__(self) -> int:
        return len(self.graph.org.all(Customer))

    def _resolved(self, customer: Customer) -> Cover:
        team = self._teams.of(customer)
        candidates = self._ranking.candidates(
            Facts(
                owners=tuple(m for m in team if m.role == "owner"),
                named=tuple(map(str, customer.territories)),
                hits=self.graph.matcher.match(customer.values()),
                excluded=tuple(map(str, customer.excluded_from)),
                prospect=customer.status == "prospect",
            )
        )
        winners = [c for c in candidates if c.verdict == "wins"]
        posts = [post for winner in winners for post in winner.posts]
        post = next((p for p in posts if self.graph.present(p)), posts[0] if posts else None)
        if post is not None and self.graph.present(post):
            return Cover(customer, "covered", candidates, post, None)
        leave = self.graph.leave_of(post) if post else None
        named = self._posts.named_for(post, (m.position for m in team if m.role == "deputy"))
        territory = winners[0].territory if winners else None
        stand_in = named or self._posts.next_in_line(post, territory)
        state: State = "covered" if leave and named else "vacant" if post else "nobody"
        return Cover(customer, state, candidates, post, stand_in, leave)

    def team_of(self, customer: Id[Customer] | str) -> tuple[Member, ...]:
        """Return the account team of a customer, given as an entity or id."""
        return self._teams.of(
            customer if isinstance(customer, Customer) else self.customer(customer)
        )

    def chain_of(self, cover: Cover) -> tuple[Position, ...]:
        """Return the owner of a customer, filled or vacant, and the managers up to the head."""
        post = cover.position or cover.stand_in
        return (post, *self.graph.lines.chain_of(post)) if post else ()

    @cached_property
    def _by_post(self) -> dict[str, list[Customer]]:
        found: dict[str, list[Customer]] = defaultdict(list)
        for cover in self:
            if cover.position is not None:
                found[cover.position.id].append(cover.customer)
        return found

    def customers_of(self, position: Id[Position] | str) -> tuple[Customer, ...]:
        """Return the customers that a position, given as an entity or id, owns.

        Raises:
            UnknownError: If there is no position of that id; the message names the nearest.
        """
        if not isinstance(position, Position):
            position = found_in(self.graph.org, Position, position)
        return tuple(self._by_post.get(position.id, ()))

    @cached_property
    def _by_territory(self) -> dict[str, list[Customer]]:
        found: dict[str, list[Customer]] = defaultdict(list)
        for cover in self:
            for candidate in cover.candidates:
                if candidate.territory is not None and candidate.verdict in {"wins", "supports"}:
                    found[candidate.territory.id].append(cover.customer)
        return found

    def customers_in(self, territory: Id[Territory] | str) -> tuple[Customer, ...]:
        """Return the customers for which a territory decides, or that it supports as an overlay.

        Raises:
            UnknownError: If there is no territory of that id; the message names the nearest.
        """
        if not isinstance(territory, Territory):
            territory = found_in(self.graph.org, Territory, territory)
        return tuple(self._by_territory.get(territory.id, ()))


def coverage(org: Org, *, on: dt.date | None = None, winners: int | None = 1) -> Coverage:
    """Return who covers every customer of a design.

    Exclusions come first, then names, then the rules of territories, by the rank of their type,
    their depth in the hierarchy, and the number and narrowness of their conditions that hold. The
    first match wins. A prospect only attaches to roles that win new business. A vacant position
    covers nobody; as stand-in is named a deputy, else its nearest manager, else the cover of the
    territory around. While the holder is on leave, the stand-in named on the leave, else a deputy,
    covers. The order in which entities were added makes no difference.

    Args:
        org: The design.
        on: The as-of date; by default today. It only matters if the design has dates.
        winners: How many matches win: 1 takes the first (Varicent's coin sort), a greater number
            that many from the top (Oracle EBS), None all (Salesforce).

    Raises:
        ValueError: If ``winners`` is less than 1.
    """
    require(org, Org, by="coverage()")
    return Coverage(OrgGraph(org, on=on), on=on, winners=winners)
