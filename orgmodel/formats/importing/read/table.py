"""Tables as they stand in files: cells of text, each with its place."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from orgmodel.model import Source


class Number(str):
    """The text of a cell that its file keeps as a number: its decimal sign is a point."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a reader of the report should know: where, and in a sentence.

    Attributes:
        problem: Whether part of the input could not be used as it stands.
        cure: Lines of a mapping file that would settle it, if there are any.
    """

    sentence: str
    source: Source | None = None
    problem: bool = False
    cure: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.source}: {self.sentence}" if self.source else self.sentence


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns as they are written, and its rows of trimmed text.

    Attributes:
        name: What mappings call it: the name of its file without ending, or of its sheet.
        columns: Headings as written; one that comes twice has its number behind it.
        rows: Cells by row, as many as there are columns; an empty cell is an empty text.
        lines: The line of the file, or the row of the sheet, where each row begins.
        file: The file as the user named it.
        sheet: The sheet, where the file has any.
        offsets: Where in its sheet each column stands, from 0.
        heading: The line of the headings.
        notes: What was left out in reading it, and why.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]
    file: str
    sheet: str | None = None
    offsets: Sequence[int] = ()
    heading: int = 1
    notes: Sequence[Note] = field(default=())

    def source(self, row: int | None = None, column: int | None = None) -> Source:
        """Return the place of a cell, of a row, or of the headings.

        Args:
            row: Index of the row; None is that of the headings.
            column: Index of the column. Text files are told by line alone, sheets by cell.
        """
        line = self.heading if row is None else self.lines[row]
        if self.sheet is None:
            return Source(self.file, line)
        offset = self.offsets[column or 0] if self.offsets else column or 0
        return Source(self.file, line, self.sheet, f"{letters(offset)}{line}")

    def values(self, column: int) -> list[str]:
        """Return the cells of a column that are not empty."""
        return [cell for row in self.rows if (cell := row[column])]


@cache
def letters(offset: int) -> str:
    """Return what a sheet calls its column: A, B, …, Z, AA."""
    text, rest = "", offset + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        text = chr(ord("A") + digit) + text
    return text


def folded(text: str) -> str:
    """Return a heading for comparison: case, accents, signs and camel case do not count."""
    return _folded(text[:_LONGEST])


_LONGEST = 200
"""No heading that anybody recognises is longer."""


@lru_cache(maxsize=1 << 16)
def _folded(text: str) -> str:
    if text.isascii():
        for sign, word in _SIGNS.items():
            text = text.replace(sign, word)
        bare = _OTHERS.sub(" ", _CAMEL.sub(" ", text.removesuffix("__c")))
        return " ".join(bare.casefold().split())
    parted: list[str] = []
    before = ""
    for char in unicodedata.normalize("NFKD", text.removesuffix("__c")):
        if unicodedata.category(char) == "Mn" and not _indic(char):
            continue
        if char.isupper() and before.islower():
            parted.append(" ")
        parted.append(char if char.isalnum() or _indic(char) else _SIGNS.get(char, " "))
        before = char
    return " ".join("".join(parted).casefold().replace("ł", "l").split())


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OTHERS = re.compile(r"[^A-Za-z0-9]+")
_SIGNS = {"#": " number ", "%": " percent "}


def _indic(char: str) -> bool:
    """Vowels of Indic scripts are marks, but no accents."""
    return "\u0900" <= char <= "\u0dff"
