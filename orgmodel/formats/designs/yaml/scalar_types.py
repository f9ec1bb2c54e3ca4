"""Types of unquoted text in a design: nothing, a number, or text."""

import re
from decimal import Decimal

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Unquoted texts that stand for nothing."""

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
"""Numbers, where a number or a text may stand; leading zeros make a code."""


def number_or_text(text: str) -> Decimal | str:
    """Return the number that is written, or the text if it is not one."""
    return Decimal(text) if NUMBER.fullmatch(text) else text
