"""A manager's sheet that comes back: what was edited, as changes to a design."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Any

from orgmodel.changes import Set, apply
from orgmodel.formats.export.office.manager_sheet import (
    BASE,
    EDITABLE,
    KINDS,
    VERSION,
    text_of,
)
from orgmodel.formats.importing.read.errors import unusable
from orgmodel.formats.importing.read.grid import Grid
from orgmodel.formats.importing.read.table import Note, letters
from orgmodel.formats.importing.read.workbook import read_workbook
from orgmodel.formats.importing.read.zip_limits import refuse_bombs
from orgmodel.formats.values.file_contents import contents_of
from orgmodel.model import DesignError, Org, Source, references
from orgmodel.network import Known
from orgmodel.text import did_you_mean, listed, quoted

_LISTS = frozenset({"covers"})
_AMOUNTS: Mapping[str, type[Any]] = {"fte": float, "potential": Decimal}
_LISTED = 5
Key = tuple[str, str, str]
"""A sheet, the id of a row, and a field."""


@dataclass
class SheetMerge:
    """What a manager's sheet changes in a design.

    Attributes:
        changes: One for each entity that was edited.
        sources: The first edited cell of each.
        edits: Every cell that was edited, in a sentence.
        conflicts: What could not be merged, each with its cell.
    """

    changes: list[Set] = field(default_factory=list)
    sources: list[Source | None] = field(default_factory=list)
    edits: list[Note] = field(default_factory=list)
    conflicts: list[Note] = field(default_factory=list)

    def refuse(self, sentence: str, source: Source) -> None:
        """Note what is not merged."""
        self.conflicts.append(Note(sentence, source, problem=True))


@dataclass(frozen=True)
class _Edit:
    key: Key
    before: str
    after: str
    source: Source


def merge_sheet(path: str | os.PathLike[str], design: Org) -> SheetMerge:
    """Return what was edited in a sheet as changes to a design as it is today.

    A cell is a change where it differs from what the sheet was exported with. Where the design has
    a third value by now, somebody else has changed it since: that is a conflict, and no change.

    Args:
        path: The workbook, exported for a position and edited.
        design: The design to change.

    Raises:
        DesignError: If the file is not such a workbook, or cannot be read.
    """
    file = os.fspath(path)
    data = contents_of(file)
    base = _base(data, file)
    merge = SheetMerge()
    grids, _ = read_workbook(data, file)
    edits: list[_Edit] = []
    for name, rows in base.items():
        grid = next((each for each in grids if each.name == name), None)
        if grid is None:
            merge.refuse(f"The sheet {name!r} is missing; nothing of it changes.", Source(file))
        else:
            edits += _edits(grid, name, rows, merge)
    _refuse_strangers(base, edits, design, file, merge)
    for edit in edits:
        _take(edit, design, merge)
    _merge_what_is_sound(design, merge)
    return merge


def _refuse_strangers(
    base: Mapping[str, Mapping[str, object]],
    edits: Sequence[_Edit],
    design: Org,
    file: str,
    merge: SheetMerge,
) -> None:
    """Report the rows of which the design knows nothing; edited ones are reported by their cell."""
    edited = {edit.key[:2] for edit in edits}
    for name, rows in base.items():
        gone = [id_ for id_ in rows if design.get(KINDS[name], id_) is None]
        if strangers := [id_ for id_ in gone if (name, id_) not in edited]:
            merge.refuse(
                f"The design does not have {listed(quoted(strangers), most=_LISTED)} of the sheet "
                f"{name!r}. Name the design that the sheet was exported from.",
                Source(file),
            )


def _base(data: bytes, file: str) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return the cells as they were exported."""
    from python_calamine import (  # noqa: PLC0415  # an extra
        CalamineError,
        CalamineWorkbook,
    )

    sentence = "This is not a sheet exported for a position (orgmodel export --for POSITION)."
    try:
        refuse_bombs(data, file)
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        if BASE not in book.sheet_names:
            raise unusable(file, f"{sentence} Its hidden sheet {BASE!r} is missing.")
        rows = book.get_sheet_by_name(BASE).to_python()
        content = json.loads("".join(str(cell) for row in rows for cell in row[:1]))
        version, found = content["version"], content["rows"]
        sound = version == VERSION and all(
            isinstance(cell, str)
            for name, rows in found.items()
            for cells in rows.values()
            for cell in (*cells.values(), *[""] * (name in KINDS))
        )
    except (CalamineError, OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise unusable(file, f"{sentence} Its hidden sheet cannot be read.") from error
    if not sound or not set(found) <= set(KINDS):
        raise unusable(file, f"{sentence} Its hidden sheet is of another version.")
    return {name: dict(rows) for name, rows in found.items()}


def _edits(
    grid: Grid, name: str, base: Mapping[str, Mapping[str, str]], merge: SheetMerge
) -> Iterator[_Edit]:
    """Yield the cells that differ from what was exported; refuse rows that were added."""
    rows = [(line, row) for line, row in grid.rows if any(row)]
    headings = list(rows[0][1]) if rows else []
    columns = {field: headings.index(field) for field in EDITABLE[name] if field in headings}
    place = Source(grid.file, rows[0][0] if rows else 1, grid.sheet)
    if missing := [field for field in EDITABLE[name] if field not in columns]:
        merge.refuse(f"Columns are missing: {', '.join(missing)}; they do not change.", place)
    if "id" not in headings:
        merge.refuse("The column 'id' is missing; nothing of this sheet changes.", place)
        return
    seen: set[str] = set()
    for line, row in rows[1:]:
        id_ = row[headings.index("id")]
        here = Source(grid.file, line, grid.sheet, f"{letters(headings.index('id'))}{line}")
        if id_ not in base or id_ in seen:
            why = "stands in this sheet twice" if id_ in seen else "was not exported with it"
            merge.refuse(f"{id_!r} {why}; the row is not merged.", here)
            continue
        seen.add(id_)
        for field_, column in columns.items():
            cell, before = row[column] if column < len(row) else "", base[id_].get(field_, "")
            if not _same(cell, before):
                where = Source(grid.file, line, grid.sheet, f"{letters(column)}{line}")
                yield _Edit((name, id_, field_), before, cell, where)
    for id_ in base.keys() - seen:
        merge.refuse(f"The row of {id_!r} is gone; removing it is not merged.", place)


def _same(one: str, other: str) -> bool:
    """Return whether two cells say the same: numbers by value, texts without outer blanks."""
    if one.strip() == other.strip():
        return True
    try:
        return Decimal(one.strip()) == Decimal(other.strip())
    except InvalidOperation:
        return False


def _take(edit: _Edit, design: Org, merge: SheetMerge) -> None:
    """Make an edit a change, unless somebody else has changed the cell since."""
    name, id_, field_ = edit.key
    entity: Any = design.get(KINDS[name], id_)
    what = f"{field_} of {id_!r}"
    if entity is None:
        merge.refuse(f"{id_!r} is not in the design any more; {what} is not merged.", edit.source)
        return
    now = text_of(getattr(entity, field_))
    if _same(now, edit.after):
        return
    if not _same(now, edit.before):
        where = design.source_of(entity)
        since = f" ({where})" if where else ""
        sentence = (
            f"{what} was {edit.before!r} when the sheet was exported; the design has {now!r} "
            f"since{since}, and the sheet {edit.after!r}. Decide which holds; it is not merged."
        )
        merge.refuse(sentence, edit.source)
        return
    try:
        value = _value(field_, edit.after)
    except (InvalidOperation, ValueError):
        merge.refuse(f"{edit.after!r} is not a number; {what} is not merged.", edit.source)
        return
    if unknown := _unknown(design, KINDS[name], field_, value):
        merge.refuse(f"{unknown}; {what} is not merged.", edit.source)
        return
    merge.edits.append(Note(f"{what}: {now!r} becomes {edit.after!r}.", edit.source))
    _add(merge, KINDS[name], id_, {field_: value}, edit.source)


def _unknown(design: Org, kind: type[Any], field_: str, value: object) -> str:
    """Return which entity that a cell names is not there, and the nearest; people may be new."""
    target = references(kind).get(field_)
    if target is None or target == "person" or value is None:
        return ""
    known = Known(design)
    for ref in value if isinstance(value, tuple) else (value,):
        if known.get(target, str(ref)) is None:
            return f"There is no {target} {ref!r}{did_you_mean(str(ref), known.ids(target))}"
    return ""


def _value(name: str, text: str) -> object:
    """Return what a cell means for a field; an empty one clears it."""
    stripped = text.strip()
    if name in _LISTS:
        return tuple(part for each in stripped.split(";") if (part := each.strip()))
    if not stripped:
        return 1.0 if name == "fte" else None
    return _AMOUNTS.get(name, str)(stripped)


def _add(
    merge: SheetMerge, kind: type[Any], id_: str, fields: Mapping[str, Any], source: Source
) -> None:
    last = merge.changes[-1] if merge.changes else None
    if last is not None and last.what is kind and last.id == id_:
        merge.changes[-1] = Set(kind, id_, {**last.fields, **fields})
        return
    merge.changes.append(Set(kind, id_, fields))
    merge.sources.append(source)


def _merge_what_is_sound(design: Org, merge: SheetMerge) -> None:
    """Leave out changes that the design refuses, such as a share above 1, with their edits."""
    try:
        apply(design, merge.changes)
    except DesignError:
        _leave_out(design, merge)


def _leave_out(design: Org, merge: SheetMerge) -> None:
    """Keep the changes that are sound together with those before them."""
    sound: list[tuple[Set, Source | None]] = []
    for change, source in zip(merge.changes, merge.sources, strict=True):
        try:  # together with those before it: two that are sound alone may not be so together
            apply(design, [*(earlier for earlier, _ in sound), change])
        except DesignError as error:
            for problem in error.problems:
                merge.refuse(f"{problem.sentence} It is not merged.", source or Source(""))
        else:
            sound.append((change, source))
    if len(sound) < len(merge.changes):
        rows = {_row_of(source) for _, source in sound}
        merge.edits = [edit for edit in merge.edits if _row_of(edit.source) in rows]
        merge.changes = [change for change, _ in sound]
        merge.sources = [source for _, source in sound]


def _row_of(source: Source | None) -> tuple[str | None, int | None] | None:
    return (source.sheet, source.line) if source is not None else None
