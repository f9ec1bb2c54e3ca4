"""Which customers the positions of a page answer for, by name."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from orgmodel.charts.cards.card_filling import by_revenue
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff
from orgmodel.model import Customer, Org, exact

# A page with every customer of a large book would be slow to open, and nobody reads on so far.
_MOST = 60


@dataclass(frozen=True)
class Book:
    """Customers of one position, the largest first.

    Attributes:
        customers: Names and amounts; an amount may be empty.
        more: How many are left out.
    """

    customers: tuple[tuple[str, str], ...]
    more: int


def books_of(org: Org, on: dt.date | None = None) -> Mapping[str, Book]:
    """Return the customers of every position that has any, by the name of its box."""
    staff = Staff(org, on)
    naming = Naming(staff)
    books = {post.node: staff.book(number) for number, post in enumerate(staff.positions)}
    return {gid: _book(naming, by_revenue(book)) for gid, book in books.items() if book}


def _book(naming: Naming, customers: list[Customer]) -> Book:
    shown = customers[:_MOST]
    told = ((naming.customer(one), naming.money(exact(one.revenue))) for one in shown)
    return Book(tuple(told), len(customers) - len(shown))
