"""``orgmodel import``: what it writes, prints and returns."""

import json

import pytest
from click.testing import CliRunner

from orgmodel.cli import main
from orgmodel.formats import load
from orgmodel.model import Position

ROSTER = "ID,Name,Title,Manager\n1,Ann,CEO,\n2,Bob,Sales Wizard,1\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Stand in a folder with a sound roster, one with a problem, and no roster at all."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roster.csv").write_text(ROSTER)
    (tmp_path / "faulty.csv").write_text(ROSTER + "3,Eve,Rep,99\n")
    (tmp_path / "other.csv").write_text("Alpha,Beta\n1,2\n")
    (tmp_path / "m.yaml").write_text(
        "name: Acme\ncurrency: USD\nroles: {Sales Wizard: account_manager}\n"
    )
    (tmp_path / "wrong.yaml").write_text("nam: Acme\ntables: {roster: {kind: peple}}\n")
    return tmp_path


def run(*words):
    """Run the command in this process."""
    return CliRunner().invoke(main, [*map(str, words)])


@pytest.mark.usefixtures("folder")
def test_a_roster_becomes_a_design_that_can_be_checked_and_drawn():
    """Named after the roster unless told."""
    done = run("import", "roster.csv")
    assert done.exit_code == 0
    assert "Wrote roster.yaml: no problems." in done.stderr
    assert load("roster.yaml").get(Position, "2").reports_to == "1"
    assert run("check", "roster.yaml", "--fail-on", "error").exit_code == 0
    assert run("chart", "roster.yaml", "-o", "x.svg").exit_code == 0


@pytest.mark.usefixtures("folder")
def test_the_report_tells_columns_titles_and_problems():
    """For people by default."""
    told = run("import", "faulty.csv").stdout
    assert "faulty: people, 3 rows" in told
    assert "id = 'ID'; name = 'Name'" in told
    assert "Titles of no known role" in told
    assert "'Sales Wizard'" in told
    assert "Problems: 1" in told
    assert "- faulty.csv:4: There is no '99', which 'Manager' names." in told


@pytest.mark.usefixtures("folder")
def test_problems_end_with_1_and_the_design_is_there():
    """As findings do."""
    done = run("import", "faulty.csv", "-o", "d.yaml")
    assert done.exit_code == 1
    assert load("d.yaml").get(Position, "3").reports_to == "99"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["none.csv"], "none.csv: There is no such file."),
        (["other.csv"], "other.csv: No table here is of a known kind."),
        (["roster.csv", "--mapping", "none.yaml"], "none.yaml: The mapping file cannot be read"),
        (["roster.csv", "--mapping", "wrong.yaml"], "wrong.yaml:1: The mapping has no 'nam'"),
        (["roster.csv", "--mapping", "wrong.yaml"], "wrong.yaml:2: There is no 'peple'; did you"),
        (["roster.csv", "--report", "x.doc"], "use the suffix .md, .json or .txt"),
        (["roster.csv", "-o", "x.txt"], "a design ends in"),
    ],
)
def test_what_cannot_be_used_ends_with_2(folder, words, said):
    """And nothing is written."""
    before = sorted(folder.iterdir())
    done = run("import", *words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert sorted(folder.iterdir()) == before


@pytest.mark.usefixtures("folder")
def test_an_old_design_is_not_replaced_unasked():
    """Somebody may have worked on it."""
    run("import", "roster.csv")
    again = run("import", "roster.csv")
    assert again.exit_code == 2
    assert "it exists. Use --force to replace it." in again.stderr
    assert run("import", "roster.csv", "--force").exit_code == 0


@pytest.mark.usefixtures("folder")
def test_a_mapping_overrules():
    """Name, currency and roles."""
    assert run("import", "roster.csv", "--mapping", "m.yaml").exit_code == 0
    org = load("roster.yaml")
    assert (org.name, org.currency) == ("Acme", "USD")
    assert org.get(Position, "2").role == "account_manager"


def test_reports_are_written_to_files(folder):
    """As Markdown for people and as JSON for programs."""
    run("import", "faulty.csv", "--report", "r.md")
    assert "| ID | id | synonym (en) |" in (folder / "r.md").read_text()
    printed = json.loads(run("import", "faulty.csv", "--force", "--report", "json").stdout)
    assert printed["counts"] == {"positions": 3}
    assert printed["problems"] == [
        {
            "file": "faulty.csv",
            "sheet": None,
            "line": 4,
            "cell": None,
            "sentence": "There is no '99', which 'Manager' names.",
        }
    ]
    assert printed["unknown_titles"][0] == {
        "title": "Sales Wizard",
        "positions": 1,
        "nearest_role": None,
    }


@pytest.mark.usefixtures("folder")
def test_tables_can_be_checked_and_drawn_as_they_are():
    """With findings that point into the roster."""
    done = run("check", "roster.csv")
    assert "roster.csv:3: MOD002 Title 'Sales Wizard'" in done.stdout
    assert run("chart", "roster.csv", "-o", "x.svg").exit_code == 0
    assert "There is no '99'" in run("check", "faulty.csv").stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("currency: euro\n", "m.yaml:1: 'euro' is not a code of a currency"),
        ("decimal: x\n", "m.yaml:1: There is no 'x'; the choices are . and ,."),
        ("tables:\n  r:\n    columns: {ID: nmae}\n", "m.yaml:3: There is no 'nmae'; did you mean"),
        ("tables: {r: {heading: first}}\n", "m.yaml:1: heading should be the number of a line."),
        ("tables: [r]\n", "m.yaml:1: tables should be names with values."),
        ("tables: {roter: people}\n", "m.yaml: There is no table 'roter'; did you mean 'roster'?"),
        (
            "tables: {roster: {columns: {Titel: title}}}\n",
            "no column 'Titel'; did you mean 'Title'?",
        ),
        ("- r\n", "m.yaml:1: The mapping should be names with values."),
    ],
)
def test_mistakes_in_a_mapping_are_told_by_line(folder, text, said):
    """All of them, before anything is written."""
    (folder / "m.yaml").write_text(text)
    done = run("import", "roster.csv", "--mapping", "m.yaml")
    assert done.exit_code == 2
    assert said in done.stderr
