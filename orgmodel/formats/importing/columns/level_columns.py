"""Columns of one table that are levels: region, area, territory; director, manager, rep."""

import tomllib
from collections.abc import Sequence
from importlib.resources import files

from orgmodel.formats.importing.columns.column_values import are_numbers
from orgmodel.formats.importing.read.heading_words import Phrase
from orgmodel.formats.importing.read.table import Table, folded
from orgmodel.formats.importing.read.vocabulary import fields_called

_WORDS: dict[str, list[str]] = tomllib.loads(
    files("orgmodel.formats.importing.columns")
    .joinpath("level_words.toml")
    .read_text(encoding="utf-8")
)
_FINEST = frozenset(_WORDS["finest"])
"""Words that mean the level that somebody covers."""
_KINDS = frozenset(_WORDS["kinds"])
"""Words that say which manager or seller it is."""
_HEADS = frozenset(_WORDS["heads"])
_MIDDLE = frozenset(_WORDS["middle"])
_SELLERS = frozenset(_WORDS["sellers"])
_BOTTOM = 2
_PERSONAL = frozenset(
    {"title", "email", "manager", "manager_email", "manager_name", "department", "fte", "since"}
    | {"until", "first_name", "last_name", "position", "vacant", "path", "grade", "id", "active"}
    | {"inactive", "dotted", "employee", "name"}
)
"""Fields by which a table is one of people, and not only of who has what."""


def territory_levels(table: Table) -> list[str]:
    """Return the columns that name territories, from the widest to the one within all others."""
    found = [c for c in table.columns if _names_territory(c) and not are_numbers(table, c)]
    return sorted(found, key=lambda column: _breadth(table, column, found))


def _names_territory(heading: str) -> bool:
    phrase = Phrase(heading)
    return phrase.strictly("territory") and phrase.only("territory", "name")


def _breadth(table: Table, column: str, levels: Sequence[str]) -> tuple[bool, int, int, int]:
    """Return how far down a column of territories stands among the others."""
    finest = not _FINEST.isdisjoint(folded(column).split())
    above = sum(_lies_within(table, column, other) for other in levels if other != column)
    values = len(set(table.values(table.columns.index(column))))
    return finest, above, values, table.columns.index(column)


def _lies_within(table: Table, inner: str, outer: str) -> bool:
    """Return whether each value of a column has one of another, and not the other way around."""
    one, two = table.columns.index(inner), table.columns.index(outer)
    pairs = {(row[one], row[two]) for row in table.rows if row[one] and row[two]}
    inners, outers = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    return len(pairs) == len(inners) > len(outers)


def person_levels(table: Table) -> list[str]:
    """Return the columns that name people by what they do, from the top to who sells."""
    found = {c: rank for c in table.columns if (rank := _rank(c)) is not None}
    found = {c: r for c, r in found.items() if not are_numbers(table, c)}

    def height(column: str) -> tuple[int, int, int]:
        at = table.columns.index(column)
        return found[column], len(set(table.values(at))), at

    return sorted(found, key=height)


def _rank(heading: str) -> int | None:
    """Return at which height somebody stands whom a heading names by a job, or None."""
    words = [word for word in folded(heading).split() if word not in _KINDS]
    if not words and folded(heading).split()[-1:] == ["responsible"]:
        return _BOTTOM
    ranks = [
        rank
        for rank, known in enumerate((_HEADS, _MIDDLE, _SELLERS))
        if not known.isdisjoint(words) and all(w in known or w in _SELLERS for w in words)
    ]
    if not ranks:
        return None
    account = "account" in folded(heading).split() or "key" in folded(heading).split()
    return _BOTTOM if account else ranks[0]


def says_who_has_what(table: Table) -> bool:
    """Return whether a table names people only as those who have territories or places."""
    people = person_levels(table)
    others = [c for c in table.columns if c not in people]
    lands = {*territory_levels(table)}
    personal = {f for c in others if c not in lands for f in fields_called("people", c)}
    customer = {next(iter(f)) for c in others if (f := fields_called("customers", c))}
    return bool(people) and personal.isdisjoint(_PERSONAL) and customer.isdisjoint(_BUSINESS)


_BUSINESS = frozenset({"revenue", "profit", "potential", "key_account", "tier", "size", "name"})
