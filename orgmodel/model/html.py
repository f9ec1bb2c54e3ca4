"""Tables as notebooks show them."""

from collections.abc import Iterable, Sequence
from html import escape

from orgmodel.model.text import clean

MOST_SHOWN = 200
"""More rows than this are counted in a notebook; nobody reads on so far."""


def html_table(
    rows: Sequence[Sequence[object]],
    *,
    heads: Sequence[str] = (),
    notes: Iterable[str] = (),
    of: int | None = None,
) -> str:
    """Return a table in HTML, with what is not shown counted below it; texts are escaped.

    Args:
        rows: The rows; None is an empty cell. Those beyond 200 are counted.
        heads: What stands above the columns.
        of: How many rows there are in all, where only those to be shown are given.
        notes: What to say below the table, and in place of one without rows.
    """
    head = f"<thead><tr>{_cells(heads, 'th')}</tr></thead>" if heads else ""
    body = "".join(f"<tr>{_cells(row, 'td')}</tr>" for row in rows[:MOST_SHOWN])
    table = f"<table>{head}<tbody>{body}</tbody></table>" if rows else ""
    more = (of or len(rows)) - MOST_SHOWN
    told = [*([f"and {more:,} more"] if more > 0 else []), *notes]
    return table + "".join(f"<p>{_text(note)}</p>" for note in told)


def html_text(text: str) -> str:
    """Return lines of text in HTML, as they stand."""
    return "<pre>" + "\n".join(map(_text_as_is, text.splitlines())) + "</pre>"


def _cells(cells: Iterable[object], tag: str) -> str:
    return "".join(f"<{tag}>{_text(cell)}</{tag}>" for cell in cells)


def _text(cell: object) -> str:
    return "" if cell is None else escape(clean(str(cell)))


def _text_as_is(line: str) -> str:
    indent = len(line) - len(line.lstrip())
    return " " * indent + escape(clean(line))
