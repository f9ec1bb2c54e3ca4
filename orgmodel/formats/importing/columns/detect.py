"""Tables and columns to what they mean: by what they are called, then by what is in them."""

from collections.abc import Sequence
from dataclasses import replace

from orgmodel.formats.importing.columns.columns import uses_of
from orgmodel.formats.importing.columns.levels import level_uses, second_reading
from orgmodel.formats.importing.columns.shared_owners import share_owners
from orgmodel.formats.importing.columns.shared_regions import share_regions
from orgmodel.formats.importing.columns.table_kinds import kind_of_table
from orgmodel.formats.importing.read.mapping import IGNORE, Mapping, TableMapping
from orgmodel.formats.importing.read.table import Table

LOOKED_FOR = (
    "people (a name or an id, with a title, manager or department), territories (a code or name "
    "with a region above it, an owner or a rule), customers (a name or number with revenue, "
    "industry, address or owner), contacts (a person and a customer) and assignments (two of "
    "person, customer and territory)"
)
"""What tells a table's kind, for those whose table has none."""


def recognise(tables: Sequence[Table], given: Mapping | None = None) -> Mapping:
    """Find out what every table and every column is.

    Args:
        tables: The tables.
        given: What is known already; it is never overruled.

    Returns:
        A mapping with a use for every column of every table that is used. A table that the user
        reads twice has two entries.
    """
    given = given or Mapping()
    complete: dict[str, TableMapping] = {}
    for name, table, said in readings(tables, given):
        kind, how = (said.kind, said.how) if said.kind else kind_of_table(table, said)
        levels = {} if said.columns else level_uses(table, kind)
        columns = {} if kind == IGNORE else uses_of(table, kind, {**said.columns, **levels})
        complete[name] = replace(said, kind=kind, how=how, columns=columns)
        if not said.kind and not said.columns:
            complete |= second_reading(table, kind, columns)
    found = replace(given, tables=complete)
    tables_read = [(name, table) for name, table, _ in readings(tables, found)]
    shared = share_owners(tables_read, share_regions(tables_read, complete))
    return replace(given, tables=shared)


def readings(tables: Sequence[Table], mapping: Mapping) -> list[tuple[str, Table, TableMapping]]:
    """Return every reading of every table: its name, the table, and what is said of it."""
    found = []
    for table in tables:
        said = mapping.tables.get(table.name)
        again = [(n, t) for n, t in mapping.tables.items() if t.source == table.name]
        if said or not again:
            found.append((table.name, table, said or TableMapping()))
        found += [(name, table, each) for name, each in again if name != table.name]
    return found
