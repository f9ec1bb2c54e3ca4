"""What tables, columns and values are called, in the languages of `synonyms.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from orgmodel.formats.tables.table import folded

KINDS = ("people", "territories", "customers", "contacts", "assignments")
"""What the rows of a table may be."""


@cache
def _synonyms() -> dict[str, dict[str, dict[str, list[str]]]]:
    text = files("orgmodel.formats.tables").joinpath("synonyms.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _index(section: str) -> Mapping[str, Mapping[str, str]]:
    """Return, by what something is called, what it may be and in which language."""
    found: dict[str, dict[str, str]] = {}
    for meaning, languages in _synonyms()[section].items():
        for language, names in languages.items():
            for name in names:
                found.setdefault(folded(name), {}).setdefault(meaning, language)
    return found


def fields_called(kind: str, heading: str) -> Mapping[str, str]:
    """Return the fields of a kind of table that a heading may name, each with the language."""
    return _index(kind).get(folded(heading), {})


def fields_of(kind: str) -> tuple[str, ...]:
    """Return all fields that a kind of table may have."""
    return tuple(_synonyms()[kind])


def kinds_called(name: str) -> Mapping[str, str]:
    """Return the kinds of table that a name may stand for; ``others`` are none of ours."""
    words = folded(name).split()
    while words and (words[-1].isdigit() or len(words[-1]) == 1):
        words.pop()  # dates and versions behind the name
    index = _index("tables")
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            if found := index.get(" ".join(words[start:end])):
                return found
    return {}


@cache
def known_headings() -> frozenset[str]:
    """Return all headings of all kinds of table, folded."""
    return frozenset(name for kind in KINDS for name in _index(kind))


@cache
def totals() -> frozenset[str]:
    """Return what the line of a total begins with, folded."""
    return frozenset(name for name, meanings in _index("values").items() if "total" in meanings)


@lru_cache(maxsize=1 << 14)
def means(value: str, *meanings: str) -> str | None:
    """Return which of some meanings a value has, or None."""
    found = _index("values").get(folded(value), {})
    return next((meaning for meaning in meanings if meaning in found), None)


@cache
def _ranks(kind: str) -> Mapping[tuple[str, str], int]:
    return {
        (meaning, folded(name)): position
        for meaning, languages in reversed(_synonyms()[kind].items())
        for names in languages.values()
        for position, name in enumerate(names)
    }


def rank(kind: str, field: str, heading: str) -> int:
    """Return how early a heading stands among those of a field; earlier ones are more usual."""
    return _ranks(kind).get((field, folded(heading)), 0)
