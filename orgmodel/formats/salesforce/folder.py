"""Folders of metadata: the files of a project about territories."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from orgmodel.formats.salesforce.xml import MAX_BYTES, unusable
from orgmodel.formats.values import read_at_most
from orgmodel.model import DesignError

ENDINGS = {
    ".territory2Model": "model",
    ".territory2Type": "type",
    ".territory2Rule": "rule",
    ".territory2": "territory",
}
"""What files of metadata end in, in source format with ``-meta.xml`` behind."""
MAX_FILES = 100_000
"""Files of metadata; the largest models that are known have 99,999 territories."""
MAX_SEARCHED = 500_000
"""Files that are looked at in search of them."""
MAX_LOOKED_AT = 20_000
"""Files that are looked at where nobody says that there are any."""
_SKIPPED = {"node_modules", "__pycache__"}
_MODELS, _TYPES = "territory2Models", "territory2Types"


def kind_of_file(name: str) -> tuple[str, str] | None:
    """Return what a file of metadata holds and the API name of it, or None for other files."""
    bare = name.removesuffix("-meta.xml")
    for ending, kind in ENDINGS.items():
        if bare.endswith(ending) and bare != ending:
            return kind, bare.removesuffix(ending)
    return None


def is_metadata(path: str | os.PathLike[str]) -> bool:
    """Return whether a path is a file of metadata about territories, or a folder with any."""
    if not Path(path).is_dir():
        return kind_of_file(Path(path).name) is not None
    try:
        return next(_files(os.fspath(path), MAX_LOOKED_AT), None) is not None
    except DesignError:
        return False


def metadata_files(path: str | os.PathLike[str]) -> list[str]:
    """Return the files of metadata in a folder and below; types may lie beside the models.

    Links are not followed: they may lead out of the folder.

    Raises:
        DesignError: If there are none, or too many.
    """
    root = os.fspath(path)
    found = list(_files(root)) if Path(root).is_dir() else [root]
    for above in Path(root).absolute().parents:
        beside = above.parent / _TYPES
        if above.name == _MODELS and beside.is_dir():
            found += _files(str(beside))
    if len(found) > MAX_FILES:
        raise unusable(root, f"There are more than {MAX_FILES:,} files of metadata, the limit.")
    return sorted(found)


def _files(root: str, most: int = MAX_SEARCHED) -> Iterator[str]:
    searched = 0
    for folder, inner, names in os.walk(root, followlinks=False):
        inner[:] = sorted(n for n in inner if not n.startswith(".") and n not in _SKIPPED)
        searched += len(names)
        if searched > most:
            raise unusable(root, f"There are more than {most:,} files in it, the limit.")
        for name in sorted(names):
            file = Path(folder) / name
            if kind_of_file(name) and not file.is_symlink():
                yield str(file)


def contents(file: str) -> bytes:
    """Return what is in a file, but no more than one byte above the limit.

    Raises:
        DesignError: If it cannot be read.
    """
    try:
        with Path(file).open("rb") as stream:
            return read_at_most(stream, MAX_BYTES + 1)
    except OSError as error:
        raise unusable(file, f"The file cannot be read: {error.strerror}.") from None


def model_of(file: str) -> str:
    """Return the model that a file of metadata belongs to, by its folder; empty for types."""
    parts: Sequence[str] = Path(file).absolute().parts
    if _MODELS in parts[:-1]:
        return parts[parts.index(_MODELS) + 1].removesuffix("-meta.xml")
    if Path(file).parent.name in {"territories", "rules"}:
        return Path(file).absolute().parent.parent.name
    return ""
