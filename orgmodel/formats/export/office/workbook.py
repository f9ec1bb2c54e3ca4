"""An organisation as a workbook, in which numbers count, dates are days and texts stay texts."""

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from io import BytesIO
from typing import Any

from orgmodel.files import CannotWriteError
from orgmodel.formats.export.coverage_summary import Answers
from orgmodel.formats.export.findings import Remark
from orgmodel.formats.export.office.sheet import Cell, Link, Sheet
from orgmodel.formats.export.office.sheets import sheets_of
from orgmodel.model import Org
from orgmodel.text import clean

MAX_TEXT = 32_767
"""Letters that a cell can hold."""
MAX_ROWS = 1_048_575
"""Rows that a sheet can hold below its headings."""
MAX_LINKS = 65_000
"""Links that a sheet can hold; spreadsheets know 65,530."""

_LONG_AGO = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - files of this kind know no time zones
_FIRST_DAY = dt.date(1900, 3, 1)
_WIDEST, _NARROWEST = 48, 8
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}


def to_xlsx(org: Org, remarks: Iterable[Remark] = (), *, on: dt.date | None = None) -> bytes:
    """Return an organisation as a workbook.

    It has positions, territories, customers with their owner and the reason, who covers whom,
    assignments, and findings, each linked to the row that it is about. The same input gives the
    same bytes. Nothing in it is ever a formula.

    Args:
        org: The organisation.
        remarks: Remarks about its entities, such as the findings of a check.
        on: The as-of date; by default today. It only matters if the design has dates.

    Raises:
        CannotWriteError: If XlsxWriter is not installed, or there are more rows than a sheet holds.
    """
    xlsxwriter = opened()
    sheets = sheets_of(Answers(org, on), tuple(remarks))
    _refuse_long(sheets)
    file = BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    book.set_properties({"title": clean(org.name)[:255], "created": _LONG_AGO})
    _Writer(book, _rows_of(sheets)).write(sheets)
    book.close()
    return file.getvalue()


def opened() -> Any:  # noqa: ANN401 - of an extra
    """Return the library that writes workbooks.

    Raises:
        CannotWriteError: If it is not installed.
    """
    try:
        import xlsxwriter  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = 'Workbooks need XlsxWriter; run pip install "orgmodel[office]" and try again.'
        raise CannotWriteError(message) from error
    return xlsxwriter


def _refuse_long(sheets: Iterable[Sheet]) -> None:
    for sheet in sheets:
        if len(sheet.rows) > MAX_ROWS:
            excess = (
                f"{len(sheet.rows):,} rows of {sheet.name}, more than the {MAX_ROWS:,} of a sheet"
            )
            raise CannotWriteError(f"A workbook cannot hold {excess}; export CSV instead.")


def _rows_of(sheets: Iterable[Sheet]) -> dict[str, tuple[str, int]]:
    """Return the sheet and row of every node."""
    return {
        node: (sheet.name, number)
        for sheet in sheets
        for number, node in enumerate(sheet.nodes, start=2)
    }


class _Writer:
    """Writes sheets into a workbook."""

    def __init__(self, book: Any, rows: Mapping[str, tuple[str, int]]) -> None:  # noqa: ANN401 - of an extra
        self.book, self.rows = book, rows
        self.head = book.add_format(
            {"bold": True, "bg_color": "#1b4965", "font_color": "#ffffff", "valign": "top"}
        )
        self.date = book.add_format({"num_format": "yyyy-mm-dd"})
        self.whole = book.add_format({"num_format": "#,##0"})
        self.cents = book.add_format({"num_format": "#,##0.00"})
        self.link = book.get_default_url_format()
        self.links = 0

    def write(self, sheets: Iterable[Sheet]) -> None:
        """Write all sheets."""
        for sheet in sheets:
            self.links = 0
            page = self.book.add_worksheet(sheet.name)
            for column, heading in enumerate(sheet.headings):
                self.text(page, 0, column, heading, self.head)
            for number, row in enumerate(sheet.rows, start=1):
                for column, cell in enumerate(row):
                    self.cell(page, number, column, cell)
            page.freeze_panes(1, 1)
            page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.headings) - 1)
            for column, width in enumerate(_widths(sheet)):
                page.set_column(column, column, width)

    def cell(self, page: Any, row: int, column: int, cell: Cell) -> None:  # noqa: ANN401 - of an extra
        """Write a cell as what it is."""
        if cell is None or cell == "":
            return
        if isinstance(cell, Link):
            self.linked(page, row, column, cell)
        elif isinstance(cell, bool):
            self.text(page, row, column, "yes" if cell else "no")
        elif isinstance(cell, Decimal | int | float) and math.isfinite(float(cell)):
            amount = self.whole if float(cell).is_integer() else self.cents
            style = amount if isinstance(cell, Decimal) else None
            _checked(page.write_number(row, column, float(cell), style))
        elif isinstance(cell, dt.date) and cell >= _FIRST_DAY:
            when = dt.datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001 - days have no zone
            _checked(page.write_datetime(row, column, when, self.date))
        else:
            self.text(page, row, column, str(cell))

    def linked(self, page: Any, row: int, column: int, link: Link) -> None:  # noqa: ANN401 - of an extra
        """Write a text that leads to a row, where there is one."""
        place, text = self.rows.get(link.node), fitting(link.text)
        if place is None or self.links >= MAX_LINKS:
            self.text(page, row, column, text)
            return
        self.links += 1
        # the text first: as a link's own text it would be taken for a formula or number
        _checked(page.write_url(row, column, f"internal:'{place[0]}'!A{place[1]}", self.link, "x"))
        _checked(page.write_string(row, column, text, self.link))

    def text(self, page: Any, row: int, column: int, text: str, style: Any = None) -> None:  # noqa: ANN401 - of an extra
        """Write a text, whatever it looks like."""
        _checked(page.write_string(row, column, fitting(text), style))


def fitting(text: str) -> str:
    """Return a text as a cell holds it."""
    cleaned = clean(text)
    return cleaned if len(cleaned) <= MAX_TEXT else f"{cleaned[: MAX_TEXT - 1]}\u2026"


def _checked(code: int) -> None:
    # the library tells failures by a number that nobody need look at
    if code:
        raise CannotWriteError(f"A cell could not be written (XlsxWriter says {code}).")


def _widths(sheet: Sheet) -> Iterable[int]:
    for column, heading in enumerate(sheet.headings):
        shown = (row[column] for row in sheet.rows[:1000])
        texts = (cell.text if isinstance(cell, Link) else str(cell or "") for cell in shown)
        # the button of the filter covers the end of a heading
        longest = max((len(text) for text in texts), default=0)
        yield min(max(longest, len(heading) + 3, _NARROWEST) + 1, _WIDEST)
