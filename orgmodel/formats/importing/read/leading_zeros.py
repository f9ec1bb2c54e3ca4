r"""What a workbook shows by a number format such as ``00000`` or ``00\-000`` and does not store."""

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
_PREFIX = re.compile(r"(?:\[[^\]]*\])+")
_PARTS = re.compile(r"""(0)|"([^"]*)"|\\(.)|[_*].|([-\s()+])|(.)""", re.DOTALL)
_SECTION = re.compile(r"""((?:"[^"]*"|\\.|[^;"\\])*)""", re.DOTALL)
_LEAST, _LEAST_WRITTEN, _MOST = 2, 4, 20
"""Digits of a format of codes: alone, beside signs that are written, and at most."""

Mask = tuple[str, ...]
"""What a format shows from left to right: an empty text for a digit, or signs that are written."""
Padding = Mapping[tuple[int, int], Mask]
"""What a cell shows, by its row and column from 0."""


def mask_of(code: str) -> Mask | None:
    r"""Return what a number format shows if it is one of codes with leading zeros, or None.

    Only the first section counts; colours, conditions and locales before it show nothing. A format
    with decimals, separators of thousands, optional digits or dates is one of amounts or days.

    Args:
        code: A number format as XLSX writes it, such as ``[$-409]00\-000;@``.
    """
    first = _SECTION.match(_PREFIX.sub("", code))
    mask: list[str] = []
    for zero, quoted, escaped, bare, other in _PARTS.findall(first[1] if first else ""):
        if other:
            return None
        if zero:
            mask.append("")
        elif written := quoted or escaped or bare:
            mask.append(written)
    digits = mask.count("")
    least = _LEAST if digits == len(mask) else _LEAST_WRITTEN
    return tuple(mask) if least <= digits <= _MOST else None


def shown(number: str, mask: Mask) -> str:
    """Return the digits of a number as a mask shows them; further ones stand in front."""
    wanted = mask.count("")
    digits = number.zfill(wanted)
    rest = iter(digits[len(digits) - wanted :])
    text = "".join(sign or next(rest) for sign in mask)
    first = mask.index("")
    return (
        f"{text[: len(''.join(mask[:first]))]}{digits[: len(digits) - wanted]}"
        + (text[len("".join(mask[:first])) :])
    )


def paddings(data: bytes) -> dict[str, Padding]:
    """Return by sheet which cells show leading zeros; nothing for other files.

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


def _digits(styles: str) -> dict[bytes, Mask]:
    """Return what is shown by the number of a style, where a format asks for zeros."""
    formats = {}
    for tag in _FORMAT.findall(styles):
        code = _attribute(tag, "formatCode")
        if (mask := mask_of(code)) is not None:
            formats[_attribute(tag, "numFmtId")] = mask
    start = max(styles.find("cellXfs"), 0)
    # searched from the end: a pattern for both ends would look for the second one again and again
    uses = _USE.findall(styles, start, max(styles.rfind("cellXfs"), start)) if formats else []
    masks = (formats.get(_attribute(use, "numFmtId")) for use in uses)
    return {str(style).encode(): mask for style, mask in enumerate(masks) if mask}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the names of sheets, each with its part of the archive."""
    links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    parts = {_attribute(tag, "Id"): _attribute(tag, "Target") for tag in _LINK.findall(links)}
    book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    for tag in _SHEET.findall(book):
        target = parts.get(_attribute(tag, "r:id"), "")
        yield _attribute(tag, "name"), target.lstrip("/") if target[:1] == "/" else f"xl/{target}"


def _cells(sheet: bytes, digits: Mapping[bytes, Mask]) -> Iterator[tuple[tuple[int, int], Mask]]:
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
