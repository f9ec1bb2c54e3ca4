"""HTML: escaped text, and the tables that notebooks show."""

from collections.abc import Iterable, Sequence
from html import escape

from orgmodel.text.clean import clean
from orgmodel.text.lists import more

MOST_ROWS = 200
"""The most rows that a notebook shows; the others are counted, because nobody reads that far."""


def escape_html(text: object) -> str:
    """Return a text on one line that HTML shows as it is; an empty text for None."""
    return "" if text is None else escape(clean(str(text)))


def html_table(
    rows: Sequence[Sequence[object]],
    *,
    heads: Sequence[str] = (),
    notes: Iterable[str] = (),
    of: int | None = None,
) -> str:
    """Return an HTML table of escaped texts, with the number of rows not shown below it.

    Args:
        rows: The rows; None is an empty cell. Rows after the first 200 are counted.
        heads: The column headings.
        of: The number of rows in total, where only the first ones are given.
        notes: Paragraphs below the table; they stand alone where there are no rows.
    """
    head = f"<thead><tr>{_cells(heads, 'th')}</tr></thead>" if heads else ""
    body = "".join(f"<tr>{_cells(row, 'td')}</tr>" for row in rows[:MOST_ROWS])
    table = f"<table>{head}<tbody>{body}</tbody></table>" if rows else ""
    paragraphs = [*filter(None, [more(of or len(rows), MOST_ROWS)]), *notes]
    return table + "".join(f"<p>{escape_html(each)}</p>" for each in paragraphs)


def html_lines(text: str) -> str:
    """Return lines of text in HTML with their indents and line breaks."""
    return "<pre>" + "\n".join(map(_indented, text.splitlines())) + "</pre>"


def _cells(cells: Iterable[object], tag: str) -> str:
    return "".join(f"<{tag}>{escape_html(cell)}</{tag}>" for cell in cells)


def _indented(line: str) -> str:
    indent = len(line) - len(line.lstrip())
    return " " * indent + escape_html(line)
