"""Workbooks before they are opened: is what lies in the archive within the limits?"""

import re
import zipfile
from collections.abc import Sequence
from io import BytesIO

from orgmodel.formats.importing.read.errors import unusable
from orgmodel.formats.importing.read.limits import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_PARTS,
    MAX_RATIO,
    MAX_UNZIPPED,
)
from orgmodel.formats.importing.read.open_document import refuse_wide
from orgmodel.model import DesignError

_SMALL = 1 << 20
_TAG = re.compile(rb"""<(?:[^\s<>:"'/=]+:)?(c|row)(?=[\s/>])((?>[^<>"']+|"[^"]*"|'[^']*')*+)>""")
_ANY = re.compile(rb"""<(?:[^\s<>:"'/=]+:)?(?:c|row)(?=[\s/>])""")
_PLAIN = re.compile(rb"""<c r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*>""")
_PLAIN_ROW = re.compile(rb"""<row r="([0-9]{1,7})"[^<>]*>""")
_ADDRESS = re.compile(rb"""\sr\s*=\s*["']([^"']*)["']""")
_PLACE = re.compile(rb"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_TEXT = re.compile(rb"""\bt\s*=\s*["']s["'][^<>]*>\s*<(?:\w+:)?v>\s*([0-9]{1,9})""")
_TEXT_END = b"</si>"
_MAX_COPIED = 2**30
"""Bytes that the texts of all cells may come to; cells share them in the file, not in memory."""


def refuse_bombs(data: bytes, file: str) -> None:
    """Raise an error if a workbook, once unpacked, would be beyond a limit.

    Only the directory of the archive and the addresses of cells are looked at.

    Raises:
        DesignError: Naming the limit.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _refuse_sizes(archive.infolist(), file)
            texts = [size for i in archive.infolist() for size in _shared(archive, i)]
            for info in archive.infolist():
                if info.filename.lower().endswith(".xml") and "/worksheets/" in info.filename:
                    _refuse_grid(archive.read(info), file, texts)
                elif info.filename == "content.xml":
                    refuse_wide(archive.read(info), file)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise unusable(file, f"The workbook is damaged or locked: {error}.") from None


def _refuse_sizes(parts: list[zipfile.ZipInfo], file: str) -> None:
    total = sum(part.file_size for part in parts)
    steep = any(
        part.file_size > _SMALL and part.file_size > MAX_RATIO * part.compress_size
        for part in parts
    )
    if len(parts) > MAX_PARTS:
        raise unusable(file, f"The workbook has more than {MAX_PARTS:,} parts, the limit.")
    if total > MAX_UNZIPPED:
        size = MAX_UNZIPPED >> 20
        raise unusable(file, f"The workbook unpacks to more than {size} MB, the limit.")
    if steep:
        sentence = f"A part of the workbook unpacks to over {MAX_RATIO} times its size, the limit."
        raise unusable(file, sentence)


def _shared(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> list[int]:
    """Return the sizes of the texts that cells share, by their numbers."""
    if not part.filename.lower().endswith("sharedstrings.xml"):
        return []
    return [len(text) for text in archive.read(part).split(_TEXT_END)]


def _refuse_grid(sheet: bytes, file: str, texts: Sequence[int]) -> None:
    """A sheet is kept as a full grid: one cell far down and far right makes it huge."""
    widest, lowest, cells = _extent(sheet, file)
    if widest > MAX_COLUMNS:
        sentence = f"A sheet has cells beyond its column {MAX_COLUMNS:,}, the limit."
        raise unusable(file, sentence)
    if widest * lowest > MAX_CELLS:
        raise unusable(file, f"A sheet spans more than {MAX_CELLS:,} cells, the limit.")
    if cells * max(texts, default=0) > _MAX_COPIED and _copied(sheet, texts) > _MAX_COPIED:
        size = _MAX_COPIED >> 20
        raise unusable(file, f"The texts of a sheet come to more than {size} MB, the limit.")


def _extent(sheet: bytes, file: str) -> tuple[int, int, int]:
    """Return how wide and how long a sheet is, and how many cells it has.

    Cells and rows without an address follow those before them.
    """
    plain, rows = _PLAIN.findall(sheet), _PLAIN_ROW.findall(sheet)
    if len(plain) + len(rows) == len(_ANY.findall(sheet)):
        lines = map(int, {line for _, line in plain}.union(rows))
        return (
            max(map(_number, {c for c, _ in plain}), default=0),
            max(lines, default=0),
            len(plain),
        )
    return _any_extent(sheet, file)


def _any_extent(sheet: bytes, file: str) -> tuple[int, int, int]:
    """Return the same whatever the sheet is written like, which takes its time."""
    widest, row, lowest, column, cells = 0, 0, 0, 0, 0
    letters: dict[bytes, int] = {}
    for match in _TAG.finditer(sheet):
        what, attributes = match.groups()
        address = _ADDRESS.search(attributes)
        if what == b"row":
            row = _line(address[1], file) if address else row + 1
            column = 0
        elif address is None:
            column += 1
            cells += 1
        else:
            place = _PLACE.fullmatch(address[1])
            if place is None:
                raise _nowhere(file)
            cells += 1
            name, line = place.groups()
            column = letters.get(name) or letters.setdefault(name, _number(name))
            row = int(line)
        widest, lowest = max(widest, column), max(lowest, row)
    return widest, lowest, cells


def _line(address: bytes, file: str) -> int:
    if not address.isdigit() or len(address) > len(str(MAX_CELLS)):
        raise _nowhere(file)
    return int(address)


def _nowhere(file: str) -> DesignError:
    return unusable(file, "A cell or row of a sheet has an address that no sheet has.")


def _copied(sheet: bytes, texts: Sequence[int]) -> int:
    """Return how many bytes the texts of all cells come to."""
    numbers = map(int, _TEXT.findall(sheet))
    return sum(texts[number] for number in numbers if number < len(texts))


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
