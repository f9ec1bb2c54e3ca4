"""Several files that belong together, written all or none."""

import contextlib
import os
import secrets
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Self

from orgmodel.files.whole import (
    CannotWriteError,
    draft_of,
    mode_of,
    reason,
    refuse_protected,
    sync_directory,
)
from orgmodel.progress import watched


def write_all(
    contents: Mapping[Path, bytes], *, folder: str | os.PathLike[str] | None = None
) -> list[Path]:
    """Put bytes into several files and return their paths; either all are replaced or none.

    All of them are written beside their places first, and the old ones are kept at hand until the
    last one is in its place. After a failure, or Ctrl-C, everything is as it was. Only a computer
    that dies between the first and the last renaming leaves some of the new files beside old ones;
    each of them is whole even then.

    Args:
        contents: The bytes, by path.
        folder: A folder to be made if it is not there, with those in it that files lie in.

    Raises:
        CannotWriteError: Naming the file and the reason.
    """
    with _made(folder, contents), _Drafts() as drafts:
        for path, data in watched("Writing files", contents.items()):
            with _named(path):
                drafts.write(path, data)
        for path in contents:
            with _named(path):
                drafts.settle(path)
        drafts.finish()
    return list(contents)


class _Drafts:
    """New files beside their places, and the old ones that they replace."""

    def __init__(self) -> None:
        self._drafts: dict[Path, Path] = {}
        self._kept: dict[Path, Path | None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_reason: object) -> None:
        for target, old in reversed(self._kept.items()):
            with contextlib.suppress(OSError):
                old.replace(target) if old else target.unlink(missing_ok=True)
        # a renaming from one name of a file to another one of it leaves both
        for left in (*filter(None, self._kept.values()), *self._drafts.values()):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)

    def write(self, path: Path, data: bytes) -> None:
        """Write what is to be at a path beside it."""
        target, mode = Path(os.path.realpath(path)), mode_of(path)
        if mode is not None and stat.S_ISDIR(mode):
            raise IsADirectoryError
        if mode is not None and not stat.S_ISREG(mode):
            raise OSError(None, "It is a device or a pipe, which cannot be one of several files")
        refuse_protected(target, mode)
        self._drafts[path] = draft_of(target, data, mode)

    def settle(self, path: Path) -> None:
        """Put a new file in its place, keeping the old one at hand."""
        target = Path(os.path.realpath(path))
        old = _kept_copy(target) if target.exists() else None
        self._kept[target] = old
        self._drafts[path].replace(target)
        del self._drafts[path]

    def finish(self) -> None:
        """Let go of the old files: the new ones are all in their places."""
        kept, self._kept = self._kept, {}
        for old in filter(None, kept.values()):
            with contextlib.suppress(OSError):
                old.unlink()
        for directory in {target.parent for target in kept}:
            sync_directory(directory)


def _kept_copy(target: Path) -> Path:
    """Give a file a second name, or a copy where the file system knows no second names."""
    kept = target.with_name(f".orgmodel-{secrets.token_hex(8)}.old")
    try:
        kept.hardlink_to(target)
    except OSError:
        try:
            shutil.copy2(target, kept)
        except BaseException:
            kept.unlink(missing_ok=True)
            raise
    return kept


@contextlib.contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWriteError(f"Cannot write {path}: {reason(error, path)}") from error


@contextlib.contextmanager
def _made(folder: str | os.PathLike[str] | None, paths: Iterable[Path]) -> Iterator[None]:
    """Make a folder, and those in it that files are to lie in; after a failure they go again."""
    made: list[Path] = []
    try:
        for place in _folders(folder, paths):
            new = not place.exists()
            with _named(place):
                place.mkdir(exist_ok=True)
            made += [place] if new else []
        yield
    except BaseException:
        for place in reversed(made):
            with contextlib.suppress(OSError):
                place.rmdir()
        raise


def _folders(folder: str | os.PathLike[str] | None, paths: Iterable[Path]) -> list[Path]:
    """Return a folder and those below it that some files lie in, each after the one it is in."""
    if folder is None:
        return []
    top = Path(folder)
    inner = {above for path in paths for above in path.parents if top in above.parents}
    return [top, *sorted(inner)]
