"""Files and folders to tables, by what their names end in."""

import gzip
import os
import zlib
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from orgmodel.formats.importing.read.delimited import read_delimited
from orgmodel.formats.importing.read.errors import unusable
from orgmodel.formats.importing.read.grid import Grid, table_of
from orgmodel.formats.importing.read.ldif import read_ldif
from orgmodel.formats.importing.read.limits import MAX_BYTES, MAX_CELLS, MAX_FILES
from orgmodel.formats.importing.read.mapping import TableMapping
from orgmodel.formats.importing.read.records import read_records
from orgmodel.formats.importing.read.table import Note, Table
from orgmodel.formats.importing.read.workbook import read_workbook
from orgmodel.formats.values import read_at_most
from orgmodel.model import DesignError, Source
from orgmodel.progress import watched

DELIMITED = (".csv", ".tsv", ".tab", ".psv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
SUFFIXES = (*DELIMITED, ".csv.gz", ".tsv.gz", *WORKBOOKS, ".json", ".ldif")
"""What the names of files with tables end in."""


def is_table(path: str | os.PathLike[str]) -> bool:
    """Return whether a path is a folder or ends like a file of tables."""
    return Path(path).is_dir() or Path(path).name.lower().endswith(SUFFIXES)


def read_tables(
    paths: Iterable[str | os.PathLike[str]],
    *,
    encoding: str | None = None,
    said: Mapping[str, TableMapping] | None = None,
) -> tuple[list[Table], list[Note]]:
    """Read all tables of some files, workbooks and folders.

    Args:
        paths: Files or folders; of a folder all files that end like a table are read.
        encoding: The encoding of text files, if the user states it.
        said: What the user says of tables, by name: the line of the headings, or some of them.

    Returns:
        The tables in the order of the paths and of the names in a folder, and notes on what was
        left out.

    Raises:
        DesignError: If something cannot be read, is not of a known kind of file, or is beyond a
            limit.
    """
    tables: list[Table] = []
    notes: list[Note] = []
    files = [file for path in paths for file in _files(path, notes)]
    for file in watched("Reading files", files):
        found, told = _read(file, encoding, said or {})
        tables += found
        notes += told
        _refuse_many_cells(tables, file)
    return _apart(tables), notes


def _files(path: str | os.PathLike[str], notes: list[Note]) -> list[str]:
    """Return the files to read: the one named, or those of a folder in the order of names."""
    told = os.fspath(path)
    if not Path(told).is_dir():
        return [told]
    inside = sorted(entry.path for entry in os.scandir(told) if entry.is_file())
    files = [file for file in inside if _usable(Path(file).name)]
    notes += [_left(file) for file in inside if file not in set(files) and _visible(file)]
    if not files:
        sentence = f"No table is in this folder; looked for files that end in {_listed()}."
        raise unusable(told, sentence)
    if len(files) > MAX_FILES:
        raise unusable(told, f"There are more than {MAX_FILES} tables in this folder, the limit.")
    return files


def _usable(name: str) -> bool:
    lowered = name.lower()
    told = lowered.endswith((*DELIMITED, ".csv.gz", ".tsv.gz", *WORKBOOKS, ".ldif"))
    # Excel leaves such a file beside every workbook that is open
    return told and not lowered.startswith(("~$", ".")) and not lowered.endswith(".txt")


def _visible(file: str) -> bool:
    name = Path(file).name
    return not name.startswith((".", "~$")) and name != "mapping.yaml"


def _left(file: str) -> Note:
    return Note("The file is not used: its name does not have the ending of a table.", Source(file))


def _listed() -> str:
    return f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"


def _read(
    file: str, encoding: str | None, said: Mapping[str, TableMapping]
) -> tuple[list[Table], list[Note]]:
    name, suffix = _parted(file)
    data = _bytes(file)
    if suffix in WORKBOOKS:
        grids, notes = read_workbook(data, file)
    elif suffix == ".json":
        return read_records(data, file, name), []
    elif suffix == ".ldif":
        return [read_ldif(data, file, name)], []
    elif suffix in DELIMITED:
        grids, notes = [read_delimited(data, file, name, encoding)], []
    else:
        sentence = f"This kind of file is not known; looked for {_listed()}."
        raise unusable(file, sentence)
    tables = [_made(grid, _said(grid.name, said), notes) for grid in grids]
    return [table for table in tables if table is not None], notes


def _said(name: str, said: Mapping[str, TableMapping]) -> TableMapping:
    """Return what the user says of a table, under its name or under that of another reading."""
    other = (each for each in said.values() if each.source == name)
    return said.get(name) or next(other, TableMapping())


def _made(grid: Grid, said: TableMapping, notes: list[Note]) -> Table | None:
    table = table_of(grid, said.heading, said.columns)
    if table is None:
        notes.append(Note("There is nothing in it.", Source(grid.file, None, grid.sheet)))
    return table


def _parted(file: str) -> tuple[str, str]:
    path = Path(file)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    return path.stem, path.suffix.lower()


def _bytes(file: str) -> bytes:
    """Return what is in a file, unpacked if it is packed, but no more than the limit."""
    try:
        with Path(file).open("rb") as stream:
            if _told_size(file, stream) > MAX_BYTES:
                raise _too_large(file)
            data = read_at_most(stream, MAX_BYTES + 1)
        if file.lower().endswith(".gz"):
            with gzip.open(BytesIO(data)) as packed:
                data = read_at_most(packed, MAX_BYTES + 1)
    except FileNotFoundError:
        raise unusable(file, "There is no such file.") from None
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise unusable(file, "The packed file is damaged.") from None
    except OSError as error:
        raise unusable(file, f"The file cannot be read: {error.strerror}.") from None
    if len(data) > MAX_BYTES:
        raise _too_large(file)
    return data


def _told_size(file: str, stream: BinaryIO) -> int:
    """Return how large a file is, or says that it is once unpacked; it may be more."""
    size = stream.seek(0, os.SEEK_END) if stream.seekable() else 0
    if file.lower().endswith(".gz") and size >= _TRAILER:
        stream.seek(-_TRAILER, os.SEEK_END)
        size = max(size, int.from_bytes(stream.read(_TRAILER), "little"))
    if stream.seekable():
        stream.seek(0)
    return size


_TRAILER = 4
"""Bytes at the end of a packed file that tell its size."""


def _too_large(file: str) -> DesignError:
    return unusable(file, f"The file is larger than {MAX_BYTES >> 20} MB, the limit.")


def _refuse_many_cells(tables: Iterable[Table], file: str) -> None:
    if sum(len(table.rows) * len(table.columns) for table in tables) > MAX_CELLS:
        raise unusable(file, f"There are more than {MAX_CELLS:,} cells in all, the limit.")


def _apart(tables: Sequence[Table]) -> list[Table]:
    """Refuse two tables of one name: a mapping could not tell them apart."""
    seen: dict[str, Table] = {}
    for table in tables:
        if first := seen.get(table.name):
            sentence = f"There is a table {table.name!r} already, in {first.source()}. Rename one."
            raise unusable(table.file, sentence)
        seen[table.name] = table
    return list(tables)
