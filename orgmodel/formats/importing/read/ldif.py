"""LDIF, the text form of directories (RFC 2849), as a table: one row for each entry."""

import base64
import binascii
from collections.abc import Iterator, Sequence

from orgmodel.formats.importing.read.decoding import decode
from orgmodel.formats.importing.read.errors import unusable
from orgmodel.formats.importing.read.lengths import refuse_lines
from orgmodel.formats.importing.read.limits import MAX_CELL, MAX_CELLS, MAX_COLUMNS
from orgmodel.formats.importing.read.table import Note, Table
from orgmodel.model import Source

_PICTURES = frozenset({"jpegphoto", "thumbnailphoto", "usercertificate", "objectguid", "objectsid"})
"""Attributes that hold bytes, not text."""


def read_ldif(data: bytes, file: str, name: str) -> Table:
    """Read the entries of a directory; an attribute with several values has them in one cell.

    Raises:
        DesignError: If it is no LDIF, or beyond a limit.
    """
    refuse_lines(data, file)
    text, _ = decode(data, file)
    entries: list[tuple[int, dict[str, list[str]]]] = []
    spelling: dict[str, str] = {}
    notes: list[Note] = []
    for line, fields in _entries(text, file):
        entry: dict[str, list[str]] = {}
        for number, key, value in fields:
            label = key.partition(";")[0]
            spelling.setdefault(label.casefold(), label)
            if len(value) > MAX_CELL:
                sentence = f"A value has more than {MAX_CELL:,} characters, the limit."
                raise unusable(file, sentence, number)
            entry.setdefault(label.casefold(), []).append(value)
        if _is_change(entry):
            sentence = "This is a change of an entry, no entry. It is left out."
            notes.append(Note(sentence, Source(file, line), problem=True))
        elif "dn" in entry:
            entries.append((line, entry))
        _refuse_many(len(spelling), len(entries), file, line)
    if not entries:
        raise unusable(
            file, "There are no entries: lines such as 'dn: cn=Ada,dc=example' are wanted."
        )
    return _table(entries, spelling, file, name, notes)


def _refuse_many(columns: int, rows: int, file: str, line: int) -> None:
    if columns > MAX_COLUMNS:
        sentence = f"There are more than {MAX_COLUMNS:,} attributes, the limit."
        raise unusable(file, sentence, line)
    if columns * rows > MAX_CELLS:
        raise unusable(file, f"There are more than {MAX_CELLS:,} cells, the limit.", line)


def _table(
    entries: Sequence[tuple[int, dict[str, list[str]]]],
    spelling: dict[str, str],
    file: str,
    name: str,
    notes: Sequence[Note],
) -> Table:
    rows = [["; ".join(entry.get(key, ())) for key in spelling] for _, entry in entries]
    lines = [line for line, _ in entries]
    return Table(name, tuple(spelling.values()), rows, lines, file, notes=tuple(notes))


def _is_change(entry: dict[str, list[str]]) -> bool:
    return entry.get("changetype", ["add"]) != ["add"]


_Field = tuple[int, str, str]


def _entries(text: str, file: str) -> Iterator[tuple[int, list[_Field]]]:
    """Yield each entry: its line, and its attributes with their lines."""
    fields: list[_Field] = []
    for line, written in _unfolded(text):
        if not written:
            if fields:
                yield fields[0][0], fields
            fields = []
        elif written != "-" and not written.startswith("#"):
            field = _field(line, written, file)
            if field is not None and field[1].casefold() != "version":
                fields.append(field)
    if fields:
        yield fields[0][0], fields


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Yield whole lines: one that begins with a blank goes on from the line before."""
    start = 1
    parts: list[str] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if line.startswith(" ") and parts:
            parts.append(line[1:])
            continue
        if parts:
            yield start, "".join(parts)
        start, parts = number, [line]
    yield start, "".join(parts)


def _field(line: int, written: str, file: str) -> _Field | None:
    key, colon, rest = written.partition(":")
    if not colon or not key.strip():
        raise unusable(file, f"{written[:40]!r} is not a line of LDIF, such as 'cn: Ada'.", line)
    if rest.startswith("<"):
        return None  # what it points to is never looked at
    if not rest.startswith(":"):
        return line, key.strip(), rest.strip()
    if key.strip().partition(";")[0].casefold() in _PICTURES:
        return None
    try:
        value = base64.b64decode(rest[1:].strip(), validate=True)
    except (binascii.Error, ValueError):
        raise unusable(file, f"The value of {key!r} is not base64.", line) from None
    return line, key.strip(), value.decode(errors="replace").strip()
