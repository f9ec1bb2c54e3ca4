"""Codes that a workbook keeps as numbers arrive as they are shown, with zeros and signs."""

import pytest

from orgmodel.formats.importing.read.tables import read_tables

FORMATS = {
    "00000": "01234",
    r"00\-000": "01-234",
    r"000\ 00": "012 34",
    r"00000\-0000": "00000-1234",
    '"D-"00000': "D-01234",
    "00000;00000": "01234",
    "[$-409]00000": "01234",
    r"[$-409]00000\-0000": "00000-1234",
    "[Red]00000": "01234",
    "00000;-00000;00000;@": "01234",
    "00-000": "01-234",
    "00000_)": "01234",
    "0": "1234",
    "0.00": "1234",
    "#,##0": "1234",
    '0.00" EUR"': "1234",
    "General": "1234",
}


@pytest.mark.parametrize(("code", "shown"), FORMATS.items(), ids=FORMATS.keys())
def test_a_code_arrives_as_its_cell_shows_it(tmp_path, code, shown):
    """Formats of codes keep zeros and signs; those of amounts change nothing."""
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("python_calamine")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Customer ID", "Postal Code"])
    sheet.append(["c1", 1234])
    sheet["B2"].number_format = code
    book.save(tmp_path / "x.xlsx")
    tables, _ = read_tables([tmp_path / "x.xlsx"])
    assert tables[0].rows[0][1] == shown
