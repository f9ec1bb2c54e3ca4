"""Scripts of the world: which one a character belongs to, and which font package has it."""

import unicodedata
from dataclasses import dataclass

_HAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"})
_FIRST_EMOJI = "\U0001f000"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})


@dataclass(frozen=True)
class MissingGlyphs:
    """A text that no installed font can write in full.

    Attributes:
        text: The text as it was given.
        script: Name of the script of the first letter without a glyph, as `Devanagari`.
        font: Name of a font family that has the script.
    """

    text: str
    script: str
    font: str

    def __str__(self) -> str:
        return f"{self.text!r} needs a font for {self.script}; install {self.font}"


def script_of(char: str) -> str:
    """Return the name of the script of a character, as in `Devanagari` or `Symbols`."""
    first = unicodedata.name(char, "").split(" ", 1)[0].split("-", 1)[0]
    if first in _HAN:
        return "CJK"
    if char >= _FIRST_EMOJI and unicodedata.category(char)[0] == "S":
        return "Emoji"
    if unicodedata.category(char)[0] not in "LM" or not first:
        return "Symbols"
    return first.capitalize()


def font_for(script: str) -> str:
    """Return the family name of a free font that has the script."""
    return "Noto Emoji" if script == "Emoji" else f"Noto Sans {script}"


def is_right_to_left(text: str) -> bool:
    """Return whether any part of the text runs from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text
    )


def starts_right_to_left(text: str) -> bool:
    """Return whether a text as a whole runs from right to left: its first letter decides."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"


def is_control(char: str) -> bool:
    """Return whether a character has no place in a text: a control or half a surrogate pair."""
    return unicodedata.category(char) in {"Cc", "Cs"}


def is_invisible(char: str) -> bool:
    """Return whether nothing is drawn for a character: joiners, variation selectors, controls."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cs"} or "\ufe00" <= char <= "\ufe0f"


def is_mark(char: str) -> bool:
    """Return whether a character is put on the one before it, as an accent or a vowel sign."""
    return unicodedata.category(char)[0] == "M"


def is_attached(char: str) -> bool:
    """Return whether a character belongs to the one before it, so that no line may break there."""
    return is_mark(char) or is_invisible(char)
