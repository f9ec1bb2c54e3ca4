"""Workbooks (.xlsx, .xlsm, .xls, .ods): values as they were last calculated, never a formula."""

import datetime as dt
from collections.abc import Iterable, Sequence
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING

from orgmodel.formats.importing.read.errors import unusable
from orgmodel.formats.importing.read.grid import Grid
from orgmodel.formats.importing.read.leading_zeros import Mask, Padding, paddings, shown
from orgmodel.formats.importing.read.open_document_texts import Texts, texts_shown
from orgmodel.formats.importing.read.table import Note, Number
from orgmodel.formats.importing.read.zip_limits import refuse_bombs
from orgmodel.model import Source

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook, SheetMetadata

_ZIP = b"PK\x03\x04"


def read_workbook(data: bytes, file: str) -> tuple[list[Grid], list[Note]]:
    """Read the visible sheets of a workbook.

    Formulas count with the value that was saved with them; macros and links are not looked at.

    Returns:
        The sheets, and notes on those that were left out.

    Raises:
        DesignError: If python-calamine is missing, or the workbook is damaged, locked by a password
            or beyond a limit.
    """
    if data.startswith(_ZIP):
        refuse_bombs(data, file)
    book = _opened(data, file)
    grids, notes = [], []
    padded = paddings(data) if data.startswith(_ZIP) else {}
    shown_texts = texts_shown(data) if data.startswith(_ZIP) else {}
    for metadata in book.sheets_metadata:
        why = _unused(metadata)
        if why:
            notes.append(
                Note(f"The sheet is not used: it is {why}.", Source(file, None, metadata.name))
            )
        else:
            sheet = _sheet(book, metadata.name, file)
            texts = shown_texts.get(metadata.name, {})
            grids.append(_grid(sheet, file, padded.get(metadata.name, {}), texts))
    return grids, notes


def _opened(data: bytes, file: str) -> "CalamineWorkbook":
    try:
        from python_calamine import (  # noqa: PLC0415  # an extra
            CalamineError,
            CalamineWorkbook,
            PasswordError,
        )
    except ImportError as error:
        sentence = 'Workbooks need python-calamine; run pip install "orgmodel[office]".'
        raise unusable(file, sentence) from error
    try:
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError:
        raise unusable(file, "The workbook asks for a password. Save it without one.") from None
    except (CalamineError, OSError, ValueError) as error:
        raise unusable(file, f"This is not a workbook that can be read: {error}.") from None


def _sheet(book: "CalamineWorkbook", name: str, file: str) -> "CalamineSheet":
    from python_calamine import CalamineError  # noqa: PLC0415  # an extra

    try:
        return book.get_sheet_by_name(name)
    except (CalamineError, OSError, ValueError) as error:
        raise unusable(file, f"The sheet {name!r} cannot be read: {error}.") from None


def _unused(sheet: "SheetMetadata") -> str | None:
    kind, visible = str(sheet.typ).rpartition(".")[2], str(sheet.visible).rpartition(".")[2]
    if kind != "WorkSheet":
        return "no sheet of cells"
    return None if visible == "Visible" else "hidden"


def _grid(sheet: "CalamineSheet", file: str, padded: Padding, texts: Texts) -> Grid:
    rows = [(n, [_text(v) for v in row]) for n, row in enumerate(_values(sheet, file), 1)]
    for (row, column), mask in padded.items():
        if row < len(rows) and column < len(rows[row][1]):
            rows[row][1][column] = _padded(rows[row][1][column], mask)
    for (row, column), text in texts.items():
        if row < len(rows) and column < len(rows[row][1]):
            rows[row][1][column] = Number(text) if text.isdecimal() else text
    notes: list[Note] = []
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        notes += _spread(rows, (top, left), (bottom, right), Grid(sheet.name, file, (), sheet.name))
    return Grid(sheet.name, file, rows, sheet.name, notes)


def _values(sheet: "CalamineSheet", file: str) -> Sequence[Sequence[object]]:
    from python_calamine import CalamineError  # noqa: PLC0415  # an extra

    try:
        return sheet.to_python(skip_empty_area=False)
    except (CalamineError, ValueError) as error:
        raise unusable(file, f"The sheet {sheet.name!r} cannot be read: {error}.") from None


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    if isinstance(value, float | int):
        return Number(int(value) if value == int(value) else value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)


def _padded(cell: str, mask: Mask) -> str:
    """Return a whole number with the leading zeros and signs that its cell shows."""
    if not isinstance(cell, Number) or not cell.isdecimal():
        return cell
    text = shown(cell, mask)
    return Number(text) if text.isdecimal() else text.strip()


def _spread(
    rows: Sequence[tuple[int, list[str]]],
    start: tuple[int, int],
    end: tuple[int, int],
    where: Grid,
) -> Iterable[Note]:
    """Give the value of a cell merged downwards to every row that it spans."""
    (top, left), (bottom, _) = start, end
    if bottom == top or bottom >= len(rows) or not (value := rows[top][1][left]):
        return
    for _, row in rows[top + 1 : bottom + 1]:
        row[left] = value
    sentence = f"Rows {top + 1} to {bottom + 1} share this merged cell, {value[:60]!r}."
    yield Note(sentence, where.place(top + 1, left))
