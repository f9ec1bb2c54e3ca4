"""Nothing that somebody else has written moves the cursor or retitles a terminal."""

import ast
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import orgmodel
from orgmodel.cli import _COMMANDS, main

EVIL = "a\x1b]0;x\x07\x1b[31m\x9b2J\u202eb"
ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
DESIGN = {"name": "X", "positions": {"a": {"held_by": "Ann"}}, "customers": {"c": {}}}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Give a folder with a design and files that hold signs of terminals."""
    monkeypatch.chdir(tmp_path)
    Path("design.yaml").write_text(json.dumps(DESIGN))
    Path("table.csv").write_text(f"{EVIL},c\n1,2\n")
    Path("base.json").write_text(json.dumps({"version": 1, EVIL: 1, "findings": {EVIL: EVIL}}))
    Path("map.yaml").write_text(json.dumps({EVIL: {EVIL: EVIL}}))
    Path("orgmodel.toml").write_text(json.dumps(EVIL) + " = 1\n")
    Path("script.py").write_text(f"raise ValueError({EVIL!r})\n")
    Path("changes.yaml").write_text(json.dumps({"changes": [{EVIL: {EVIL: EVIL}}]}))
    Path("evil.yaml").write_text(json.dumps({"name": EVIL, EVIL: {EVIL: {EVIL: EVIL}}}))
    return tmp_path


FILES = ["table.csv", "base.json", "map.yaml", "script.py", "changes.yaml", "evil.yaml"]
ASKED = [
    *([name, file] for name in _COMMANDS for file in [*FILES, EVIL, f"{EVIL}.yaml", f"{EVIL}.csv"]),
    *([name, "design.yaml", EVIL] for name in _COMMANDS),
    *([name, "design.yaml", f"--{EVIL}"] for name in _COMMANDS),
    *([name, "design.yaml", "--format", EVIL] for name in _COMMANDS),
    *([name, "design.yaml", "--output", f"{EVIL}/x"] for name in _COMMANDS),
    [EVIL],
    [f"--{EVIL}"],
    ["check", "design.yaml", "--baseline", "base.json"],
    ["check", "design.yaml", "--select", EVIL],
    ["check", "design.yaml", "--on", EVIL],
    ["import", "table.csv", "--mapping", "map.yaml"],
    ["import", "table.csv", "--preset", EVIL],
    ["book", "design.yaml", "table.csv", "--column", f"id={EVIL}"],
    ["plan", "design.yaml", "changes.yaml"],
    ["plan", "design.yaml", f"git:{EVIL}:design.yaml"],
    ["chart", "design.yaml", f"{EVIL}.png"],
    ["measure", "design.yaml", "--by", EVIL],
    ["measure", "design.yaml", "--hours", EVIL],
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("words", ASKED, ids=lambda words: ascii(" ".join(words))[:60])
def test_terminals_get_no_codes_of_others(words):
    """Names, headings, keys and messages of scripts are printed with their codes as text."""
    done = CliRunner().invoke(main, words)
    assert not ACTIVE.search(done.stdout + done.stderr)
    assert done.exit_code != 3, done.stderr


def test_commands_print_in_one_place():
    """Only bytes for other programs and fixed words pass it by."""
    for path in (Path(orgmodel.__file__).parent / "cli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"click.echo", "print"}:
                printed = node.args[0]
                ours = isinstance(printed, ast.Constant) or "encode()" in ast.unparse(printed)
                assert ours or "templates" in path.parts or path.name == "console.py", (
                    f"{path}:{node.lineno}: use echo() of console"
                )
