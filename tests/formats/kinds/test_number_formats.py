"""Codes that a workbook keeps as numbers arrive as they are shown, with zeros and signs."""

import zipfile

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


ODS = (
    '<?xml version="1.0"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="S"><table:table-row>{heads}</table:table-row>'
    "<table:table-row>{cells}</table:table-row></table:table></office:spreadsheet></office:body>"
    "</office:document-content>"
)
CELL = (
    '<table:table-cell office:value-type="{kind}"{value}><text:p>{text}</text:p></table:table-cell>'
)


def _ods(path, cells):
    heads = "".join(
        CELL.format(kind="string", value="", text=name) for name in ("Customer ID", "Code", "City")
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS.format(heads=heads, cells="".join(cells)))
        archive.writestr(
            "META-INF/manifest.xml",
            "<manifest:manifest "
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            "</manifest:manifest>",
        )


@pytest.mark.parametrize(
    ("value", "text", "shown"),
    [("1234", "01234", "01234"), ("1234", "01-234", "01-234"), ("1234", "1,234", "1234")],
)
def test_a_code_of_open_document_arrives_as_its_cell_shows_it(tmp_path, value, text, shown):
    """Zeros and signs that a style shows are kept; separators of thousands are not."""
    pytest.importorskip("python_calamine")
    number = CELL.format(kind="float", value=f' office:value="{value}"', text=text)
    first = CELL.format(kind="string", value="", text="c1")
    _ods(tmp_path / "x.ods", [first, number, CELL.format(kind="string", value="", text="Rome")])
    tables, _ = read_tables([tmp_path / "x.ods"])
    assert tables[0].rows[0][1] == shown


def test_tabs_and_line_breaks_within_a_cell_part_its_words(tmp_path):
    """Words beside a tab or on two lines do not become one."""
    pytest.importorskip("python_calamine")
    cells = [
        CELL.format(kind="string", value="", text=text)
        for text in ("c1", "a<text:tab/>b", "Rome<text:line-break/>Turin")
    ]
    _ods(tmp_path / "x.ods", cells)
    tables, _ = read_tables([tmp_path / "x.ods"])
    assert tables[0].rows[0][1].split() == ["a", "b"]
    assert tables[0].rows[0][2].split() == ["Rome", "Turin"]
