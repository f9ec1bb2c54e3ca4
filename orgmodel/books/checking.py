"""Checks of the values of a book, a column at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

import polars as pl

from orgmodel.books.book import Book
from orgmodel.books.errors import BookError
from orgmodel.model import NUMBER_FIELDS, Problem, Source, Status
from orgmodel.text import clean

_SHOWN = 3
_TRUE, _FALSE = ("true", "yes", "1"), ("false", "no", "0")
_COMMA = r"^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$"
_ODD = r"[^ -~]|  "


@dataclass(frozen=True)
class Fault:
    """Rows of a column that cannot be used.

    Attributes:
        column: The column.
        should: What its values should be.
        wrong: For each row, whether it is wrong.
    """

    column: str
    should: str
    wrong: pl.Series


def checked(name: str, frame: pl.DataFrame) -> Book:
    """Return the rows that can be used as a book, and what is wrong with the others.

    Args:
        name: Name of the file.
        frame: Its rows, with ``row`` and ``id``; values may all be texts.
    """
    frame = frame.with_columns(_cleaned(frame[name]) for name in frame.columns if name != "row")
    read, faults = frame, []
    for column in frame.columns:
        values, fault = _read(column, frame[column])
        read = read.with_columns(values.alias(column))
        faults += [fault] if fault is not None and fault.wrong.any() else []
    faults += [fault for fault in _identities(read["id"]) if fault.wrong.any()]
    bad = pl.Series("bad", [False]).new_from_index(0, frame.height)
    for fault in faults:
        bad |= fault.wrong
    problems = tuple(_told(name, frame, fault) for fault in faults)
    return Book(name, read.filter(~bad), problems, int(bad.sum()))


def _cleaned(values: pl.Series) -> pl.Series:
    """Return texts as the model keeps them; what is empty then is no value."""
    try:
        texts = values.cast(pl.String).str.strip_chars()
    except pl.exceptions.PolarsError:
        sentence = f"Column {values.name!r} holds {values.dtype}; a cell holds one text or number."
        raise BookError(f"{sentence} Leave the column out, or write one value per cell.") from None
    odd = texts.str.contains(_ODD).fill_null(value=False)
    if odd.any():
        different = texts.filter(odd).unique()
        kept = pl.Series([clean(text) for text in different], dtype=pl.String)
        texts = texts.replace(different, kept)
    return texts.set(texts == "", None)


def _read(column: str, texts: pl.Series) -> tuple[pl.Series, Fault | None]:
    if column in NUMBER_FIELDS:
        return _amounts(column, texts)
    if column == "key_account":
        lower = texts.str.to_lowercase()
        flags = lower.is_in(_TRUE)
        wrong = lower.is_not_null() & ~lower.is_in(_TRUE + _FALSE)
        return flags.fill_null(value=False), Fault(column, "should be true or false", wrong)
    if column == "status":
        known = get_args(Status)
        lower = texts.str.to_lowercase().fill_null("existing")
        return lower, Fault(column, f"should be {' or '.join(known)}", ~lower.is_in(known))
    return texts, None


def _amounts(column: str, texts: pl.Series) -> tuple[pl.Series, Fault]:
    numbers = _numbers(texts)
    wrong = texts.is_not_null() & ~numbers.is_finite().fill_null(value=False)
    if column == "profit":
        return numbers, Fault(column, "should be a number", wrong)
    wrong |= (numbers < 0).fill_null(value=False)
    if column != "size":
        return numbers, Fault(column, "should be a number of at least 0", wrong)
    whole = numbers.cast(pl.Int64, strict=False)
    wrong |= (numbers.is_not_null() & (whole.cast(pl.Float64) != numbers)).fill_null(value=True)
    return whole, Fault(column, "should be a whole number of at least 0", wrong)


def _numbers(texts: pl.Series) -> pl.Series:
    """Read numbers; a column that only makes sense with decimal commas has them."""
    numbers = texts.cast(pl.Float64, strict=False)
    unread = texts.filter(numbers.is_null() & texts.is_not_null())
    if not unread.len():
        return numbers
    if not texts.str.contains(_COMMA).fill_null(value=True).all():
        return numbers
    plain = texts.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True)
    return plain.cast(pl.Float64, strict=False)


def _identities(ids: pl.Series) -> Iterator[Fault]:
    yield Fault("id", "should not be empty", ids.is_null())
    again = ids.is_not_null() & ~ids.is_first_distinct()
    yield Fault("id", "should hold each customer once", again)


def _told(name: str, frame: pl.DataFrame, fault: Fault) -> Problem:
    rows = frame.filter(fault.wrong)
    shown = ", ".join(
        f"{value!r} in row {row}" if value is not None else f"row {row}"
        for row, value in rows.select("row", fault.column).head(_SHOWN).iter_rows()
    )
    more = f" and {rows.height - _SHOWN:,} more" if rows.height > _SHOWN else ""
    sentence = f"Column {fault.column!r} {fault.should}, not {shown}{more}."
    return Problem(sentence, Source(name, int(rows["row"][0])))
