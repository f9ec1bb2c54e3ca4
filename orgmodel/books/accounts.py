"""Customers of a book as entities: key accounts and named accounts, checked one by one."""

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal, InvalidOperation
from typing import Any

import polars as pl

from orgmodel.books.book import Book
from orgmodel.books.errors import BookError
from orgmodel.model import Customer, Org, Source

MOST_ACCOUNTS = 20_000
"""Limit of the accounts that are looked at one by one."""

_FIELDS = frozenset(field.name for field in fields(Customer)) - {"attributes", "contacts"}
_SEVERAL = "territories", "excluded_from"


def customer_of(row: Mapping[str, Any], fields: Mapping[str, bool] | None = None) -> Customer:
    """Return a row of a book as a customer; free attributes are those that territories use.

    Args:
        row: The values by column.
        fields: The fields that territories use, and whether any uses it as a number.
    """
    values = {name: value for name, value in row.items() if name in _FIELDS and value is not None}
    for name in _SEVERAL:
        if name in values:
            values[name] = [part.strip() for part in str(values[name]).split(";") if part.strip()]
    used = ((name.removeprefix("attributes."), as_) for name, as_ in (fields or {}).items())
    free = {
        name: amount_or_text(row[name]) if number else row[name]
        for name, number in used
        if name not in _FIELDS and row.get(name) is not None
    }
    return Customer(**values, attributes=free)


def amount_or_text(text: str) -> Decimal | str:
    """Return the number that a text reads as, else the text."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return number if number.is_finite() else text


def accounts_of(org: Org, book: Book) -> Org:
    """Return the design with the key accounts and the named accounts of a book as customers.

    All rules judge these one by one; the others stay a table. Customers of the design stay
    unchanged.

    Args:
        org: The design, which is left as it is.
        book: The customers.

    Raises:
        BookError: If there are more than 20,000 such accounts.
    """
    named = [pl.col(name).is_not_null() for name in ("managed_by", "deputy") if name in book.frame]
    keys = [pl.col("key_account")] if "key_account" in book.frame else []
    chosen = (
        book.frame.filter(pl.any_horizontal(*named, *keys)) if named or keys else book.frame[:0]
    )
    if chosen.height > MOST_ACCOUNTS:
        raise BookError(
            f"{book.name}: {chosen.height:,} customers are key accounts or attached by name; at "
            f"most {MOST_ACCOUNTS:,} can be judged one by one. Check fewer columns or rows."
        )
    known = org.all(Customer)
    ids = {customer.id for customer in known}
    rows = [(customer_of(r), r["row"]) for r in chosen.iter_rows(named=True) if r["id"] not in ids]
    sources = {customer.node: Source(book.name, row) for customer, row in rows}
    return org.with_rows({Customer: [*known, *(c for c, _ in rows)]}, sources=sources)
