"""Tables with columns added, changed or rows left out; every row keeps its place."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from orgmodel.formats.importing import Note, Table
from orgmodel.formats.importing.presets.known import plain


def column(table: Table, *names: str) -> int | None:
    """Return the index of the first of some columns that there is, or None."""
    places = {plain(heading): index for index, heading in reversed([*enumerate(table.columns)])}
    return next((places[plain(name)] for name in names if plain(name) in places), None)


def cells(table: Table, *names: str) -> list[str]:
    """Return the cells of the first of some columns that there is; empty ones if there is none."""
    index = column(table, *names)
    return ["" if index is None else row[index] for row in table.rows]


def with_column(table: Table, name: str, values: Iterable[str], like: str = "") -> Table:
    """Return a table with a further column, whose places are those of the column it is like."""
    rows = [[*row, value] for row, value in zip(table.rows, values, strict=True)]
    offsets: Sequence[int] = table.offsets
    if offsets:
        offsets = (*offsets, offsets[column(table, like) or 0])
    return replace(table, columns=(*table.columns, name), rows=rows, offsets=offsets)


def mapped(table: Table, names: Collection[int], change: Callable[[str], str]) -> Table:
    """Return a table with the cells of some columns changed."""
    if not names:
        return table
    rows = [[change(c) if i in names else c for i, c in enumerate(row)] for row in table.rows]
    return replace(table, rows=rows)


def only(
    table: Table, wanted: Sequence[bool], why: Callable[[int], str], notes: list[Note]
) -> Table:
    """Return a table with some of its rows; how many are left out, and why, is one note.

    Args:
        table: The table.
        wanted: Whether each row stays.
        why: Says, for the number of rows left out, why they are.
        notes: Where the note goes.
    """
    left = [at for at, stays in enumerate(wanted) if not stays]
    if not left:
        return table
    notes.append(Note(why(len(left)), table.source(left[0])))
    rows = [row for row, stays in zip(table.rows, wanted, strict=True) if stays]
    lines = [line for line, stays in zip(table.lines, wanted, strict=True) if stays]
    return replace(table, rows=rows, lines=lines)
