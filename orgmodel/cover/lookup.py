"""Customers, positions and territories that are asked for by their ids."""

from typing import TypeVar

from orgmodel.model import Customer, Id, Org, Position, Territory, UnknownError, kind_of, require
from orgmodel.text import clean, did_you_mean

E = TypeVar("E", Position, Territory, Customer)


def found_customer(org: Org, asked: Id[Customer] | str) -> Customer:
    """Return the customer of an id, or of a name that only one customer has.

    Args:
        org: The design as it is on a day.
        asked: The id, or the exact name in any case.

    Raises:
        UnknownError: If there is none; the text names the nearest. If several customers have the
            name; the text lists their ids.
        WrongKindError: If something else than a customer or an id is given.
    """
    name = str(asked).casefold()
    by_id = org.get(Customer, clean(str(asked))) if isinstance(asked, str | Id) else None
    if by_id is not None or not isinstance(asked, str):
        return found_in(org, Customer, asked)
    called = [c for c in org.all(Customer) if c.name and c.name.casefold() == name]
    if len(called) > 1:
        ids = ", ".join(repr(each.id) for each in called)
        raise UnknownError(f"Several customers are called {asked!r}; ask by id: {ids}.")
    return called[0] if called else found_in(org, Customer, asked)


def found_in(org: Org, kind: type[E], asked: Id[E] | str, meant: str | None = None) -> E:
    """Return the entity of an id; arguments and errors as above.

    Args:
        org: The design as it is on a day.
        kind: Its kind.
        asked: The id.
        meant: An id that may have been meant.
    """
    require(asked, kind, str, by=f"A question about one {kind_of(kind)}")
    found = org.get(kind, clean(str(asked)))
    if found is not None:
        return found
    sentence = f"There is no {kind_of(kind)} {str(asked)!r}"
    if org.whole.get(kind, clean(str(asked))) is not None:
        raise UnknownError(f"{sentence} on {org.day}; ask for another day.")
    known = (each.id for each in org.all(kind))
    raise UnknownError(f"{sentence}{did_you_mean(meant or str(asked), known)}")
