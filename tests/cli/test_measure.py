"""``orgmodel measure``: what it prints and returns."""

import json

import pytest
from click.testing import CliRunner

from orgmodel.cli.commands.measure import command
from orgmodel.measures import MEASURES

DESIGN = """name: Aurora
positions:
  ann: {role: sales_director, held_by: Ann}
  am: {role: account_manager, held_by: Bob, reports_to: ann}
customers:
  acme: {key_account: true, managed_by: am, revenue: 2000, tier: A}
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a call of the command in a folder with a design."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "design.yaml").write_text(DESIGN)
    return lambda *args: CliRunner().invoke(command, args)


def test_it_tells_figures_with_their_units(run):
    """Money has its currency, shares are per cent."""
    result = run("design.yaml", "revenue", "coverage")
    assert result.exit_code == 0
    assert "EUR 2,000" in result.output
    assert "100.0%" in result.output
    assert "layers" not in result.output


def test_calls_and_hours_can_be_given(run):
    """Workload follows the norms on the command line."""
    result = run(
        "design.yaml",
        "workload",
        "--calls",
        "A=10x20",
        "--selling-hours",
        "100",
        "--format",
        "json",
    )
    figures = {f["measure"]: f["value"] for f in json.loads(result.output)["figures"]}
    assert (figures["workload-hours"], figures["workload-heads"]) == (200, 2)


def test_each_can_be_told_alone(run):
    """One row per person says what hangs on them."""
    result = run("design.yaml", "--by", "person", "--format", "markdown")
    assert "| Bob | 1 | EUR 2,000 | EUR 2,000 | 1 |" in result.output


def test_all_measures_are_listed_with_their_definitions(run):
    """The list needs no design."""
    result = run("--list")
    assert result.exit_code == 0
    assert all(measure.name in result.output for measure in MEASURES)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("design.yaml", "layerz"), "did you mean 'layers'"),
        (("design.yaml", "--calls", "A=many"), "TIER=CALLSxHOURS"),
        (("design.yaml", "--selling-hours", "0"), "above 0"),
        (("design.yaml", "span", "--by", "role"), "leave out the names"),
        ((), "Missing argument 'DESIGN'"),
        (("none.yaml",), "none.yaml"),
    ],
)
def test_mistakes_are_told_in_plain_words(run, args, said):
    """What cannot be used ends with exit code 2 and a sentence."""
    result = run(*args)
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output
