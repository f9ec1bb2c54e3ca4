"""Covered book: a large book with the cover of each customer."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import polars as pl

from orgmodel.books.book import Book
from orgmodel.books.errors import BookError
from orgmodel.files import write_whole
from orgmodel.model import Org, UnknownError
from orgmodel.text import FORMULA, did_you_mean, escape_formula

_SHOWN = 5
_DESCRIPTIONS = {
    "covered": "covered",
    "vacant": "covered by a vacancy only",
    "nobody": "covered by nobody",
}


@dataclass(frozen=True)
class CoveredBook:
    """The cover of every customer of a large book.

    Attributes:
        book: The book.
        org: The design that covers it.
        frame: Its rows, with the columns ``state`` (covered, vacant or nobody), ``owner`` and
            ``stand_in`` (positions), ``territory`` and ``how`` (by name or by rule). Columns of the
            file with these names end in ``_in_file``.
        kinds: Number of kinds of customers that the design distinguishes, each resolved once.
    """

    book: Book
    org: Org
    frame: pl.DataFrame
    kinds: int

    def totals(self, by: str = "state") -> pl.DataFrame:
        """Return customers, key accounts and revenue a year by a column, most customers first.

        Args:
            by: A column of the frame, such as ``state``, ``owner`` or ``territory``.

        Raises:
            UnknownError: If there is no such column.
        """
        if by not in self.frame.columns:
            near = did_you_mean(by, self.frame.columns)
            raise UnknownError(f"{self.book.name}: There is no column {by!r}{near}")
        sums = [pl.len().alias("customers")]
        if "key_account" in self.frame.columns:
            sums.append(pl.col("key_account").sum().alias("key_accounts"))
        if "revenue" in self.frame.columns:
            sums.append(pl.col("revenue").sum())
        return self.frame.group_by(by).agg(*sums).sort("customers", by, descending=[True, False])

    def to_records(self) -> list[dict[str, object]]:
        """Return the rows of the frame as plain values; for millions use ``frame``."""
        return self.frame.to_dicts()

    @property
    def complete(self) -> bool:
        """Whether every row can be used and somebody covers each."""
        return not self.book.refused and bool((self.frame["state"] == "covered").all())

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield from map(str, self.book.problems)
        if self.book.refused:
            rows = "row" if self.book.refused == 1 else "rows"
            yield f"{self.book.name}: {self.book.refused:,} {rows} cannot be used."
        for row in self.totals().iter_rows(named=True):
            yield f"{row['customers']:>12,} {_DESCRIPTIONS[row['state']]}{self._worth(row)}"
        for state in ("nobody", "vacant"):
            yield from self._examples(state)

    def _worth(self, row: dict[str, object]) -> str:
        worth = row.get("revenue")
        revenue = f", {self.org.currency} {worth:,.0f} a year" if worth else ""
        keys = row.get("key_accounts")
        return revenue + (f", {keys:,} key account{'s' * (keys != 1)}" if keys else "")

    def _examples(self, state: str) -> Iterator[str]:
        rows = self.frame.filter(pl.col("state") == state)
        if "revenue" in rows.columns:
            rows = rows.sort("revenue", descending=True, nulls_last=True, maintain_order=True)
        for row in rows.head(_SHOWN).iter_rows(named=True):
            sentence = (
                f"{self.book.name}:{row['row']}: Customer {row['id']!r} is {_DESCRIPTIONS[state]}"
            )
            waiting = f" ({row['owner']!r}); {row['stand_in']!r} stands in" if row["owner"] else ""
            yield f"{sentence}{waiting if row['stand_in'] else ''}."

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the frame to a Parquet or CSV file and return its path.

        In a CSV, texts that a spreadsheet would run begin with an apostrophe.

        Raises:
            BookError: If the suffix is neither `.parquet` nor `.csv`.
            CannotWriteError: If the place cannot be written to.
        """
        target, file = Path(path), BytesIO()
        if target.suffix.lower() == ".parquet":
            self.frame.write_parquet(file)
        elif target.suffix.lower() == ".csv":
            columns = (_guarded(column) for column in self.frame.select(pl.col(pl.String)))
            self.frame.with_columns(*columns).write_csv(file)
        else:
            raise BookError(f"{target}: A covered book is saved as .parquet or .csv.")
        return write_whole(target, file.getvalue())


def _guarded(texts: pl.Series) -> pl.Series:
    different = texts.filter(texts.str.contains(f"^(?:{FORMULA})").fill_null(value=False)).unique()
    return texts.replace(different, pl.Series(map(escape_formula, different), dtype=pl.String))
