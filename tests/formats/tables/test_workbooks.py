"""Workbooks: values as they stand, with sheet and cell, and nothing that is not a value."""

import datetime as dt
import io
import zipfile

import pytest
import xlsxwriter

from orgmodel.formats.importing import import_design
from orgmodel.model import Assignment, Customer, DesignError, Position, Source

PEOPLE = [["ID", "Name", "Title", "Manager"], [1, "Ann", "CEO", None], [2, "Bob", "Rep", 1]]


@pytest.fixture
def book(tmp_path, monkeypatch):
    """Write a workbook of sheets, let something be changed, and import it."""
    monkeypatch.chdir(tmp_path)

    def run(sheets, change=lambda *_: None):
        with xlsxwriter.Workbook("book.xlsx") as written:
            day = written.add_format({"num_format": "dd/mm/yyyy"})
            pages = {name: written.add_worksheet(name) for name in sheets}
            for name, rows in sheets.items():
                for at, row in enumerate(rows):
                    for column, value in enumerate(row):
                        form = [day] if isinstance(value, dt.date) else []
                        pages[name].write(at, column, value, *form)
            change(written, pages)
        return import_design("book.xlsx")

    return run


def posts(found):
    """Give the positions of an import by id."""
    return {post.id: post for post in found.org.all(Position)}


def test_numbers_are_ids_and_places_are_cells(book):
    """Sheets keep the id 1 as the number 1.0; findings name sheet and cell."""
    found = book({"Staff": PEOPLE})
    assert posts(found)["2"].reports_to == "1"
    place = found.org.source_of(posts(found)["2"])
    assert (str(place), place.line) == ("book.xlsx:Staff!A3", 3)


def test_a_problem_names_its_cell(book):
    """Not only its row."""
    found = book({"Staff": [*PEOPLE, [3, "Eve", "Rep", 99]]})
    assert [str(problem.source) for problem in found.problems] == ["book.xlsx:Staff!D4"]


def test_cells_keep_their_addresses_beside_blank_columns(book):
    """Tables often begin at B3."""
    rows = [[], [], *([None, *row[:2], None, *row[2:]] for row in PEOPLE)]
    found = book({"Staff": [*rows, [None, 3, "Eve", None, "Rep", 99]]})
    assert str(found.org.source_of(posts(found)["1"])) == "book.xlsx:Staff!B4"
    assert [str(problem.source) for problem in found.problems] == ["book.xlsx:Staff!F6"]


def test_all_sheets_are_one_design(book):
    """Each is a table of its own kind."""
    customers = [["Customer", "Revenue", "Account manager"], ["Acme", 1234.5, "Bob"]]
    found = book({"Staff": PEOPLE, "Customers": customers})
    (acme,) = found.org.all(Customer)
    assert (str(acme.revenue), acme.managed_by) == ("1234.5", "2")


def test_hidden_sheets_are_told_and_not_used(book):
    """What its author hid is not meant."""

    def hide(_, pages):
        pages["Old staff"].hide()

    found = book({"Staff": PEOPLE, "Old staff": [*PEOPLE, [3, "Eve", "Rep", 1]]}, hide)
    assert set(posts(found)) == {"1", "2"}
    assert "book.xlsx:Old staff: The sheet is not used: it is hidden." in map(str, found.notes)


def test_formulas_count_with_their_saved_value(book):
    """They are never calculated."""

    def formula(_, pages):
        pages["Staff"].write_formula("D3", "=A2+1000", None, 1)

    assert posts(book({"Staff": PEOPLE}, formula))["2"].reports_to == "1"


def test_days_of_sheets_are_days(book):
    """However they are shown."""
    found = book(
        {
            "Staff": PEOPLE,
            "Customers": [["Customer", "City"], ["Acme", "Rome"]],
            "Assignments": [["Customer", "Employee", "Since"], ["Acme", 2, dt.date(2026, 2, 1)]],
        }
    )
    assert [each.since for each in found.org.all(Assignment)] == [dt.date(2026, 2, 1)]


def test_numbers_kept_as_text_are_read_as_text_is(book):
    """Beside cells that are numbers, whose decimal sign is no matter of convention."""
    rows = [["Customer", "Revenue"], ["a", 1.234], ["b", "1.234,50"], ["c", "7"]]
    found = book({"Customers": rows})
    revenue = [str(customer.revenue) for customer in found.org.all(Customer)]
    assert revenue == ["1.234", "1234.50", "7"]


def test_cells_merged_downwards_hold_for_each_row(book):
    """As a department does beside its people."""

    def merge(_, pages):
        pages["Staff"].merge_range("E2:E3", "Sales")

    found = book({"Staff": [[*PEOPLE[0], "Department"], *PEOPLE[1:]]}, merge)
    assert {post.department for post in posts(found).values()} == {"Sales"}
    assert any("share this merged cell, 'Sales'" in str(note) for note in found.notes)


def bomb(tmp_path, name, content):
    """Write a workbook whose one part is replaced."""
    path = tmp_path / "bomb.xlsx"
    with xlsxwriter.Workbook(str(path)) as written:
        page = written.add_worksheet("Staff")
        for at, row in enumerate(PEOPLE):
            page.write_row(at, 0, ["" if value is None else value for value in row])
    parts = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as changed:
        for part in parts.namelist():
            changed.writestr(part, content if part == name else parts.read(part))
    return path


SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1"><v>1</v></c></row>%s</sheetData></worksheet>'
)


@pytest.mark.parametrize(
    ("content", "limit"),
    [
        (SHEET % (b" " * 100_000_000), "unpacks to over 200 times its size"),
        (SHEET % b'<row r="1"><c r="XFD1"><v>1</v></c></row>', "beyond its column 1,000"),
        (SHEET % b'<row r="9"><c r="ZZ1000000"><v>1</v></c></row>', "more than 20,000,000 cells"),
        (SHEET % b"<row r='9'><c s='1' r='ZZ1000000'/></row>", "more than 20,000,000 cells"),
    ],
)
def test_bombs_are_refused_by_a_named_limit(tmp_path, content, limit):
    """Before anything is unpacked into memory."""
    path = bomb(tmp_path, "xl/worksheets/sheet1.xml", content)
    with pytest.raises(DesignError, match=limit):
        import_design(path)


def test_texts_that_many_cells_share_are_counted_for_each(tmp_path):
    """A file of kilobytes may else take gigabytes of memory."""
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(str(path)) as written:
        page = written.add_worksheet("Staff")
        for row in range(40_000):
            page.write_string(row, 0, "x" * 32_000)
    with pytest.raises(DesignError, match="come to more than 1024 MB"):
        import_design(path)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 100, b"not a workbook"]
)
def test_what_is_no_workbook_is_told(tmp_path, data):
    """Without a traceback."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    with pytest.raises(DesignError, match="workbook"):
        import_design(path)


def test_sources_of_sheets_are_exact(book):
    """The heading is a place too."""
    found = book({"Staff": [[*PEOPLE[0], "Shoe"], *([*row, 40] for row in PEOPLE[1:])]})
    (note,) = found.notes
    assert note.source == Source("book.xlsx", 1, "Staff", "E1")
