"""Terminals: columns as wide as they are shown, and no control codes out of other people's text."""

import re
from collections.abc import Collection, Sequence
from unicodedata import east_asian_width

# C0 and C1 controls but for tab and line feed, and what reorders the text around it
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_UNSTYLED = re.compile(f"(?!\x1b\\[[0-9;]*m){_CONTROLS.pattern}")


def escape_terminal(text: str, encoding: str = "utf-8", *, styled: bool = False) -> str:
    r"""Return lines of text that a terminal prints as they are.

    Control characters, which could move the cursor or retitle the window, and letters that the
    terminal's encoding lacks become their codes, as in ``\x1b``.

    Args:
        text: The lines.
        encoding: What the terminal reads.
        styled: Whether codes of colours are ours and stay.
    """
    pattern = _UNSTYLED if styled else _CONTROLS
    escaped = pattern.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
    return escaped.encode(encoding, "backslashreplace").decode(encoding)


def terminal_width(text: str) -> int:
    """Return how many columns of a terminal a text takes; East Asian letters take two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def columns(rows: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> list[str]:
    """Return rows of cells as lines with aligned columns.

    Args:
        rows: The cells, equally many in each row.
        right: The numbers of the columns, from 0, that are aligned right.
    """
    widths = [max(map(terminal_width, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(_padded(row, widths, right)).rstrip() for row in rows]


def _padded(row: Sequence[str], widths: Sequence[int], right: Collection[int]) -> list[str]:
    gaps = [" " * (width - terminal_width(cell)) for cell, width in zip(row, widths, strict=True)]
    cells = enumerate(zip(row, gaps, strict=True))
    return [f"{gap}{cell}" if n in right else f"{cell}{gap}" for n, (cell, gap) in cells]
