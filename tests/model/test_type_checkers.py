"""Type checkers accept designs as users write them, and point at every mistake in one."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = [str(ROOT / "tests" / "typing" / name) for name in ("accepted.py", "refused.py")]


def run(checker, *arguments):
    """Return what a type checker prints; skip where it is not installed."""
    pytest.importorskip(checker, reason=f"{checker} is installed by the extra 'lint'")
    command = [sys.executable, "-m", checker, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def by_mypy(folder):
    """Return file and line of every error that mypy reports."""
    del folder
    found = re.findall(r"^(\S+\.py):(\d+): error:", run("mypy", *FILES), flags=re.MULTILINE)
    return {(Path(file).name, int(line)) for file, line in found}


def by_pyright(folder):
    """Return file and line of every error that pyright reports."""
    settings = {"extraPaths": [str(ROOT)], "typeCheckingMode": "standard"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    for file in FILES:  # away from the package's own settings, which leave the mistakes out
        shutil.copy(file, folder)
    found = json.loads(run("pyright", "--outputjson", "--project", str(folder)))
    errors = [each for each in found["generalDiagnostics"] if each["severity"] == "error"]
    return {(Path(e["file"]).name, e["range"]["start"]["line"] + 1) for e in errors}


@pytest.mark.parametrize("reported", [by_mypy, by_pyright], ids=["mypy", "pyright"])
def test_exactly_the_marked_lines_are_errors(reported, tmp_path):
    """Wrong kinds, misspelt fields, wrong types and changes are found; sound designs pass."""
    lines = Path(FILES[-1]).read_text(encoding="utf-8").splitlines()
    marked = {("refused.py", n) for n, line in enumerate(lines, 1) if line.endswith("# error")}
    assert len(marked) > 40
    assert reported(tmp_path) == marked
