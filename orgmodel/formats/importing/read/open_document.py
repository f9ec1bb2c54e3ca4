"""Sheets of OpenDocument before they are opened: how far do repeated rows and cells reach?"""

import re

from orgmodel.formats.importing.read.errors import unusable
from orgmodel.formats.importing.read.limits import MAX_CELLS

_TAG = re.compile(
    rb"""<(?:[^\s<>:"'/=]+:)?(table|table-row|(?:covered-)?table-cell)(?=[\s/>])"""
    rb"""((?>[^<>"']+|"[^"]*"|'[^']*')*+)>"""
)
_REPEATED = re.compile(rb"""\snumber-(?:rows|columns)-repeated\s*=\s*["']\s*([0-9]{1,18})""")
_WITH_PREFIX = re.compile(rb"""\s[^\s=<>"']+:(number-(?:rows|columns)-repeated)""")


def refuse_wide(content: bytes, file: str) -> None:
    """Raise an error if the cells of a sheet that hold something span too many.

    Empty cells to the right and below, which are often repeated to the end of a sheet, do not
    count.

    Raises:
        DesignError: Naming the limit.
    """
    rows = lowest = widest = column = 0
    for match in _TAG.finditer(content):
        what, attributes = match.groups()
        repeated = _times(attributes)
        if what == b"table":
            rows = lowest = widest = 0
        elif what == b"table-row":
            rows, column = rows + repeated, 0
        else:
            column += repeated
            if b"value-type" in attributes or not attributes.endswith(b"/"):
                lowest, widest = max(lowest, rows), max(widest, column)
        if lowest * widest > MAX_CELLS:
            raise unusable(file, f"A sheet spans more than {MAX_CELLS:,} cells, the limit.")


def _times(attributes: bytes) -> int:
    found = _REPEATED.search(_WITH_PREFIX.sub(rb" \1", attributes))
    return int(found[1]) if found else 1
