"""The cases that were handed over with the project, where their folder is there."""

import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).parents[4] / "shared" / "cases" / "run.py"


@pytest.mark.skipif(not RUN.exists(), reason="the handed cases are not beside the project")
def test_all_handed_cases_are_right():
    """Each file becomes the design that somebody who knows it expects."""
    done = subprocess.run([sys.executable, str(RUN)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
