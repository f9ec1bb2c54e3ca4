"""Leading zeros that a workbook shows by a number format such as ``00000`` and does not store."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO

_FORMAT = re.compile(r"<(?:\w+:)?numFmt\b[^<>]*?>")
_USE = re.compile(r"<(?:\w+:)?xf\b[^<>]*?>")
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^<>]*?>")
_LINK = re.compile(r"<(?:\w+:)?Relationship\b[^<>]*?>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^<>]*?)/?>")
_PLACE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_STYLE = re.compile(rb'\bs="([0-9]{1,6})"')
_ZEROS = re.compile(r"0{2,20}")

Padding = Mapping[tuple[int, int], int]
"""How many digits a cell shows at least, by its row and column from 0."""


def paddings(data: bytes) -> dict[str, Padding]:
    """Return by sheet which cells show leading zeros; nothing for what is no such workbook.

    Args:
        data: The workbook, whose size and parts are within the limits.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if not {"xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
                return {}
            digits = _digits(archive.read("xl/styles.xml").decode("utf-8", "replace"))
            if not digits:
                return {}
            return {
                name: dict(_cells(archive.read(part), digits))
                for name, part in _sheets(archive)
                if part in names
            }
    except (zipfile.BadZipFile, OSError):
        return {}


def _digits(styles: str) -> dict[bytes, int]:
    """Return the number of digits by the number of a style, where a format asks for zeros."""
    formats = {}
    for tag in _FORMAT.findall(styles):
        code = _attribute(tag, "formatCode")
        if _ZEROS.fullmatch(code):
            formats[_attribute(tag, "numFmtId")] = len(code)
    start = max(styles.find("cellXfs"), 0)
    # searched from the end: a pattern for both ends would look for the second one again and again
    uses = _USE.findall(styles, start, max(styles.rfind("cellXfs"), start)) if formats else []
    numbers = (formats.get(_attribute(use, "numFmtId"), 0) for use in uses)
    return {str(style).encode(): number for style, number in enumerate(numbers) if number}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the names of sheets, each with its part of the archive."""
    links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    parts = {_attribute(tag, "Id"): _attribute(tag, "Target") for tag in _LINK.findall(links)}
    book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    for tag in _SHEET.findall(book):
        target = parts.get(_attribute(tag, "r:id"), "")
        yield _attribute(tag, "name"), target.lstrip("/") if target[:1] == "/" else f"xl/{target}"


def _cells(sheet: bytes, digits: Mapping[bytes, int]) -> Iterator[tuple[tuple[int, int], int]]:
    for tag in _CELL.finditer(sheet):
        style, place = _STYLE.search(tag[1]), _PLACE.search(tag[1])
        if style and place and (number := digits.get(style[1])):
            column = 0
            for letter in place[1]:
                column = column * 26 + letter - ord("A") + 1
            yield (int(place[2]) - 1, column - 1), number


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s{re.escape(name)}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""
