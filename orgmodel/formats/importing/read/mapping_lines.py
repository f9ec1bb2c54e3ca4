"""Lines of a mapping file, as a report offers them and as a whole file to start from."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_ ./()-]*[A-Za-z0-9)]|[A-Za-z]")
_WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


def scalar(text: str) -> str:
    """Return a text as YAML has it: bare where that is safe, else in double quotes."""
    bare = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    return text if bare else json.dumps(text, ensure_ascii=True)


def fields_text(fields: Sequence[str]) -> str:
    """Return the fields of a column as a mapping file has them."""
    if not fields:
        return "ignore"
    return scalar(fields[0]) if len(fields) == 1 else f"[{', '.join(map(scalar, fields))}]"


def table_lines(
    table: str, kind: str | None, columns: Mapping[str, str | Iterable[str]]
) -> tuple[str, ...]:
    """Return the lines that say what a table is, and some of its columns.

    Args:
        table: The name of the table.
        kind: What its rows are; None leaves it to be found out.
        columns: The field, or the fields, of each column by its heading.
    """
    lines = ["tables:", f"  {scalar(table)}:"]
    lines += [f"    kind: {kind}"] if kind else []
    lines += ["    columns:"] if columns else []
    for heading, fields in columns.items():
        several = [fields] if isinstance(fields, str) else list(fields)
        lines.append(f"      {scalar(heading)}: {fields_text(several)}")
    return tuple(lines)
