"""Customers who are served alike."""

from dataclasses import dataclass, field

from orgmodel.cover import Cover
from orgmodel.measures.core.subject import Subject, coverage_of
from orgmodel.model import Assignment, Customer, Position


@dataclass(frozen=True)
class Book:
    """All customers who attach in the same ways and have the same deputies on the account.

    Attributes:
        cover: The cover of one of them, which is that of all.
        deputies: The deputies on the account, whether or not anybody holds them.
        present: The positions that serve them and whose holder is there on the day.
        customers: The customers.
    """

    cover: Cover
    deputies: tuple[Position, ...]
    present: tuple[Position, ...]
    customers: list[Customer] = field(default_factory=list)

    @property
    def posts(self) -> tuple[Position, ...]:
        """The positions that serve them, held or vacant, each once."""
        return _posts(self.cover)

    @property
    def carriers(self) -> tuple[Position, ...]:
        """The positions whose work they are: of those present, else those held, else all."""
        return self.present or tuple(p for p in self.posts if not p.vacant) or self.posts


def _posts(cover: Cover) -> tuple[Position, ...]:
    return tuple({post.id: post for way in cover.winners for post in way.posts}.values())


def books(coverage: Subject) -> tuple[Book, ...]:
    """Return all customers by how they are served, in one pass over them.

    There are as many books as there are ways of being served, which is few for many customers.
    """
    coverage = coverage_of(coverage, "books()")
    assigned = frozenset(str(a.customer) for a in coverage.graph.org.all(Assignment))
    found: dict[tuple[int, tuple[str, ...]], Book] = {}
    for cover in coverage:
        customer, deputies = cover.customer, tuple[Position, ...]()
        if customer.deputy is not None or customer.id in assigned:
            team = coverage.team_of(customer)
            deputies = tuple(member.position for member in team if member.role == "deputy")
        # customers that attach alike share one tuple of candidates, which the coverage keeps alive
        key = id(cover.candidates), tuple(deputy.id for deputy in deputies)
        if key not in found:
            present = tuple(filter(coverage.graph.present, _posts(cover)))
            found[key] = Book(cover, deputies, present)
        found[key].customers.append(customer)
    return tuple(found.values())
