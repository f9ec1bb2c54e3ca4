"""Files written whole or not at all: an interrupted save never harms what was there before."""

import contextlib
import os
import secrets
import stat
import time
from pathlib import Path

from orgmodel.model import OrgmodelError


class CannotWriteError(OrgmodelError, OSError):
    """A file could not be written; the text says which one and why, what was there is untouched."""


def write_whole(path: str | os.PathLike[str], data: bytes) -> Path:
    """Put bytes into a file and return its path; the old file goes once the new one is safe.

    A symbolic link stays a link: the file that it points to is replaced. An existing file keeps its
    permissions. Devices and pipes, which cannot be replaced, are written to directly. Drafts older
    than an hour beside the file, left by programs that were killed, are removed.

    Raises:
        CannotWriteError: naming the file and the reason.
    """
    try:
        _write(Path(os.path.realpath(path)), Path(path), data)
    except OSError as error:
        raise CannotWriteError(f"Cannot write {os.fspath(path)}: {reason(error, path)}") from error
    return Path(path)


def _write(target: Path, path: Path, data: bytes) -> None:
    mode = mode_of(path)
    if mode is not None and not stat.S_ISREG(mode):
        path.write_bytes(data)
        return
    refuse_protected(target, mode)
    _replace(target, data, mode)


def refuse_protected(target: Path, mode: int | None) -> None:
    """Refuse to replace a file that may not be written, which replacing would get round.

    Raises:
        PermissionError: If so.
    """
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(None, "The file is write-protected")


def mode_of(path: Path) -> int | None:
    """Return the mode of a file, or None where there is none yet."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    draft = draft_of(target, data, mode)
    try:
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_directory(target.parent)


def draft_of(target: Path, data: bytes, mode: int | None) -> Path:
    """Write what is to replace a file beside it, whole, and return the path of that."""
    _clear_left(target.parent)
    draft = target.with_name(f".orgmodel-{secrets.token_hex(8)}.part")
    # os.open, unlike tempfile, lets the umask decide about a new file
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _EXTRA_FLAGS, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        if mode is not None:
            draft.chmod(stat.S_IMODE(mode))
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _clear_left(folder: Path) -> None:
    """Remove the drafts that a killed program has left; those of living ones are young."""
    with contextlib.suppress(OSError):
        for draft in folder.glob(".orgmodel-*.part"):
            with contextlib.suppress(OSError):
                if time.time() - draft.stat().st_mtime > _HOUR:
                    draft.unlink()


_HOUR = 3600
_EXTRA_FLAGS = (
    getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)


def sync_directory(directory: Path) -> None:
    """Make the entries of a folder durable where the system can."""
    # the file is whole already; not every system can make the directory entry durable too
    with contextlib.suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def reason(error: OSError, path: str | os.PathLike[str]) -> str:
    """Say why a file could not be written, and what to do."""
    if isinstance(error, FileNotFoundError):
        return f"the folder '{Path(path).parent}' does not exist. Create it first."
    if isinstance(error, IsADirectoryError):
        return "it is a folder. Name a file."
    return f"{error.strerror or error}."
