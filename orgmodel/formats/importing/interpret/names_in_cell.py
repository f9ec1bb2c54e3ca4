"""Several people in one cell, as ``A / B``, ``A and B`` or ``A (interim)``."""

import re

_ROWS = re.compile(r"\s*[;|\n]+\s*")
_BETWEEN = re.compile(
    r"\s*[/&+]\s*|\s*,\s+|\s+(?:and|und|ed?|et|y|i|en|och|oraz|with|mit|con|avec)\s+", re.IGNORECASE
)
_NOTE = re.compile(
    r"\s*[(\[]\s*(?:interim|acting|temp|temporary|a\.?\s?i\.?|ad interim|deputy|backup|primary|"
    r"lead|support|kommissarisch|vertretung|interimistisch|supplente|facente funzione|interino|"
    r"par interim|par int\u00e9rim|p\.?o\.?|tymczasowo|\d{1,3}\s*%)[^()\[\]]*[)\]]\s*",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.'\u2019-]*(?:\s+[^\W\d_][\w.'\u2019-]*)+")


def names_in_cell(cell: str) -> list[str]:
    """Return the names in a cell: several only where each of them has two words at least."""
    found: list[str] = []
    for part in _ROWS.split(cell):
        pieces = [_NOTE.sub(" ", piece).strip() for piece in _BETWEEN.split(part)]
        names = [piece for piece in pieces if piece]
        several = len(names) > 1 and all(map(_NAME.fullmatch, names))
        found += names if several else [_NOTE.sub(" ", part).strip()]
    return [name for name in dict.fromkeys(found) if name]
