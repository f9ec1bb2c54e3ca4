"""Hostile tables, workbooks, directories and metadata are refused in little memory and time."""

import gzip
import io
import json
import os
import subprocess
import sys
import zipfile

import pytest

from orgmodel.formats.importing.presets import import_any
from orgmodel.formats.salesforce import xml
from orgmodel.model import DesignError, Position, Territory

MEGABYTE = 2**20
MOST = 300
"""Megabytes that the whole program may take."""

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    + "]><Territory2Type><name>&l11;</name></Territory2Type>"
)


def workbook(parts):
    """Pack a workbook of some parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


def sized(head, size):
    """Make a file of a size that holds nothing but its head."""

    def write(path):
        with path.open("wb") as file:
            file.write(head)
            file.truncate(size)

    return write


SHEET = (
    b"<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row>"
    b"<row r='1048576'><c r='ALL1048576'><v>1</v></c></row></sheetData></worksheet>"
)
REPEATED = (
    b"<x:table><x:table-row x:number-rows-repeated='1048576'><x:table-cell o:value-type='string' "
    b"x:number-columns-repeated='1000'><p>A</p></x:table-cell></x:table-row></x:table>"
)
BOMBS = {
    "gigabyte.csv": (sized(b"Name,Title\nA,", 10**9), "larger than 256 MB"),
    "line.csv": (b"Name,Title\nA," + b"x" * 20 * MEGABYTE, "line is longer than 8 MB"),
    "commas.csv": (b"," * 20 * MEGABYTE, "line is longer than 8 MB"),
    "columns.csv": (b"a," * 100_000 + b"\n" + b"1," * 100_000, "the limit is 1,000"),
    "cell.csv": (b"Name,Title\nA," + b"x" * MEGABYTE, "more than 131,072 characters"),
    "lines.csv": (b"\n" * 50 * MEGABYTE, "more than 2,000,000 lines"),
    "quote.csv": (b'Name,Title\n"' + b"a,b\n" * MEGABYTE, "131,072 characters, the limit"),
    "packed.csv.gz": (gzip.compress(b"a,b\n" * 68 * MEGABYTE, 1), "larger than 256 MB"),
    "levels.json": (b"[" * 100_000, "nested deeper than 16 levels"),
    "objects.json": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested deeper than 16 levels"),
    "values.json": (b"[" + b"1," * 10 * MEGABYTE + b"1]", "more than 5,000,000 values"),
    "wide.json": (
        json.dumps([{f"k{n}": 1} for n in range(5_000)]).encode(), "more than 20,000,000 cells",
    ),
    "ratio.xlsx": (workbook({"xl/worksheets/a.xml": b" " * 64 * MEGABYTE}), "200 times its size"),
    "grid.xlsx": (workbook({"xl/worksheets/a.xml": SHEET}), "spans more than 20,000,000 cells"),
    "address.xlsx": (
        workbook({"xl/worksheets/a.xml": b"<c r='AAAAAAAA1'><v>1</v></c>"}),
        "an address that no sheet has",
    ),
    "row.xlsx": (
        workbook({"xl/worksheets/a.xml": b"<row r='4294967295'><c><v>1</v></c></row>"}),
        "an address that no sheet has",
    ),
    "quoted.xlsx": (
        workbook({"xl/worksheets/a.xml": b"<x:c x='>' r='ALL1048576'><v>1</v></x:c>"}),
        "spans more than 20,000,000 cells",
    ),
    "repeated.ods": (workbook({"content.xml": REPEATED}), "spans more than 20,000,000 cells"),
    "parts.xlsx": (workbook({f"x/{n}": b"" for n in range(2_100)}), "more than 2,000 parts"),
    "laughs.xlsx": (workbook({"xl/workbook.xml": LAUGHS.encode()}), "not a workbook that can"),
    "line.ldif": (b"dn: a\ncn: " + b"x" * 20 * MEGABYTE, "line is longer than 8 MB"),
    "fold.ldif": (b"dn: a\ncn: a\n" + b" x\n" * 3 * MEGABYTE, "more than 2,000,000 lines"),
    "A.territory2Type-meta.xml": (LAUGHS.encode(), "declares a type of document or entities"),
    "B.territory2Type-meta.xml": (
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "declares a type of document",
    ),
    "C.territory2Rule-meta.xml": (b"<a>" * 100_000, "deeper than 16 levels"),
    "D.territory2-meta.xml": (b"<a>" + b"<b/>" * 100_000 + b"</a>", "More than 20,000 elements"),
    "E.territory2-meta.xml": (sized(b"<a>", 10**9), "larger than 1 MB"),
}  # fmt: skip

CODE = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (600, 600))  # ends what would never end; nothing is timed
from orgmodel.formats.importing.presets import import_any
from orgmodel.model import OrgmodelError
try:
    import_any(sys.argv[1])
except OrgmodelError as error:
    print(error)
status = open("/proc/self/status").read()
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024, file=sys.stderr)
"""


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="memory is not told here")  # noqa: PTH110
@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused(tmp_path, name):
    """By a limit that is named, within 300 megabytes."""
    made, limit = BOMBS[name]
    if callable(made):
        made(tmp_path / name)
    else:
        (tmp_path / name).write_bytes(made)
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path / name)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert limit in done.stdout
    assert int(done.stderr) < MOST


def test_macros_and_links_of_workbooks_are_not_looked_at(tmp_path):
    """A workbook with both is read for its cells, and a formula for its saved value."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["Name", "Title", "Manager"], ["Dana", "CEO", None], ["Tom", "Rep", "Dana"]):
        book.active.append(row)
    book.active["C3"].hyperlink = "file:///etc/passwd"
    book.save(tmp_path / "plain.xlsx")
    with zipfile.ZipFile(tmp_path / "plain.xlsx") as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 Sub Auto_Open()"
    parts["xl/externalLinks/externalLink1.xml"] = b'<externalLink href="http://x.example"/>'
    (tmp_path / "macro.xlsm").write_bytes(workbook(parts))
    org = import_any(tmp_path / "macro.xlsm").org
    assert org.get(Position, "Tom").reports_to == "Dana"


def test_links_in_folders_of_metadata_are_not_followed(tmp_path):
    """They may lead anywhere."""
    (tmp_path / "secret").mkdir()
    kept = "<Territory2><name>T</name></Territory2>"
    (tmp_path / "secret" / "S.territory2-meta.xml").write_text(kept)
    (tmp_path / "md").mkdir()
    (tmp_path / "md" / "T.territory2-meta.xml").write_text(kept)
    (tmp_path / "md" / "loop").symlink_to(tmp_path / "md", target_is_directory=True)
    (tmp_path / "md" / "out").symlink_to(tmp_path / "secret", target_is_directory=True)
    (tmp_path / "md" / "U.territory2-meta.xml").symlink_to("/etc/passwd")
    imported = import_any(tmp_path / "md")
    assert [t.id for t in imported.org.all(Territory)] == ["T"]


def test_metadata_without_its_extra_is_told(monkeypatch):
    """With what to install."""
    monkeypatch.setitem(sys.modules, "defusedxml", None)
    with pytest.raises(DesignError, match=r'pip install "orgmodel\[salesforce\]"'):
        xml.read_xml(b"<a/>", "x.xml")
