"""Tables in every medium, and names that no medium takes for commands."""

import csv
import io
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.text import (
    MOST_ROWS,
    columns,
    did_you_mean,
    escape_formula,
    escape_html,
    escape_markdown,
    escape_terminal,
    html_table,
    markdown_table,
    nearest,
    terminal_width,
    unescape_formula,
)


def test_markdown_cells_keep_their_bars():
    """A bar in a name is not the end of its cell."""
    cells = [escape_markdown("a|b"), "7"]
    assert markdown_table(["name", "n"], [cells], right={1}) == [
        "| name | n |",
        "| --- | ---: |",
        "| a&#124;b | 7 |",
    ]


@pytest.mark.parametrize(
    "text", ["*bold*", "[a](b)", "<b>", "`x`", "a_b_c", "&amp;", "~~x~~", "# head"]
)
def test_markdown_shows_signs_as_they_are(text):
    """No sign that means something is left."""
    assert not set(escape_markdown(text)) & set("*[]<>`_~\\|")


def test_markdown_links_nobody():
    """Sites find no user, issue or address in a name."""
    escaped = escape_markdown("@sam #12 https://example.org www.example.org")
    assert "@sam" not in escaped
    assert "://" not in escaped
    assert "www." not in escaped


def test_a_line_does_not_begin_a_list():
    """At the start of a line, numbers with a stop and dashes are lists; elsewhere they are not."""
    assert escape_markdown("1. April", starts_line=True) == "&#49;&#46; April"
    assert escape_markdown("- x", starts_line=True).startswith("&#45;")
    assert escape_markdown("1. April") == "1. April"


def test_html_is_escaped_and_the_rest_is_counted():
    """A notebook shows names as they are, and how many rows it leaves out."""
    assert escape_html(None) == ""
    page = html_table([("<b>", None)] * (MOST_ROWS + 5), heads=("name", "x"), notes=["a & b"])
    tree = ET.fromstring(f"<div>{page}</div>")  # noqa: S314 - our own text
    assert len(tree.findall(".//tbody/tr")) == MOST_ROWS
    assert tree.findtext(".//td") == "<b>"
    assert [p.text for p in tree.findall("p")] == ["and 5 more", "a & b"]


@given(st.text())
@settings(deadline=None)
def test_formulas_come_back(text):
    """An escaped cell does not begin as a formula does, and reads as it was."""
    escaped = escape_formula(text)
    assert not escaped.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unescape_formula(escaped) == text


def test_an_escaped_formula_survives_csv():
    """As one cell."""
    written = io.StringIO()
    csv.writer(written).writerow([escape_formula('=HYPERLINK("x","y")')])
    written.seek(0)
    assert next(csv.reader(written)) == ['\'=HYPERLINK("x","y")']


def test_a_terminal_gets_no_commands():
    """Nothing in a name moves the cursor, retitles the window or reorders letters."""
    shown = escape_terminal("a\x1b]0;owned\x07b\u202ec\nd\te")
    assert shown == "a\\x1b]0;owned\\x07b\\u202ec\nd\te"


def test_colours_stay_where_they_are_ours():
    """Only codes of colours; other commands are shown."""
    assert escape_terminal("\x1b[31mred\x1b[0m\x1b[2J", styled=True) == "\x1b[31mred\x1b[0m\\x1b[2J"


def test_letters_that_a_terminal_lacks_become_codes():
    """Instead of an error."""
    assert escape_terminal("Łódź", "latin-1") == "\\u0141ód\\u017a"


def test_columns_are_aligned_as_they_are_shown():
    """East Asian letters take two columns, numbers end at the right."""
    lines = columns([("name", "n"), ("東京", "1,200"), ("a", "7")], right={1})
    assert lines == ["name      n", "東京  1,200", "a         7"]
    assert {terminal_width(line) for line in lines} == {11}


def test_no_rows_are_no_lines():
    """An empty table does not fail."""
    assert columns([]) == []


def test_a_slip_is_answered_with_a_name():
    """Whatever the case; nonsense is answered with the choices, or not at all."""
    assert nearest("Tesla-nrth", ["tesla-north", "tesla-south"]) == "tesla-north"
    assert did_you_mean("Nort", ["north", "south"]) == "; did you mean 'north'?"
    assert did_you_mean("qqq", ["north", "south"]) == "."
    assert (
        did_you_mean("qqq", ["north", "south"], list_known=True)
        == "; the choices are north and south."
    )
    assert did_you_mean("qqq", [], list_known=True) == "."
