"""Headings, lists and tables in Markdown, in which every text stands as it is written."""

import re
from collections.abc import Iterable, Sequence

from orgmodel.text import clean

# the signs of Markdown and of sites that show it; at the start, those of lists and lines below
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>|#~$!&^@\"]|:(?=//)|^\d+[.)](?=\s|$)|^[-+=]+")
_LINKED = re.compile(r"(?<=www)(?=\.)", re.IGNORECASE)
_GAP = "\u200b"


def escaped(text: object) -> str:
    """Return a text that Markdown shows as it is: signs that may mean something become references.

    No text becomes a link, an image, a heading, markup of HTML or the end of a cell.
    """
    apart = _LINKED.sub(_GAP, clean(str(text)))
    return _ACTIVE.sub(_codes, apart)


def _codes(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(sign)};" for sign in found[0])


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Return a table of texts, or nothing if it has no rows; columns without texts are left out."""
    cells = [[escaped(cell) for cell in row] for row in rows]
    used = [column for column in range(len(heads)) if any(row[column] for row in cells)]
    if not cells or not used:
        return []
    lines = [[heads[column] for column in used], ["---"] * len(used)]
    lines += [[row[column] for column in used] for row in cells]
    return ["", *(f"| {' | '.join(line)} |" for line in lines)]


def heading(level: int, text: object) -> list[str]:
    """Return a heading."""
    return ["", f"{'#' * level} {escaped(text)}"]


def paragraph(text: str) -> list[str]:
    """Return a paragraph of text that is markup already."""
    return ["", text]


def item(text: str, level: int = 0) -> str:
    """Return an item of a list, of text that is markup already."""
    return f"{'  ' * level}- {text}"
