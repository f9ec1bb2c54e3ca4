"""Do the values of a column make lines of reporting?"""

from orgmodel.formats.tables.table import Table

_FEW = 3


def is_line(table: Table, column: str, key: str) -> bool:
    """Return whether a column names managers by the values of another, and makes a hierarchy.

    All values must be among those of the key, no row may lead back to itself, and at least one row
    has nobody above it: numbers that only look like ids do not come to that.
    """
    at, by = table.columns.index(column), table.columns.index(key)
    above: dict[str, str] = {row[by]: row[at] for row in table.rows if row[by]}
    named = {value for value in above.values() if value}
    if len(above) < _FEW or not named or column == key or not named <= above.keys():
        return False
    return _tops(above)


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
