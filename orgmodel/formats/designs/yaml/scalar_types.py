"""What unquoted text in a design means beyond itself: nothing, or a number."""

import re
from decimal import Decimal

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What stands for nothing where it is not quoted."""

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
"""What is a number where a number and a text may stand: leading zeros make it a code."""


def number_or_text(text: str) -> Decimal | str:
    """Return the number that is written, or the text if it is none."""
    return Decimal(text) if NUMBER.fullmatch(text) else text
