"""What tables, columns and values are called, in the languages of `synonyms.toml`."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from orgmodel.formats.importing.read.heading_words import read_heading
from orgmodel.formats.importing.read.table import folded

KINDS = (
    "people",
    "territories",
    "customers",
    "contacts",
    "assignments",
    "departments",
    "jobs",
)
"""What the rows of a table may be."""


@cache
def _synonyms() -> dict[str, dict[str, dict[str, list[str]]]]:
    text = files("orgmodel.formats.importing").joinpath("synonyms.toml").read_text(encoding="utf-8")
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
    heading = _CONTAINERS.sub("", heading)
    if kind != "people":
        heading = _ADDRESSES.sub("", heading)
    name = folded(heading)
    if found := _index(kind).get(name):
        return found
    if " " not in name and (found := _run_together(kind).get(name)):
        return found
    phrase = read_heading(kind, _BRACKETS.sub(" ", heading))
    if phrase is not None:
        return dict(phrase)
    return _like(kind, folded(_BRACKETS.sub(" ", heading)), name)


@cache
def _run_together(kind: str) -> Mapping[str, Mapping[str, str]]:
    """Return what headings of several words mean once their blanks and capitals are lost."""
    return {
        name.replace(" ", ""): meanings
        for name, meanings in _index(kind).items()
        if " " in name and len(name) > _SHORT
    }


_SHORT = 6
"""Letters from which words that are run together are not a coincidence."""


@lru_cache(maxsize=1 << 12)
def _like(kind: str, bare: str, name: str) -> Mapping[str, str]:
    """Return what a heading means that only begins or ends as one that is known."""
    index = _index(kind)
    singular = bare.removesuffix("s")
    if found := index.get(bare) or index.get(singular):
        return {meaning: f"{language}, like {bare!r}" for meaning, language in found.items()}
    words = name.split()
    for length in range(len(words) - 1, 1, -1):
        for phrase, rest in (
            (words[:length], words[length:]),
            (words[-length:], words[:-length]),
        ):
            found = index.get(" ".join(phrase), {})
            meant = {
                _meant(m, rest): f"{lang}, like {' '.join(phrase)!r}" for m, lang in found.items()
            }
            if kept := {meaning: how for meaning, how in meant.items() if meaning}:
                return kept
    return _of_manager(words) if kind == "people" else {}


def _of_manager(words: Sequence[str]) -> Mapping[str, str]:
    """Take ``Immediate supervisor`` and ``Manager entry id`` for the manager."""
    if not 1 < len(words) <= _WORDS or _NO_MANAGERS.intersection(words):
        return {}
    for word in (words[-1], words[0]):
        if word in _MANAGERS and (word == words[-1] or words[-1] in _REFERENCES):
            field = _OWN.get(words[-1], "") or "manager"
            return {field: f"en, like {word!r}"}
    return {}


def _meant(meaning: str, rest: Sequence[str]) -> str:
    """Return what a phrase means with the other words of its heading, or an empty text."""
    if meaning in _OWN:
        if _MANAGERS.intersection(rest):
            return _OWN[meaning]
        if _OTHER_PEOPLE.intersection(rest) and meaning != "email":
            return ""
    return "" if _STOP.intersection(rest) else meaning


_CONTAINERS = re.compile(
    r"^(?:(?:profile|work|employment|job|user|person|employee|attributes|fields|properties|data|"
    r"details|info|general|organi[sz]ations?|personal|\d+)\.)+(?=\D)",
    re.IGNORECASE,
)
"""Keys of nested records that only hold facts of the same thing."""
_ADDRESSES = re.compile(
    r"^(?:billing_?|business_?|main_?|primary_?)?(?:address|location)\.(?=\D)", re.IGNORECASE
)
_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_OWN = {
    "id": "manager",
    "name": "manager_name",
    "email": "manager_email",
    **dict.fromkeys(("first_name", "last_name", "title", "position", "place", "grade"), ""),
}
"""Fields of a person, each with that of the manager, which a heading may mean instead."""
_MANAGERS = frozenset({"manager", "supervisor", "boss", "leader", "vorgesetzter", "jefe", "mgr"})
_WORDS = 4
_REFERENCES = frozenset(
    {"id", "ids", "number", "no", "code", "key", "slug", "name", "email", "ref"}
)
_NO_MANAGERS = frozenset(
    {"is", "has", "account", "project", "product", "hiring", "former", "previous", "store", "key"}
    | {"relationship", "case", "old", "new", "next", "count", "years", "satisfaction", "rating"}
    | {"with", "curr", "current", "of", "date", "since", "time", "feedback", "score", "level"}
)
"""Words that make a heading with a manager mean somebody or something else."""
_OTHER_PEOPLE = frozenset({"contact", "owner", "spouse", "partner", "kin", "account", "parent"})
_STOP = frozenset(
    {"emergency", "previous", "former", "old", "next", "birth", "bank", "kin", "tax", "count", "of"}
    | {"date", "cost", "total", "percent", "home", "private", "personal", "billing"}
)
"""Words that make a heading mean something else."""


def fields_of(kind: str) -> tuple[str, ...]:
    """Return all fields that a kind of table may have."""
    return tuple(dict.fromkeys((*_synonyms()[kind], *_OF_PHRASES.get(kind, ()))))


_OF_PHRASES = {"territories": ("state", "postal_from", "postal_to")}
"""Fields that only phrases in headings name, not single synonyms."""


def kinds_called(name: str) -> Mapping[str, str]:
    """Return the kinds of table that a name may stand for; ``others`` are not in a design."""
    words = folded(name.rpartition(".")[2] or name).split()
    while words and (words[-1].isdigit() or len(words[-1]) == 1):
        words.pop()  # dates and versions behind the name
    index = _index("tables")
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            phrase = " ".join(words[start:end])
            plural = f"{phrase.removesuffix('y')}ies" if phrase.endswith("y") else f"{phrase}s"
            if found := index.get(phrase) or index.get(plural):
                return found
    return {}


@cache
def known_headings() -> frozenset[str]:
    """Return all headings of all kinds of table, folded."""
    return frozenset(name for kind in KINDS for name in _index(kind))


def level_of(heading: str) -> int | None:
    """Return the level that a heading such as ``Level 2`` or ``L3 Manager`` stands for, or None."""
    match = _LEVEL.fullmatch(folded(heading))
    return int(match[1]) if match else None


_LEVEL = re.compile(
    r"(?:(?:management|manager|mgmt|supervisory|hierarchy|reporting|org|employee) )?"
    r"(?:level|lvl|tier|l|manager|ebene|niveau|livello|nivel|poziom) ?0?(\d{1,2})"
    r"(?: (?:manager|mgr|name|supervisor|employee))?"
)


@cache
def totals() -> frozenset[str]:
    """Return what the line of a total begins with, folded."""
    return frozenset(name for name, meanings in _index("values").items() if "total" in meanings)


def means(value: str, *meanings: str) -> str | None:
    """Return which of some meanings a value has, or None."""
    found = _NONE if len(value) > _LONGEST else _known(value)
    return next((meaning for meaning in meanings if meaning in found), None) if found else None


@lru_cache(maxsize=1 << 14)
def _known(value: str) -> Mapping[str, str]:
    """Return all meanings that a value has; most of what people write has none."""
    return _index("values").get(folded(value), _NONE)


_LONGEST = 60
"""Characters beyond which no value has a meaning of its own, nor should be kept in memory."""
_NONE: Mapping[str, str] = {}


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
