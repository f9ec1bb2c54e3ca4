"""Initials of names."""

import unicodedata


def initials_of(name: str | None) -> str:
    """Return the first letters of the first and the last word of a name; none for nobody."""
    words = [word for word in (name or "").split() if unicodedata.category(word[0])[0] == "L"]
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0].upper()[:1] for word in ends)
