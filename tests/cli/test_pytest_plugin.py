"""Designs as tests of pytest, in a process of their own."""

import os
import re
import subprocess
import sys

import pytest

UNSOUND = """name: Aurora
positions:
  ann: {role: sales_director, held_by: Ann}
  am: {role: account_manager, held_by: Bob, reports_to: ann}
customers:
  acme: {key_account: true, managed_by: am}
"""


@pytest.fixture
def folder(tmp_path):
    """Stand in a project with a test and, in a folder, a design that three rules apply to."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "design.yaml").write_text(UNSOUND)
    (tmp_path / "plans" / "orgmodel.toml").write_text('select = ["KEY502", "KEY508", "TER301"]\n')
    (tmp_path / "test_sum.py").write_text("def test_sum():\n    assert 1 + 1 == 2\n")
    return tmp_path


def outcome(folder, *words, ini=""):
    """Run pytest in a folder; give its counts and all that it said."""
    (folder / "pytest.ini").write_text(f"[pytest]\n{ini}\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "orgmodel.cli.pytest_plugin", *words],
        capture_output=True,
        check=False,
        cwd=folder,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""},
        text=True,
    )
    last = (done.stdout.splitlines() or [""])[-1]
    counts = {word: int(number) for number, word in re.findall(r"(\d+) (\w+)[, ]", last)}
    return counts, done.stdout + done.stderr


LISTED = "orgmodel_designs = plans/design.yaml"
ALL = {"failed": 1, "passed": 2, "skipped": 1}


def test_a_design_is_a_test_per_rule(folder):
    """One fails with its findings, one passes for they are mild, one has no data."""
    counts, said = outcome(folder, "--orgmodel", "plans/design.yaml", "-rs")
    assert counts == ALL
    assert "plans/design.yaml:6: KEY502 Key account 'acme' has no deputy." in said
    assert "The design has no territories." in said
    assert "Traceback" not in said
    assert "pytest_plugin.py" not in said.partition("FAILURES")[2].partition("short test")[0]


def test_listed_designs_belong_to_the_whole(folder):
    """They are tested with everything, and not where some tests are chosen."""
    assert outcome(folder, ini=LISTED)[0] == ALL
    assert outcome(folder, "test_sum.py", ini=LISTED)[0] == {"passed": 1}
    assert outcome(folder, ".", ini=LISTED)[0] == ALL
    assert outcome(folder, "plans/design.yaml", ini=LISTED)[0] == ALL | {"passed": 1}


def test_no_design_is_tested_twice(folder):
    """However often it is named."""
    words = ["--orgmodel", "plans/design.yaml", "--orgmodel", "plans/../plans/design.yaml", "."]
    assert outcome(folder, *words, ini=LISTED)[0] == ALL


def test_one_rule_can_be_chosen(folder):
    """By the id of its test."""
    chosen = "plans/design.yaml::KEY508-key-account-without-sponsor"
    assert outcome(folder, chosen, ini=LISTED)[0] == {"passed": 1}


def test_the_level_that_fails_can_be_set(folder):
    """To anything that is a level."""
    assert outcome(folder, ini=f"{LISTED}\norgmodel_fail_on = info")[0]["failed"] == 2
    assert "failed" not in outcome(folder, ini=f"{LISTED}\norgmodel_fail_on = error")[0]
    assert (
        "orgmodel_fail_on expected one of error" in outcome(folder, ini="orgmodel_fail_on = x")[1]
    )


def test_a_baseline_holds(folder):
    """What it records fails no test; it is for one design."""
    known = '{"version": 1, "findings": {"KEY502": {"customer:acme": 1, "customer:old": 1}}}'
    (folder / "known.json").write_text(known)
    ini = f"{LISTED}\norgmodel_baseline = known.json"
    counts, said = outcome(folder, ini=ini)
    assert counts == {"passed": 3, "skipped": 1, "warning": 1}
    assert "1 outdated entry" in said
    assert (
        "needs one design, got several" in outcome(folder, "--orgmodel", "other.yaml", ini=ini)[1]
    )


def test_wrong_designs_are_told_plainly(folder):
    """With every problem and no traceback."""
    (folder / "plans" / "design.yaml").write_text("name: Aurora\nposition: {}\npeople: 3\n")
    counts, said = outcome(folder, ini=LISTED)
    assert counts["error"] == 1
    assert "plans/design.yaml:2: " in said
    assert "Traceback" not in said


def test_projects_without_designs_notice_nothing(folder):
    """Other files are left alone."""
    assert outcome(folder)[0] == {"passed": 1}
