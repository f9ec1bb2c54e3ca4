"""``orgmodel chart``: what it draws, and what it answers to what it cannot."""

import pytest
from click.testing import CliRunner
from matplotlib import font_manager

from orgmodel.cli import main
from orgmodel.cli.chart_kinds import KINDS

BEFORE = """name: Aurora
currency: EUR
territories:
  north: {where: {place: [IT]}}
positions:
  ann: {role: sales_director, held_by: Ann}
  am: {role: account_manager, held_by: Bob, reports_to: ann}
  rep: {role: sales_representative, reports_to: ann, covers: [north]}
customers:
  acme: {key_account: true, managed_by: am, revenue: 100}
  brio: {place: IT, revenue: 50}
"""
AFTER = BEFORE.replace("held_by: Bob", "held_by: Cleo")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Stand in a folder with two designs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(BEFORE)
    (tmp_path / "next.yaml").write_text(AFTER)
    return tmp_path


def run(*words):
    """Run the command in this process."""
    return CliRunner().invoke(main, ["chart", *map(str, words)])


TOLD = {
    "org": "Ann",
    "territories": "By name",
    "coverage": "Executive sponsor",
    "spans": "Managers by direct reports",
    "icicle": "as wide as the headcount below",
    "book": "without cover: 1 customer",
    "continuity": "Revenue that depends on one person",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn(folder, kind):
    """Each kind makes a file of its own that says what that kind says."""
    result = run("plan.yaml", "--kind", kind, "-o", "x.svg")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Wrote x.svg")
    assert TOLD.get(kind, "Aurora") in (folder / "x.svg").read_text()


def test_the_file_is_named_after_the_design_and_the_kind(folder):
    """Without a name for the output, no kind overwrites another."""
    for kind in ("org", "spans"):
        run("plan.yaml", "--kind", kind)
    run("plan.yaml", "--after", "next.yaml")
    names = sorted(path.name for path in folder.glob("*.png"))
    assert names == ["plan-after.png", "plan-spans.png", "plan.png"]


def test_two_designs_are_compared(folder):
    """What differs from one design to a later one is marked and summed up."""
    result = run("plan.yaml", "--after", "next.yaml", "-o", "x.svg")
    assert result.exit_code == 0, result.output
    drawn = (folder / "x.svg").read_text()
    assert "1 changed" in drawn
    assert "was held by Bob" in drawn
    assert "Ann" in drawn
    assert "Vacant" in drawn


def test_only_what_differs_is_compared(folder):
    """What is as before can be left out."""
    run("plan.yaml", "--after", "next.yaml", "--only-changed", "-o", "x.svg")
    assert "Vacant" not in (folder / "x.svg").read_text()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_redacted(folder, kind):
    """One switch leaves out names and amounts, whatever is drawn."""
    run("plan.yaml", "--kind", kind, "--redact", "--title", "Draft", "-o", "x.svg")
    drawn = (folder / "x.svg").read_text()
    assert "Draft" in drawn
    for secret in ("Bob", "acme", "EUR"):
        assert secret not in drawn


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--kind", "spans", "--depth", "1"], "--kind spans does not take --depth"),
        (["--kind", "book", "--style", "tree"], "--kind book does not take --style"),
        (["--kind", "icicle", "--only-changed"], "--kind icicle does not take --only-changed"),
        (["--only-changed"], "--kind org does not take --only-changed"),
        (["--after", "next.yaml", "--depth", "1"], "--after does not take --depth"),
        (["--after", "next.yaml", "--kind", "org"], "--after does not take --kind"),
        (["--kind", "pie"], "'pie' is not one of"),
    ],
)
def test_options_that_mean_nothing_are_refused(folder, words, told):
    """Nothing that was asked for is passed over in silence."""
    result = run("plan.yaml", *words)
    assert result.exit_code == 2
    assert told in result.output
    assert not list(folder.glob("*.png"))


def test_a_later_design_that_is_not_there_is_told(folder):
    """A file that cannot be read is named, without a traceback."""
    result = run("plan.yaml", "--after", "gone.yaml")
    assert result.exit_code == 2
    assert "gone.yaml" in result.output
    assert not list(folder.glob("*.png"))


@pytest.mark.usefixtures("folder")
def test_the_command_counts_what_it_drew():
    """Of a branch, the positions and findings of that branch are told."""
    whole = run("plan.yaml", "-o", "x.svg").output
    assert "3 positions" in whole
    branch = run("plan.yaml", "--under", "am", "-o", "x.svg").output
    assert "1 of 3 positions" in branch
    assert " of " in branch.partition("positions, ")[2]


def test_letters_without_a_font_are_told_with_who_and_what_to_install(folder, monkeypatch):
    """The command names the person, the script and the font, and draws all the same."""
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    (folder / "plan.yaml").write_text(BEFORE.replace("Bob", "प्रिया शर्मा").replace("Ann", "陳大文"))
    result = run("plan.yaml", "-o", "x.png")
    assert result.exit_code == 0
    assert "'प्रिया शर्मा' (Devanagari)" in result.output
    assert "'陳大文' (CJK)" in result.output
    assert "Install Noto Sans CJK, Noto Sans Devanagari." in result.output
    assert (folder / "x.png").exists()
