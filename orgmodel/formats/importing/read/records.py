"""Records in JSON: a list of them, or names with a list of records below each."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal

from orgmodel.formats.importing.read.decoding import decode
from orgmodel.formats.importing.read.errors import unusable
from orgmodel.formats.importing.read.lengths import refuse_values
from orgmodel.formats.importing.read.limits import MAX_CELLS, MAX_LEVELS
from orgmodel.formats.importing.read.record_trees import (
    Units,
    are_units,
    below_key,
    listed_above,
    names_above,
    tree_key,
    tree_rows,
)
from orgmodel.formats.importing.read.table import Note, Number, Table
from orgmodel.formats.importing.read.vocabulary import fields_called, kinds_called

_HOLDERS = ("records", "results", "value", "data", "items", "rows", "Resources", "resources")
"""Where services put the records of an answer."""


def read_records(data: bytes, file: str, name: str) -> list[Table]:
    """Read records from JSON; a record's number counts from 1 and stands for its line.

    Values inside values have names with a point between: ``manager.id``.

    Raises:
        DesignError: If it is no JSON, holds no records or is beyond a limit.
    """
    refuse_values(data, file)
    text, _ = decode(data, file)
    try:
        content = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except json.JSONDecodeError as error:
        raise unusable(file, f"This is no JSON: {error.msg}.", error.lineno) from None
    except RecursionError:
        raise unusable(file, f"The JSON is nested deeper than {MAX_LEVELS} levels.") from None
    found = _lists(content, name)
    if not found:
        sentence = "There are no records: a list of objects, or names with such lists, is wanted."
        raise unusable(file, sentence)
    return [_table(called, records, file) for called, records in found.items()]


def _lists(content: object, name: str, level: int = 0) -> dict[str, list[Mapping[str, object]]]:
    if isinstance(content, list):
        return {name: content} if _all(content) else {}
    if not isinstance(content, Mapping) or level > _DEEP:
        return {}
    if below_key(content) is not None:
        return {name: [content]}
    found = {
        name if key in _HOLDERS else key: value for key, value in content.items() if _all(value)
    }
    return found or _by_key(content, name) or _inside(content, name, level)


_DEEP = 5
"""Records that hold nothing but another record, before the records are reached."""


def _by_key(content: Mapping[str, object], name: str) -> dict[str, list[Mapping[str, object]]]:
    """Read records that stand each below its own id."""
    records = [value for value in content.values() if isinstance(value, Mapping)]
    if len(records) != len(content) or len(records) < 2:  # noqa: PLR2004 - one is no list
        return {}
    keys = [frozenset(record) for record in records]
    if not frozenset.intersection(*keys) or not all(map(_plain, records)):
        return {}
    own = any("id" in fields_called("people", key) for key in frozenset.union(*keys))
    made = [
        record if own else {"id": id_, **record}
        for id_, record in zip(content, records, strict=True)
    ]
    return {name: made}


def _plain(record: Mapping[str, object]) -> bool:
    """Return whether a record has a fact of its own."""
    return any(not isinstance(value, Mapping | list) for value in record.values())


def _inside(
    content: Mapping[str, object], name: str, level: int
) -> dict[str, list[Mapping[str, object]]]:
    """Look for records within a record that has none of its own, or take it alone."""
    inner = [value for value in content.values() if isinstance(value, Mapping)]
    if not _plain(content) or len(inner) == 1:
        for value in inner:
            found = _lists(value, name, level + 1) if not _plain(value) or below_key(value) else {}
            if found:
                return found
    return {name: [content]} if content else {}


def _all(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, Mapping) for v in value)


def _table(name: str, records: Sequence[Mapping[str, object]], file: str) -> Table:
    try:
        if are_units(records):
            name, records, above, notes = "members", *_members(records, name)
        else:
            records, above, notes = _unfolded(records)
    except RecursionError:
        raise unusable(file, f"The JSON is nested deeper than {MAX_LEVELS} levels.") from None
    flat = [_flat(record, file, number) for number, record in enumerate(records, 1)]
    for heading, values in names_above(flat, above).items() if above else ():
        for record, value in zip(flat, values, strict=True):
            record[heading] = value
    columns = tuple(dict.fromkeys(key for record in flat for key in record))
    if len(columns) * len(flat) > MAX_CELLS:
        raise unusable(file, f"There are more than {MAX_CELLS:,} cells, the limit.")
    rows = [[record.get(column, "") for column in columns] for record in flat]
    lines = range(1, len(rows) + 1)
    return Table(name, columns, rows, lines, file, heading=1, notes=notes)


def _members(
    records: Sequence[Mapping[str, object]], name: str
) -> tuple[Sequence[Mapping[str, object]], Sequence[int | None], tuple[Note, ...]]:
    """Return the members of units, each with its unit and who leads it."""
    units = Units("Territory" if "territories" in kinds_called(name) else "Department")
    units.read(records)
    sentence = f"Units with members in {name!r}: each member reports to the lead of the unit."
    return units.rows, (), (Note(sentence),)


def _unfolded(
    records: Sequence[Mapping[str, object]],
) -> tuple[Sequence[Mapping[str, object]], Sequence[int | None], tuple[Note, ...]]:
    """Return the records of trees one after the other, and which is below which."""
    key = tree_key(records)
    if key is None:
        above = listed_above(records)
        sentence = "Records list who is below them."
        return records, above, (Note(sentence),) if above else ()
    pairs = list(tree_rows(records, key))
    sentence = f"A tree: a record in {key!r} is below the one that holds it."
    return [record for record, _ in pairs], [above for _, above in pairs], (Note(sentence),)


def _flat(record: Mapping[str, object], file: str, number: int) -> dict[str, str]:
    """Give a record's values by name; deeper ones have the names above them in front."""
    flat: dict[str, str] = {}
    open_: list[tuple[str, object, int]] = [("", record, 0)]
    while open_:
        name, value, level = open_.pop()
        if level > MAX_LEVELS:
            raise unusable(file, f"Record {number} is nested deeper than {MAX_LEVELS} levels.")
        if isinstance(value, Mapping):
            inner = [(f"{name}.{key}" if name else str(key), v) for key, v in value.items()]
            open_ += [(key, v, level + 1) for key, v in reversed(inner)]
        elif isinstance(value, list) and any(isinstance(v, Mapping | list) for v in value):
            flat.update(_relations(value))
            open_ += [(f"{name}.{i}", v, level + 1) for i, v in reversed(list(enumerate(value)))]
        else:
            flat[name] = _text(value)
    return flat


_RELATED = ("value", "name", "id", "email", "target", "displayName")


def _relations(values: Sequence[object]) -> dict[str, str]:
    """Return relations such as ``{"type": "manager", "value": ...}`` by their type."""
    found: dict[str, str] = {}
    for each in values:
        type_ = each.get("type") if isinstance(each, Mapping) else None
        if not isinstance(each, Mapping) or not isinstance(type_, str):
            continue
        fields = fields_called("people", type_).keys()
        value = next((each[key] for key in _RELATED if each.get(key)), None)
        if value is not None and fields & {"manager", "dotted"}:
            # several of one type stand in one cell, as in a table
            found[type_] = "; ".join([*filter(None, [found.get(type_)]), _text(value)])
    return found


def _text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Decimal):
        return Number(value)
    return "" if value is None else str(value).strip()
