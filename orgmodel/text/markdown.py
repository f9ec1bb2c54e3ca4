"""Markdown: escaped text and tables."""

import re
from collections.abc import Collection, Iterable, Sequence

from orgmodel.text.clean import clean

_ACTIVE = re.compile(r"[\\`*_{}\[\]<>|#~$!&^@\"]")
_AT_START = re.compile(r"^\d+[.)](?=\s|$)|^[-+=]+")
_LINKED = re.compile(r"(?<=[@#])|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
_GAP = "\u200b"


def escape_markdown(text: object, *, starts_line: bool = False) -> str:
    """Return a text on one line that Markdown shows as it is.

    No text becomes a link, an image, a heading, HTML or the end of a table cell: signs with a
    meaning become character references. Where a site such as GitHub looks for people, issues and
    addresses in the finished text, a space without width keeps it from finding any.

    Args:
        text: The text.
        starts_line: Whether it begins a line or a list item, where signs of lists count as well.
    """
    separated = _LINKED.sub(_GAP, clean(str(text)))
    escaped = _ACTIVE.sub(_references, separated)
    return _AT_START.sub(_references, escaped) if starts_line else escaped


def _references(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(sign)};" for sign in found[0])


def markdown_table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], *, right: Collection[int] = ()
) -> list[str]:
    """Return the lines of a table whose cells are Markdown already.

    Args:
        heads: The column headings.
        rows: The cells; escape what is not Markdown with `escape_markdown`.
        right: The numbers of the columns, from 0, that are aligned right.
    """
    rules = ["---:" if column in right else "---" for column in range(len(heads))]
    return [f"| {' | '.join(cells)} |" for cells in (heads, rules, *rows)]
