"""What the words of a heading stand for, in the ten languages of trade that tables come in.

A heading is read as a phrase: whom or what it is about (a person, a manager, a customer), which
fact it states (a number, a name, an address), and words that turn it into another thing
(``previous``, ``HR``, ``dotted``). So ``EMP_NAME``, ``Employee nm`` and ``nome dipendente`` are one
heading, and ``HR Manager ID`` is none of those that name the solid line.
"""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from orgmodel.formats.importing.read.table import folded

_WORDS: dict[str, list[str]] = tomllib.loads(
    files("orgmodel.formats.importing.read")
    .joinpath("heading_words.toml")
    .read_text(encoding="utf-8")
)
_QUIET = frozenset(_WORDS.pop("quiet"))
"""Words that change nothing: whose they are, or that it is the one meant."""


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for atom, words in _WORDS.items():
        for word in words:
            name = folded(word)
            if name and atom not in found.setdefault(name, []):
                found[name].append(atom)
    return {name: tuple(atoms) for name, atoms in found.items()}


_LONGEST = 4
"""Words of the longest phrase."""
_ENDS: tuple[tuple[str, str], ...] = (
    ("nummer", "id"),
    ("nr", "id"),
    ("kennung", "id"),
    ("nameid", "id"),
    ("name", "name"),
    ("code", "id"),
)
_ENDS += (("namen", "name"), ("naam", "name"), ("namn", "name"), ("id", "id"), ("email", "email"))
_ENDS += (("num", "id"), ("no", "id"), ("key", "id"), ("mail", "email"))


@lru_cache(maxsize=1 << 14)
def atoms(heading: str) -> tuple[tuple[str, ...], ...]:
    """Return what each phrase of a heading may stand for, in order; an unknown word is empty."""
    words = folded(heading).split()
    lexicon = _lexicon()
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            known = lexicon.get(phrase)
            if known and not (phrase in _QUIET and len(words) > 1 and at + 1 < len(words)):
                found.append(known)
                at += length
                break
        else:
            found += _compound(words[at])
            at += 1
    return tuple(found)


def _compound(word: str) -> Sequence[tuple[str, ...]]:
    """Take apart a word such as ``kundennummer`` or ``mgrid``; quiet words are left out."""
    if word in _QUIET or word.isdigit():
        return []
    lexicon = _lexicon()
    for end, atom in _ENDS:
        stem = word.removesuffix(end)
        if stem != word:
            for bare in (
                stem,
                stem.removesuffix("s"),
                stem.removesuffix("n"),
                stem.removesuffix("en"),
            ):
                if len(bare) > 1 and bare in lexicon:
                    return [lexicon[bare], (atom,)]
    return [()]


class Phrase:
    """A heading as a phrase: how many of its words may stand for each thing."""

    def __init__(self, heading: str) -> None:
        self.words = folded(heading).split()
        self.parts = atoms(heading)
        self.unknown = sum(not part for part in self.parts)
        self.count: dict[str, int] = {}
        for part in self.parts:
            for atom in part:
                self.count[atom] = self.count.get(atom, 0) + 1

    def has(self, *names: str) -> bool:
        """Return whether any word may stand for one of some things."""
        return any(name in self.count for name in names)

    def only(self, *names: str) -> bool:
        """Return whether every word may stand for one of some things."""
        return bool(self.parts) and all(any(a in names for a in part) for part in self.parts)

    def strictly(self, name: str) -> bool:
        """Return whether a word stands for a thing and for nothing else."""
        return (name,) in self.parts


Reading = dict[str, str] | None
"""Fields that a heading means, none of them where it means another thing, or None: no opinion."""
_FACTS = ("title", "department", "date", "amount", "country", "state", "city", "zip", "foreign")
_PLACES = (("zip", "postal_code"), ("city", "city"), ("country", "country"), ("state", "state"))


def _as(field: str, of: str) -> Reading:
    return {field: f"like {of!r}"}


def _turned(phrase: Phrase) -> bool:
    """Return whether a word turns the phrase into another thing: ``previous``, ``HR``."""
    return any("other" in part and not {"first", "last"} & {*part} for part in phrase.parts) or (
        phrase.has("other") and phrase.has("manager", "owner")
    )


def _people(phrase: Phrase) -> Reading:  # noqa: PLR0911  # one case after the other
    if phrase.has("manager") and not phrase.strictly("owner"):
        return _manager(phrase)
    if phrase.has("parent") and phrase.only("parent", "person", "position", "id", "name"):
        return _as("manager", "manager id")
    if phrase.strictly("dotted") and phrase.only("dotted", "id", "name", "email", "person", "to"):
        return _as("dotted", "dotted line")
    if phrase.unknown:
        return None
    if _turned(phrase) and phrase.has("person", "id", "name", "email", "title", "contact"):
        return {}
    if phrase.has("customer", "contact") and not phrase.has("person"):
        return {}
    return _own(phrase)


def _manager(phrase: Phrase) -> Reading:  # noqa: PLR0911  # one case after the other
    if phrase.strictly("dotted"):
        return _as("dotted", "dotted line manager") if not phrase.has("foreign", "date") else {}
    if _turned(phrase) or phrase.count["manager"] > 1 or phrase.has("customer", "contact"):
        return {}
    if any(set(part) & set(_FACTS) and not set(part) & {"manager", "id"} for part in phrase.parts):
        return {}
    if phrase.unknown:
        return None
    if phrase.has("email"):
        return _as("manager_email", "manager email")
    if phrase.has("first", "last") and not phrase.strictly("manager"):
        return None
    if phrase.has("name") and not phrase.has("id"):
        return {} if phrase.has("first", "last") else _as("manager_name", "manager name")
    return _as("manager", "manager id")


def _own(phrase: Phrase) -> Reading:  # noqa: PLR0911  # one case after the other
    """Read a phrase about the person of the row."""
    if phrase.strictly("title") and phrase.only("title", "name", "position"):
        return _as("title", "job title")
    if not phrase.has("person") or phrase.has("amount", "zip"):
        if phrase.has("position") and phrase.has("id") and phrase.only("position", "id", "person"):
            return _as("position", "position id")
        return None
    for atom, field in (("email", "email"), ("title", "title"), ("department", "department")):
        if phrase.has(atom):
            return (
                _as(field, f"employee {atom}")
                if phrase.only("person", atom, "id", "name")
                else None
            )
    if phrase.only("person", "first", "name") and phrase.has("first"):
        return _as("first_name", "first name")
    if phrase.only("person", "last", "name") and phrase.has("last"):
        return _as("last_name", "last name")
    if phrase.only("person", "id"):
        return _as("id", "employee id") if phrase.has("id") else _as("name", "employee")
    return _as("name", "employee name") if phrase.only("person", "name") else None


_OWNER = ("owner", "person", "manager")


def _customers(phrase: Phrase) -> Reading:
    if phrase.has("parent") and phrase.only("parent", "customer", "id", "name"):
        return _as("parent", "parent customer")
    if phrase.has(*_OWNER) and not phrase.unknown:
        return _owner(phrase, "managed_by", "account manager")
    if phrase.unknown or phrase.has("contact"):
        return {} if phrase.has("contact") and phrase.has("email", "id", "person") else None
    return _of_customer(phrase) or _placed(phrase)


def _owner(phrase: Phrase, field: str, of: str) -> Reading:
    if _turned(phrase) or phrase.has("date", "foreign", "contact", "title", "department"):
        return {}
    allowed = ("owner", "person", "manager", "customer", "id", "name", "email", "territory")
    if phrase.only(*allowed) and not (phrase.only("customer", "person") and not phrase.has("id")):
        return _as(field, of)
    return None


def _of_customer(phrase: Phrase) -> Reading:
    if phrase.has("amount") and not phrase.has("id"):
        if theirs := _turnover(phrase):
            return theirs
        if _turned(phrase) or phrase.has("date", "foreign"):
            return {}
        return _as("revenue", "revenue") if phrase.only("amount", "customer", "owner") else None
    if phrase.only("customer", "id", "name") and phrase.has("customer"):
        return _as("id", "customer id") if phrase.strictly("id") else _as("name", "customer name")
    if phrase.only("territory", "id", "name") and phrase.has("territory"):
        return _as("territories", "territory")
    return None


_TURNOVER = frozenset({"turnover", "chiffre", "faturamento", "omzet", "fatturato"})


def _turnover(phrase: Phrase) -> Reading:
    """Read what a customer sells itself, which is not what it buys."""
    if not phrase.has("theirs") and not (
        phrase.has("customer") and not _TURNOVER.isdisjoint(phrase.words)
    ):
        return None
    if not phrase.only("amount", "theirs", "customer", "owner"):
        return None
    return {f"attributes.{'_'.join(phrase.words)}": "the customer's own turnover"}


def _placed(phrase: Phrase) -> Reading:
    """Read where something is: with a code or a name of it, and whose address it is."""
    for atom, field in _PLACES:
        if phrase.has(atom) and phrase.only(atom, "id", "name", "customer", "state", "zip"):
            return _as(field, atom)
    return None


def _territories(phrase: Phrase) -> Reading:
    if phrase.has("parent") and phrase.only("parent", "territory", "id", "name"):
        return _as("within", "parent territory")
    if phrase.has("zip") and phrase.only("zip", "from", "to", "prefix", "range", "id"):
        if phrase.has("from") != phrase.has("to"):
            return _as("postal_from" if phrase.has("from") else "postal_to", "zip from and to")
        field = (
            "postal_prefix" if phrase.has("prefix") and not phrase.has("range") else "postal_code"
        )
        return _as(field, "postal code")
    if phrase.has(*_OWNER) and not phrase.unknown:
        return _owner(phrase, "owner", "owner")
    if phrase.only("territory", "id", "name") and phrase.has("territory"):
        return _as("id", "territory id") if phrase.strictly("id") else _as("name", "territory name")
    return None if phrase.unknown else _placed(phrase)


def _assignments(phrase: Phrase) -> Reading:
    if phrase.unknown:
        return None
    if phrase.has(*_OWNER):
        return _owner(phrase, "position", "employee")
    for atom, field in (("customer", "customer"), ("territory", "territory")):
        if phrase.has(atom) and phrase.only(atom, "id", "name"):
            return _as(field, atom)
    return None


_READERS = {
    "people": _people,
    "customers": _customers,
    "territories": _territories,
    "assignments": _assignments,
}


@lru_cache(maxsize=1 << 14)
def read_heading(kind: str, heading: str) -> tuple[tuple[str, str], ...] | None:
    """Return the fields that a heading means as a phrase, each with how it was read.

    An empty answer says that it means another thing, such as a previous manager; None that the
    words do not tell.
    """
    reader = _READERS.get(kind)
    if reader is None:
        return None
    found = reader(Phrase(heading))
    return None if found is None else tuple(found.items())
