"""Columns called ``Region``: territories where people and customers have the same, else places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from orgmodel.formats.importing.read.mapping import TableMapping, Use
from orgmodel.formats.importing.read.table import Table, folded

_CALLED = frozenset(
    {"region", "sales region", "area", "sales area", "zone", "district", "market", "territory"}
    | {"regione", "zona", "gebiet", "bezirk", "secteur", "rejon", "regional office"}
)
_ADDRESS = frozenset({"address", "street", "city", "postal code", "postcode", "zip", "home city"})
"""Headings beside which a region of people is a part of where they live."""
_NAMED = frozenset({"id", "name", "levels"})
_FIELDS = {"people": "covers", "customers": "territories"}
_ELSEWHERE = Use((), "used in another reading of the table")
_MOST = 0.5
"""The part of what people have that customers or territories must have, too."""
_MORE = frozenset({"title", "manager", "manager_name", "manager_email", "department", "covers"})
"""What makes a table of people more than a list of who has which region."""


@dataclass(frozen=True)
class _Column:
    """A column that may name territories."""

    reading: str
    heading: str
    values: frozenset[str]


def share_regions(
    readings: Iterable[tuple[str, Table]], complete: Mapping[str, TableMapping]
) -> dict[str, TableMapping]:
    """Return the mapping with columns of regions taken for territories, where they are.

    Args:
        readings: The tables, each with the name of its reading.
        complete: What every table and column was taken for by itself.
    """
    tables = list(readings)
    people = list(_columns(tables, complete, "people"))
    customers = list(_columns(tables, complete, "customers"))
    named = _names(tables, complete)
    found = dict(complete)
    for ours in people:
        same = [theirs for theirs in customers if _agree(ours.values, theirs.values)]
        alone = _MORE.isdisjoint(
            field for use in complete[ours.reading].columns.values() for field in use.fields
        )
        if same or _agree(ours.values, named):
            why = (
                f"as {same[0].heading!r} in {same[0].reading}" if same else "territories have them"
            )
            _take(found, ours, "people", f"its values are the same {why}" if same else why)
        elif alone:
            _take(found, ours, "people", "the only thing that is said of people")
        for theirs in same:
            how = f"its values are those of {ours.heading!r} in {ours.reading}"
            _take(found, theirs, "customers", how)
    for theirs in customers:
        taken = "territories" in found[theirs.reading].columns[theirs.heading].fields
        if not taken and _agree(theirs.values, named):
            _take(found, theirs, "customers", "its values are names of territories")
    return found


def _columns(
    tables: Sequence[tuple[str, Table]], complete: Mapping[str, TableMapping], kind: str
) -> Iterator[_Column]:
    """Yield the columns of tables of a kind that are called regions and not used better."""
    for name, table in tables:
        said = complete[name]
        taken = {field for use in said.columns.values() for field in use.fields}
        address = kind == "people" and any(folded(c) in _ADDRESS for c in table.columns)
        if said.kind != kind or _FIELDS[kind] in taken or address:
            continue
        for at, heading in enumerate(table.columns):
            use = said.columns.get(heading, _ELSEWHERE)
            if folded(heading) in _CALLED and {*use.fields} <= {"state", "place", "department"}:
                values = frozenset(map(folded, table.values(at)))
                if values and use.how != "mapping file":
                    yield _Column(name, heading, values)


def _names(
    tables: Sequence[tuple[str, Table]], complete: Mapping[str, TableMapping]
) -> frozenset[str]:
    """Return what territories are called."""
    return frozenset(
        folded(cell)
        for name, table in tables
        if complete[name].kind == "territories"
        for at, heading in enumerate(table.columns)
        if _NAMED & {*complete[name].columns.get(heading, _ELSEWHERE).fields}
        for cell in table.values(at)
    )


def _agree(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return len(ours & theirs) > _MOST * len(ours)


def _take(found: dict[str, TableMapping], column: _Column, kind: str, how: str) -> None:
    said = found[column.reading]
    uses = {**said.columns, column.heading: Use((_FIELDS[kind],), how)}
    found[column.reading] = replace(said, columns=uses)
