"""Tables of figures as text: for a terminal, for Markdown, as CSV or JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from orgmodel.measures.core.table import Figure, Measure, Number, Table, said
from orgmodel.text import columns, escape_formula, escape_markdown, markdown_table


def as_text(table: Table) -> str:
    """Return a table for a terminal: one line per figure, columns side by side."""
    rows = [(f.measure.name, f.of, said(f, table.currency), f.note) for f in table]
    return "\n".join(columns(rows, right={2}))


def grid(table: Table) -> tuple[list[str], list[list[str]]]:
    """Return the heads and rows of a table with one row for each thing that figures are of."""
    measures = list(dict.fromkeys(figure.measure for figure in table))
    rows: dict[str, dict[Measure, str]] = {}
    for figure in table:
        rows.setdefault(figure.of, {})[figure.measure] = said(figure, table.currency)
    heads = ["", *(measure.name for measure in measures)]
    return heads, [[of, *(cells.get(m, "-") for m in measures)] for of, cells in rows.items()]


def as_grid(table: Table) -> str:
    """Return a table for a terminal with one row for each thing that figures are of."""
    heads, rows = grid(table)
    return "\n".join(columns([heads, *rows], right=range(1, len(heads))))


def as_markdown(table: Table) -> str:
    """Return a table in Markdown, one row per figure."""
    rows = [[f.measure.name, f.of, said(f, table.currency), f.note] for f in table]
    return _piped(["measure", "of", "value", "note"], rows)


def as_markdown_grid(table: Table) -> str:
    """Return a table in Markdown with one row for each thing that figures are of."""
    return _piped(*grid(table))


def _piped(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    cells = (map(escape_markdown, row) for row in rows)
    return "\n".join(markdown_table(heads, map(list, cells)))


def as_csv(table: Table) -> str:
    """Return a table as CSV, one row per figure; amounts are exact, shares are 0 to 1."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(["measure", "of", "value", "unit", "note"])
    for figure in table:
        value = "" if figure.value is None else f"{figure.value:f}"
        value = str(figure.value) if isinstance(figure.value, float | int) else value
        writer.writerow(
            [
                figure.measure.name,
                escape_formula(figure.of),
                value,
                _unit(figure, table),
                figure.note,
            ]
        )
    return written.getvalue().rstrip("\n")


def as_json(table: Table) -> str:
    """Return a table as JSON: a list of objects; amounts of money are texts, to stay exact."""
    rows = [
        {
            "measure": figure.measure.name,
            "of": figure.of or None,
            "value": _plain(figure.value),
            "unit": _unit(figure, table),
            "note": figure.note or None,
        }
        for figure in table
    ]
    return json.dumps({"currency": table.currency, "figures": rows}, indent=2, ensure_ascii=False)


def _plain(value: Number | None) -> int | float | str | None:
    return f"{value:f}" if isinstance(value, Decimal) else value


def _unit(figure: Figure, table: Table) -> str:
    return table.currency if figure.measure.unit == "money" else figure.measure.unit


TABLE_FORMATS: Mapping[str, Callable[[Table], str]] = {
    "text": as_text,
    "json": as_json,
    "csv": as_csv,
    "markdown": as_markdown,
}
"""How a table of a whole organisation can be written."""

GRID_FORMATS: Mapping[str, Callable[[Table], str]] = {
    **TABLE_FORMATS,
    "text": as_grid,
    "markdown": as_markdown_grid,
}
"""How a table of many things can be written."""
