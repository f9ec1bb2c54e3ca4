"""Look-up of customers, positions and territories by id or name."""

from typing import TypeVar

from orgmodel.model import Customer, Id, Org, Position, Territory, UnknownError, kind_of, require
from orgmodel.text import clean, did_you_mean

E = TypeVar("E", Position, Territory, Customer)


def found_customer(org: Org, requested: Id[Customer] | str) -> Customer:
    """Return the customer with an id, or with a name that only one customer has.

    Args:
        org: The design as it is on a day.
        requested: The id, or the exact name in any case.

    Raises:
        UnknownError: If there is none; the message names the nearest. If several customers have the
            name; the message lists their ids.
        WrongKindError: If neither a customer nor an id is given.
    """
    name = str(requested).casefold()
    by_id = org.get(Customer, clean(str(requested))) if isinstance(requested, str | Id) else None
    if by_id is not None or not isinstance(requested, str):
        return found_in(org, Customer, requested)
    called = [c for c in org.all(Customer) if c.name and c.name.casefold() == name]
    if len(called) > 1:
        ids = ", ".join(repr(each.id) for each in called)
        raise UnknownError(f"Several customers are called {requested!r}; ask by id: {ids}.")
    return called[0] if called else found_in(org, Customer, requested)


def found_in(org: Org, kind: type[E], requested: Id[E] | str, meant: str | None = None) -> E:
    """Return the entity with an id; arguments and errors as above.

    Args:
        org: The design as it is on a day.
        kind: Its kind.
        requested: The id.
        meant: An id that may have been meant.
    """
    require(requested, kind, str, by=f"A question about one {kind_of(kind)}")
    found = org.get(kind, clean(str(requested)))
    if found is not None:
        return found
    sentence = f"There is no {kind_of(kind)} {str(requested)!r}"
    if org.whole.get(kind, clean(str(requested))) is not None:
        raise UnknownError(f"{sentence} on {org.day}; ask for another day.")
    known = (each.id for each in org.all(kind))
    raise UnknownError(f"{sentence}{did_you_mean(meant or str(requested), known)}")
