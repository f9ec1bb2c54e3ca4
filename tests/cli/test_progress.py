"""Long work is shown in terminals and nowhere else, and leaves no half when it is interrupted."""

import os
import subprocess
import sys

import pytest

from orgmodel.cli import progress_bar
from orgmodel.progress import watched, watching

RUN = "import sys, signal\n{before}\nfrom orgmodel.cli import main\nmain(sys.argv[1:])\n"
AT_ONCE = "import orgmodel.cli.progress_bar as bar\nbar.PATIENCE = bar._EVERY = 0"
IN_BUILDING = (
    "import orgmodel.formats.importing.import_tables as importing\n"
    "def watched(what, things):\n"
    "    for thing in things:\n"
    "        yield thing\n"
    "        signal.raise_signal(signal.SIGINT)\n"
    "importing.watched = watched"
)
IN_WRITING = (
    "import os\ndef fsync(descriptor):\n    signal.raise_signal(signal.SIGINT)\nos.fsync = fsync"
)
ROSTER = "Name,Title,Manager\nDana,CEO,\n" + "".join(f"Rep {n},Rep,Dana\n" for n in range(50))


def command(before, *arguments, cwd, **options):
    """Run the command after some lines of Python."""
    code = RUN.format(before=before)
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=cwd, text=True, check=False, **options
    )


@pytest.fixture
def folder(tmp_path):
    """Give a folder with a roster."""
    (tmp_path / "roster.csv").write_text(ROSTER)
    return tmp_path


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals here")
def test_work_is_shown_in_a_terminal(folder):
    """With what is done, on standard error; what is asked for goes to standard output."""
    reading, writing = os.openpty()
    try:
        done = command(
            AT_ONCE, "import", "roster.csv", cwd=folder, stdout=subprocess.PIPE, stderr=writing
        )
        seen = os.read(reading, 1 << 20).decode()
    finally:
        os.close(reading)
        os.close(writing)
    assert done.returncode == 0
    assert "Building the design" in seen
    assert "100%" in seen
    assert "Building the design" not in done.stdout


@pytest.mark.parametrize("arguments", [["import", "roster.csv"], ["check", "roster.csv"]])
def test_nothing_is_shown_elsewhere(folder, arguments):
    """Neither in files nor in other programs."""
    done = command(AT_ONCE, *arguments, cwd=folder, capture_output=True)
    assert "Building" not in done.stderr + done.stdout
    assert "%" not in done.stderr


@pytest.mark.parametrize("before", [IN_BUILDING, IN_WRITING], ids=["building", "writing"])
@pytest.mark.parametrize("old", [None, "what was there before"])
def test_interrupting_leaves_all_as_it_was(folder, before, old):
    """One line, the exit code of shells, and no half of a file."""
    target = folder / "roster.yaml"
    if old:
        target.write_text(old)
    done = command(before, "import", "roster.csv", "--force", cwd=folder, capture_output=True)
    assert done.returncode == 130
    assert done.stderr == "Interrupted. No file is left half-written.\n"
    assert (target.read_text() if target.exists() else None) == old
    assert {path.name for path in folder.iterdir()} <= {"roster.csv", "roster.yaml"}


def test_bars_count_what_is_done(monkeypatch, capsys):
    """All things are handed on, in their order."""
    monkeypatch.setattr(progress_bar, "PATIENCE", 0)
    assert list(progress_bar.with_bar("Counting", range(10))) == list(range(10))
    assert list(progress_bar.with_bar("Counting", [])) == []
    assert "Counting" in capsys.readouterr().err


def test_watching_ends():
    """Whoever watches sees what goes on meanwhile, and nothing afterwards."""
    seen = []

    def note(what, things):
        seen.append(what)
        return things

    with watching(note):
        assert list(watched("first", [1, 2])) == [1, 2]
    assert list(watched("second", [3])) == [3]
    assert seen == ["first"]
