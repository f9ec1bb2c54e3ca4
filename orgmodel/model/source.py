"""Places in a user's input, and the problems there."""

import dataclasses
import os
import sys
from collections.abc import Iterable
from pathlib import Path

_PACKAGE = str(Path(__file__).parent.parent) + os.sep
_OURS = (_PACKAGE, dataclasses.__file__)  # whose replace() makes values anew


@dataclasses.dataclass(frozen=True, order=True)
class Source:
    """A place in a script, a YAML file, a table or a sheet; lines and rows count from 1."""

    file: str
    line: int | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        place = self.file if self.sheet is None else f"{self.file}:{self.sheet}"
        return (
            f"{place}!{self.cell}" if self.cell else f"{place}:{self.line}" if self.line else place
        )

    @staticmethod
    def of_caller() -> "Source | None":
        """Return the line outside this package that is being executed, if there is one."""
        frame = sys._getframe(1)  # noqa: SLF001 - the documented way that costs no stack copy
        while frame is not None and frame.f_code.co_filename.startswith(_OURS):
            frame = frame.f_back  # type: ignore[assignment]  # None ends the walk
        return frame and Source(_shown(frame.f_code.co_filename), frame.f_lineno)


def _shown(file: str) -> str:
    """Name a file as one would type it from here, which may be another folder each time."""
    try:
        return file.removeprefix(os.getcwd() + os.sep)  # noqa: PTH109 - a tenth of the time
    except OSError:  # somebody deleted the folder
        return file


@dataclasses.dataclass(frozen=True)
class Problem:
    """One reason why an input cannot be used: the place, and a sentence with the cure."""

    sentence: str
    source: Source | None = None

    def __str__(self) -> str:
        return f"{self.source}: {self.sentence}" if self.source else self.sentence


class OrgmodelError(Exception):
    """A mistake of a user; the message names the place, what is wrong and what to do."""


class UnknownError(OrgmodelError, LookupError):
    """The design does not have what was requested."""


class DesignError(OrgmodelError, ValueError):
    """An input that cannot be used, with every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
