"""The document of all rules."""

import re
from pathlib import Path

from orgmodel.rules import RULES, rule
from orgmodel.rules.engine.handbook import FAMILIES, handbook

DOCUMENT = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_document_in_the_repository_is_that_of_the_rules():
    """Write it anew by handbook(RULES) after a change of a page."""
    assert DOCUMENT.read_text(encoding="utf-8") == handbook(RULES)


def test_every_rule_is_in_the_table_and_has_a_chapter():
    """A reader finds each rule by its code, and the link leads to its page."""
    lines = handbook(RULES).splitlines()
    for each in RULES:
        row = next(line for line in lines if line.startswith(f"| [{each.code}]"))
        assert f"(#{each.code.lower()}-{each.name})" in row
        assert f"### {each.code} {each.name}" in lines
    chapters = [line[3:] for line in lines if line.startswith("## ")]
    assert chapters == [*FAMILIES.values(), "What is left out"]


def test_what_is_left_out_names_rules_that_are_there():
    """Whoever looks for a check that is not made finds what is made instead."""
    chapter = handbook(RULES).partition("## What is left out")[2]
    named = set(re.findall(r"[A-Z]{3}\d{3}", chapter))
    assert named <= {each.code for each in RULES}
    assert len(named) > 5


def test_rules_of_others_have_a_chapter_of_their_own():
    """Rules that are brought along stand behind those of the package."""

    @rule("XYZ001", "error", origin="judgement")
    def other_rule(design):
        """A design must be ours."""
        yield None, str(design)

    text = handbook((other_rule, *RULES))
    assert text.index("## Key accounts") < text.index("## Rules of other distributions")
    assert text.index("### XYZ001 other-rule") > text.index("## Rules of other distributions")
