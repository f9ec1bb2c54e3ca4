"""No test depends on how fast a machine is, nor on what is installed beside the project."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "tests").rglob("*.py"))
TIMED = {"timeout", "deadline"}


def keywords(path):
    """Yield the named arguments in a file: line, name, and the value as it is written."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.keyword) and node.arg:
            yield node.lineno, node.arg, ast.unparse(node.value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_test_has_a_limit_in_seconds(path):
    """A busy machine may take any time over a command and over the making of an example."""
    for line, name, value in keywords(path):
        assert name not in TIMED or value == "None", f"line {line}: {name}={value}"
        if name == "suppress_health_check":
            assert "too_slow" in value or value == "list(HealthCheck)", f"line {line}: {value}"


def test_examples_are_made_without_limits_by_default():
    """Tests that say nothing about limits have none."""
    assert settings.default.deadline is None
    assert HealthCheck.too_slow in settings.default.suppress_health_check


def test_started_commands_keep_their_bytecode():
    """A command that a test starts compiles nothing that another has compiled in this run."""
    code = "import sys; print(sys.dont_write_bytecode)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
