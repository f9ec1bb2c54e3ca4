"""The pages of all rules."""

import re
from pathlib import Path

from orgmodel.rules import RULES, rule
from orgmodel.rules.engine.handbook import FAMILIES, INDEX, handbook

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def test_the_pages_in_the_repository_are_those_of_the_rules():
    """After a change of a rule, ``python docs/rule_pages.py`` writes them anew."""
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert written == handbook(RULES)


def test_every_rule_is_in_the_index_and_on_the_page_that_its_link_names():
    """A reader finds each rule by its code, and the link leads to its heading."""
    pages = handbook(RULES)
    lines = pages[INDEX].splitlines()
    for each in RULES:
        row = next(line for line in lines if line.startswith(f"| [{each.code}]"))
        (page, anchor) = re.findall(r"\(([a-z-]+\.md)#([^)]*)\)", row)[0]
        assert anchor == f"{each.code.lower()}-{each.name}"
        assert f"## {each.code} {each.name}" in pages[page].splitlines()
    titles = [title for _, title in FAMILIES.values()]
    assert re.findall(r"^## \[?([^\]\n]+)", pages[INDEX], re.MULTILINE) == [
        *titles,
        "What is left out",
    ]


def test_pages_keep_the_examples_of_rules_as_they_are():
    """Sentences get lines of their own; designs can be copied from a page."""
    whole = "".join(handbook(RULES).values())
    assert all(text in whole for each in RULES for text in each.examples.values())


def test_what_is_left_out_names_rules_that_are_there():
    """Readers who look for a check that is not made find what is made instead."""
    chapter = handbook(RULES)[INDEX].partition("## What is left out")[2]
    named = set(re.findall(r"[A-Z]{3}\d{3}", chapter))
    assert named <= {each.code for each in RULES}
    assert len(named) > 5


def test_rules_of_others_have_a_page_of_their_own():
    """Rules that are brought along stand behind those of the package."""

    @rule("XYZ001", "error", origin="judgement")
    def other_rule(design):
        """A design belongs to the company."""
        yield None, str(design)

    pages = handbook((other_rule, *RULES))
    heads = re.findall(r"^## \[([^\]\n]+)", pages[INDEX], re.MULTILINE)
    assert heads[-1] == "Rules of other distributions"
    assert "## XYZ001 other-rule" in pages["others.md"].splitlines()
