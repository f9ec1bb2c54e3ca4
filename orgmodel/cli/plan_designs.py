"""The two designs of a plan: files, revisions of a git repository, or a scenario over the first."""

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from orgmodel.formats import load
from orgmodel.formats.scenarios import base_of, is_scenario, load_scenario
from orgmodel.model import DesignError, Org, Problem, Source

_PREFIX = "git:"


def both(designs: tuple[str, ...], revision: str | None) -> tuple[Org, Org]:
    """Return the designs before and after.

    Args:
        designs: BEFORE and AFTER; or AFTER alone, where it is a scenario that names its base, or
            where there is a revision.
        revision: The revision of AFTER's repository that is BEFORE.

    Raises:
        DesignError: If one of them cannot be read, or which is which is not said.
    """
    *first, after = designs
    if revision is not None:
        first = [f"{_PREFIX}{revision}:{after}"]
    if is_scenario(after):
        base = first[0] if first else base_of(after)
        before = loaded(base)
        return before, load_scenario(after, before).org
    if not first:
        sentence = "One design alone is no plan: name BEFORE and AFTER, or add --git REVISION."
        raise DesignError([Problem(sentence, Source(after))])
    return loaded(first[0]), loaded(after)


def loaded(design: str) -> Org:
    """Return a design from a file, or from ``git:REVISION:PATH``.

    Raises:
        DesignError: If it cannot be read.
    """
    if not design.startswith(_PREFIX):
        return load(design)
    revision, colon, path = design.removeprefix(_PREFIX).partition(":")
    if not colon or not revision or not path or revision.startswith("-"):
        sentence = "A revision is written as git:REVISION:PATH, such as git:HEAD~1:design.yaml."
        raise DesignError([Problem(sentence, Source(design))])
    file = Path(path)
    with tempfile.TemporaryDirectory() as folder:
        packed = _archived(design, revision, file.parent)
        with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
            tar.extractall(folder, filter="data")
        there = Path(folder) / file.name
        if not there.is_file():
            sentence = f"There is no {file.name} in revision {revision}."
            raise DesignError([Problem(sentence, Source(design))])
        return load(there)


def _archived(design: str, revision: str, folder: Path) -> bytes:
    """Return a folder at a revision as a tar file: scripts and includes need their neighbours."""
    command = ["git", "-C", str(folder), "archive", "--format=tar", revision, "."]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell
    except OSError as error:
        sentence = f"The git command cannot be run: {error.strerror}."
        raise DesignError([Problem(sentence, Source(design))]) from None
    if done.returncode:
        said = " ".join(done.stderr.decode(errors="replace").split())
        raise DesignError([Problem(f"git says: {said}", Source(design))])
    return done.stdout
