"""Words, numbers and tables in text, and what each medium needs escaped; each written once."""

from orgmodel.text.clean import clean
from orgmodel.text.formulas import FORMULA, escape_formula, unescape_formula
from orgmodel.text.html import MOST_ROWS, escape_html, html_lines, html_table
from orgmodel.text.lists import listed, more, quoted
from orgmodel.text.markdown import escape_markdown, markdown_table
from orgmodel.text.numbers import before_after, counted, money, percent, plural, short_money
from orgmodel.text.suggestions import did_you_mean, nearest
from orgmodel.text.terminal import columns, escape_terminal, terminal_width

__all__ = [
    "FORMULA",
    "MOST_ROWS",
    "before_after",
    "clean",
    "columns",
    "counted",
    "did_you_mean",
    "escape_formula",
    "escape_html",
    "escape_markdown",
    "escape_terminal",
    "html_lines",
    "html_table",
    "listed",
    "markdown_table",
    "money",
    "more",
    "nearest",
    "percent",
    "plural",
    "quoted",
    "short_money",
    "terminal_width",
    "unescape_formula",
]
