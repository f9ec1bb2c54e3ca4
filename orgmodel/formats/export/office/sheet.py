"""A sheet of a workbook, before it is one: headings and rows of plain cells."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple


class Link(NamedTuple):
    """A text that leads to the row of an entity on another sheet."""

    text: str
    node: str


Cell = str | int | float | bool | Decimal | dt.date | Link | None


@dataclass(frozen=True)
class Sheet:
    """A sheet.

    Attributes:
        name: On its tab.
        headings: Of the columns.
        rows: The cells, as many as there are headings.
        nodes: What entity each row is about, so that links find it; may be empty.
    """

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    nodes: Sequence[str] = ()
