"""Tables whose form says who reports to whom: outlines, chains, pairs, and numbers of posts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from math import ceil

from orgmodel.formats.importing.columns.index import turned
from orgmodel.formats.importing.columns.numbers import value_of
from orgmodel.formats.importing.read.table import Note, Table, folded
from orgmodel.formats.importing.read.vocabulary import fields_called, level_of

_PAIRS = (("from", "to"), ("source", "target"), ("parent", "child"), ("parent", "name"))
_POSTS = frozenset(
    {"number of posts", "number of posts fte", "number of posts in fte", "no of posts"}
)
_MOST = 0.5
_MANY = 200_000
"""Posts beyond which numbers of posts are not made boxes."""


def reshaped(table: Table) -> Table:
    """Return a table in the form of a roster, where its form says more than its headings.

    Columns are added, never changed, but for pairs: their two get the headings of a roster.
    What was done is among the notes of the table.
    """
    for form in (_pairs, _outline, _chain, _posts):
        if table.rows and (found := form(table)) is not None:
            return found
    return table


def _pairs(table: Table) -> Table | None:
    """Read pairs of two people, one of whom comes once as whoever is below."""
    names = tuple(map(folded, table.columns))
    if names not in {*_PAIRS, *(pair[::-1] for pair in _PAIRS)}:
        return None
    below = [len({row[at] for row in table.rows}) == len(table.rows) for at in (0, 1)]
    if below[0] == below[1]:
        return None
    child = below.index(True)
    own = {row[child] for row in table.rows}
    tops = {row[1 - child]: at for at, row in reversed(list(enumerate(table.rows)))}
    more = [(name, at) for name, at in tops.items() if name and name not in own]
    columns = ["", ""]
    columns[child], columns[1 - child] = "Name", "Manager"
    added = [[name, ""] if child == 0 else ["", name] for name, _ in more]
    sentence = (
        f"Pairs of people: {table.columns[child]!r}, where each comes once, reports to "
        f"{table.columns[1 - child]!r}."
    )
    return replace(
        table,
        columns=tuple(columns),
        rows=[*table.rows, *added],
        lines=[*table.lines, *(table.lines[at] for _, at in more)],
        notes=(*table.notes, Note(sentence, table.source())),
    )


def _levels(table: Table) -> list[int]:
    """Return the columns of levels in their order, if there are several."""
    found = {
        level: at
        for at, heading in enumerate(table.columns)
        if (level := level_of(heading)) is not None
    }
    order = sorted(found)
    steady = order == list(range(order[0], order[0] + len(order))) if order else False
    return [found[number] for number in order] if len(order) > 1 and steady else []


def _outline(table: Table) -> Table | None:
    """Read an outline: one name to a row, in the column of its level."""
    levels = _levels(table)
    filled = [[depth for depth, at in enumerate(levels) if row[at]] for row in table.rows]
    if not levels or any(len(depths) != 1 for depths in filled):
        return None
    if len({depths[0] for depths in filled}) == 1:
        return None
    cells = list(_numbered([depths[0] for depths in filled]))
    names = [row[levels[depths[0]]] for row, depths in zip(table.rows, filled, strict=True)]
    first, last = table.columns[levels[0]], table.columns[levels[-1]]
    sentence = f"An outline: who stands further to the right, {first!r} to {last!r}, is below."
    return _with(table, levels[0], {"Name": names, "Path": cells}, sentence)


def _numbered(depths: Sequence[int]) -> Iterator[str]:
    """Yield the number of each row of an outline, such as ``1.2.1``."""
    counts: list[int] = []
    for depth in depths:
        del counts[depth + 1 :]
        counts += [0] * (depth + 1 - len(counts))
        counts[depth] += 1
        yield ".".join(str(count or 1) for count in counts)


def _chain(table: Table) -> Table | None:
    """Read the managers of each row, from the top to the one next above."""
    levels = _levels(table)
    own = _names(table)
    if not levels or own is None or _says_managers(table):
        return None
    people = set(map(turned, own))
    chains = [[cell for at in levels if (cell := row[at])] for row in table.rows]
    named = {turned(cell) for chain in chains for cell in chain}
    if not named or len(named & people) < _MOST * len(named):
        return None
    above = [
        next((c for c in reversed(chain) if turned(c) != turned(name)), "")
        for chain, name in zip(chains, own, strict=True)
    ]
    first, last = table.columns[levels[0]], table.columns[levels[-1]]
    sentence = (
        f"{first!r} to {last!r} are the managers of each row; the last is the one next above."
    )
    return _with(table, levels[-1], {"Manager": above}, sentence)


def _names(table: Table) -> list[str] | None:
    """Return the names of the rows."""
    fields = {f: at for at, c in enumerate(table.columns) for f in fields_called("people", c)}
    if "name" in fields:
        return [row[fields["name"]] for row in table.rows]
    if {"first_name", "last_name"} <= fields.keys():
        first, last = fields["first_name"], fields["last_name"]
        return [f"{row[first]} {row[last]}" for row in table.rows]
    return None


def _says_managers(table: Table) -> bool:
    """Return whether a column that is no level names managers."""
    others = [c for c in table.columns if level_of(c) is None]
    known = {field for c in others for field in fields_called("people", c)}
    return not known.isdisjoint({"manager", "manager_name", "manager_email"})


def _posts(table: Table) -> Table | None:
    """Make a row for each of a number of posts that are the same."""
    at = next((n for n, c in enumerate(table.columns) if folded(c) in _POSTS), None)
    known = {field for c in table.columns for field in fields_called("people", c)}
    if at is None or not known.isdisjoint({"id", "name", "position", "first_name"}):
        return None
    numbers = [value_of(row[at], ".") or Decimal(0) for row in table.rows]
    if sum(numbers) > _MANY or min(numbers) < 0:
        return None
    every = [(n, k) for n, number in enumerate(numbers) for k in range(max(1, ceil(number)))]
    shares = [min(Decimal(1), numbers[n] - k) or Decimal(1) for n, k in every]
    wide = replace(
        table,
        rows=[table.rows[n] for n, _ in every],
        lines=[table.lines[n] for n, _ in every],
    )
    added = {
        "Position ID": [f"{table.name} {table.lines[n]}.{k + 1}" for n, k in every],
        "FTE": [str(share) for share in shares],
    }
    sentence = f"{table.columns[at]!r} are numbers of posts: {len(every):,} positions are made."
    return _with(wide, at, added, sentence)


def _with(
    table: Table, beside: int, columns: Mapping[str, Sequence[str]], sentence: str
) -> Table | None:
    """Add columns whose cells stand in the place of another one."""
    if any(name in table.columns for name in columns):
        return None
    offsets = list(table.offsets or range(len(table.columns)))
    added = zip(*columns.values(), strict=True)
    return replace(
        table,
        columns=(*table.columns, *columns),
        rows=[[*row, *more] for row, more in zip(table.rows, added, strict=True)],
        offsets=(*offsets, *[offsets[beside]] * len(columns)),
        notes=(*table.notes, Note(sentence, table.source(None, beside))),
    )
