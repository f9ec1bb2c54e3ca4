"""The designs of a plan: files, revisions of a git repository, or scenarios over the first."""

import io
import subprocess
import tempfile
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from orgmodel.formats import load
from orgmodel.formats.designs.scenarios import base_of, is_scenario, load_scenario
from orgmodel.model import DesignError, Org, Problem, Source

_PREFIX = "git:"


@dataclass(frozen=True)
class NamedDesign:
    """A design and its name in a table of several.

    Attributes:
        name: The name.
        org: The design.
        folder: The folder whose settings apply.
    """

    name: str
    org: Org
    folder: Path


def designs_of(
    designs: Sequence[str], revision: str | None
) -> tuple[NamedDesign, list[NamedDesign]]:
    """Return the earlier design, and one or more later ones.

    Args:
        designs: BEFORE and one or more AFTERs; or AFTER alone, if it is a scenario that names its
            base, or with a revision.
        revision: The git revision of AFTER that is BEFORE.

    Raises:
        DesignError: With all problems of designs that cannot be read, or if BEFORE is missing.
    """
    first, *afters = designs
    if revision is not None:
        first, afters = f"{_PREFIX}{revision}:{first}", [first]
    elif not afters:
        if not is_scenario(first):
            sentence = "A plan needs two designs: name BEFORE and AFTER, or add --git REVISION."
            raise DesignError([Problem(sentence, Source(first))])
        first, afters = base_of(first), [first]
    before = loaded(first)
    found, problems = [], list[Problem]()
    for name, after in zip(_names(afters), afters, strict=True):
        try:
            org = load_scenario(after, before).org if is_scenario(after) else loaded(after)
            found.append(NamedDesign(name, org, _folder(after)))
        except DesignError as error:
            problems += error.problems
    if problems:
        raise DesignError(problems)
    return NamedDesign("before", before, _folder(first)), found


def _names(designs: Sequence[str]) -> list[str]:
    """Return file names without suffix, or whole paths where those would be the same."""
    short = [Path(design).stem or design for design in designs]
    often = Counter(short)
    return [s if often[s] == 1 else d for s, d in zip(short, designs, strict=True)]


def _folder(design: str) -> Path:
    return Path(design.removeprefix(_PREFIX).partition(":")[2] or design).parent


def loaded(design: str) -> Org:
    """Return a design from a file, a folder of tables, or from ``git:REVISION:PATH``.

    Raises:
        DesignError: If it cannot be read.
    """
    if not design.startswith(_PREFIX):
        return load(design)
    revision, colon, path = design.removeprefix(_PREFIX).partition(":")
    if not colon or not revision or not path or revision.startswith("-"):
        sentence = "Write a revision as git:REVISION:PATH, for example git:HEAD~1:design.yaml."
        raise DesignError([Problem(sentence, Source(design))])
    file = Path(path)
    with tempfile.TemporaryDirectory() as folder:
        packed = _archived(design, revision, file.parent)
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            archive.extractall(folder)
        there = Path(folder) / file.name
        if not there.exists():
            sentence = f"Revision {revision} has no file {file.name}."
            raise DesignError([Problem(sentence, Source(design))])
        return load(there)


def _archived(design: str, revision: str, folder: Path) -> bytes:
    """Return a folder at a revision as a ZIP file; scripts and includes need their neighbours."""
    command = ["git", "-C", str(folder), "archive", "--format=zip", revision, "."]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell
    except OSError as error:
        sentence = f"The git command cannot be run: {error.strerror}."
        raise DesignError([Problem(sentence, Source(design))]) from None
    if done.returncode:
        message = " ".join(done.stderr.decode(errors="replace").split())
        raise DesignError([Problem(f"git failed: {message}", Source(design))])
    return done.stdout
