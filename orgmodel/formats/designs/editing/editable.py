"""A design in files of YAML, held in memory while it is changed."""

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
    """A design in files of YAML and what has been changed in them so far; nothing is written.

    Args:
        path: The file that includes the others, if there are any.
        changed: What files hold that have been changed, by path.

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
        """Return the design with edits made, which must say the same as the changes.

        Args:
            edits: What is replaced in the files; no two of them clash.
            changes: What they are to mean.

        Raises:
            CannotEditError: If the files would then say something else.
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
            raise CannotEditError("The files are written in a way that cannot be edited.")
        return made

    def loses_comments(self, edits: Iterable[Edit]) -> bool:
        """Return whether edits take comments out of the files."""
        return any(self._sheets[e.file].holds_comment(e.start, e.end) for e in edits)

    @property
    def changed(self) -> dict[Path, tuple[str, str]]:
        """The files that have been changed: what they hold on disk, and what they are to hold."""
        texts = {}
        for name, data in self._changed.items():
            before = Sheet(name, contents_of(name))
            if before.data != data:
                texts[Path(name)] = (before.text, Sheet(name, data).text)
        return texts

    def save(self) -> list[Path]:
        """Write the files that have been changed, all or none.

        Raises:
            CannotWriteError: Naming the file and the reason; then all are as they were.
        """
        names = {Path(name): data for name, data in self._changed.items()}
        return write_all({path: names[path] for path in self.changed})
