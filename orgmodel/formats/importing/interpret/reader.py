"""One reading of one table: its cells by field, and its columns of numbers, days and answers."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from orgmodel.formats.designs.yaml.scalar_types import NUMBER
from orgmodel.formats.importing.columns.columns import used
from orgmodel.formats.importing.columns.days import day_of, order_of
from orgmodel.formats.importing.columns.numbers import (
    currencies,
    decimal_sign,
    is_nothing,
    value_of,
    written,
)
from orgmodel.formats.importing.interpret.result import Cells, Reading, Understood
from orgmodel.formats.importing.read.mapping import ATTRIBUTE, Mapping, TableMapping
from orgmodel.formats.importing.read.table import Table, folded
from orgmodel.formats.importing.read.vocabulary import means
from orgmodel.model import Source

_SPLIT = re.compile(r"[;|\n]")
_SPLIT_MORE = re.compile(r"[;|,\n]")


@dataclass
class Reader:
    """Reads the cells of a table by the fields that its mapping gives them."""

    table: Table
    said: TableMapping
    mapping: Mapping
    understood: Understood
    reading: Reading = field(init=False)

    def __post_init__(self) -> None:
        """Open the account of which rows are used."""
        self.reading = Reading(self.table, self.said)
        self.understood.readings.append(self.reading)

    def use(self, row: int) -> None:
        """Note that a row goes into the design."""
        self.reading.used.add(row)

    @cached_property
    def columns(self) -> dict[str, list[int]]:
        """The indices of columns by field."""
        return used(self.said.columns, self.table)

    @cached_property
    def firsts(self) -> dict[str, int]:
        """The index of the first column of each field."""
        return {name: indices[0] for name, indices in self.columns.items()}

    @cached_property
    def roles(self) -> dict[str, str]:
        """The roles that the mapping names, by folded title."""
        return {folded(title): role for title, role in self.mapping.roles.items()}

    @cached_property
    def attributes(self) -> tuple[str, ...]:
        """The fields that the model does not name."""
        return tuple(name for name in self.firsts if name.startswith(ATTRIBUTE))

    @cached_property
    def numeric_attributes(self) -> frozenset[str]:
        """Those of them whose cells are all numbers, which leading zeros forbid."""
        return frozenset(
            name
            for name in self.attributes
            if all(map(NUMBER.fullmatch, self.table.values(self.firsts[name])))
        )

    def cell(self, row: int, field: str) -> str:
        """Return the cell of a field in a row, empty if there is no such column."""
        column = self.firsts.get(field)
        return "" if column is None else self.table.rows[row][column]

    def cells(self, row: int, field: str) -> list[str]:
        """Return the filled cells of all columns of a field in a row."""
        cells = self.table.rows[row]
        return [cell for column in self.columns.get(field, ()) if (cell := cells[column])]

    def listed(self, row: int, field: str, *, commas: bool = False) -> list[str]:
        """Return the values of cells that hold several, parted by semicolons, bars or lines."""
        split = (_SPLIT_MORE if commas else _SPLIT).split
        parts = (part.strip() for cell in self.cells(row, field) for part in split(cell))
        return [part for part in parts if part]

    def place(self, row: int, field: str | None = None) -> Source:
        """Return the place of a field in a row, or of the row."""
        return self.table.source(row, self.firsts.get(field, 0) if field else 0)

    def places(self, row: int) -> Cells:
        """Return the places of all fields of a row, which an entity is made of."""
        self.use(row)
        return Cells(self.table, row, self.firsts)

    def heading(self, field: str) -> str:
        """Return the heading of a field's first column."""
        return self.table.columns[self.firsts[field]]

    def numbers(self, field: str) -> Sequence[Decimal | None]:
        """Return a column as numbers; what is none is told and left out."""
        if field not in self.firsts:
            return [None] * len(self.table.rows)
        column = self.firsts[field]
        parts = [w for row in self.table.rows if (w := written(row[column]))]
        sign, examples = decimal_sign(parts)
        sign = self.mapping.decimal or sign
        for currency in sorted(currencies(parts)):
            place = self.table.source(None, column)
            self.understood.currencies.setdefault(currency, place)
        if sign is None:
            self._no_sign(field, examples)
            return [None] * len(self.table.rows)
        return [self._number(row, field, sign) for row in range(len(self.table.rows))]

    def _number(self, row: int, field: str, sign: str) -> Decimal | None:
        cell = self.cell(row, field)
        number = value_of(cell, sign)
        if number is None and not is_nothing(cell):
            sentence = f"{cell[:60]!r} in {self.heading(field)!r} is not a number. It is left out."
            self.understood.problem(sentence, self.place(row, field))
        return number

    def _no_sign(self, field: str, examples: Sequence[str]) -> None:
        which = " and ".join(map(repr, examples))
        why = "contradict each other" if len(examples) > 1 else "may be read in two ways"
        sentence = (
            f"Numbers of {self.heading(field)!r} such as {which} {why}; the column is left out. "
            "Write 'decimal: \",\"' or 'decimal: \".\"' in the mapping file."
        )
        self.understood.problem(sentence, self.table.source(None, self.firsts[field]))

    def days(self, field: str) -> Sequence[dt.date | None]:
        """Return a column as days; what is none is told and left out."""
        if field not in self.firsts:
            return [None] * len(self.table.rows)
        order, examples = order_of(self.table.values(self.firsts[field]))
        order = self.mapping.days or order
        if order is None:
            which = " and ".join(map(repr, examples))
            why = "contradict each other" if len(examples) > 1 else "may be read in two ways"
            sentence = (
                f"Days of {self.heading(field)!r} such as {which} {why}; the "
                "column is left out. Write 'days: DMY' or 'days: MDY' in the mapping file."
            )
            self.understood.problem(sentence, self.table.source(None, self.firsts[field]))
            return [None] * len(self.table.rows)
        return [self._day(row, field, order) for row in range(len(self.table.rows))]

    def _day(self, row: int, field: str, order: str) -> dt.date | None:
        cell = self.cell(row, field)
        day = day_of(cell, order) if cell else None
        if cell and day is None:
            sentence = f"{cell[:60]!r} in {self.heading(field)!r} is not a day. It is left out."
            self.understood.problem(sentence, self.place(row, field))
        return day

    def answer(self, row: int, field: str) -> bool | None:
        """Return whether a cell says yes or no; None is nothing, which includes what is told."""
        cell = self.cell(row, field)
        meaning = means(cell, "yes", "no") if cell else None
        if cell and meaning is None:
            sentence = f"{cell[:60]!r} in {self.heading(field)!r} is neither yes nor no."
            self.understood.problem(sentence, self.place(row, field))
        return None if meaning is None else meaning == "yes"
