"""``orgmodel propose``: mistakes on the command line end in a sentence, and nothing is written."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from orgmodel.cli import main

pytest.importorskip("ortools")
pytest.importorskip("highspy")

AURORA = Path(__file__).parents[2] / "examples" / "aurora.yaml"


def proposed(*args):
    """Run a kind of proposal on a small design."""
    kind, *rest = args
    return CliRunner().invoke(main, ["propose", kind, str(AURORA), *rest])


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("succeed", "Ada Rossi", "--successor", "acme=a", "--successor", "acme=b"), "given twice"),
        (("succeed", "Ada Rossi", "--each", "-o", "out.yaml"), "--each"),
        (("route", "new", "--lead", "place=IT", "--lead", "place=FR"), "given twice"),
        (("route", "new", "--lead", "place=IT", "--weight", "a=1", "--weight", "a=2"), "twice"),
        (("assign", "-o", "out.txt"), "out.txt: A scenario is a .yaml file"),
        (("align", "--neighbours", "gone.csv"), "gone.csv: The file cannot be read"),
        (("align", "--neighbours", "empty.csv"), "has no rows"),
        (("align", "--neighbours", "other.csv"), "No pair of neighbours"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path, monkeypatch, args, words):
    """The message names the option or the file, the exit code is 2, and there is no file."""
    monkeypatch.chdir(tmp_path)
    Path("empty.csv").write_text("", encoding="utf-8")
    Path("other.csv").write_text("from,to\nXX-1,XX-2\n", encoding="utf-8")
    done = proposed(*args)
    assert done.exit_code == 2
    assert words in done.output
    assert not [*Path().glob("out.*")]
