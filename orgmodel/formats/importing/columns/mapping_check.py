"""Does what a user says of tables agree with the tables?"""

from collections.abc import Iterator, Sequence

from orgmodel.formats.importing.read.mapping import Mapping, TableMapping
from orgmodel.formats.importing.read.table import Table, folded
from orgmodel.model import DesignError, Problem, Source
from orgmodel.text import did_you_mean


def refuse_strangers(tables: Sequence[Table], mapping: Mapping) -> None:
    """Raise an error if a mapping names tables or columns that are not there.

    Raises:
        DesignError: With all of them.
    """
    sentences = list(_strangers({table.name: table for table in tables}, mapping))
    if sentences:
        place = Source(mapping.file) if mapping.file else None
        raise DesignError([Problem(sentence, place) for sentence in sentences])


def _strangers(tables: dict[str, Table], mapping: Mapping) -> Iterator[str]:
    for name, said in mapping.tables.items():
        source = said.source or name
        table = tables.get(source)
        if table is None:
            yield f"There is no table {source!r}{did_you_mean(source, tables, list_known=True)}"
        else:
            yield from _columns(table, said)


def _columns(table: Table, said: TableMapping) -> Iterator[str]:
    known = {folded(column) for column in table.columns}
    for column in said.columns:
        if column not in table.columns and folded(column) not in known:
            hint = did_you_mean(column, table.columns, list_known=True)
            yield f"The table {table.name!r} has no column {column!r}{hint}"
