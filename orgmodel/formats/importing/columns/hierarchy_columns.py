"""Do the values of a column make lines of reporting?"""

from orgmodel.formats.importing.columns.index import is_nobody
from orgmodel.formats.importing.read.table import Table, folded

_FEW = 3
_TOPS = 5
_SPAN = 20
_MEASURES = frozenset(
    {"level", "grade", "rank", "order", "hours", "age", "years", "count", "size", "step", "number"}
    | {"days", "months", "score", "points", "rating", "priority", "band", "floor", "salary", "pay"}
)
"""Words that make a heading mean a measure, and no manager."""


def is_line(table: Table, column: str, key: str) -> bool:
    """Return whether a column names managers by the values of another, and makes a hierarchy.

    All values must be among those of the key, no row may lead back to itself, at least one row and
    at most one in five has nobody above it, and a manager has 20 on average at most: levels and
    numbers that only look like ids do not come to that.
    """
    if _MEASURES.intersection(folded(column).split()):
        return False
    at, by = table.columns.index(column), table.columns.index(key)
    above: dict[str, str] = {row[by]: row[at] for row in table.rows if row[by]}
    above = {own: _nobody(up, own, above) for own, up in above.items()}
    named = {value for value in above.values() if value}
    if len(above) < _FEW or not named or column == key or not named <= above.keys():
        return False
    below = sum(map(bool, above.values()))
    few_tops = len(above) - below <= max(1, len(above) // _TOPS)
    return few_tops and below <= len(named) * _SPAN and _tops(above)


def _nobody(cell: str, own: str, keys: dict[str, str]) -> str:
    """Return a cell, or nothing where it names its own row or says that there is nobody."""
    return "" if cell == own or (cell not in keys and is_nobody(cell)) else cell


def _tops(above: dict[str, str]) -> bool:
    """Return whether every way up ends."""
    ended = {""}
    for start in above:
        path = []
        step = start
        while step not in ended:
            path.append(step)
            step = above.get(step, "")
            if step == start or len(path) > len(above):
                return False
        ended.update(path)
    return True
