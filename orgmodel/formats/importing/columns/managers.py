"""Which columns name managers: those whose values are people of the table."""

from collections.abc import Iterable, Mapping, Sequence

from orgmodel.formats.importing.columns.index import Index, is_nobody, parted
from orgmodel.formats.importing.read.table import Table

MANAGERS = ("manager", "manager_email", "manager_name")
"""Fields of people that name who manages them."""
_LOOKED_AT = 500
"""Different values of a column that are looked up."""
_MOST = 0.5
"""The part of a column's values that must name somebody before others are doubted."""
_NEARLY = 0.95
"""The part of the values of a key that must be different."""
_HARDLY = 0.2
"""The part of that of the best column below which another one means something else."""


def strangers(
    table: Table, taken: Mapping[str, str], columns: Sequence[str]
) -> Mapping[str, tuple[str, float]]:
    """Return the columns that hardly name anybody in the table, while another one does.

    Args:
        table: The table.
        taken: The column of each field.
        columns: Headings that say that they name managers.

    Returns:
        By column, the one that does, and the part of its own values that name somebody.
    """
    if len(columns) <= 1:
        return {}
    index = _index(table, taken)
    parts = {column: _part(table, column, index) for column in columns}
    best = max(parts, key=lambda column: parts[column])
    if parts[best] < _MOST:
        return {}
    return {c: (best, part) for c, part in parts.items() if part < _HARDLY * parts[best]}


def key_of(
    table: Table, taken: Mapping[str, str], column: str, others: Iterable[str]
) -> str | None:
    """Return the column whose values another one names, where those known so far are not it."""
    if _by_number(table, taken, column) or _part(table, column, _index(table, taken)) >= _MOST:
        return None
    named = set(_sample(table, column))
    for other in others:
        values = table.values(table.columns.index(other))
        unique = len(set(values)) >= _NEARLY * len(values)  # a post may have two holders
        if named and unique and len(named & set(values)) > _MOST * len(named):
            return other
    return None


def _by_number(table: Table, taken: Mapping[str, str], column: str) -> bool:
    """Return whether a column plainly holds ids of the table, alone or beside names."""
    columns = [table.columns.index(taken[name]) for name in ("position", "id") if name in taken]
    ids = {row[at] for at in columns for row in table.rows}
    sample = _sample(table, column)
    hits = sum(cell in ids or any(id_ in ids for _, id_ in parted(cell)) for cell in sample if ids)
    return hits > _MOST * len(sample)


def _index(table: Table, taken: Mapping[str, str]) -> Index:
    """Let each row be found by what the columns so far call it."""
    index = Index()
    at = {name: table.columns.index(column) for name, column in taken.items()}
    for number, row in enumerate(table.rows):
        for sort in ("position", "id", "key", "email", "name", "title"):
            if sort in at and row[at[sort]]:
                index.add(sort, row[at[sort]], number)
        if {"first_name", "last_name"} <= at.keys():
            index.add("name", f"{row[at['first_name']]} {row[at['last_name']]}", number)
    return index


def _part(table: Table, column: str, index: Index) -> float:
    """Return the part of a column's different values that name exactly one other row."""
    sample = _sample(table, column)
    found = ((index.find(cell).numbers, row) for cell, row in sample.items())
    hits = sum(len(numbers) == 1 and numbers[0] != row for numbers, row in found)
    return hits / len(sample) if sample else 0.0


def _sample(table: Table, column: str) -> dict[str, int]:
    """Return different values of a column, several to a cell apart, each with its first row."""
    at = table.columns.index(column)
    sample: dict[str, int] = {}
    for number, row in enumerate(table.rows):
        for part in row[at].replace("|", ";").split(";"):
            if not is_nobody(bare := part.strip()):
                sample.setdefault(bare, number)
        if len(sample) >= _LOOKED_AT:
            break
    return sample
