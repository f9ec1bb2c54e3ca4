"""Spreadsheet cells: texts that would run as formulas get an apostrophe in front."""

import re

# The signs that OWASP's ASVS (1.2.10) names, and their wide forms, which some spreadsheets take too
_STARTS = "=+\\-@\\t\\r\\x00\uff1d\uff0b\uff0d\uff20"
FORMULA = f"'*[{_STARTS}]"
"""The pattern of the start of a text that must be escaped."""
_FORMULA = re.compile(FORMULA)
_ESCAPED = re.compile(f"'+[{_STARTS}]")


def escape_formula(text: str) -> str:
    """Return a text with an apostrophe in front where a spreadsheet would run it as a formula.

    ``unescape_formula(escape_formula(text)) == text`` for every text. This is for texts only:
    numbers are written as they are.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unescape_formula(text: str) -> str:
    """Return the text of a cell without the apostrophe that `escape_formula` put in front."""
    return text[1:] if _ESCAPED.match(text) else text
