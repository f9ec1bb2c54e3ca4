"""Type checkers accept designs as users write them, and point at every mistake in one."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = Path("tests", "typing")
FILES = [str(FOLDER / name) for name in ("accepted.py", "refused.py")]


def run(checker, *options):
    """Return what a type checker prints about the files; skip where it is not installed."""
    pytest.importorskip(checker, reason=f"{checker} is installed by the extra 'lint'")
    command = [sys.executable, "-m", checker, *options, *FILES]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def by_mypy():
    """Return file and line of every error that mypy reports."""
    found = re.findall(r"^(\S+\.py):(\d+): error:", run("mypy"), flags=re.MULTILINE)
    return {(Path(file).name, int(line)) for file, line in found}


def by_pyright():
    """Return file and line of every error that pyright reports."""
    errors = json.loads(run("pyright", "--outputjson"))["generalDiagnostics"]
    return {
        (Path(error["file"]).name, error["range"]["start"]["line"] + 1)
        for error in errors
        if error["severity"] == "error"
    }


@pytest.mark.parametrize("reported", [by_mypy, by_pyright], ids=["mypy", "pyright"])
def test_exactly_the_marked_lines_are_errors(reported):
    """Wrong kinds, misspelt fields, wrong types and changes are found; sound designs pass."""
    lines = (ROOT / FOLDER / "refused.py").read_text(encoding="utf-8").splitlines()
    marked = {("refused.py", n) for n, line in enumerate(lines, 1) if line.endswith("# error")}
    assert len(marked) > 40
    assert reported() == marked
