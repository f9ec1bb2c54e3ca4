"""Designs are put in order on the command line, with their comments."""

import pytest
from click.testing import CliRunner

from orgmodel.cli import main

MESSY = "currency: EUR\nname: 'X'  # ours\npositions: {a: {fte: 1.0, role: b}}\n"
TIDY = "name: X  # ours\ncurrency: EUR\n\npositions:\n  a:\n    role: b\n"


@pytest.fixture
def design(tmp_path, monkeypatch):
    """Give a design that is in disorder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(MESSY)
    return tmp_path / "plan.yaml"


def run(*arguments):
    """Call the command."""
    return CliRunner().invoke(main, ["format", *arguments])


def test_a_design_is_put_in_order_once(design):
    """A second time nothing is written."""
    assert run("plan.yaml").output == "Wrote plan.yaml.\n"
    assert design.read_text() == TIDY
    assert run("plan.yaml").output == "All files are in canonical form.\n"


def test_checking_changes_nothing(design):
    """It ends with 1, for a build, and says what to run."""
    result = run("plan.yaml", "--check")
    assert (result.exit_code, design.read_text()) == (1, MESSY)
    assert "Run: orgmodel format plan.yaml" in result.output
    design.write_text(TIDY)
    assert run("plan.yaml", "--check").exit_code == 0


def test_differences_are_shown(design):
    """As other tools show them; with --check they also end with 1."""
    result = run("plan.yaml", "--diff")
    assert (result.exit_code, design.read_text()) == (0, MESSY)
    assert result.output.startswith("--- plan.yaml\n+++ plan.yaml\n@@")
    assert "+    role: b\n" in result.output
    assert run("plan.yaml", "--diff", "--check").exit_code == 1


def test_a_mistake_in_one_file_changes_none(design):
    """All are read before any is written."""
    (design.parent / "other.yaml").write_text("name: X\npositions: {a: {fte: 2}}\n")
    result = run("plan.yaml", "other.yaml")
    assert (result.exit_code, design.read_text()) == (2, MESSY)
    assert "other.yaml:2: Position 'a': fte" in result.output


def test_only_yaml_is_formatted(design):
    """Scripts have formatters of their own."""
    result = run(str(design.with_suffix(".py")))
    assert result.exit_code == 2
    assert "Unsupported file suffix; use .yaml or .yml." in result.output


def test_editors_are_told_the_schema(design):
    """In the first line."""
    run("plan.yaml", "--schema", "s.json")
    assert design.read_text() == f"# yaml-language-server: $schema=s.json\n{TIDY}"
