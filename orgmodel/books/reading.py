"""Reading of a file of customers as a book."""

import os
from collections.abc import Mapping
from pathlib import Path

import polars as pl

from orgmodel.books.book import FIRST_ROW, Book, kept_apart
from orgmodel.books.checking import checked
from orgmodel.books.errors import BookError
from orgmodel.model import UnknownError
from orgmodel.text import did_you_mean

MOST_ROWS = 50_000_000
"""Limit of the rows of a book; above it, split the book by country."""

_SEPARATORS = ",;\t|"


def read_book(path: str | os.PathLike[str], *, columns: Mapping[str, str] | None = None) -> Book:
    """Read customers from a CSV or Parquet file into columns, and check every value.

    Args:
        path: Ends in `.csv`, `.tsv` or `.parquet`; a CSV is UTF-8 with the names of its columns in
            the first line.
        columns: The name of a column by the field that it holds, as ``{"id": "AccountNumber"}``;
            columns named like a field need no entry.

    Raises:
        BookError: If the file cannot be read, has no column for the id, no row or more than 50
            million, or cells that hold several values.
        UnknownError: If ``columns`` names a column that is not there.
    """
    target = Path(path)
    try:
        frame = _table(target)
    except FileNotFoundError:
        raise BookError(f"{target}: There is no such file.") from None
    except (OSError, pl.exceptions.PolarsError) as error:
        raise BookError(f"{target}: It cannot be read as a table: {_short(error)}") from error
    if not frame.height:
        raise BookError(f"{target}: It has no customers; it needs at least 1.")
    if frame.height > MOST_ROWS:
        raise BookError(f"{target}: It has {frame.height:,} rows; the limit is {MOST_ROWS:,}.")
    return checked(target.name, _named(target, frame, columns or {}))


def _table(target: Path) -> pl.DataFrame:
    if target.suffix.lower() == ".parquet":
        return pl.read_parquet(target)
    if target.suffix.lower() not in {".csv", ".tsv"}:
        raise BookError(f"{target}: A large book ends in .csv, .tsv or .parquet.")
    with target.open(encoding="utf-8-sig", errors="replace") as file:
        head = file.readline(1 << 16)
    separator = max(_SEPARATORS, key=head.count)
    return pl.read_csv(target, infer_schema=False, separator=separator)


def _named(target: Path, frame: pl.DataFrame, columns: Mapping[str, str]) -> pl.DataFrame:
    for column in columns.values():
        if column not in frame.columns:
            near = did_you_mean(column, frame.columns)
            raise UnknownError(f"{target}: There is no column {column!r}{near}")
    if "id" not in {*frame.columns, *columns}:
        there = ", ".join(map(repr, frame.columns[:20]))
        sentence = f"{target}: No column is named 'id'; map one of the columns to it: {there}."
        raise BookError(sentence)
    found = {column: field for field, column in columns.items()}
    frame = kept_apart(frame, [name for name in ("row", *columns) if name not in found])
    return frame.rename(found).with_row_index("row", offset=FIRST_ROW)


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:200]
