"""What the pages on settings and on checking automatically say is so."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from orgmodel.cli.report_output import SUFFIXES
from orgmodel.rules import REPORT_FORMATS, RULES, read_settings
from orgmodel.rules.reports.sarif import MOST_RESULTS

ROOT = Path(__file__).parents[2]
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
CHECKING = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def blocks(page, language):
    """Give the examples of a page in a language."""
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


@pytest.mark.parametrize("block", [b for b in blocks(SETTINGS, "toml") if "tool.orgmodel" in b])
def test_settings_can_be_copied(tmp_path, block):
    """Every example is read, and names rules and options that there are."""
    (tmp_path / "pyproject.toml").write_text(block, encoding="utf-8")
    assert not [*read_settings(tmp_path).problems(RULES)]


def test_every_format_is_listed_with_its_ending():
    """And none that there is not."""
    rows = re.findall(r"^\| `(\w+)` \| (?:`(\.\w+)`)? *\|", CHECKING, re.MULTILINE)
    assert [name for name, _ in rows] == list(REPORT_FORMATS)
    assert {ending: name for name, ending in rows if ending} == SUFFIXES
    assert f"{MOST_RESULTS:,} results" in CHECKING


def test_examples_are_files_that_can_be_read():
    """The configuration of pytest is TOML, the others are YAML."""
    (configuration,) = blocks(CHECKING, "toml")
    assert set(tomllib.loads(configuration)["tool"]["pytest"]["ini_options"]) == {
        "orgmodel_designs",
        "orgmodel_baseline",
        "orgmodel_fail_on",
    }
    hooks, steps = (yaml.safe_load(block) for block in blocks(CHECKING, "yaml"))
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks["repos"][0]["hooks"]] == [offered["id"]]
    assert steps["steps"]


@pytest.mark.parametrize(
    ("path", "design"),
    [
        ("design.yaml", True),
        ("plans/design.yml", True),
        ("a/b/design.py", True),
        ("redesign.yaml", False),
        ("design.yaml.txt", False),
    ],
)
def test_the_hook_takes_designs_and_nothing_else(path, design):
    """By the name that `orgmodel init` gives."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert bool(re.search(hook["files"], path)) is design
