"""What cells of OpenDocument sheets show where that is more than the value they keep."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers import expat

_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_SPACES = {"text:tab": "\t", "text:line-break": "\n", "text:s": " "}
_REPEATED = 1_000
"""Repetitions of a cell or row beyond which it is left as it is kept."""

_LARGEST = 64 << 20
"""Bytes of a document beyond which cells are read as they are kept."""

Texts = Mapping[tuple[int, int], str]
"""What a cell shows, by its row and column from 0."""


def texts_shown(data: bytes) -> Mapping[str, Texts]:
    """Return by sheet what cells show: codes with leading zeros, and blanks within texts.

    Args:
        data: The file, whose size and parts are within the limits; nothing for any other file.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if "content.xml" not in archive.namelist():
                return {}
            if archive.getinfo("content.xml").file_size > _LARGEST:
                return {}
            content = archive.read("content.xml")
    except (zipfile.BadZipFile, OSError):
        return {}
    if b"<!DOCTYPE" in content:  # entities of its own, which no program writes
        return {}
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(content, True)  # noqa: FBT003 - it is the last piece, by position only
    except expat.ExpatError:
        return {}
    return reader.sheets


@dataclass
class _Reader:
    """Follows the elements of a document."""

    sheets: dict[str, dict[tuple[int, int], str]] = field(default_factory=dict)
    sheet: str = ""
    row: int = 0
    next_row: int = 0
    column: int = 0
    cell: tuple[int, int, str, str] | None = None
    words: list[str] = field(default_factory=list)
    blanks: bool = False
    inside: int = 0
    aside: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        if name == "table:table":
            self.sheet, self.next_row = attributes.get("table:name", ""), 0
            self.sheets[self.sheet] = {}
        elif name == "table:table-row":
            self.row, self.column = self.next_row, 0
            self.next_row += _times(attributes, "table:number-rows-repeated")
        elif name in _CELLS:
            times = _times(attributes, "table:number-columns-repeated")
            kind, value = attributes.get("office:value-type", ""), attributes.get("office:value")
            self.cell = (self.column, times, kind, value or "")
            self.column += times
            self.words, self.blanks = [], False
        elif name == "office:annotation":
            self.aside += 1
        elif name == "text:p" and not self.aside:
            self.words += ["\n"] if self.words else []
            self.inside += 1
        elif name in _SPACES and self.inside:
            self.words.append(_SPACES[name])
            self.blanks = True

    def text(self, words: str) -> None:
        """Take the text of a paragraph."""
        if self.inside and not self.aside:
            self.words.append(words)

    def end(self, name: str) -> None:
        """Close an element; a cell that shows more than it keeps is noted."""
        if name == "office:annotation":
            self.aside -= 1
        elif name == "text:p" and not self.aside:
            self.inside -= 1
        elif name in _CELLS and self.cell is not None:
            column, times, kind, value = self.cell
            shown, rows = "".join(self.words).strip(), self.next_row - self.row
            more = (kind == "string" and self.blanks) or _is_code(kind, value, shown)
            if more and times <= _REPEATED and rows <= _REPEATED:
                places = ((self.row + r, column + c) for r in range(rows) for c in range(times))
                self.sheets[self.sheet].update(dict.fromkeys(places, shown))
            self.cell = None


def _times(attributes: Mapping[str, str], name: str) -> int:
    given = attributes.get(name, "1")
    return int(given) if given.isdecimal() and len(given) < len("1000000000") else 1


def _is_code(kind: str, value: str, shown: str) -> bool:
    """Return whether a cell shows a number with leading zeros, or with signs between them."""
    digits = "".join(filter(str.isdecimal, shown))
    longer = digits.startswith("0") and len(digits) > len(value)
    return kind == "float" and value.isdecimal() and longer and digits.lstrip("0") == value
