"""The role of a title by its parts: what it is about, and what its holder is there."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from orgmodel.text import nearest

_LONGEST = 4
"""Words of the longest phrase."""
_SEGMENT = re.compile(r"\s*[,(\[/|;:\u2013\u2014]\s*|\s+-\s*|\s*-\s+")
_MOST_UNKNOWN = 2
"""Unknown words of the first part of a title beyond which it is not read."""

SURE = 0.9
"""Confidence in a title whose words are all known."""
LEAST = 0.6
"""Confidence below which a title names no role."""
_UNKNOWN = 0.1
"""Confidence that each unknown word of the first part takes."""
_INDIRECT = 0.15
"""Confidence taken where the role is the usual one of several."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The role that the parts of a title name.

    Attributes:
        role: Id of a standard role.
        confidence: From 0 to 1; see ``SURE`` and ``LEAST``.
        parts: The words that decided.
    """

    role: str
    confidence: float
    parts: tuple[str, ...]


@cache
def _words() -> dict[str, frozenset[str]]:
    text = files("orgmodel.roles").joinpath("title_words.toml").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for part, words in tomllib.loads(text).items():
        for word in words:
            found.setdefault(word.casefold(), set()).add(part)
    return {word: frozenset(parts) for word, parts in found.items()}


@lru_cache(maxsize=1 << 12)
def read_title(title: str) -> Reading | None:
    """Return the role that a title names by its parts, or None.

    The first part, up to a comma, bracket or dash, must be nearly all known; a later one may say
    what the first is about ("Director, Sales") or where ("Sales Manager (EMEA)").

    Args:
        title: A title in small letters, as written otherwise.
    """
    segments = [segment for segment in _SEGMENT.split(title) if segment.strip()]
    if not segments:
        return None
    found, unknown = _parts(_spaced(segments[0]))
    for segment in segments[1:]:
        more, _ = _parts(_spaced(segment))
        found += [pair for pair in more if pair[1] != frozenset({"quiet"})]
    if unknown > _MOST_UNKNOWN:
        return None
    role, doubt = _role({part for _, parts in found for part in parts})
    confidence = round(SURE - doubt - _UNKNOWN * unknown, 2)
    if role is None or confidence < LEAST:
        return None
    return Reading(role, confidence, tuple(w for w, parts in found if parts != {"quiet"}))


def _spaced(text: str) -> list[str]:
    """Return the words of a text; vowel signs of Hindi belong to theirs."""
    return "".join(" " if unicodedata.category(c)[0] in "PZS" else c for c in text).split()


def _parts(words: Sequence[str]) -> tuple[list[tuple[str, frozenset[str]]], int]:
    """Return the phrases that are known with what they stand for, and how many words are not."""
    found: list[tuple[str, frozenset[str]]] = []
    meant = [_meant(word) for word in words]
    unknown, at = sum(a != b for a, b in zip(words, meant, strict=True)), 0
    words = meant
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            parts = _words().get(phrase) or (_compound(phrase) if length == 1 else None)
            if parts:
                found.append((phrase, parts))
                at += length
                break
        else:
            unknown += 1
            at += 1
    return found, unknown


_LONG = 7
"""Letters of the shortest word in which a slip of the pen is looked for."""
_ALIKE = 0.9
"""How alike, by :mod:`difflib`, a word must be to one that is known to be taken for a slip."""


@cache
def _singles() -> frozenset[str]:
    return frozenset(part for phrase in _words() for part in phrase.split())


@lru_cache(maxsize=1 << 12)
def _meant(word: str) -> str:
    """Return the known word of which another is a slip of the pen, or the word itself."""
    if len(word) < _LONG or word in _singles() or _compound(word):
        return word
    return nearest(word, sorted(_singles()), alike=_ALIKE) or word


_SHORTEST = 4
"""Letters of the shortest part of a compound."""


def _compound(word: str) -> frozenset[str] | None:
    """Take apart a word such as ``gebietsverkaufsleiter``."""
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        first, rest = _words().get(word[:cut]), word[cut:]
        if first is None or first == {"quiet"}:
            continue
        last = _words().get(rest) or _compound(rest)
        if last:
            return first | last
    return None


def _role(parts: set[str]) -> tuple[str | None, float]:  # noqa: C901, PLR0911 - one role after another
    """Return the role that parts name together, and what doubt there is."""
    about = parts & {"sales", "account", "territory", "seller"}
    leads = parts & {"director", "manager"}
    if "other" in parts or ("marketing" in parts and not ("sales" in parts and leads)):
        return None, 0
    if "coordinator" in parts and about:
        return "sales_coordinator", 0
    if "specialist" in parts and not leads:
        return "sales_specialist", 0 if about else _INDIRECT
    if "specialist" in parts and "sales" not in parts:
        return "sales_manager", _INDIRECT
    if "seller" in parts:
        return ("sales_manager", _INDIRECT) if leads else ("sales_representative", 0)
    if "director" in parts:
        return ("sales_director", 0) if "sales" in parts else (None, 0)
    if "account" in parts and parts & {"manager", "keeper"}:
        return "account_manager", 0
    if "keeper" in parts and not parts & {"sales", "territory"}:
        return "account_manager", _INDIRECT
    if "territory" in parts and parts & {"manager", "keeper"}:
        return "territory_manager", 0
    if "sales" in parts and "manager" in parts:
        return "sales_manager", 0
    return None, 0
