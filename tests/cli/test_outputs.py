"""Commands write nothing over what they read, and only what a file's name asks for."""

import pytest
from click.testing import CliRunner

from orgmodel.cli import main

SCENARIO = """
base: design.yaml
changes:
  - move: {position: rep-1, to: tm-rest}
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command beside a design, a copy of it, and a scenario over it."""
    monkeypatch.chdir(tmp_path)
    for name in ("design.yaml", "after.yaml", "design.py"):
        CliRunner().invoke(main, ["init", name])
    (tmp_path / "scenario.yaml").write_text(SCENARIO)
    (tmp_path / "book.csv").write_text("id,place\na,IT-21\n")
    return lambda *words: CliRunner().invoke(main, words)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "design.yaml", "-o", "design.yaml", "--format", "text"),
        ("check", "design.yaml", "-o", "./design.yaml", "--format", "json"),
        ("check", "design.py", "-o", "design.py", "--format", "json"),
        ("plan", "design.yaml", "after.yaml", "-o", "after.yaml", "--format", "text"),
        ("plan", "scenario.yaml", "-o", "design.yaml", "--format", "text"),
        ("export", "design.yaml", "-o", "design.yaml"),
        ("book", "design.yaml", "book.csv", "-o", "book.csv"),
    ],
)
def test_no_command_writes_over_what_it_reads(run, tmp_path, words):
    """A slip in the name of the output costs no design."""
    if words[0] == "book":
        pytest.importorskip("polars", reason="large books need the extra 'book'")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    done = run(*words)
    assert "the command reads it. Name another file." in done.output
    assert done.exit_code == (1 if words[0] == "plan" else 2)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", "design.yaml", "-o", "report.doc"), 2),
        (("plan", "design.yaml", "after.yaml", "-o", "plan.docx"), 1),
    ],
)
def test_an_ending_of_no_format_is_refused(run, tmp_path, words, code):
    """Nothing is written under a name that promises something else."""
    done = run(*words)
    assert "unsupported file suffix; use .txt" in done.output
    assert done.exit_code == code
    assert not (tmp_path / words[-1]).exists()


@pytest.mark.parametrize(
    "words",
    [
        ("check", ""),
        ("why", "", "acme"),
        ("chart", ""),
        ("measure", ""),
        ("export", "", "-o", "x.md"),
        ("import", ""),
        ("plan", "", ""),
    ],
)
def test_an_empty_name_is_told(run, words):
    """What an unset variable of a shell leaves is a mistake of the call, not of the program."""
    done = run(*words)
    assert "is empty; name a file or a folder" in done.output
    assert done.exit_code == (1 if words[0] == "plan" else 2)


def test_a_call_of_plan_that_cannot_be_used_is_no_change(run):
    """Its exit code 2 says that something changes, so a slip ends with 1."""
    assert run("plan", "--bogus").exit_code == 1
    assert run("plan", "design.yaml", "after.yaml").exit_code == 0
    assert run("plan", "scenario.yaml").exit_code == 2


def test_a_day_is_told_how_to_be_written(run):
    """The notation of days is named with an example."""
    done = run("check", "design.yaml", "--on", "tomorrow")
    assert "'tomorrow' is not a valid date; use YYYY-MM-DD" in done.output
    assert done.exit_code == 2


def test_a_scenario_with_its_base_is_a_design(run, tmp_path):
    """What is planned can be judged, counted and drawn before it is done."""
    assert "rules checked" in run("check", "scenario.yaml").output
    assert run("measure", "scenario.yaml", "span").exit_code == 0
    drawn = run("chart", "design.yaml", "--after", "scenario.yaml", "-o", "x.svg", "--redact")
    assert drawn.exit_code == 0, drawn.output
    assert "moved" in (tmp_path / "x.svg").read_text()


def test_a_scenario_over_a_scenario_is_refused(run, tmp_path):
    """A base is a design; a ring of scenarios ends in a sentence."""
    (tmp_path / "scenario.yaml").write_text(SCENARIO.replace("design.yaml", "scenario.yaml"))
    done = run("check", "scenario.yaml")
    assert "this is another scenario" in done.output
    assert done.exit_code == 2


def test_a_chart_of_a_day_names_it(run, tmp_path):
    """A picture of next year's organisation is not taken for today's."""
    run("chart", "design.yaml", "--on", "2031-05-01", "-o", "x.svg")
    assert "on 2031-05-01" in (tmp_path / "x.svg").read_text()
