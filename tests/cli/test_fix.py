"""``orgmodel check --fix``: what is mended in files, what is shown, and what is left."""

import errno
import json
import os

import jsonschema
import pytest
from click.testing import CliRunner
from failing_files import Faults
from rules.reports.sarif_schema import SCHEMA

from orgmodel.cli import main
from orgmodel.formats import load
from orgmodel.model import Position

PLAN = """\
# Plan of 2026
name: Aurora
positions:
  # the head
  eve-long: {role: sales_director, held_by: "Eve Long"}   # since 2010

  rep:
    role: sales_representative
    held_by: Bob Ray
    reports_to: eve-lang   # as of May
    dotted_to: [rep,  eve-long]
"""
MENDED = PLAN.replace("eve-lang ", "eve-long ").replace("    dotted_to: [rep,  eve-long]\n", "")
SCRIPT = """from orgmodel import Org, Position
org = Org('A')
org.add(Position('ann', reports_to='ann'))
"""
QUIET = 'select = ["MOD0", "ORG10"]\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Stand in a folder with a design in which three things can be mended."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(PLAN)
    (tmp_path / "orgmodel.toml").write_text(QUIET)
    return tmp_path


def check(*words):
    """Run the command in this process."""
    return CliRunner().invoke(main, ["check", *words])


def test_what_is_safe_is_mended_and_all_else_stays(folder):
    """Comments, quotes, blank lines and order stay as they are, and nothing is left to report."""
    result = check("--fix", "plan.yaml")
    assert (folder / "plan.yaml").read_text() == MENDED
    assert result.exit_code == 0
    assert "plan.yaml:7: fixed MOD001: set reports_to of position 'rep' to 'eve-long'." in (
        result.stderr
    )
    assert "Fixed 2 findings in plan.yaml." in result.stderr
    assert result.stdout.startswith("No findings;")


def test_one_mending_may_call_for_the_next(folder):
    """The dotted line to the manager is idle only once the manager is known."""
    check("--fix", "plan.yaml")
    (rep,) = [p for p in load("plan.yaml").all(Position) if p.id == "rep"]
    assert rep.dotted_to == ()
    assert check("--fix", "plan.yaml").stderr == ""
    assert (folder / "plan.yaml").read_text() == MENDED


def test_the_summary_counts_what_can_be_mended(folder):
    """Whoever reads a report learns that the command can do something about it."""
    assert folder
    assert check("plan.yaml").stdout.strip().endswith("; 2 fixable with --fix.")


def test_a_difference_is_shown_and_nothing_written(folder):
    """A unified diff, and exit code 1 as long as something would change."""
    result = check("--diff", "plan.yaml")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- plan.yaml\n+++ plan.yaml\n@@")
    assert "-    reports_to: eve-lang   # as of May\n" in result.stdout
    assert "+    reports_to: eve-long   # as of May\n" in result.stdout
    assert (folder / "plan.yaml").read_text() == PLAN
    (folder / "plan.yaml").write_text(MENDED)
    assert (check("--diff", "plan.yaml").exit_code, check("--diff", "plan.yaml").stdout) == (0, "")


def test_what_a_person_must_decide_waits_for_being_asked(folder):
    """Without --unsafe-fixes it is reported and stays; with it, it is made."""
    text = (
        "name: A\npositions: {rep: {role: sales_representative}}\nroles: {scout: {title: Scout}}\n"
    )
    (folder / "plan.yaml").write_text(text)
    assert "MOD010" in check("--fix", "plan.yaml").stdout
    assert (folder / "plan.yaml").read_text() == text
    assert "MOD010" not in check("--fix", "--unsafe-fixes", "plan.yaml").stdout
    assert load("plan.yaml") == load_text(folder, text.partition("roles:")[0])


def load_text(folder, text):
    """The design that a text is."""
    (folder / "other.yaml").write_text(text)
    return load(folder / "other.yaml")


def test_a_script_is_not_edited_but_told_what_to_change(folder):
    """The change stands in words beside the line, and the script stays."""
    (folder / "plan.py").write_text(SCRIPT)
    result = check("--fix", "plan.py")
    assert "plan.py:3: to change for ORG102: remove reports_to of position 'ann'." in result.stderr
    assert "Make 1 change by hand: only YAML can be edited, not plan.py." in result.stderr
    assert result.exit_code == 1
    assert (folder / "plan.py").read_text() == SCRIPT
    assert check("--diff", "plan.py").exit_code == 1


def test_the_file_that_says_it_is_edited(folder):
    """A design in several files is mended where its lines are, all files or none."""
    (folder / "plan.yaml").write_text("name: A\ninclude: [posts.yaml]\n")
    (folder / "posts.yaml").write_text(PLAN.partition("name: Aurora\n")[2])
    result = check("--fix", "plan.yaml")
    assert "Fixed 2 findings in posts.yaml." in result.stderr
    assert (folder / "posts.yaml").read_text() == MENDED.partition("name: Aurora\n")[2]
    assert (folder / "plan.yaml").read_text() == "name: A\ninclude: [posts.yaml]\n"


def test_no_comment_is_lost_without_asking(folder):
    """What would take a comment with it is told, and made only with --unsafe-fixes."""
    text = PLAN.replace("[rep,  eve-long]", "[rep]   # why?")
    (folder / "plan.yaml").write_text(text)
    result = check("--fix", "plan.yaml")
    assert "not fixed ORG104: it would remove a comment from the file" in result.stderr
    assert "# why?" in (folder / "plan.yaml").read_text()
    check("--fix", "--unsafe-fixes", "plan.yaml")
    assert "# why?" not in (folder / "plan.yaml").read_text()


def test_a_fix_that_brings_an_error_is_not_made(folder):
    """Whoever reports to itself would become a second head: a person must decide."""
    text = """name: A
positions:
  ann: {role: sales_director, reports_to: ann}
  bob: {role: sales_manager, reports_to: ann}
  eve: {role: sales_director}
  joe: {role: sales_manager, reports_to: eve}
"""
    (folder / "plan.yaml").write_text(text)
    result = check("--fix", "plan.yaml")
    assert "not fixed ORG102: it would cause the error ORG103 about organisation." in result.stderr
    assert (folder / "plan.yaml").read_text() == text


def test_one_fix_that_cannot_be_made_keeps_none_of_the_others(folder):
    """The others of the same round are made."""
    text = """name: A
positions:
  ann: {role: sales_director, reports_to: ann}
  bob: {role: sales_manager, reports_to: ann}
  eve: {role: sales_director, dotted_to: [eve]}
  joe: {role: sales_manager, reports_to: eve, dotted_to: [joe]}
"""
    (folder / "plan.yaml").write_text(text)
    result = check("--fix", "plan.yaml")
    assert "Fixed 2 findings" in result.stderr
    expected = text.replace(", dotted_to: [eve]", "").replace(", dotted_to: [joe]", "")
    assert (folder / "plan.yaml").read_text() == expected


def test_what_is_accepted_or_known_is_left_alone(folder):
    """Only what is reported is mended."""
    accepted = 'accepted:\n  a: {rule: ORG104, about: "position:rep", because: So be it.}\n'
    (folder / "plan.yaml").write_text(PLAN.replace("eve-lang", "eve-long") + accepted)
    check("--fix", "plan.yaml")
    assert "dotted_to: [rep,  eve-long]" in (folder / "plan.yaml").read_text()
    (folder / "plan.yaml").write_text(PLAN)
    check("plan.yaml", "--baseline", "known.json", "--update-baseline", "--grow")
    check("plan.yaml", "--baseline", "known.json", "--fix")
    assert (folder / "plan.yaml").read_text() == PLAN


@pytest.mark.parametrize(
    "words",
    [
        ["--unsafe-fixes"],
        ["--diff", "-o", "x.json"],
        ["--diff", "--baseline", "x", "--update-baseline"],
    ],
)
def test_contradictions_are_refused(folder, words):
    """Options that would do nothing, or write where nothing is to be written, are mistakes."""
    result = check("plan.yaml", *words)
    assert result.exit_code == 2
    assert (folder / "plan.yaml").read_text() == PLAN


@pytest.mark.parametrize("fail_at", range(1, 9))
def test_either_all_files_are_mended_or_none(folder, monkeypatch, fail_at):
    """Whichever operation fails: the message says why, and everything is as it was."""
    (folder / "plan.yaml").write_text("name: A\ninclude: [a.yaml, b.yaml]\n")
    text = "positions:\n  {}: {{role: sales_director, dotted_to: [{}]}}\n"
    for name in ("a", "b"):
        (folder / f"{name}.yaml").write_text(text.format(name, name))
    before = {file: file.read_text() for file in folder.iterdir()}
    with monkeypatch.context() as patch:
        Faults(patch, fail_at, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
        result = check("--fix", "plan.yaml")
    after = {file: file.read_text() for file in folder.iterdir()}
    if result.exit_code == 2:
        assert "No space left" in result.stderr
        assert after == before
    else:
        assert "Fixed 2 findings in a.yaml, b.yaml." in result.stderr
        assert "dotted_to" not in after[folder / "a.yaml"] + after[folder / "b.yaml"]


def replaced(text: str, replacements) -> str:
    """Return a text with replacements as the standard for SARIF says them."""
    lines = text.splitlines(keepends=True)

    def index(line, column):
        return sum(map(len, lines[: line - 1])) + column - 1

    for one in reversed(replacements):
        region = one["deletedRegion"]
        start = index(region["startLine"], region["startColumn"])
        end = index(region["endLine"], region["endColumn"])
        text = text[:start] + one.get("insertedContent", {"text": ""})["text"] + text[end:]
    return text


def test_other_programs_can_make_the_fixes(folder):
    """SARIF says what to replace where, as its standard wants it; JSON says the same."""
    odd = PLAN.replace('"Eve Long"', '"Eve 😀 Long"')
    (folder / "plan.yaml").write_text(odd, encoding="utf-8")
    log = json.loads(check("--format", "sarif", "plan.yaml").stdout)
    jsonschema.validate(log, SCHEMA)
    results = {r["ruleId"]: r for r in log["runs"][0]["results"]}
    (fix,) = results["MOD001"]["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "plan.yaml"
    assert fix["properties"] == {"safe": True}
    assert replaced(odd, change["replacements"]) == odd.replace("eve-lang", "eve-long")
    report = json.loads(check("--format", "json", "plan.yaml").stdout)
    (row,) = [row for row in report["findings"] if row["code"] == "MOD001"]
    (edit,) = row["fix"]["edits"]
    assert row["fix"]["safe"]
    assert (edit["file"], edit["start"]["line"], edit["text"]) == ("plan.yaml", 10, "eve-long")


def test_a_script_has_fixes_without_places(folder):
    """The change is told, and no file is said to be edited."""
    (folder / "plan.py").write_text(SCRIPT)
    report = json.loads(check("--format", "json", "plan.py").stdout)
    (row,) = [row for row in report["findings"] if row["code"] == "ORG102"]
    assert row["fix"]["edits"] == []
    log = json.loads(check("--format", "sarif", "plan.py").stdout)
    assert all("fixes" not in result for result in log["runs"][0]["results"])
