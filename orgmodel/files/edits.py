"""Changes of text files, piece by piece."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Spot(NamedTuple):
    """A place in a text; lines and columns count from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, order=True)
class Edit:
    """A piece of a text file that is replaced by another.

    Attributes:
        file: The file, as those call it who read it.
        start: The first character, counted from 0 in the text without a byte-order mark.
        end: The one behind the last; where it is the same as ``start`` something is put in.
        text: What takes its place.
        first: Where ``start`` is.
        last: Where ``end`` is.
    """

    file: str
    start: int
    end: int
    text: str
    first: Spot
    last: Spot


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits of it made; all else in it stays as it is, character by character.

    Args:
        text: The text.
        edits: What to replace, in any order; no two of them touch the same piece.
    """
    parts, behind = [], 0
    for edit in sorted(edits):
        parts += [text[behind : edit.start], edit.text]
        behind = edit.end
    return "".join([*parts, text[behind:]])
