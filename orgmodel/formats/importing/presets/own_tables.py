"""The tables that designs are exported to, read back as what they were."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from orgmodel.formats.importing import (
    Imported,
    Mapping,
    Row,
    Table,
    TableMapping,
    Understood,
    Use,
)
from orgmodel.formats.importing.import_tables import built
from orgmodel.formats.importing.interpret.result import Account, Cells, TableCount
from orgmodel.formats.values.file_contents import contents_of, unusable
from orgmodel.model import SECTIONS, defaults, nested
from orgmodel.text import unescape_formula

_HEAD = "organisation"
_BETWEEN = "; "
_LONGEST = 2_000


def is_own(folder: Path) -> bool:
    """Return whether a folder holds the tables that a design was exported to."""
    head = folder / f"{_HEAD}.csv"
    separator = _separator(head) if head.is_file() else None
    if separator is None:
        return False
    others = [file for file in folder.iterdir() if file.suffix == ".csv" and file != head]
    return all(
        f.stem in SECTIONS and _fields(f.stem).issuperset(_first(f).split(separator))
        for f in others
    )


def _first(file: Path) -> str:
    with file.open(encoding="utf-8-sig", errors="replace") as stream:
        return stream.readline(_LONGEST).strip("\r\n")


def _separator(head: Path) -> str | None:
    """Return what stands between the cells of the table that names the organisation."""
    first = _first(head)
    return next((sign for sign in ",;\t" if first == f"name{sign}currency"), None)


def import_own(folder: Path) -> Imported:
    """Make the design that was exported to a folder of tables; errors as for any tables."""
    separator = _separator(folder / f"{_HEAD}.csv") or ","
    head = _read(folder / f"{_HEAD}.csv", separator)
    sections = [
        _read(file, separator) for name in SECTIONS if (file := folder / f"{name}.csv").is_file()
    ]
    if [len(row) for row in head.rows] != [len(head.columns)]:
        raise unusable(head.file, "One row is wanted: the name and the currency.")
    ((name, currency),) = head.rows
    tables = [head, *sections]
    mapping = Mapping(unescape_formula(name), currency, {t.name: _said(t) for t in tables})
    understood = Understood()
    for table in sections:
        understood.rows += [_row(table, number) for number in range(len(table.rows))]
    org, notes = built(understood, mapping)
    counts = [
        TableCount(table.name, table.name, len(table.rows), len(table.rows)) for table in sections
    ]
    return Imported(org, mapping, tables, notes, Account(counts))


def _said(table: Table) -> TableMapping:
    uses = {column: Use((column,), "field of that name") for column in table.columns}
    return TableMapping(table.name, uses, "exported by orgmodel")


def _read(file: Path, separator: str) -> Table:
    try:
        text = contents_of(str(file)).decode("utf-8-sig")
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        columns, *rows = [(reader.line_num, row) for row in reader if row]
    except (ValueError, csv.Error) as error:
        raise unusable(str(file), f"This is not a table of text in UTF-8: {error}.") from None
    ragged = [line for line, row in rows if len(row) != len(columns[1])]
    if ragged:
        sentence = f"The row of line {ragged[0]} has not as many cells as there are columns."
        raise unusable(str(file), sentence)
    lines, cells = [line for line, _ in rows], [row for _, row in rows]
    return Table(file.stem, tuple(columns[1]), cells, lines, str(file))


def _fields(section: str) -> set[str]:
    kind: type = SECTIONS[section]
    return {"id", *defaults(kind)}


def _row(table: Table, number: int) -> Row:
    kind = SECTIONS[table.name]
    known: type = kind  # mypy takes no class of entities for hashable
    unsaid, with_fields = defaults(known), nested(known)
    fields: dict[str, Any] = {
        name: _value(unescape_formula(cell), unsaid.get(name), nested=name in with_fields)
        for name, cell in zip(table.columns, table.rows[number], strict=True)
        if cell
    }
    columns = {name: place for place, name in enumerate(table.columns)}
    id_ = fields.pop("id", "")
    return Row(kind, id_, fields, table.source(number), Cells(table, number, columns))


def _value(text: str, unsaid: object, *, nested: bool) -> object:
    """Return what a cell holds: fields of its own as JSON, several values, or the text itself."""
    if isinstance(unsaid, tuple):
        return _json(text, list) or text.split(_BETWEEN)
    if isinstance(unsaid, dict) or nested:
        found = _json(text, dict)
        return text if found is None else found
    return text


def _json(text: str, kind: type[Any]) -> Any:  # noqa: ANN401 - whatever JSON holds
    if not text.startswith(("{", "[")):
        return None
    try:
        found: Any = json.loads(text, parse_float=Decimal)
    except ValueError:
        return None
    return found if isinstance(found, kind) else None
