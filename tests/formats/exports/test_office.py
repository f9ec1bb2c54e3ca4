"""A workbook is one that people can work with: filters, links, numbers that count."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest

from orgmodel.files import CannotWriteError
from orgmodel.formats.export.office import to_xlsx, workbook
from orgmodel.model import Assignment, Customer, Org, Position, Territory, Where
from orgmodel.rules import validate


@pytest.fixture
def org():
    """Give a small organisation with a gap."""
    org = Org("Aurora")
    north = org.add(Territory("north", Where(place="IT")))
    boss = org.add(Position("boss", "sales_director", held_by="Dana"))
    rep = org.add(
        Position("rep", "sales_representative", held_by="Leo", reports_to=boss, covers=[north])
    )
    org.add(Customer("acme", place="IT", revenue=Decimal("1234.5"), postal_code="0123"))
    org.add(Customer("nova", place="CH", size=12))
    org.add(Assignment("a", "acme", rep, "deputy", since=dt.date(2026, 1, 2), share=50))
    return org


def opened(org, remarks=()):
    """Export and read again."""
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(org, remarks)))


def column(sheet, heading):
    """Give the cells below a heading."""
    (cells,) = [cells for cells in sheet.iter_cols() if cells[0].value == heading]
    return cells[1:]


def test_numbers_count_days_are_days_and_codes_stay_codes(org):
    """Nobody has to mend a column first."""
    book = opened(org)
    (revenue, _), (code, _) = (
        column(book["Customers"], name) for name in ("Revenue", "Postal code")
    )
    assert (revenue.value, revenue.number_format) == (1234.5, "#,##0.00")
    assert code.value == "0123"
    (since,) = column(book["Assignments"], "From")
    assert since.value == dt.datetime(2026, 1, 2)  # noqa: DTZ001 - as openpyxl gives days
    assert since.is_date


def test_customers_say_who_has_them_and_why(org):
    """And who does not."""
    book = opened(org)
    assert [cell.value for cell in column(book["Customers"], "Owner")] == ["Leo", None]
    assert [cell.value for cell in column(book["Customers"], "Reason")] == [
        "territory rule north (place IT)",
        "nothing matches",
    ]
    assert [cell.value for cell in column(book["Coverage"], "Sales Representative")] == [
        "Leo",
        None,
    ]


def test_findings_lead_to_the_rows_that_they_are_about(org):
    """With a click."""
    report = validate(org)
    book = opened(org, report)
    cells = column(book["Findings"], "About")
    assert len(cells) == len(report)
    led = {cell.value: cell.hyperlink.location for cell in cells if cell.hyperlink}
    assert led["nova"] == "'Customers'!A3"
    (_, count) = column(book["Customers"], "Findings")
    assert count.value == sum(finding.subject == "customer:nova" for finding in report)


def test_sheets_can_be_read_and_filtered(org):
    """Headings stay in sight, columns are as wide as their texts."""
    for sheet in opened(org, validate(org)):
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        assert sheet.column_dimensions["A"].width >= 8


def test_the_same_organisation_gives_the_same_bytes(org):
    """Whenever it is exported."""
    assert to_xlsx(org, validate(org)) == to_xlsx(org, validate(org))


def test_an_empty_organisation_has_a_sheet():
    """A workbook needs one."""
    assert opened(Org("Empty")).sheetnames == ["Positions"]


def test_amounts_and_texts_beyond_a_cell_are_kept_as_texts_and_cut(org):
    """Rather than lost or wrong."""
    org.add(Customer("big", revenue=Decimal("1E+400"), note="x" * 40_000))
    book = opened(org)
    assert column(book["Customers"], "Revenue")[2].value == "1E+400"
    note = column(book["Customers"], "Note")[2].value
    assert len(note) == workbook.MAX_TEXT
    assert note.endswith("x\u2026")


def test_more_rows_than_a_sheet_holds_are_refused(org, monkeypatch):
    """With the number and a way out."""
    monkeypatch.setattr(workbook, "MAX_ROWS", 1)
    with pytest.raises(CannotWriteError, match=r"2 rows of Positions.*export CSV"):
        to_xlsx(org)


def test_links_beyond_the_limit_are_texts(org, monkeypatch):
    """Spreadsheets would drop them with a warning."""
    monkeypatch.setattr(workbook, "MAX_LINKS", 0)
    (manager,) = [c for c in column(opened(org)["Positions"], "Reports to") if c.value]
    assert (manager.value, manager.hyperlink) == ("boss", None)


def test_a_cell_that_cannot_be_written_is_no_secret(org, monkeypatch):
    """The library only returns a number."""
    monkeypatch.setattr("xlsxwriter.worksheet.Worksheet.write_string", lambda *_: -2)
    with pytest.raises(CannotWriteError, match="says -2"):
        to_xlsx(org)
