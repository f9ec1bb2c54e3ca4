"""Records in JSON: a list of them, or names with a list of records below each."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

from orgmodel.formats.importing.read.decoding import decode
from orgmodel.formats.importing.read.errors import unusable
from orgmodel.formats.importing.read.lengths import refuse_values
from orgmodel.formats.importing.read.limits import MAX_CELLS, MAX_LEVELS
from orgmodel.formats.importing.read.table import Number, Table

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


def _lists(content: object, name: str) -> dict[str, list[Mapping[str, object]]]:
    if isinstance(content, list):
        return {name: content} if _all(content) else {}
    if not isinstance(content, Mapping):
        return {}
    found = {
        name if key in _HOLDERS else key: value for key, value in content.items() if _all(value)
    }
    return found or ({name: [content]} if content else {})


def _all(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, Mapping) for v in value)


def _table(name: str, records: Iterable[Mapping[str, object]], file: str) -> Table:
    flat = [_flat(record, file, number) for number, record in enumerate(records, 1)]
    columns = tuple(dict.fromkeys(key for record in flat for key in record))
    if len(columns) * len(flat) > MAX_CELLS:
        raise unusable(file, f"There are more than {MAX_CELLS:,} cells, the limit.")
    rows = [[record.get(column, "") for column in columns] for record in flat]
    return Table(name, columns, rows, range(1, len(rows) + 1), file, heading=1)


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
            open_ += [(f"{name}.{i}", v, level + 1) for i, v in reversed(list(enumerate(value)))]
        else:
            flat[name] = _text(value)
    return flat


def _text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Decimal):
        return Number(value)
    return "" if value is None else str(value).strip()
