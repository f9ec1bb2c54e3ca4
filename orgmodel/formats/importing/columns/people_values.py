"""Which column of a table of people says what, by its values where no heading says it."""

import re

from orgmodel.formats.importing.columns.column_values import identifies
from orgmodel.formats.importing.columns.hierarchy_columns import is_line
from orgmodel.formats.importing.read.table import Table, folded
from orgmodel.formats.importing.read.vocabulary import means
from orgmodel.roles import Titles

_MOST = 0.8
_TITLED = 0.5
"""The part of a column's values that must name roles for it to hold titles."""
_FEW = 2
_DISTINCT = 12
"""Different values of a column of statuses at most."""
_KEYS = frozenset({"id", "ids", "code", "key", "number", "no", "nr", "ref", "num", "slug", "uid"})
_PERSON = re.compile(r"[^\W\d_][\w.'\u2019-]*(?:,? [^\W\d_][\w.'\u2019-]*){1,4}")


def holds_names(table: Table, column: str) -> bool:
    """Return whether the values look like names of people: two to five words, no digits."""
    values = table.values(table.columns.index(column))
    names = [value for value in values if _PERSON.fullmatch(value) and value != value.lower()]
    return len(names) >= _MOST * len(values) > 0 and len(set(names)) >= _MOST * len(names)


def holds_titles(table: Table, column: str) -> bool:
    """Return whether at least half of the values name roles in sales."""
    values = set(table.values(table.columns.index(column)))
    titles = Titles()
    return bool(values) and sum(titles.role_of(v) is not None for v in values) >= _TITLED * len(
        values
    )


def says_vacancy(table: Table, column: str) -> bool:
    """Return whether a column says of each row whether somebody holds it."""
    values = {folded(value) for value in table.values(table.columns.index(column))}
    if not 0 < len(values) <= _DISTINCT:
        return False
    vacant = {value for value in values if means(value, "vacant") and not means(value, "nobody")}
    others = values - vacant
    return bool(vacant) and all(means(value, "filled", "present") for value in others)


def says_presence(table: Table, column: str) -> bool:
    """Return whether a column says of each row whether somebody is still there."""
    values = {folded(value) for value in table.values(table.columns.index(column))}
    if not _FEW <= len(values) <= _DISTINCT:
        return False
    known = {value for value in values if means(value, "left", "present")}
    gone = {value for value in known if means(value, "left")}
    return bool(gone) and known == values and gone != values


def key_columns(table: Table) -> list[str]:
    """Return the columns whose headings end as those of ids, and whose values are unique."""
    return [
        column
        for at, column in enumerate(table.columns)
        if not _KEYS.isdisjoint(folded(column).split()[-1:])
        and len(set(values := table.values(at))) == len(values) == len(table.rows)
    ]


def hierarchy(table: Table) -> tuple[str, str] | None:
    """Return the one column that names rows by the values of another, and that other one."""
    keys = [column for column in table.columns if identifies(table, column)]
    found = [
        (column, key)
        for key in keys
        for column in table.columns
        if column != key and is_line(table, column, key)
    ]
    return found[0] if len({column for column, _ in found}) == 1 else None
