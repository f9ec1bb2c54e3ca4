"""What tables and columns are: as a user, a preset or recognition has decided it."""

import re
from collections.abc import Mapping as Names
from dataclasses import dataclass, field

from orgmodel.formats.importing.read.vocabulary import KINDS

CURRENCY = re.compile(r"[A-Z]{3}")
"""A code of ISO 4217."""
ATTRIBUTE = "attributes."
"""What a field of customers begins with that the model does not name."""
KEY = "key"
"""The field of a further column by which others may name a row."""
IGNORE = "ignore"
"""The kind of a table, and the field of a column, that is not to be used."""

RECOGNISED = "recognised"
"""The shape of a table to which columns are added by its form."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a column is used for.

    Attributes:
        fields: The fields that it fills; none means that it is not used.
        how: How that was decided, or why it is not used.
    """

    fields: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True)
class TableMapping:
    """What a table is.

    Attributes:
        kind: One of ``KINDS``, ``ignore``, or None where that is still to be found out.
        columns: Uses by column as written; columns that are left out are still to be found out.
        how: How the kind was decided, or why the table is not used.
        heading: The line of its headings, where the user states it.
        source: The table to read, where it has another name than this reading of it.
        shape: ``recognised`` if columns are those that the form of the table adds, such as the
            levels of an outline; None reads its columns as they are where the user states any.
    """

    kind: str | None = None
    columns: Names[str, Use] = field(default_factory=dict)
    how: str = "mapping file"
    heading: int | None = None
    source: str | None = None
    shape: str | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
    """What all tables are, and how their values are to be read.

    Attributes:
        name: Of the organisation; None is that of the file or folder.
        currency: Of all amounts, as an ISO 4217 code; None is the one found in the tables, or EUR.
        tables: What is known of each table, by name.
        roles: Ids of roles by title, for titles that would not find theirs.
        encoding: Of text files; None is to be found out.
        decimal: The decimal sign of numbers that are text; None is to be found out by column.
        days: The order of days that are text, such as ``DMY``; None is to be found out by column.
        file: The mapping file, if it was read from one.
    """

    name: str | None = None
    currency: str | None = None
    tables: Names[str, TableMapping] = field(default_factory=dict)
    roles: Names[str, str] = field(default_factory=dict)
    encoding: str | None = None
    decimal: str | None = None
    days: str | None = None
    file: str | None = None


__all__ = [
    "ATTRIBUTE",
    "CURRENCY",
    "IGNORE",
    "KEY",
    "KINDS",
    "RECOGNISED",
    "Mapping",
    "TableMapping",
    "Use",
]
