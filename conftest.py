"""What all tests share: no test depends on how fast a machine is, and examples of pages are tests.

Hypothesis has one profile: no limit in seconds, no complaint about slow drawing. Where Python does
not write bytecode, every command that a test starts would compile the whole package again; these
commands share one folder of bytecode that goes with the run.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("any machine")

BYTECODE = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Share bytecode among started commands; workers of a parallel run inherit it."""
    if sys.dont_write_bytecode and "PYTHONPYCACHEPREFIX" not in os.environ:
        config.stash[BYTECODE] = tempfile.mkdtemp(prefix="orgmodel-bytecode-")
        os.environ["PYTHONPYCACHEPREFIX"] = config.stash[BYTECODE]
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the bytecode that this run has made."""
    if folder := config.stash.get(BYTECODE, None):
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let examples write their files where nobody looks."""
    monkeypatch.chdir(tmp_path)


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()],
    patterns=["README.md", "docs/*.md"],
    fixtures=["elsewhere"],
).pytest()
