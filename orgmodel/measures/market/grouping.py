"""Totals of customers by owner, team, territory or parent company."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from orgmodel.cover import Cover, Coverage
from orgmodel.measures.core.rolling import rolled_up
from orgmodel.measures.core.subject import Subject, coverage_of
from orgmodel.measures.market.portfolios import Book, books
from orgmodel.measures.people.headcount import group_of
from orgmodel.model import Customer, Position, Territory, choose, exact
from orgmodel.network import Hierarchy

Grouping = Literal[
    "customer", "family", "person", "position", "manager", "role", "department", "territory"
]
"""By whom customers are summed.

A ``family`` is everything under one parent company, by the id of the highest. ``person`` is the
holder of the position that owns a customer, ``manager`` everybody with reports (with what all
of them have and what is the manager's own), ``territory`` the one that decides on the cover.
"""

Quantity = Literal["revenue", "profit", "potential", "customers"]
"""What is summed: yearly amounts in the currency of the organisation, or how many they are."""


@dataclass(frozen=True)
class Totals:
    """Totals of customers.

    Attributes:
        by: The total of each, by id.
        whole: The total of all customers.
        unknown: How many customers state no amount and add nothing.
    """

    by: Mapping[str, Decimal]
    whole: Decimal
    unknown: int


def totals(
    coverage: Subject,
    quantity: Quantity,
    by: Grouping,
    *,
    served: Sequence[Book] | None = None,
) -> Totals:
    """Return totals of customers by owner, vacant positions included.

    What nobody has is part of the whole alone. Managers overlap, so that theirs do not add up.

    Args:
        coverage: Who covers whom.
        quantity: What is summed.
        by: By whom.
        served: The customers by how they are served, where :func:`books` found them already.
    """
    coverage = coverage_of(coverage, "totals()")
    choose(quantity, get_args(Quantity), "quantity")
    choose(by, get_args(Grouping), "grouping")
    found: dict[str, Decimal] = defaultdict(Decimal)
    heads = _families(coverage) if by == "family" else {}
    own = _owner(coverage, "position" if by == "manager" else by)
    whole, unknown = Decimal(0), 0
    for book in books(coverage) if served is None else served:
        values = [(c.id, v) for c in book.customers if (v := amount_of(c, quantity)) is not None]
        unknown += len(book.customers) - len(values)
        summed = sum((value for _, value in values), Decimal(0))
        whole += summed
        if by in {"customer", "family"}:
            for customer, value in values:
                found[heads.get(customer, customer)] += value
        elif values and (owner := own(book.cover)) is not None:
            found[owner] += summed
    if by == "manager":
        return Totals(_managed(coverage, found), whole, unknown)
    return Totals(dict(found), whole, unknown)


def amount_of(customer: Customer, quantity: Quantity) -> Decimal | None:
    """Return what one customer amounts to; None where that is not known."""
    if quantity == "customers":
        return Decimal(1)
    value = getattr(customer, quantity)
    return None if value is None else exact(value)


def _owner(coverage: Coverage, by: Grouping) -> Callable[[Cover], str | None]:
    graph = coverage.graph
    if by == "role" or by == "department":  # noqa: PLR1714 - mypy narrows the name this way only
        posts = {p.id: group_of(graph, p, by) for p in graph.org.all(Position)}
        return lambda cover: posts[cover.position.id] if cover.position else None
    return _OWNERS.get(by, lambda _: None)


def _person(cover: Cover) -> str | None:
    return str(cover.position.held_by) if cover.position and cover.position.held_by else None


_OWNERS: dict[str, Callable[[Cover], str | None]] = {
    "position": lambda cover: cover.position.id if cover.position else None,
    "person": _person,
    "territory": lambda cover: cover.territory.id if cover.territory else None,
}


def _families(coverage: Coverage) -> dict[str, str]:
    """Return the id of the highest parent by customer; heads may be left out."""
    customers = coverage.graph.org.all(Customer)
    found: dict[str, str] = {}
    if all(customer.parent is None for customer in customers):
        return found
    kin = Hierarchy(customers, lambda customer: customer.parent)
    waiting = [(head, head.id) for head in kin.heads]
    for customer, head in waiting:
        found[customer.id] = head
        waiting.extend((child, head) for child in kin.children_of(customer))
    return found


def _managed(coverage: Coverage, own: Mapping[str, Decimal]) -> dict[str, Decimal]:
    lines, positions = coverage.graph.lines, coverage.graph.org.all(Position)
    summed = rolled_up(lines, positions, own, Decimal(0))
    return {p.id: summed[p.id] for p in positions if lines.reports_of(p)}


def peers(coverage: Subject) -> dict[str, tuple[Territory, ...]]:
    """Return the territories that compare with each other, by the id of their type.

    They are those with a rule or with customers, within which no other lies; what supports as an
    overlay has the customers of others and is left out.
    """
    coverage = coverage_of(coverage, "peers()")
    graph = coverage.graph
    found: dict[str, list[Territory]] = defaultdict(list)
    for territory in graph.org.all(Territory):
        kind = graph.known.type_of(territory)
        counts = territory.where is not None or coverage.customers_in(territory)
        if counts and not graph.places.children_of(territory) and not (kind and kind.overlay):
            found[str(territory.type)].append(territory)
    return {name: tuple(group) for name, group in found.items()}
