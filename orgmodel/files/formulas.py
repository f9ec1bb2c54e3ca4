"""Texts that spreadsheets would take for formulas, told from texts by an apostrophe in front."""

import re

# The signs that OWASP's ASVS (1.2.10) names, and their wide forms, which some spreadsheets take too
_STARTS = "=+\\-@\\t\\r\\x00\uff1d\uff0b\uff0d\uff20"
FORMULA = f"'*[{_STARTS}]"
"""How a text begins that must be guarded, as a pattern."""
_FORMULA = re.compile(FORMULA)
_GUARDED = re.compile(f"'+[{_STARTS}]")


def guarded(text: str) -> str:
    """Return a text with an apostrophe in front where a spreadsheet would run it as a formula.

    ``unguarded(guarded(text)) == text`` for every text. Numbers need no guard.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return the text of a cell without the apostrophe that `guarded` put in front."""
    return text[1:] if _GUARDED.match(text) else text
