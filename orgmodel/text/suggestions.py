"""The known name that a user probably meant by an unknown one."""

from collections.abc import Iterable
from difflib import get_close_matches

from orgmodel.text.lists import listed

_ALIKE = 0.6


def nearest(name: str, known: Iterable[str], *, alike: float = _ALIKE) -> str | None:
    """Return the known name most like another one, whatever their case, or None.

    Args:
        name: The unknown name.
        known: The known names.
        alike: The least ratio of :mod:`difflib` that counts as alike, from 0 to 1.
    """
    folded = {each.casefold(): each for each in known}
    close = get_close_matches(name.casefold(), folded, n=1, cutoff=alike)
    return folded[close[0]] if close else None


def did_you_mean(name: str, known: Iterable[str], *, list_known: bool = False) -> str:
    """Return the end of a sentence about an unknown name: a suggestion, or only a full stop.

    Args:
        name: The unknown name.
        known: The known names.
        list_known: Whether to list all known names where none is alike.
    """
    names = list(known)
    if close := nearest(name, names):
        return f"; did you mean {close!r}?"
    return f"; the choices are {listed(names)}." if list_known and names else "."
