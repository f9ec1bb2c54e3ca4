"""Customers who are served alike."""

from dataclasses import dataclass, field

from orgmodel.cover import Cover, Coverage
from orgmodel.model import Assignment, Customer, Position


@dataclass(frozen=True)
class Book:
    """All customers who attach in the same ways and have the same deputies on the account.

    Attributes:
        cover: The cover of one of them, which is that of all.
        deputies: The deputies on the account, whether or not anybody holds them.
        customers: The customers.
    """

    cover: Cover
    deputies: tuple[Position, ...]
    customers: list[Customer] = field(default_factory=list)

    @property
    def posts(self) -> tuple[Position, ...]:
        """The positions that serve them, held or vacant, each once."""
        posts = {post.id: post for winner in self.cover.winners for post in winner.posts}
        return tuple(posts.values())

    @property
    def carriers(self) -> tuple[Position, ...]:
        """The positions that do the work: those held, else the vacant ones."""
        posts = self.posts
        return tuple(post for post in posts if not post.vacant) or posts


def books(coverage: Coverage) -> tuple[Book, ...]:
    """Return all customers by how they are served, in one pass over them.

    There are as many books as there are ways of being served, which is few for many customers.
    """
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
            found[key] = Book(cover, deputies)
        found[key].customers.append(customer)
    return tuple(found.values())
