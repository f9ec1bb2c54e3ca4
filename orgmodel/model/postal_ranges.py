"""Ranges of postal codes, as the prefixes that they stand for."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_RANGE = re.compile(r"\s*(\S+?)\s*(?:\.\.|\u2026|\u2013|\u2014)\s*(\S+)\s*")
_HYPHEN = re.compile(r"\s*(\d{2,})\s*-\s*(\d{2,})\s*")


@lru_cache(maxsize=1 << 14)
def range_ends(text: str) -> tuple[str, str] | None:
    """Return the first and the last code of a range such as ``20000-20999``, or None for a code.

    Both ends have the same number of characters, digits in the same places and the same signs
    between them: ``01000-02799``, ``00-001..02-999``. A hyphen makes a range only between two
    numbers of which the second is the larger; ``100-0001`` is a code of Japan.
    """
    match = _HYPHEN.fullmatch(text) or _RANGE.fullmatch(text)
    if match is None:
        return None
    low, high = match.groups()
    same = len(low) == len(high) and all(
        a == b or (_digit(a) and _digit(b)) for a, b in zip(low, high, strict=True)
    )
    return (low, high) if same and low <= high else None


def _digit(char: str) -> bool:
    return "0" <= char <= "9"


@lru_cache(maxsize=1 << 14)
def beginnings(text: str) -> tuple[str, ...]:
    """Return what a listed postal code stands for: itself, or the beginnings of its range.

    ``20000-20999`` is ``20*``. Every code that begins with one of the codes of the range is in
    it, so that ``20115-1234`` is, and the fewest beginnings that say so are returned.
    """
    ends = range_ends(text)
    if ends is None:
        return (text,)
    low, high = ends
    return tuple(f"{start}*" for start in _cut(low, high)) if low != high else (f"{low}*",)


def _cut(low: str, high: str) -> Iterator[str]:
    """Yield the fewest beginnings of the codes from low to high."""
    if not low.strip("-. 0") and _full(low, high):
        yield ""
        return
    first, last = low[0], high[0]
    if len(low) == 1:
        if first == "0" and last == "9":
            yield ""
        else:
            yield from (chr(code) for code in range(ord(first), ord(last) + 1))
        return
    for code in range(ord(first), ord(last) + 1):
        char = chr(code)
        least = low[1:] if char == first else _all(low[1:], "0")
        most = high[1:] if char == last else _all(high[1:], "9")
        if _full(least, most):
            yield char
        else:
            yield from (char + rest for rest in _cut(least, most))


def _all(code: str, digit: str) -> str:
    return "".join(digit if _digit(char) else char for char in code)


def _full(low: str, high: str) -> bool:
    """Return whether a range takes in every code of its length."""
    return low == _all(low, "0") and high == _all(high, "9") and any(map(_digit, low))


def spread(listed: Iterable[str]) -> tuple[str, ...]:
    """Return listed postal codes with their ranges as beginnings, each once."""
    return tuple(dict.fromkeys(each for text in listed for each in beginnings(text)))
