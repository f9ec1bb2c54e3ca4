"""The report of an import for a terminal: what came out, how it was read, what to look at."""

import textwrap
import unicodedata
from collections.abc import Iterable, Sequence

from orgmodel.formats.importing.columns.detect import readings
from orgmodel.formats.importing.interpret.result import Imported
from orgmodel.formats.importing.read.mapping import IGNORE, TableMapping, Use
from orgmodel.formats.importing.read.table import Note, Table
from orgmodel.formats.importing.report.account import left_out
from orgmodel.formats.importing.report.facts import facts
from orgmodel.formats.importing.report.grouping import grouped
from orgmodel.formats.importing.report.unknown_titles import unknown_titles
from orgmodel.text import counted

_WIDTH = 100
_MOST = 12
"""Kinds of notes that are shown."""
_REASONS = 3
"""Reasons for leaving out rows that are shown of a table."""
_TITLES = 5
"""Titles without a role that are shown."""


def to_text(imported: Imported) -> str:
    """Return the report as text for a terminal: a screen for the common case."""
    return "\n".join(
        [
            *_head(imported),
            *_account(imported),
            *_tables(imported),
            *_titles(imported),
            *_told(imported),
            "",
        ]
    )


def _head(imported: Imported) -> Iterable[str]:
    yield f"{printable(imported.org.name)} ({imported.org.currency})"
    lines = facts(imported.org)
    if not lines:
        yield "  nothing came out"
    for subject, said in lines:
        yield f"  {subject:<12} {printable(said)}"


def _account(imported: Imported) -> Iterable[str]:
    """Yield what arrived beside what the files hold, and what became of the rows."""
    account = imported.account
    if account.tallies:
        yield "  arrived"
        for tally in account.tallies:
            yield f"    {tally.subject:<22} {tally.arrived:,} of {tally.held:,} in the files"
    for table in account.tables:
        left = f"; left out: {left_out(table, _REASONS)}" if table.left_out else ""
        yield from _wrapped(
            f"{table.table}: {counted(table.rows, 'row')}, {table.used:,} used{left}", "    "
        )


def _tables(imported: Imported) -> Iterable[str]:
    ignored: dict[str, list[str]] = {}
    for name, table, said in readings(imported.tables, imported.mapping):
        if said.kind == IGNORE:
            ignored.setdefault(said.how, []).append(name)
        else:
            yield from _table(name, table, said)
    for how, names in ignored.items():
        yield ""
        yield from _wrapped(f"Not used: {', '.join(names)} ({how})")


def _table(name: str, table: Table, said: TableMapping) -> Iterable[str]:
    yield ""
    yield from _wrapped(f"{name}: {said.kind}, {len(table.rows):,} rows")
    fields: dict[str, list[str]] = {}
    unused: dict[str, list[str]] = {}
    for column, use in said.columns.items():
        for field in use.fields:
            fields.setdefault(field, []).append(f"{column!r}{_doubt(use)}")
        if not use.fields:
            unused.setdefault(use.how, []).append(repr(column))
    yield from _wrapped("; ".join(f"{f} = {', '.join(c)}" for f, c in fields.items()), "  ")
    for how, columns in unused.items():
        yield from _wrapped(f"not used: {', '.join(columns)} ({how})", "  ")


def _doubt(use: Use) -> str:
    """Return how a column was recognised, where that is more than what it is called."""
    plain = use.how.startswith(("synonym", "called", "mapping", "column of")) and "," not in use.how
    return "" if plain else f" ({use.how})"


def _titles(imported: Imported) -> Iterable[str]:
    unknown = unknown_titles(imported)
    if not unknown:
        return
    number = sum(often for _, often, _ in unknown)
    shown = ", ".join(
        f"{title!r} (nearest: {near})" if near else repr(title)
        for title, _, near in unknown[:_TITLES]
    )
    more = f" and {len(unknown) - _TITLES:,} more" if len(unknown) > _TITLES else ""
    yield ""
    sentence = (
        f"Titles of no known role: {len(unknown):,}, of {number:,} positions: {shown}{more}. "
        "Their roles stay open; a mapping file may name them, below 'roles:', as 'TITLE: ROLE'."
    )
    yield from _wrapped(sentence)


def _told(imported: Imported) -> Iterable[str]:
    yield from _notes("Problems", imported.problems)
    others = [note for note in imported.notes if not note.problem and not said_above(note)]
    yield from _notes("Notes", others)


def said_above(note: Note) -> bool:
    """Return whether a note says what the list of tables and columns says already."""
    of_column = note.sentence.startswith("Column ") and " is not used: " in note.sentence
    return of_column or note.sentence.endswith(("as its name says.", "is of a known kind."))


def _notes(heading: str, notes: Sequence[Note]) -> Iterable[str]:
    if not notes:
        return
    groups = grouped(notes)
    yield f"\n{heading}: {len(notes):,}"
    for group in groups[:_MOST]:
        yield from _wrapped(f"- {group}")
        if group.first.cure:
            yield "    In a mapping file:"
            yield from (f"      {printable(line)}" for line in group.first.cure)
    if len(groups) > _MOST:
        rest = sum(group.number for group in groups[_MOST:])
        yield f"- {rest:,} others; --report FILE.json lists all."


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        printable(text),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def printable(text: str) -> str:
    """Return a text on one line without what would steer a terminal."""
    spaced = (" " if c.isspace() else c for c in text)
    return "".join(c for c in spaced if unicodedata.category(c) not in _STEERING)


_STEERING = frozenset({"Cc", "Cs", "Cf"})
