"""``orgmodel plan``: text, formats, files, revisions and exit codes."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from orgmodel.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
BEFORE = """\
name: Aurora Components
positions:
  head: {held_by: Dana}
  am-1: {held_by: Ada, title: Account Manager, reports_to: head}
  am-2: {held_by: Max, title: Account Manager, reports_to: head}
customers:
  acme: {name: "=Acme", revenue: 1000, key_account: true, managed_by: am-1}
  bolt: {revenue: 500, managed_by: am-2}
"""
AFTER = BEFORE.replace("managed_by: am-1", "managed_by: am-2")


def run(*arguments):
    """Run the command; return what it did."""
    return CliRunner().invoke(main, ["plan", *map(str, arguments)])


@pytest.fixture
def designs(tmp_path):
    """Write two designs."""
    for name, text in (("before", BEFORE), ("after", AFTER)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "before.yaml", tmp_path / "after.yaml"


def test_nothing_changes(designs):
    """Exit code 0, in one line."""
    result = run(designs[0], designs[0])
    assert (result.exit_code, result.output) == (0, "No changes.\n")


def test_the_impact_comes_first(designs):
    """Key accounts, revenue, days and findings stand above everything else."""
    result = run(*designs)
    assert result.exit_code == 2
    lines = result.output.splitlines()
    assert lines[:6] == [
        "Plan for Aurora Components",
        "",
        "Impact",
        "  Key accounts touched: 1 (=Acme)",
        "  Revenue that changes hands: EUR 1,000 of EUR 1,500, 66.7%, 1 customer",
        "  Days on which a key account has no cover: 0",
    ]
    assert lines[6].startswith("  Findings: ")
    assert "  =Acme: Ada → Max, EUR 1,000" in lines


def test_a_design_that_cannot_be_used_is_an_error(designs, tmp_path):
    """Exit code 1 and one message, also for a call that makes no sense."""
    missing = run(designs[0], tmp_path / "nowhere.yaml")
    assert missing.exit_code == 1
    assert "nowhere.yaml: There is no such file." in missing.output
    assert run(designs[0]).exit_code == 1
    assert run(*designs, designs[0], "--chart", tmp_path / "x.svg").exit_code == 1
    assert run("git:HEAD", designs[0]).exit_code == 1


def test_markdown_and_json(designs, tmp_path):
    """The ending of the output chooses; nothing in names is markup."""
    (tmp_path / "after.yaml").write_text(AFTER.replace("=Acme", "<b>A|*c*"), encoding="utf-8")
    assert run(*designs, "-o", tmp_path / "plan.md").exit_code == 2
    text = (tmp_path / "plan.md").read_text(encoding="utf-8")
    assert text.startswith(
        "## Plan for Aurora Components\n\n### Impact\n\n"
        "|  | Before | After |\n| --- | ---: | ---: |\n| Key accounts touched |  | 1 |\n"
    )
    assert "&#60;b&#62;A&#124;&#42;c&#42;" in text
    told = json.loads(run(*designs, "--format", "json").output)
    assert told["changed"] is True
    assert told["key_accounts"] == ["acme"]
    assert told["customers"][0]["to"] == {"position": "am-2", "person": "Max"}
    assert told["revenue"] == "1000"


def test_handover_lists_hold_numbers_as_numbers_and_no_formula(designs, tmp_path):
    """A sheet of all, and one for everybody who gives or gets."""
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "lists.xlsx"
    assert run(*designs, "--handover", path).exit_code == 2
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["All", "Ada", "Max"]
    row = [cell.value for cell in book["Max"][2]]
    assert row == ["gets", "acme", "=Acme", "yes", 1000, "Ada", "Max"]
    assert book["Max"]["C2"].data_type == "s"


def test_the_chart_of_both(designs, tmp_path):
    """The picture is written beside the text."""
    assert run(*designs, "--chart", tmp_path / "both.svg").exit_code == 2
    assert b"Ada" in (tmp_path / "both.svg").read_bytes()


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_file_and_a_revision_of_it(tmp_path, monkeypatch):
    """What was committed is the earlier design."""
    monkeypatch.chdir(tmp_path)
    Path("design.yaml").write_text(BEFORE, encoding="utf-8")
    me = ["-c", "user.name=A", "-c", "user.email=a@b.invalid"]
    for command in (["init", "-q"], ["add", "."], [*me, "commit", "-qm", "x"]):
        subprocess.run([shutil.which("git"), *command], check=True)
    Path("design.yaml").write_text(AFTER, encoding="utf-8")
    for call in (["--git", "HEAD", "design.yaml"], ["git:HEAD:design.yaml", "design.yaml"]):
        result = run(*call)
        assert result.exit_code == 2, result.output
        assert "Key accounts touched: 1" in result.output
    wrong = run("--git", "nowhere", "design.yaml")
    assert wrong.exit_code == 1
    assert "git failed" in wrong.output


def test_a_scenario_over_a_design(designs, tmp_path):
    """A list of changes is planned as the design that it leads to."""
    scenario = tmp_path / "scenario.yaml"
    scenario.write_text("changes:\n- leave: {person: Ada}\n", encoding="utf-8")
    result = run(designs[0], scenario)
    assert result.exit_code == 2
    assert "Leavers (1)\n  Ada: Account Manager (am-1)" in result.output
    assert "Nobody covers key account '=Acme' after the changes." in result.output
    assert "Days on which a key account has no cover: without end" in result.output


def test_findings_follow_renamed_ids(designs, tmp_path):
    """What was found of an entity stands, although its id is another one."""
    (tmp_path / "after.yaml").write_text(BEFORE.replace("am-1", "key-1"), encoding="utf-8")
    told = json.loads(run(*designs, "--format", "json").output)
    assert told["findings"]["new"] == told["findings"]["mended"] == []
    assert told["findings"]["standing"]
    assert [r["after"] for r in told["renamings"]] == ["key-1"]


EXPECTED = """\
Plan for Meridian Instruments

Impact
  Key accounts touched: 1 (Helios Pharma AG)
  Revenue that changes hands: EUR 1,010,000 of EUR 10,020,000, 10.1%, 5 customers
  Days on which a key account has no cover: 0
"""
DETAILS = """\
Key accounts that change hands
  Helios Pharma AG: Jonas Weber → Miriam Scholz, EUR 640,000

Customers that change hands (5 customers)
  Jonas Weber → Miriam Scholz: 2 customers, EUR 850,000, among them Helios Pharma AG
  nobody (it-1-42-rep is vacant) → Ada Verdi: 3 customers, EUR 160,000

Joiners (1)
  Ada Verdi: Rappresentante commerciale (it-1-42-rep)

Leavers (1)
  Davide Russo: Responsabile del territorio (it-3-tm)

Movers (6)
  Elena Costa: it-2-tm below Chiara Fontana → it-3-tm below Chiara Fontana
  Sara Zanon: it-2-sc below Elena Costa → it-2-sc below Paolo Ferri
  Karl Pichler: it-2-32-rep below Elena Costa → it-2-32-rep below Paolo Ferri
  Nicola Boscolo: it-2-34-rep below Elena Costa → it-2-34-rep below Paolo Ferri
  Ivo Marin: it-2-36-rep below Elena Costa → it-2-36-rep below Paolo Ferri
  Irene Fabbri: it-2-45-rep below Elena Costa → it-2-45-rep below Paolo Ferri

New managers, without a move (5)
  Rosa Esposito: Davide Russo → Elena Costa
  Livia Sarti: Davide Russo → Elena Costa
  Ciro Amato: Davide Russo → Elena Costa
  Nunzia Greco: Davide Russo → Elena Costa
  Salvo Bruno: Davide Russo → Elena Costa

New titles (1)
  Paolo Ferri: Responsabile del territorio → Responsabile del Nord

New territories (1)
  Elena Costa: it-2 → it-3

Positions closed (1)
  it-2-tm: Responsabile del territorio, Elena Costa

Vacancies filled (1)
  it-1-42-rep: Ada Verdi

Territories removed (1)
  Italy North-East (it-2): place IT-32 or IT-34 or IT-36 or IT-45
"""
ORDER = """\
Order in which no key account is without cover
  1. Ada Verdi takes position 'it-1-42-rep'
  2. Elena Costa succeeds Davide Russo in position 'it-3-tm' (holds it-2-tm until it is handed over)
  3. Hand over key account 'Helios Pharma AG' to Miriam Scholz (Miriam Scholz is in place)
"""


def test_the_reorganisation_of_the_example():
    """The plan says what a person would write, in that order."""
    result = run(EXAMPLES / "meridian_reorganised.yaml")
    assert result.exit_code == 2
    assert result.output.startswith(EXPECTED)
    places = [result.output.find(part) for part in (DETAILS, ORDER)]
    assert 0 < places[0] < places[1]


STAFF = """\
Name,Title,Manager
Dana Reyes,CEO,
Tom Berg,Manager,Dana Reyes
Eva Lund,Seller,Tom Berg
Max Koch,Seller,Tom Berg
"""


def test_two_quarters_of_a_staff_list(tmp_path):
    """Tables are read as any design: a joiner, a leaver, and a manager who was replaced."""
    (tmp_path / "q1.csv").write_text(STAFF, encoding="utf-8")
    later = STAFF.replace("Tom Berg", "Ada Rossi")
    (tmp_path / "q2.csv").write_text(later, encoding="utf-8")
    result = run(tmp_path / "q1.csv", tmp_path / "q2.csv")
    assert result.exit_code == 2, result.output
    assert "People: 4; 1 joined, 1 left, 2 with another manager\n" in result.output
    assert "Moved" not in result.output
    assert (
        "Tom Berg (Tom Berg) seems to be followed by Ada Rossi (Ada Rossi) "
        "(2 of its team, same title)"
    ) in result.output


def test_several_scenarios_stand_side_by_side(designs, tmp_path):
    """One column each in one table, in every format; a mistake in any is told with its file."""
    for name, change in (
        ("ada", "leave: {person: Ada}"),
        ("max", "leave: {person: Max}"),
        ("none", "set: {position: am-1, title: Account Manager}"),
    ):
        (tmp_path / f"{name}.yaml").write_text(f"changes:\n- {change}\n", encoding="utf-8")
    paths = [tmp_path / f"{name}.yaml" for name in ("ada", "max", "none")]
    result = run(designs[0], *paths)
    assert result.exit_code == 2
    rows = [line.split() for line in result.output.splitlines()]
    assert ["Before", "ada", "max", "none"] in rows
    assert ["Key", "accounts", "touched", "1", "0", "0"] in rows
    assert ["Held", "3", "2", "2", "3"] in rows
    assert "ada: Nobody covers key account '=Acme' after the changes." in result.output
    told = json.loads(run(designs[0], *paths, "--format", "json").output)
    assert told["plans"]["max"]["impact"]["held"] == {"before": 3, "after": 2}
    assert [plan["changed"] for plan in told["plans"].values()] == [True, True, False]
    assert "| Held | 3 | 2 | 2 | 3 |" in run(designs[0], *paths, "--format", "markdown").output
    paths[0].write_text("changes:\n- leave: {person: Adda}\n", encoding="utf-8")
    paths[1].write_text("changes:\n- fire: {person: Max}\n", encoding="utf-8")
    wrong = run(designs[0], *paths)
    assert wrong.exit_code == 1
    assert "ada.yaml:2" in wrong.output
    assert "max.yaml:2" in wrong.output


def test_changes_to_come_are_seen_on_the_day_on_which_all_hold(designs, tmp_path):
    """What has dates counts from the last of them, and what happens when is listed by day."""
    scenario = tmp_path / "scenario.yaml"
    scenario.write_text(
        "changes:\n"
        "- reassign: {to: am-2, customers: [acme], on: 2999-02-01}\n"
        "- leave: {person: Max, on: 2999-01-01}\n",
        encoding="utf-8",
    )
    result = run(designs[0], scenario)
    assert "Key accounts touched: 1 (=Acme)" in result.output
    assert "All numbers are as of 2999-02-01" in result.output
    assert "  2999-01-01: Max has left am-2\n" in result.output
    assert "  =Acme: nobody in place (vacant or away) from 2999-02-01 on\n" in result.output
    now = run(designs[0], scenario, "--on", "2026-01-01")
    assert "Key accounts touched: 0" in now.output


def test_cost_is_told_before_and_after_with_what_is_unknown(designs, tmp_path):
    """Stated pay is added up; positions without it are counted and named, never guessed."""
    paid = BEFORE.replace("{held_by: Dana}", "{held_by: Dana, pay: 100000}")
    (tmp_path / "before.yaml").write_text(paid, encoding="utf-8")
    raised = paid.replace("100000", "120000")
    (tmp_path / "after.yaml").write_text(raised, encoding="utf-8")
    text = run(*designs).output
    assert (
        "Cost of held positions a year: EUR 100,000 → EUR 120,000, excludes 2 without pay data"
        in text
    )
    assert "2 positions (am-1 and am-2): it states no pay" in text
    told = json.loads(run(*designs, "--format", "json").output)
    assert told["impact"]["cost"] == {
        "before": ["100000", "100000"],
        "after": ["120000", "120000"],
    }


def test_days_without_cover_are_new_mended_or_standing(designs, tmp_path):
    """Only what the change brings is told as new."""
    gap = BEFORE + "  corn: {key_account: true}\n"
    (tmp_path / "before.yaml").write_text(gap, encoding="utf-8")
    (tmp_path / "after.yaml").write_text(gap.replace("Max", "Zoe"), encoding="utf-8")
    told = json.loads(run(*designs, "--format", "json").output)
    assert told["lapses"]["new"] == told["lapses"]["mended"] == []
    assert [each["subject"] for each in told["lapses"]["standing"]] == ["customer:corn"]
    text = run(*designs).output
    assert "Days on which a key account has no cover: without end\n" in text
    assert "Key accounts without cover, as before\n  corn: nobody on all days\n" in text
