"""Baseline files: reading and writing."""

from pathlib import Path

from orgmodel.files import write_whole
from orgmodel.model import DesignError, Problem, Source
from orgmodel.rules import Baseline, read_baseline
from orgmodel.text import counted


def load_baseline(path: Path, *, may_be_new: bool = False) -> Baseline:
    """Read a baseline from a file.

    Args:
        path: The file.
        may_be_new: Whether a missing file counts as an empty baseline.

    Raises:
        DesignError: If it cannot be read, or is not a valid baseline.
    """
    try:
        return read_baseline(path.read_bytes(), str(path))
    except FileNotFoundError:
        if may_be_new:
            return Baseline()
        cure = "Add --update-baseline --grow to record today's findings in it."
        raise _unusable(path, f"The baseline does not exist. {cure}") from None
    except OSError as error:
        raise _unusable(path, f"The baseline cannot be read: {error.strerror}.") from None


def save_baseline(baseline: Baseline, path: Path) -> str:
    """Write a baseline to a file, and return a message for the user.

    Raises:
        CannotWriteError: If the file cannot be written; the old one is untouched.
    """
    write_whole(path, baseline.text().encode())
    number = sum(baseline.counts.values())
    return f"Wrote {path}: {counted(number, 'finding')} recorded."


def _unusable(path: Path, sentence: str) -> DesignError:
    return DesignError([Problem(sentence, Source(str(path)))])
