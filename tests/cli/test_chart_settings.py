"""Settings of charts in files, and looks by rule on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from orgmodel.cli import main

PLAN = """name: Aurora
currency: EUR
positions:
  ann: {role: sales_director, held_by: Ann Lee}
  am: {role: account_manager, held_by: Bob Ray, reports_to: ann}
  rep: {role: sales_representative, reports_to: ann}
customers:
  acme: {key_account: true, managed_by: am, revenue: 100}
"""
SETTINGS = """[tool.orgmodel]
ignore = ["CUS"]
[tool.orgmodel.chart]
title = "Sales 2027"
direction = "right"
show = ["title"]
photos = "faces"
colours = {account_manager = "#123456"}
[[tool.orgmodel.chart.rules]]
meaning = "Hard to fill"
vacant = true
border = "#b3261e"
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Stand in a folder with a design."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(PLAN)
    return tmp_path


def drawn(*words):
    """Run the command, and return the picture."""
    result = CliRunner().invoke(main, ["chart", "plan.yaml", "-o", "x.svg", *words])
    assert result.exit_code == 0, result.output
    return Path("x.svg").read_text("utf-8")


def refused(*words):
    """Run the command, and return what it answers."""
    result = CliRunner().invoke(main, ["chart", "plan.yaml", "-o", "x.svg", *words])
    assert result.exit_code == 2
    assert not isinstance(result.exception, ValueError)
    return result.output


def test_settings_say_how_charts_look(folder):
    """Title, fields, colours, rules and photos come from the file; findings' settings hold, too."""
    (folder / "faces").mkdir()
    Image.new("RGB", (40, 40), (9, 99, 9)).save(folder / "faces" / "Bob Ray.png")
    (folder / "pyproject.toml").write_text(SETTINGS)
    picture = drawn()
    assert ">Sales 2027<" in picture
    assert ">1 customer" not in picture
    assert "#123456" in picture
    assert ">Hard to fill<" in picture
    assert picture.count("<image") == 1
    assert ">Account Manager<" in picture.partition('id="legend')[2]


def test_the_command_line_goes_before_settings(folder):
    """What is said for one chart holds for it."""
    (folder / "orgmodel.toml").write_text('[chart]\ntitle = "Settings"\nredact = true\n')
    picture = drawn("--title", "Line", "--show", "title,customers,revenue,accounts")
    assert ">Line<" in picture
    assert "Bob" not in picture


def test_settings_hold_for_other_kinds_as_far_as_they_can(folder):
    """A title is for every kind; what means nothing to a kind does not stop it."""
    (folder / "orgmodel.toml").write_text('[chart]\ntitle = "All"\ndirection = "right"\n')
    assert ">All<" in drawn("--kind", "spans")


def test_a_look_is_a_file(folder):
    """Rules in a file of their own are drawn, with the legend made from them."""
    (folder / "board.toml").write_text(
        'initials = true\n[[rules]]\nmeaning = "Key book"\nat_least = {revenue = 50}\nbadge = "K"\n'
    )
    picture = drawn("--look", "board.toml")
    assert ">Key book<" in picture
    assert ">BR<" in picture


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("[chart]\ntitel = 'x'", ["no setting 'chart.titel'", "did you mean 'chart.title'"]),
        ("[chart]\nstyle = 'spiral'", ["'chart.style'", "'tree'"]),
        ("[chart]\nproportions = 'wide'", ["'chart.proportions'", "16:9"]),
        ("[chart]\ncolours = {am = 'red'}", ["'chart.colours.am'"]),
        ("[chart]\nshow = ['name']\ndpi = 1", ["'chart.show.1'", "'chart.dpi'"]),
        ("[[chart.rules]]\nmeaning='x'\ncolor='#111111'", ["did you mean 'chart.rules.1.colour'"]),
        ("chart = 3", ["should be a table"]),
    ],
)
def test_wrong_settings_are_told_with_their_place(folder, settings, told):
    """Every mistake is named with the file, all of them at once, and nothing is drawn."""
    (folder / "orgmodel.toml").write_text(settings)
    answer = refused()
    assert "orgmodel.toml" in answer
    assert all(part in answer for part in told), answer
    assert not (folder / "x.svg").exists()


def test_wrong_looks_are_told_with_their_place(folder):
    """A file of rules that cannot be read, or says what no rule is, is named."""
    assert "gone.toml" in refused("--look", "gone.toml")
    (folder / "bad.toml").write_text('[[rules]]\nmeaning = "x"\nvacent = true\n')
    answer = refused("--look", "bad.toml")
    assert "bad.toml" in answer
    assert "did you mean 'rules.1.vacant'" in answer


def test_rules_still_refuse_settings_that_nobody_knows(folder):
    """The table of charts is for charts; others are as wrong as before."""
    (folder / "orgmodel.toml").write_text("[charts]\ntitle = 'x'\n")
    assert "There is no setting 'charts'" in refused()
