"""Columns of customers and territories that name people, found by the people of other tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from orgmodel.formats.importing.columns.index import is_nobody, turned
from orgmodel.formats.importing.read.heading_words import Phrase
from orgmodel.formats.importing.read.mapping import TableMapping, Use
from orgmodel.formats.importing.read.table import Table

_OWNERS = {"customers": "managed_by", "territories": "owner"}
_CALLED = ("id", "key", "position", "email", "name")
_MOST = 0.8
"""The part of the different values of a column that must name people."""


def share_owners(
    readings: Iterable[tuple[str, Table]], complete: Mapping[str, TableMapping]
) -> dict[str, TableMapping]:
    """Return the mapping with columns taken for owners whose values are people elsewhere.

    Args:
        readings: The tables, each with the name of its reading.
        complete: What every table and column was taken for by itself.
    """
    tables = list(readings)
    people = _people(tables, complete)
    found = dict(complete)
    for name, table in tables if people else ():
        said = complete[name]
        field = _OWNERS.get(said.kind or "")
        used = {each for use in said.columns.values() for each in use.fields}
        if field is None or field in used:
            continue
        named = [c for c, use in said.columns.items() if not use.fields and _name(table, c, people)]
        if len(named) == 1:
            use = Use((field,), "its values are people of another table")
            found[name] = replace(said, columns={**said.columns, named[0]: use})
    return found


def _people(
    tables: Sequence[tuple[str, Table]], complete: Mapping[str, TableMapping]
) -> frozenset[str]:
    """Return all that people are called in tables of people."""
    called: set[str] = set()
    for name, table in tables:
        said = complete[name]
        if said.kind != "people":
            continue
        at = {f: table.columns.index(c) for c, use in said.columns.items() for f in use.fields}
        for field in _CALLED:
            if field in at:
                called |= {turned(cell) for cell in table.values(at[field])}
        if {"first_name", "last_name"} <= at.keys():
            pairs = ((row[at["first_name"]], row[at["last_name"]]) for row in table.rows)
            called |= {turned(f"{first} {last}") for first, last in pairs}
    return frozenset(called)


def _name(table: Table, column: str, people: frozenset[str]) -> bool:
    """Return whether the values of a column are people, and its heading forbids it not."""
    phrase = Phrase(column)
    if phrase.has("other", "date", "foreign", "amount", "zip", "dotted", "contact"):
        return False
    values = {cell for cell in table.values(table.columns.index(column)) if not is_nobody(cell)}
    numbers = all(cell.isdecimal() for cell in values)
    if numbers and not phrase.has("owner", "person", "manager", "id"):
        return False
    return bool(values) and sum(turned(v) in people for v in values) >= _MOST * len(values)
