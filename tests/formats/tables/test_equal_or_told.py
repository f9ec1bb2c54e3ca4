"""A design in the shape of any program comes back equal, or the report names a problem."""

from collections import Counter

import pytest
from import_shapes import judged

pytest.importorskip("xlsxwriter")
pytest.importorskip("python_calamine")

RUNS = 150
"""Seeds here; ``python tests/import_shapes.py 10000`` runs more."""


def test_nothing_is_lost_or_made_in_silence(tmp_path):
    """Twenty programs, with orders of columns, languages, separators, footers and blanks."""
    stories = [judged(seed, tmp_path) for seed in range(RUNS)]
    silent = [story for verdict, story in stories if verdict == "silent"]
    assert not silent, "\n".join(silent)
    counts = Counter(verdict for verdict, _ in stories)
    assert counts["equal"] > RUNS // 2, counts
