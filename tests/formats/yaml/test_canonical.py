"""The canonical form keeps what a design says, and every comment beside what it is about."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import orgs, texts

from orgmodel.formats import dumps, loads
from orgmodel.formats.designs.yaml.canonical import canonical
from orgmodel.formats.designs.yaml.comments import comments_of
from orgmodel.model import DesignError


def test_comments_stay_with_what_they_are_about():
    """Sections and fields are put in order, defaults go, comments follow."""
    text = """\
# Plan of 2026

# what we are called
name: 'Aurora'   # the name
customers: {acme: {}}
# the posts
positions:
  # the boss
  director:   # top
    held_by: "Dana Reyes"     # since 2010
    role: sales_director
    fte: 1.0   # full time
  rep: {role: sales_representative,   # hunts
        reports_to: director}
# nobody yet
departments:
# the end
"""
    assert canonical(text) == """\
# Plan of 2026

# what we are called
name: Aurora  # the name
currency: EUR

# the posts
positions:
  # the boss
  director:  # top  # full time
    role: sales_director
    held_by: Dana Reyes  # since 2010
  rep:  # hunts
    role: sales_representative
    reports_to: director

customers:
  acme: {}

# nobody yet

# the end
"""  # fmt: skip


def test_blocks_of_text_are_no_comments():
    """A sign inside of them is text; behind the one that opens them it begins a comment."""
    text = "name: X\npositions:\n  a:\n    note: |  # why\n      a # b\n      c\n"
    assert canonical(text).splitlines()[-1] == '    note: "a # b c"  # why'
    assert not comments_of("a: 'b # c'\nd: e#f\ng: \"h # \\\n  i\"\n")


@pytest.mark.parametrize("text", ["name: X\ncurrency: EUR\n", "positions:\n  a: {}\n", ""])
def test_what_is_canonical_stays(text):
    """To the last byte."""
    assert canonical(text or "customers:\n") == text


def test_what_includes_and_what_is_included_are_formatted_alone():
    """The include moves to the head, and parts need no name."""
    assert canonical("customers: {a: }\ninclude: b.yaml # more\nname: X\n") == (
        "name: X\ncurrency: EUR\ninclude: [b.yaml]  # more\n\ncustomers:\n  a: {}\n"
    )
    assert canonical("# part\n\ncurrency: PLN\ncustomers: {b: }\n") == (
        "# part\n\ncurrency: PLN\n\ncustomers:\n  b: {}\n"
    )


def test_the_line_for_editors_is_written_once():
    """And replaced by a new one."""
    line = "# yaml-language-server: $schema="
    once = canonical("name: X\n", schema="a.json")
    assert once == f"{line}a.json\nname: X\ncurrency: EUR\n"
    assert canonical(once) == once
    assert canonical(once, schema="b.json") == once.replace("a.json", "b.json")


def test_mistakes_are_told_and_nothing_is_guessed():
    """As when the design is loaded."""
    with pytest.raises(DesignError, match=r"plan\.yaml:2: Position 'a': fte"):
        canonical("name: X\npositions: {a: {fte: 2}}\n", "plan.yaml")


@st.composite
def commented(draw):
    """Make a design as text, with comments and empty lines wherever they may stand."""
    org = draw(orgs())
    lines = []
    said = texts().map(lambda text: f"# {text}")
    for line in dumps(org).splitlines():
        for _ in range(draw(st.integers(0, 2))):
            lines.append(draw(said | st.just("")))  # noqa: PERF401 - drawn one by one
        beside = draw(st.none() | said) if line else None
        lines.append(f"{line} {beside}" if beside else line)
    return org, "\n".join([*lines, draw(said), ""])


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=60)
@given(commented())
def test_nothing_is_lost_and_a_second_time_changes_nothing(made):
    """Neither of the design nor of its comments."""
    org, text = made
    once = canonical(text)
    assert loads(once) == org
    assert canonical(once) == once
    words = Counter(word for comment in comments_of(text) for word in comment.text.split())
    assert Counter(word for comment in comments_of(once) for word in comment.text.split()) == words


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=25)
@given(orgs())
def test_a_saved_design_is_canonical(org):
    """Whoever formats what was saved changes nothing."""
    assert canonical(dumps(org)) == dumps(org)
