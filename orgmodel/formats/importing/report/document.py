"""What an import understood, told as Markdown or JSON."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from orgmodel.formats.importing.columns.detect import readings
from orgmodel.formats.importing.interpret.result import Imported
from orgmodel.formats.importing.read.mapping import IGNORE
from orgmodel.formats.importing.read.table import Note
from orgmodel.formats.importing.report.account import left_out, to_dict
from orgmodel.formats.importing.report.facts import facts
from orgmodel.formats.importing.report.grouping import grouped
from orgmodel.formats.importing.report.terminal import printable, said_above, to_text
from orgmodel.formats.importing.report.unknown_titles import unknown_titles
from orgmodel.model import SECTIONS, Source

_MOST = 100
"""Notes of one kind that a report for people lists; JSON lists all."""
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>|#~$!&^@\"]")


def counts(imported: Imported) -> dict[str, int]:
    """Return how many entities of each kind the design has, kinds without any left out."""
    numbers = {name: len(imported.org.all(kind)) for name, kind in SECTIONS.items()}
    return {name: number for name, number in numbers.items() if number}


def to_json(imported: Imported) -> str:
    """Return the whole report as JSON."""
    content = {
        "design": {"name": imported.org.name, "currency": imported.org.currency},
        "counts": counts(imported),
        "account": to_dict(imported.account),
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
    cure = {"mapping": list(note.cure)} if note.cure else {}
    return {**where, "cell": place.cell, "sentence": note.sentence, **cure}


def to_markdown(imported: Imported) -> str:
    """Return the report as Markdown."""
    return "\n".join(_lines(imported))


def _lines(imported: Imported) -> Iterable[str]:
    numbers = ", ".join(f"{n:,} {kind.replace('_', ' ')}" for kind, n in counts(imported).items())
    yield f"# {_escaped(imported.org.name)} ({imported.org.currency}): {numbers or 'nothing'}\n"
    yield from (f"- {subject}: {_escaped(said)}" for subject, said in facts(imported.org))
    yield from _account(imported)
    for name in _names(imported):
        about = _table(imported, name)
        used = "not used" if about["kind"] == IGNORE else about["kind"]
        yield f"\n## {_escaped(name)}: {used}, {about['rows']:,} rows\n"
        yield f"{_escaped(about['how']).capitalize()}."
        rows = [
            (_escaped(c["column"]), ", ".join(c["fields"]) or "not used", _escaped(c["how"]))
            for c in about["columns"]
        ]
        yield from _rows(("column", "field", "how"), rows) if rows else ()
    yield from _titles(imported)
    yield from _notes("Problems", imported.problems)
    others = [note for note in imported.notes if not note.problem and not said_above(note)]
    yield from _notes("Notes", others)
    yield ""


def _account(imported: Imported) -> Iterable[str]:
    account = imported.account
    if account.tallies:
        yield "\n## What arrived\n"
        yield from _rows(
            ("subject", "in the design", "in the files"),
            [(t.subject, f"{t.arrived:,}", f"{t.held:,}") for t in account.tallies],
        )
    if account.tables:
        rows = [
            (_escaped(t.table), f"{t.rows:,}", f"{t.used:,}", _escaped(left_out(t)))
            for t in account.tables
        ]
        yield from _rows(("table", "rows", "used", "left out"), rows)


def _titles(imported: Imported) -> Iterable[str]:
    unknown = unknown_titles(imported)
    if not unknown:
        return
    yield f"\n## Titles of no known role: {len(unknown):,}"
    yield "\nTheir roles stay open. A mapping file may name them, below 'roles:', as 'TITLE: ROLE'."
    rows = [(_escaped(t), f"{number:,}", near or "-") for t, number, near in unknown[:_MOST]]
    yield from _rows(("title", "positions", "nearest role"), rows)
    if len(unknown) > _MOST:
        yield f"{len(unknown) - _MOST:,} more."


def _notes(heading: str, notes: Sequence[Note]) -> Iterable[str]:
    if not notes:
        return
    groups = grouped(notes)
    yield f"\n## {heading}: {len(notes):,}\n"
    for group in groups[:_MOST]:
        yield f"- {_escaped(str(group))}"
        if group.first.cure:
            yield from ("", "  ```yaml", *(f"  {line}" for line in group.first.cure), "  ```")
    if len(groups) > _MOST:
        rest = sum(group.number for group in groups[_MOST:])
        yield f"- {rest:,} others; the report in JSON lists all."


def _rows(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[str]:
    yield ""
    for cells in (heads, ["---"] * len(heads), *rows):
        yield f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return _ACTIVE.sub(lambda found: f"&#{ord(found[0])};", printable(text))


REPORTS = {"text": to_text, "md": to_markdown, "json": to_json}
"""How the report of an import may be written, by the ending of its file."""
