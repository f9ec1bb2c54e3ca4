"""Large book: customers as a table with one column per field."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from orgmodel.model import Problem

FIRST_ROW = 2
"""The row of a file's first customer, below the names of the columns."""

_IN_FILE = "_in_file"


def kept_apart(frame: pl.DataFrame, taken: Iterable[str]) -> pl.DataFrame:
    """Return a table whose columns of names that something else needs end in ``_in_file``."""
    return frame.rename({name: f"{name}{_IN_FILE}" for name in taken if name in frame.columns})


@dataclass(frozen=True)
class Book:
    """A large book of customers, read and checked.

    Attributes:
        name: Name of its file.
        frame: One row per customer that can be used, with the columns ``row`` (that of the
            file, as a spreadsheet counts), ``id`` and those fields of
            :class:`~orgmodel.model.Customer` that are known: texts as texts, amounts as numbers,
            ``key_account`` as true or false. Further columns
            are free attributes.
        problems: One sentence for each column and kind of mistake, with the number of rows and
            the first of them.
        refused: Number of rows that cannot be used.
    """

    name: str
    frame: pl.DataFrame
    problems: tuple[Problem, ...] = ()
    refused: int = 0

    def __len__(self) -> int:
        return self.frame.height
