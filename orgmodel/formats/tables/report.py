"""What an import understood, told as text, Markdown or JSON."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from orgmodel.formats.tables.mapping import IGNORE
from orgmodel.formats.tables.recognising import readings
from orgmodel.formats.tables.table import Note
from orgmodel.formats.tables.understood import Imported
from orgmodel.model import SECTIONS, Position, Role, Source
from orgmodel.roles import STANDARD_ROLES, Titles

_MOST = 100
"""Notes of one kind that a report for people lists; JSON lists all."""
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>|#~$!&^@\"]")
_COMPARED = 200
"""Unknown titles whose nearest role is looked for."""


def counts(imported: Imported) -> dict[str, int]:
    """Return how many entities of each kind the design has, kinds without any left out."""
    numbers = {name: len(imported.org.all(kind)) for name, kind in SECTIONS.items()}
    return {name: number for name, number in numbers.items() if number}


def unknown_titles(imported: Imported) -> list[tuple[str, int, str | None]]:
    """Return titles that name no role, how many positions have each, and the nearest role's id."""
    titles = Titles((*STANDARD_ROLES, *imported.org.all(Role)))
    posts = imported.org.all(Position)
    often = Counter(post.title for post in posts if post.title and post.role is None)
    unknown = [(t, number) for t, number in often.most_common() if titles.role_of(t) is None]
    near = [titles.nearest(title) for title, _ in unknown[:_COMPARED]]
    ids = [role.id if role else None for role in near] + [None] * len(unknown[_COMPARED:])
    return [(title, number, id_) for (title, number), id_ in zip(unknown, ids, strict=True)]


def to_json(imported: Imported) -> str:
    """Return the whole report as JSON."""
    content = {
        "design": {"name": imported.org.name, "currency": imported.org.currency},
        "counts": counts(imported),
        "tables": [_table(imported, name) for name in _names(imported)],
        "unknown_titles": [
            {"title": title, "positions": number, "nearest_role": near}
            for title, number, near in unknown_titles(imported)
        ],
        "problems": [_noted(note) for note in imported.problems],
        "notes": [_noted(note) for note in imported.notes if not note.problem],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _names(imported: Imported) -> list[str]:
    return [name for name, _, _ in readings(imported.tables, imported.mapping)]


def _table(imported: Imported, name: str) -> dict[str, Any]:
    found = {n: (t, said) for n, t, said in readings(imported.tables, imported.mapping)}
    table, said = found[name]
    columns = [
        {"column": column, "fields": list(use.fields), "how": use.how}
        for column, use in said.columns.items()
    ]
    place = {"file": table.file, "sheet": table.sheet, "heading": table.heading}
    what = {"kind": said.kind or IGNORE, "how": said.how, "rows": len(table.rows)}
    return {"table": name, **place, **what, "columns": columns}


def _noted(note: Note) -> dict[str, Any]:
    place = note.source or Source("")
    where = {"file": place.file or None, "sheet": place.sheet, "line": place.line}
    return {**where, "cell": place.cell, "sentence": note.sentence}


def to_markdown(imported: Imported) -> str:
    """Return the report as Markdown."""
    return "\n".join(_lines(imported, _escaped, heading="#"))


def to_text(imported: Imported) -> str:
    """Return the report as text for a terminal."""
    return "\n".join(_lines(imported, printable, heading=""))


def _lines(imported: Imported, safe: Callable[[str], str], heading: str) -> Iterable[str]:
    """Yield the lines of a report; a heading of no sign is one of plain text."""
    title, part = (f"{heading} ", f"\n{heading * 2} ") if heading else ("", "\n")
    numbers = ", ".join(f"{n:,} {kind.replace('_', ' ')}" for kind, n in counts(imported).items())
    yield f"{title}{safe(imported.org.name)} ({imported.org.currency}): {numbers or 'nothing'}"
    table = _markdown_table if heading else _text_table
    for name in _names(imported):
        about = _table(imported, name)
        used = "not used" if about["kind"] == IGNORE else about["kind"]
        yield f"{part}{safe(name)}: {used}, {about['rows']:,} rows\n"
        yield f"{safe(about['how']).capitalize()}."
        rows = [
            (safe(c["column"]), ", ".join(c["fields"]) or "not used", safe(c["how"]))
            for c in about["columns"]
        ]
        yield from table(("column", "field", "how"), rows) if rows else ()
    yield from _titles(imported, part, safe, table)
    yield from _notes("Problems", imported.problems, part, safe)
    others = [note for note in imported.notes if not note.problem and not _of_column(note)]
    yield from _notes("Notes", others, part, safe)
    yield ""


def _of_column(note: Note) -> bool:
    """Return whether a note says what the table of columns says already."""
    return note.sentence.startswith("Column ") and " is not used: " in note.sentence


def _titles(
    imported: Imported,
    part: str,
    safe: Callable[[str], str],
    table: Callable[[Sequence[str], Sequence[Sequence[str]]], Iterable[str]],
) -> Iterable[str]:
    unknown = unknown_titles(imported)
    if not unknown:
        return
    yield f"{part}Titles that name no known role: {len(unknown):,}"
    yield "\nTheir roles stay open. A mapping file may name them, below 'roles:', as 'TITLE: ROLE'."
    rows = [(safe(t), f"{number:,}", near or "-") for t, number, near in unknown[:_MOST]]
    yield from table(("title", "positions", "nearest role"), rows)
    if len(unknown) > _MOST:
        yield f"{len(unknown) - _MOST:,} more."


def _notes(
    heading: str, notes: Sequence[Note], part: str, safe: Callable[[str], str]
) -> Iterable[str]:
    if not notes:
        return
    yield f"{part}{heading}: {len(notes):,}\n"
    yield from (f"- {safe(str(note))}" for note in notes[:_MOST])
    if len(notes) > _MOST:
        yield f"- {len(notes) - _MOST:,} more; the report in JSON lists all."


def _markdown_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[str]:
    yield ""
    for cells in (heads, ["---"] * len(heads), *rows):
        yield f"| {' | '.join(cells)} |"


def _text_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[str]:
    del heads
    first = max(len(row[0]) for row in rows)
    second = max(len(row[1]) for row in rows)
    for row in rows:
        yield f"  {row[0]:<{first}}  {row[1]:<{second}}  {row[2]}".rstrip()


def printable(text: str) -> str:
    """Return a text on one line without what would steer a terminal."""
    spaced = (" " if c.isspace() else c for c in text)
    return "".join(c for c in spaced if unicodedata.category(c) not in _STEERING)


_STEERING = frozenset({"Cc", "Cs", "Cf"})


def _escaped(text: str) -> str:
    return _ACTIVE.sub(lambda found: f"&#{ord(found[0])};", printable(text))


REPORTS = {"text": to_text, "md": to_markdown, "json": to_json}
"""How the report of an import may be written, by the ending of its file."""
