"""Includes: the files that a design includes, and their limits."""

import os
from collections.abc import Mapping
from glob import has_magic
from pathlib import Path

from orgmodel.formats.values.file_contents import MAX_BYTES, contents_of, too_large, unusable

MAX_FILES = 1_000
"""Maximum number of files of a design."""
MAX_LEVELS = 16
"""Maximum depth of includes."""

SUFFIXES = (".yaml", ".yml", ".json")


class IncludeError(Exception):
    """A file cannot be included; the message says why."""


class Files:
    """The files of one design.

    Args:
        main: The file that the others are included from; all lie in its folder or below it.
        size: How many bytes it has.
        held: Contents that replace those on disk, by path.

    Attributes:
        names: The files begun so far, as they are called from here, in order.
    """

    def __init__(self, main: str, size: int, held: Mapping[str, bytes] | None = None) -> None:
        self.names = [main]
        self._held = held or {}
        self._folder = Path(main).resolve().parent
        self._open = [main]
        self._met = {Path(main).resolve()}
        self._bytes = size

    def begin(self, file: str) -> bytes:
        """Return the bytes of a file, which may include others until it is ended.

        Raises:
            DesignError: If it cannot be read, or all files together are too large.
        """
        if len(self._met) > MAX_FILES:
            raise unusable(file, f"A design may have {MAX_FILES:,} files; this is one more.")
        if len(self._open) >= MAX_LEVELS:
            limit = f"Files may include each other {MAX_LEVELS} levels deep"
            raise unusable(file, f"{limit}: {_way(self._open)}.")
        data = self._held[file] if file in self._held else contents_of(file)
        self.names.append(file)
        self._bytes += len(data)
        if self._bytes > MAX_BYTES:
            raise too_large(file)
        self._open.append(file)
        return data

    def end(self) -> None:
        """Leave the file that was begun last."""
        self._open.pop()

    def matching(self, pattern: str) -> list[str]:
        """Return the files that a path or pattern in the open file means, each file once.

        Raises:
            IncludeError: If it means none, or what may not be included.
        """
        here = Path(self._open[-1]).parent
        if Path(pattern).is_absolute() or "**" in pattern or "\\" in pattern:
            raise IncludeError("is not a path below the folder of this file, such as people/*.yaml")
        if has_magic(pattern):
            own = Path(self._open[-1]).resolve()
            found = [path for path in sorted(here.glob(pattern)) if path.resolve() != own]
            if not found:
                raise IncludeError("matches no file. Correct it or delete it")
        else:
            found = [here / pattern]
        return [file for path in found if (file := self._new(path)) is not None]

    def _new(self, path: Path) -> str | None:
        """Return a file as it was given from here; None if the design has it already."""
        file, place = os.path.normpath(path), path.resolve()
        if not place.is_relative_to(self._folder):
            raise IncludeError(f"lies outside of {str(self._folder)!r}, the folder of the design")
        if place.suffix.lower() not in SUFFIXES:
            raise IncludeError(f"leads to {file}; what is included ends in {', '.join(SUFFIXES)}")
        above = [Path(each).resolve() for each in self._open]
        if place in above:
            ring = [*self._open[above.index(place) :], file]
            raise IncludeError(f"closes a cycle: {_way(ring)}. Delete one of these includes")
        if not path.is_file():
            raise IncludeError(f"leads to {file}, and there is no such file")
        if place in self._met:
            return None
        self._met.add(place)
        return file


def _way(files: list[str]) -> str:
    return " -> ".join(files)
