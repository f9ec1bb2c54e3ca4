"""CSV tables: one roster of people, or a table for every section."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from orgmodel.formats.designs.json.writing import written
from orgmodel.formats.designs.yaml.scalars import scalar
from orgmodel.formats.values.plain_values import fields_of
from orgmodel.model import SECTIONS, Org, Person, Position, defaults
from orgmodel.network import Known
from orgmodel.text import escape_formula

Separator = Literal[",", ";", "\t"]

_BETWEEN = "; "
_ROSTER = (
    "position_id", "name", "email", "title", "role", "manager_id", "manager", "department", "place",
    "grade", "fte", "territories", "note",
)  # fmt: skip


def to_csv_roster(org: Org, *, separator: Separator = ",", mark: bool = True) -> bytes:
    """Return the people of an organisation as one table: a row per position, vacant ones too.

    Texts that a spreadsheet would take for formulas begin with an apostrophe.

    Args:
        org: The organisation.
        separator: Separator between cells; spreadsheets in many European languages expect ';'.
        mark: Whether to begin with a UTF-8 byte-order mark, which Excel expects.
    """
    known = Known(org)
    rows = [_person(org, known, post) for post in org.all(Position)]
    return _table(_ROSTER, rows, separator, mark=mark)


def to_csv_tables(org: Org, *, separator: Separator = ",", mark: bool = True) -> dict[str, bytes]:
    """Return a table for every section of a design that is not empty, by the name of its file.

    A column is a field; several references or texts stand in one cell with semicolons between
    them, and whatever holds fields of its own is JSON.

    Args:
        org: The organisation.
        separator: Separator between cells.
        mark: Whether to begin with a UTF-8 byte-order mark, which Excel expects.
    """
    head = [{"name": org.name, "currency": org.currency}]
    tables = {
        "organisation.csv": _table(("name", "currency"), map(_values, head), separator, mark=mark)
    }
    for section, kind in SECTIONS.items():
        if entities := org.all(kind):
            rows = [{"id": entity.id, **fields_of(org, entity)} for entity in entities]
            known: type = kind
            names = [name for name in ("id", *defaults(known)) if any(name in row for row in rows)]
            cells = ([_cell(row.get(name)) for name in names] for row in rows)
            tables[f"{section}.csv"] = _table(names, cells, separator, mark=mark)
    return tables


def _values(row: Mapping[str, object]) -> list[str]:
    return [_cell(value) for value in row.values()]


def _person(org: Org, known: Known, post: Position) -> list[str]:
    holder = org.get(Person, post.held_by)
    manager = org.get(Position, post.reports_to)
    role = known.role_of(post)
    values = (
        post.id,
        known.name_of(post),
        holder.email if holder else None,
        post.title or (role.title if role else None),
        str(post.role) if post.role else None,
        str(post.reports_to) if post.reports_to else None,
        known.name_of(manager) if manager else None,
        str(post.department) if post.department else None,
        post.place,
        post.grade,
        post.fte,
        [str(territory) for territory in post.covers],
        post.note,
    )
    return [_cell(value) for value in values]


def _cell(value: object) -> str:
    """Write a value as a cell: numbers and days as they are, texts so that nothing runs them."""
    if value is None:
        return ""
    if isinstance(value, bool | int | float | Decimal | dt.date):
        return scalar(value)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        plain = not any(_BETWEEN.strip() in each for each in value)
        return escape_formula(_BETWEEN.join(value)) if plain else _flat(value)
    return escape_formula(value) if isinstance(value, str) else _flat(value)


def _flat(value: object) -> str:
    # no splitlines(): texts may hold separators of lines of other kinds
    return " ".join(line.strip(" ") for line in written(value).split("\n"))


def _table(
    names: Sequence[str], rows: Iterable[Sequence[str]], separator: str, *, mark: bool
) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=separator)
    writer.writerow(names)
    writer.writerows(rows)
    return file.getvalue().encode("utf-8-sig" if mark else "utf-8")
