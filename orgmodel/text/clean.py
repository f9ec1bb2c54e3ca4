"""Text as designs store it: composed, printable, on one line."""

import unicodedata

# Embeddings and overrides reorder the text around a name and have no honest use inside one;
# isolates are left to those who draw, who must add them around the whole name anyway.
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")
# What a file's encoding leaves at the front of its first cell; nobody sees it.
_BYTE_ORDER_MARK = "\ufeff"
_LAST_TWO_OF_PLANE = 0xFFFE
_NONCHARACTERS = range(0xFDD0, 0xFDF0)


def clean(text: str) -> str:
    """Return the text in NFC, on one line, without anything that cannot be printed.

    Control characters, lone surrogates, noncharacters, byte order marks and bidirectional
    overrides are dropped, runs of white space become one blank, the ends are trimmed. Joiners,
    which Indic and Arabic scripts need, stay.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    kept = text
    if not text.isprintable():
        kept = "".join(" " if c.isspace() else c for c in text if _printable(c))
    # last, for what is dropped may have stood between a letter and its accent
    return " ".join(unicodedata.normalize("NFC", kept).split())


def _printable(char: str) -> bool:
    if char.isprintable() or char.isspace() or char in _JOINERS:
        return True
    category = unicodedata.category(char)
    if category == "Cn":  # unassigned today and in this Python; the next one may know the letter
        code = ord(char)
        return code & _LAST_TWO_OF_PLANE != _LAST_TWO_OF_PLANE and code not in _NONCHARACTERS
    return category in {"Cf", "Co"} and char not in _BIDI_CONTROLS and char != _BYTE_ORDER_MARK
