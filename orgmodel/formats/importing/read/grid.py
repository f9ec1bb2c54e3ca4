"""A grid of cells to a table: where the headings are, and what lies around the rows."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from orgmodel.formats.importing.read.errors import unusable
from orgmodel.formats.importing.read.limits import MAX_COLUMNS
from orgmodel.formats.importing.read.table import Note, Table, folded
from orgmodel.formats.importing.read.vocabulary import (
    fields_called,
    known_headings,
    level_of,
    totals,
)
from orgmodel.model import Source

_LOOKED_AT = 30
"""Lines among which the headings are looked for."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells as they stand in a file, headings and all; rows may be of different lengths."""

    name: str
    file: str
    rows: Sequence[tuple[int, Sequence[str]]]
    sheet: str | None = None
    notes: Sequence[Note] = ()

    def place(self, line: int, column: int = 0) -> Source:
        """Return the place of a cell."""
        bare = Table("", (), (), (line,), self.file, self.sheet)
        return bare.source(0, column)


def table_of(grid: Grid, heading: int | None = None, columns: Collection[str] = ()) -> Table | None:
    """Find the headings of a grid and make a table of it, or None where it holds nothing.

    Args:
        grid: The cells.
        heading: The line of the headings; None means to look for them.
        columns: Headings that the user names.
    """
    filled = [(line, row) for line, row in grid.rows if any(row)]
    if not filled:
        return None
    start = _heading(grid, filled, heading, frozenset(map(folded, columns)))
    line, names = filled[start]
    offsets = _columns(grid, line, names, [row for _, row in filled[start + 1 :]])
    columns = _named([names[i] if i < len(names) else "" for i in offsets])
    notes = [*grid.notes, *_above(grid, filled[:start])]
    rows, lines = _body(grid, filled[start + 1 :], offsets, columns, notes)
    for name in _whole(rows, columns):
        sentence = f"{name!r} holds whole numbers such as 1.0; they are read as 1."
        notes.append(Note(sentence, grid.place(line)))
    notes += _blank_headings(grid, line, columns, offsets, names)
    return Table(
        grid.name, columns, rows, lines, grid.file, grid.sheet, offsets, line, tuple(notes)
    )


def _heading(
    grid: Grid,
    filled: Sequence[tuple[int, Sequence[str]]],
    told: int | None,
    columns: frozenset[str],
) -> int:
    """Return the index of the headings: the first line that most of its cells say they are."""
    if told is not None:
        for index, (line, _) in enumerate(filled):
            if line == told:
                return index
        raise unusable(grid.file, f"Line {told}, the headings by the mapping, is empty.", told)
    best, found = 0, (0, -1, 0)
    width = max(sum(map(bool, row)) for _, row in filled[:_LOOKED_AT])
    for index, (_, row) in enumerate(filled[:_LOOKED_AT]):
        cells = [cell for cell in row if cell]
        names = [folded(cell) for cell in cells]
        known = sum(name in known_headings() or level_of(name) is not None for name in names)
        wide = len(cells) * 2 > width and not any(map(_numeric, cells))
        # one word alone is as likely to be a value: a title may be "Manager"
        usual = (known if known > 1 else 0) if wide else -1
        score = (sum(name in columns for name in names), usual, int(wide))
        if score > found:
            best, found = index, score
    return best


def _numeric(cell: str) -> bool:
    return cell.replace(".", "").replace(",", "").removeprefix("-").isdigit()


def _columns(
    grid: Grid, line: int, names: Sequence[str], rows: Iterable[Sequence[str]]
) -> tuple[int, ...]:
    """Return where columns are that have a heading or at least one cell."""
    width = max(len(names), max(map(len, rows := list(rows)), default=0))
    if width > MAX_COLUMNS:
        sentence = f"There are {width:,} columns, and the limit is {MAX_COLUMNS:,}. Delete some."
        raise unusable(grid.file, sentence, line)
    used = {i for i, name in enumerate(names) if name}
    for row in rows:
        if len(used) == width:
            break
        used |= {i for i, cell in enumerate(row) if cell}
    return tuple(sorted(used))


def _named(names: Iterable[str]) -> tuple[str, ...]:
    """Number the headings that come again, and name those that are blank."""
    seen: dict[str, int] = {}
    result = []
    for position, written in enumerate(names, 1):
        name = " ".join(written.split()) or f"column {position}"
        seen[name] = seen.get(name, 0) + 1
        result.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(result)


def _blank_headings(
    grid: Grid, line: int, columns: Sequence[str], offsets: Sequence[int], names: Sequence[str]
) -> list[Note]:
    blank = [c for c, i in zip(columns, offsets, strict=True) if i >= len(names) or not names[i]]
    if not blank:
        return []
    called = ", ".join(blank[:5])
    return [Note(f"Columns without heading are called {called} here.", grid.place(line))]


def _above(grid: Grid, rows: Iterable[tuple[int, Sequence[str]]]) -> list[Note]:
    return [_left_out(grid, line, row, "it stands above the headings") for line, row in rows]


def _left_out(grid: Grid, line: int, row: Sequence[str], why: str) -> Note:
    shown = next(cell for cell in row if cell)
    return Note(f"This line, {shown[:60]!r}, is not used: {why}.", grid.place(line))


def _body(
    grid: Grid,
    filled: Sequence[tuple[int, Sequence[str]]],
    offsets: tuple[int, ...],
    columns: Sequence[str],
    notes: list[Note],
) -> tuple[list[Sequence[str]], list[int]]:
    """Take the rows, each as wide as the headings; note totals and what stands below."""
    take, width = _taker(offsets), (offsets[-1] + 1 if offsets else 0)
    rows: list[Sequence[str]] = []
    lines: list[int] = []
    same = [folded(name) for name in columns]
    end = _footer(filled, len(offsets))
    for number, (line, row) in enumerate(filled):
        if number >= end:
            notes.append(_left_out(grid, line, row, "it stands below the table"))
        elif _repeats(cells := take(_wide(row, width)), same) or (
            not rows and _rephrases(cells, columns)
        ):
            notes.append(_left_out(grid, line, row, "it repeats the headings"))
        elif _total(row):
            notes.append(_left_out(grid, line, row, "it looks like a total"))
        else:
            rows.append(cells)
            lines.append(line)
    return rows, lines


def _wide(row: Sequence[str], width: int) -> Sequence[str]:
    return row if len(row) >= width else [*row, *[""] * (width - len(row))]


def _rephrases(row: Sequence[str], headings: Sequence[str]) -> bool:
    """Return whether the first row says in words what the headings say in codes."""
    pairs = [(cell, name) for cell, name in zip(row, headings, strict=True) if cell]
    if len(pairs) < _FEW or any(any(map(str.isdigit, cell)) or "@" in cell for cell, _ in pairs):
        return False
    same = sum(
        any(
            not fields_called(kind, cell).keys().isdisjoint(fields_called(kind, name))
            for kind in ("people", "customers", "territories")
        )
        for cell, name in pairs
    )
    return same * 3 >= len(pairs) * 2


def _repeats(row: Sequence[str], headings: Sequence[str]) -> bool:
    """Return whether a row says the headings again, as a second heading line or a new page does."""
    own = sum(map(bool, row))
    return own > 1 and all(
        not cell or _bare(cell) == heading.replace(" ", "")
        for cell, heading in zip(row, headings, strict=True)
    )


def _bare(cell: str) -> str:
    return folded(cell).replace(" ", "")


def _whole(rows: list[Sequence[str]], columns: Sequence[str]) -> list[str]:
    """Write whole numbers such as ``1.0``, which spreadsheets make of ids, without the point."""
    changed = []
    for at, name in enumerate(columns):
        cells = [row[at] for row in rows if any(map(str.isdigit, row[at]))]
        if not any(cell.endswith(".0") for cell in cells) or not all(map(_WHOLE.fullmatch, cells)):
            continue
        changed.append(name)
        for number, row in enumerate(rows):
            if row[at].endswith(".0"):
                cell = type(row[at])(row[at].removesuffix(".0"))
                rows[number] = [*row[:at], cell, *row[at + 1 :]]
    return changed


_WHOLE = re.compile(r"\d+(?:\.0)?")


def _taker(offsets: tuple[int, ...]) -> Callable[[Sequence[str]], Sequence[str]]:
    """Return what picks columns; all of them in their order is the usual case."""
    number = len(offsets)
    if offsets == tuple(range(number)):
        return lambda row: row if len(row) == number else row[:number]
    return lambda row: [row[offset] for offset in offsets]


_FEW = 3
_FOOTER = re.compile(
    r"(?:page|seite|pagina|página|strona|sida)\s+\d+|.*\b(?:printed|generated|exported|created|"
    r"confidential|report run|as of|source|gedruckt|erstellt|stampato|generato|imprimé|généré|"
    r"impreso|generado|wydrukowano|wygenerowano|afgedrukt)\b|©|\(c\)",
    re.IGNORECASE,
)
"""What lines below a table begin with: marks of pages, and when and by whom they were printed."""


def _footer(filled: Sequence[tuple[int, Sequence[str]]], width: int) -> int:
    """Return the index where a footer begins: lines of one cell after a blank line."""
    end = len(filled)
    if width < _FEW:
        return end
    while end and sum(map(bool, filled[end - 1][1])) == 1:
        end -= 1
    for index in range(max(end, 1), len(filled)):
        if _FOOTER.match(next(cell for cell in filled[index][1] if cell)):
            return index
    for index in range(max(end, 1), len(filled)):
        if filled[index][0] > filled[index - 1][0] + 1:
            return index
    return len(filled)


def _total(row: Sequence[str]) -> bool:
    first = next(cell for cell in row if cell)
    if len(first) > _LONGEST_TOTAL or not any(map(str.isalpha, first)):
        return False
    others = [cell for cell in row if cell and cell is not first]
    return folded(first).rstrip(" 0123456789") in totals() and not any(map(_worded, others))


def _worded(cell: str) -> bool:
    return any(map(str.isalpha, cell))


_LONGEST_TOTAL = 40
