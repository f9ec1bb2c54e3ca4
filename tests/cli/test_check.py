"""``orgmodel check``: what it prints, writes and returns."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import click
import pytest
from click.testing import CliRunner

from orgmodel.cli import main
from orgmodel.rules import REPORT_FORMATS, RULES

SOUND = """name: Aurora
positions:
  ann: {role: sales_director, held_by: Ann}
"""
UNSOUND = """name: Aurora
positions:
  ann: {role: sales_director, held_by: Ann}
  am: {role: account_manager, held_by: Bob, reports_to: ann}
customers:
  acme: {key_account: true, managed_by: am}
  brio: {key_account: true, managed_by: am}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Stand in a folder with a sound design, an unsound one, and a wrong one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sound.yaml").write_text(SOUND)
    (tmp_path / "unsound.yaml").write_text(UNSOUND)
    (tmp_path / "empty.yaml").write_text("name: Aurora\n")
    (tmp_path / "wrong.yaml").write_text("name: Aurora\nposition: {}\n")
    (tmp_path / "orgmodel.toml").write_text('select = ["KEY502", "MOD"]\n')
    return tmp_path


def run(*words):
    """Run the command in this process."""
    return CliRunner().invoke(main, [*map(str, words)])


def alone(*words, **environment):
    """Run the command as users do, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from orgmodel.cli import main; main()", *words],
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )


CODES = [
    (["sound.yaml"], 0),
    (["unsound.yaml"], 1),
    (["sound.yaml", "unsound.yaml"], 1),
    (["unsound.yaml", "--fail-on", "error"], 0),
    (["unsound.yaml", "--fail-on", "never"], 0),
    (["unsound.yaml", "--ignore", "KEY"], 0),
    (["unsound.yaml", "--select", "key-account-without-deputy"], 1),
    (["empty.yaml"], 1),
    (["wrong.yaml"], 2),
    (["nowhere.yaml"], 2),
    (["orgmodel.toml"], 2),
    (["."], 2),
    ([], 2),
    (["sound.yaml", "--select", "KEZ"], 2),
    (["sound.yaml", "--format", "xml"], 2),
    (["sound.yaml", "--on", "1.1.2027"], 2),
    (["sound.yaml", "--output", "no/such/folder/report.json"], 2),
    (["sound.yaml", "--output", "."], 2),
    (["sound.yaml", "--baseline", "nowhere.json"], 2),
    (["sound.yaml", "--update-baseline"], 2),
    (["sound.yaml", "--baseline", "b.json", "--grow"], 2),
    (["sound.yaml", "sound.yaml", "--format", "json"], 2),
    (["sound.yaml", "sound.yaml", "--output", "report.txt"], 2),
    (["sound.yaml", "sound.yaml", "--baseline", "b.json"], 2),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("words", "code"), CODES, ids=str)
def test_exit_codes(words, code):
    """0 all is well, 1 there are findings, 2 something cannot be used, and then it says what."""
    result = run("check", *words)
    assert result.exit_code == code
    assert bool(result.stderr) == (code == 2)
    assert "Traceback" not in result.output


@pytest.mark.usefixtures("folder")
def test_exit_codes_of_the_process():
    """As shells and build servers see them."""
    for name, code in {"sound": 0, "unsound": 1, "wrong": 2}.items():
        assert alone("check", f"{name}.yaml").returncode == code


def test_a_failure_of_the_program_is_no_finding(folder, monkeypatch):
    """It ends with 3 and a traceback, so nobody takes it for a judgement."""
    broken = folder / "broken_rules.py"
    broken.write_text(
        "from orgmodel.rules import rule\n"
        "@rule('XAB101', 'info', origin='x')\n"
        "def broken(design):\n"
        "    '''It should not.'''\n"
        "    yield None, 1 / 0\n"
    )
    info = folder / "broken_rules-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken-rules\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[orgmodel.rules]\nx = broken_rules\n")
    (folder / "orgmodel.toml").write_text("")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    failed = alone("check", "sound.yaml")
    assert failed.returncode == 3
    assert b"ZeroDivisionError" in failed.stderr
    assert alone("check", "sound.yaml", "--no-plugins", "--fail-on", "never").returncode == 0
    listed = alone("rules").stdout.decode()
    assert "XAB101  info     broken  (broken-rules 1)" in listed
    assert "XAB101" not in alone("rules", "--no-plugins").stdout.decode()
    assert b"# XAB101 broken" in alone("rules", "XAB101").stdout
    (folder / "orgmodel.toml").write_text('ignore = ["XAB101"]\n[rules.XAB101]\nseverity="error"\n')
    for more in ([], ["--no-plugins"]):
        assert alone("check", "sound.yaml", "--fail-on", "never", *more).returncode == 0


@pytest.mark.usefixtures("folder")
def test_text_names_place_rule_and_sum():
    """A line per finding, then the counts."""
    lines = run("check", "unsound.yaml").stdout.splitlines()
    assert lines[0] == (
        "unsound.yaml:6: KEY502 Key account 'acme' has no deputy. [key-account-without-deputy]"
    )
    assert lines[-1].startswith("2 warnings; ")


@pytest.mark.usefixtures("folder")
def test_colours_are_for_terminals():
    """Levels have their own; NO_COLOR turns them off, and so does a pipe."""
    coloured = CliRunner().invoke(main, ["check", "unsound.yaml"], color=True)
    plain = CliRunner().invoke(main, ["check", "unsound.yaml"], color=True, env={"NO_COLOR": "1"})
    unset = CliRunner().invoke(main, ["check", "unsound.yaml"], color=True, env={"NO_COLOR": ""})
    assert unset.stdout == coloured.stdout, "an empty one is none, as no-color.org has it"
    assert click.style("KEY502", fg="yellow", bold=True) in coloured.stdout
    assert click.unstyle(coloured.stdout) == plain.stdout == run("check", "unsound.yaml").stdout


READ = {
    "json": json.loads,
    "sarif": json.loads,
    "junit": ET.fromstring,
    "html": lambda page: ET.fromstring(page.removeprefix("<!DOCTYPE html>\n")),  # noqa: S314
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", REPORT_FORMATS)
def test_every_format_is_written(folder, name):
    """To the terminal and, the same, to a file; the exit code stays."""
    printed = run("check", "unsound.yaml", "--format", name)
    assert printed.exit_code == 1
    assert "KEY502" in printed.stdout
    READ.get(name, str)(printed.stdout)
    written = run("check", "unsound.yaml", "--format", name, "-o", "report")
    assert written.exit_code == 1
    assert (folder / "report").read_text(encoding="utf-8") == printed.stdout
    assert written.stdout.startswith("Wrote report: 2 warnings; ")


@pytest.mark.usefixtures("folder")
def test_every_format_is_the_same_in_every_process():
    """Whatever the seed of hashes, the time zone and the encoding of the terminal."""
    for name in REPORT_FORMATS:
        one, other = (
            alone("check", "unsound.yaml", "--format", name, PYTHONHASHSEED=seed, TZ=zone)
            for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
        )
        assert one.stdout == other.stdout


@pytest.mark.parametrize(
    ("file", "beginning"),
    [
        ("r.json", '{\n  "version"'),
        ("r.sarif", '{\n "$schema"'),
        ("r.xml", "<?xml"),
        ("r.md", "## "),
        ("r.HTML", "<!DOCTYPE"),
        ("r.txt", "unsound.yaml:6: "),
        ("r", "unsound.yaml:6: "),
    ],
)
def test_the_ending_of_the_file_names_the_format(folder, file, beginning):
    """Unless the format is told."""
    run("check", "unsound.yaml", "-o", file)
    assert (folder / file).read_text(encoding="utf-8").startswith(beginning)
    run("check", "unsound.yaml", "-o", file, "--format", "github")
    assert (folder / file).read_text(encoding="utf-8").startswith("::warning ")


def test_a_report_that_cannot_be_written_harms_nothing(folder, monkeypatch):
    """The old one stays, nothing else is left behind, and the sentence says why."""

    def full(_self, _target):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    report = folder / "report.json"
    report.write_text("old")
    before = sorted(folder.iterdir())
    monkeypatch.setattr(Path, "replace", full)
    result = run("check", "sound.yaml", "-o", "report.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Cannot write report.json: No space left")
    assert report.read_text() == "old"
    assert sorted(folder.iterdir()) == before


def test_terminals_that_know_few_letters_get_codes(folder):
    """No name may end the command, and files are UTF-8 whatever the terminal is."""
    (folder / "ü.yaml").write_text(UNSOUND.replace("acme", "日本"), encoding="utf-8")
    shown = alone("check", "ü.yaml", PYTHONIOENCODING="ascii")
    assert shown.returncode == 1
    assert rb"'\u65e5\u672c'" in shown.stdout
    data = alone("check", "ü.yaml", "--format", "json", PYTHONIOENCODING="ascii")
    assert json.loads(data.stdout.decode())["findings"][0]["about"]["id"] == "日本"


def test_a_baseline_is_begun_shrinks_and_grows_on_request(folder):
    """The whole life of one."""
    design, known = folder / "unsound.yaml", ["check", "unsound.yaml", "--baseline", "known.json"]
    missing = run(*known)
    assert "known.json: The baseline does not exist. Add --update-baseline --grow" in missing.stderr
    begun = run(*known, "--update-baseline", "--grow")
    assert begun.exit_code == 0
    assert begun.stderr == "Wrote known.json: 2 findings recorded.\n"
    assert "(2 in the baseline)" in run(*known).stdout

    design.write_text(UNSOUND.replace("acme: {key_account: true, ", "acme: {"))
    assert "1 outdated entry" in run(*known).stdout
    assert "1 finding recorded" in run(*known, "--update-baseline").stderr

    design.write_text(UNSOUND)
    again = run(*known, "--update-baseline")
    assert again.exit_code == 1
    assert "'acme'" in again.stdout
    assert "1 finding recorded" in again.stderr


def test_a_broken_baseline_is_left_alone(folder):
    """It is somebody's work; the sentence says what is wrong with it."""
    (folder / "known.json").write_text("<<<<<<< HEAD")
    result = run("check", "sound.yaml", "--baseline", "known.json", "--update-baseline", "--grow")
    assert result.exit_code == 2
    assert result.stderr.startswith("known.json: This is not a baseline")
    assert (folder / "known.json").read_text() == "<<<<<<< HEAD"


@pytest.mark.usefixtures("folder")
def test_rules_are_listed_with_their_norms():
    """And one by one as pages; an unknown one gets a guess."""
    listed = run("rules").stdout
    assert all(f"{rule.code}  {rule.severity:8} {rule.name}\n" in listed for rule in RULES)
    page = run("rules", "key-account-without-deputy").stdout
    assert page.startswith("# KEY502 key-account-without-deputy\n\nEvery key account has")
    unknown = run("rules", "KEY-502")
    assert unknown.exit_code == 2
    assert "did you mean 'KEY502'?" in unknown.stderr


@pytest.mark.parametrize("code", ["KEY515", "CTR101"])
def test_the_page_of_a_rule_names_the_line_where_its_code_begins(code):
    """An engineer opens the file there; a contract of the package is found as well."""
    location = run("rules", code).stdout.splitlines()[-1].removeprefix("- Code: ")
    file, _, line = location.rpartition(":")
    shown = Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1 :]
    assert f'"{code}"' in "".join(shown[:2])


@pytest.mark.usefixtures("folder")
def test_silent_rules_are_explained():
    """No data, nothing wrong, left out, or accepted; rules with findings are not silent."""
    shown = run("rules", "--why-silent", "unsound.yaml").stdout
    assert "KEY502  " not in shown
    assert "ORG101  reporting-loop: left out by the settings." in shown
    assert "MOD001  dangling-reference: checked, nothing wrong." in shown
    assert "MOD004  unmatched-acceptance: no data: the design has no accepted." in shown


def test_one_silent_rule_is_explained_alone(folder):
    """Also where its findings are accepted."""
    accepted = 'accepted:\n  x: {rule: KEY502, about: "customer:acme", because: Small.}\n'
    (folder / "one.yaml").write_text(
        UNSOUND.replace("brio: {key_account: true, ", "brio: {") + accepted
    )
    shown = run("rules", "KEY502", "--why-silent", "one.yaml").stdout
    assert shown.splitlines()[0] == "KEY502  key-account-without-deputy: 1 accepted."
