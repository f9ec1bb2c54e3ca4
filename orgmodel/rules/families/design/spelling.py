"""Names that may be the same, found without comparing each with each."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

_ACCENTS = range(200, 241)
"""Combining classes of marks above and below letters; vowel signs and points have others."""

_LEAST = 5
"""Letters from which one wrong letter is a spelling mistake rather than another name."""


def folded(name: str) -> str:
    """Return a name without letter case, accents, white space and punctuation."""
    if name.isascii():
        return name.translate(_PLAIN)
    parts = unicodedata.normalize("NFKD", name)
    name = "".join(c for c in parts if unicodedata.combining(c) not in _ACCENTS)
    return "".join(filter(_kept, name.casefold()))


def _kept(char: str) -> bool:
    return unicodedata.category(char)[0] not in "ZPC"


_PLAIN = {n: chr(n).lower() if _kept(chr(n)) else None for n in range(128)}
"""What is left of each character of ASCII."""


class Spellings:
    """Known names, to look up those that differ from another in about one letter.

    Digits never count as spelling mistakes, because numbered names are alike on purpose.

    Args:
        names: What each name stands for, by name.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._known: dict[str, set[str]] = defaultdict(set)
        for name, meaning in names.items():
            for form in _forms(name):
                self._known[form].add(meaning)

    def near(self, name: str) -> list[str]:
        """Return what the names alike stand for, in order."""
        return sorted({meaning for form in _forms(name) for meaning in self._known.get(form, ())})


def _forms(name: str) -> Iterable[str]:
    """Return a name and what it becomes when one letter is left out."""
    plain = folded(name)
    yield plain
    if len(plain) >= _LEAST:
        cut = (n for n, char in enumerate(plain) if not char.isdigit())
        yield from (f"{plain[:n]}{plain[n + 1 :]}" for n in cut)


def certain(name: str, known: Iterable[str]) -> str | None:
    """Return the one known name of which another is a misspelling; None if that is not certain.

    A name is certain if no other is alike: the same but for case, accents, spacing and
    punctuation, or else apart by one letter out of at least 5.
    """
    alike = [each for each in known if abs(len(each) - len(name)) <= _MOST_APART]
    same = [each for each in alike if folded(each) == folded(name)]
    found = same or [each for each in alike if _is_slip(each, name)]
    return found[0] if len(found) == 1 else None


_MOST_APART = 2
"""Letters and signs by which names that are alike differ in length."""


def _is_slip(one: str, other: str) -> bool:
    long = min(len(folded(one)), len(folded(other))) >= _LEAST
    return long and not {*_forms(one)}.isdisjoint(_forms(other))
