"""Editable design: YAML files in memory while they are changed."""

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from orgmodel.changes import Primitive, apply, same
from orgmodel.files import Edit, edited, write_all
from orgmodel.formats.designs.editing.entities import CannotEditError, Rewriting
from orgmodel.formats.designs.editing.source_document import Sheet
from orgmodel.formats.designs.yaml.including import Files
from orgmodel.formats.designs.yaml.reading import read
from orgmodel.formats.values.file_contents import contents_of
from orgmodel.model import DesignError, Org

__all__ = ["CannotEditError", "Editable"]


class Editable:
    """A design in YAML files and the changes to them so far; nothing is written yet.

    Args:
        path: The file that includes the others, if there are any.
        changed: Contents of the files that have been changed, by path.

    Attributes:
        org: The design.

    Raises:
        DesignError: With every problem found.
    """

    def __init__(
        self, path: str | os.PathLike[str], changed: Mapping[str, bytes] | None = None
    ) -> None:
        self._path, self._changed = os.fspath(path), dict(changed or {})
        data = self._bytes_of(self._path)
        files = Files(self._path, len(data), self._changed)
        self.org: Org = read(data, self._path, files)
        self._names = files.names

    @cached_property
    def _sheets(self) -> dict[str, Sheet]:
        names = [name for name in self._names if not name.lower().endswith(".json")]
        return {name: Sheet(name, self._bytes_of(name)) for name in names}

    def _bytes_of(self, name: str) -> bytes:
        return self._changed[name] if name in self._changed else contents_of(name)

    def edits_of(self, changes: Iterable[Primitive]) -> tuple[Edit, ...]:
        """Return the edits of the files that make some changes.

        Raises:
            CannotEditError: If they cannot be written into these files.
        """
        return Rewriting(self.org, self._sheets).edits(changes)

    def with_edits(self, edits: Iterable[Edit], changes: Iterable[Primitive]) -> "Editable":
        """Return the design with edits made, which must equal the changes.

        Args:
            edits: Replacements in the files; no two of them overlap.
            changes: The changes that the edits express.

        Raises:
            CannotEditError: If the files would then hold something else.
        """
        by_file: dict[str, list[Edit]] = {}
        for edit in edits:
            by_file.setdefault(edit.file, []).append(edit)
        sheets = self._sheets
        new = {n: sheets[n].bytes_of(edited(sheets[n].text, some)) for n, some in by_file.items()}
        try:
            made = Editable(self._path, {**self._changed, **new})
            meant = apply(self.org, changes)
        except DesignError as error:
            raise CannotEditError(str(error)) from None
        if not same(made.org, meant):
            raise CannotEditError(
                "The files are in a form that cannot be edited; run 'orgmodel format' first."
            )
        return made

    def loses_comments(self, edits: Iterable[Edit]) -> bool:
        """Return whether edits remove comments from the files."""
        return any(self._sheets[e.file].holds_comment(e.start, e.end) for e in edits)

    @property
    def changed(self) -> dict[Path, tuple[str, str]]:
        """The files that have been changed: their contents on disk, and their new contents."""
        texts = {}
        for name, data in self._changed.items():
            before = Sheet(name, contents_of(name))
            if before.data != data:
                texts[Path(name)] = (before.text, Sheet(name, data).text)
        return texts

    def save(self) -> list[Path]:
        """Write the files that have been changed, all or none.

        Raises:
            CannotWriteError: Naming the file and the reason; then all files are unchanged.
        """
        names = {Path(name): data for name, data in self._changed.items()}
        return write_all({path: names[path] for path in self.changed})
