"""Uses of columns that are levels, and the second reading of a table that holds two kinds."""

from collections.abc import Mapping

from orgmodel.formats.importing.columns.level_columns import (
    person_levels,
    says_who_has_what,
    territory_levels,
)
from orgmodel.formats.importing.read.mapping import TableMapping, Use
from orgmodel.formats.importing.read.table import Table
from orgmodel.formats.importing.read.vocabulary import fields_called

_SEVERAL = 2


def level_uses(table: Table, kind: str) -> dict[str, Use]:
    """Return the uses of columns of territories that are levels, and of who owns the finest."""
    if kind != "territories" or not table.rows:
        return {}
    found: dict[str, Use] = {}
    levels = territory_levels(table)
    named = {next(iter(f)) for c in table.columns if (f := fields_called(kind, c))}
    if len(levels) >= _SEVERAL and not named & {"id", "within"}:
        finest = levels[-1]
        found[finest] = Use(("name",), "the territory within all others of its row")
        wider = {c: Use(("levels",), f"territories around {finest!r}") for c in levels[:-1]}
        found |= wider
    if says_who_has_what(table):
        people = person_levels(table)
        found[people[-1]] = Use(("owner",), "who has the territory")
        for column in people[:-1]:
            found[column] = Use((), f"read as who manages {people[-1]!r}")
        if len(levels) == 1 and not named & {"id"}:
            found[levels[0]] = Use(("name",), "the only column of territories")
    return found


def second_reading(table: Table, kind: str, uses: Mapping[str, Use]) -> dict[str, TableMapping]:
    """Return the other reading of a table of territories with people, or the reverse, by name."""
    if kind == "territories" and table.rows and says_who_has_what(table):
        people = person_levels(table)
        if len(people) >= _SEVERAL:
            how = "people in one line, from the top"
            line = {column: Use(("line",), how) for column in people}
            name = f"{table.name} people"
            return {name: TableMapping("people", line, "columns of people", source=table.name)}
    levels = territory_levels(table) if kind == "people" else []
    covers = [c for c, use in uses.items() if "covers" in use.fields]
    if len(levels) >= _SEVERAL and covers == levels[-1:]:
        name = f"{table.name} territories"
        columns = {c: Use(("levels",), "territories around others") for c in levels[:-1]}
        columns[levels[-1]] = Use(("name",), "the territory within all others of its row")
        said = TableMapping("territories", columns, "columns of territories", source=table.name)
        return {name: said}
    return {}
