"""Days as people write them, where a whole column leaves no doubt about their order."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

_PARTS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[T ].*)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR = 4
_MONTHS = 12


def order_of(cells: Iterable[str]) -> tuple[str | None, Sequence[str]]:
    """Find the order of day, month and year in a column.

    Returns:
        ``YMD``, ``DMY`` or ``MDY``, or None with examples: of both orders where cells contradict
        each other, or of one that may be read either way.
    """
    seen: dict[str, str] = {}
    doubtful = ""
    for cell in cells:
        order = _order(cell)
        if order == "?":
            doubtful = doubtful or cell
        elif order:
            seen.setdefault(order, cell)
    told = seen.keys() - {"YMD"}
    if len(told) > 1:
        return None, [seen[order] for order in sorted(told)]
    if told:
        return next(iter(told)), ()
    return (None, [doubtful]) if doubtful else ("YMD", ())


def _order(cell: str) -> str:
    if _ISO.fullmatch(cell) or _COMPACT.fullmatch(cell):
        return "YMD"
    match = _PARTS.fullmatch(cell)
    if match is None:
        return ""
    first, sign, second, third = match.groups()
    if len(first) == _YEAR:
        return "YMD"
    if len(third) != _YEAR:
        return ""
    if sign == "." or int(first) > _MONTHS:  # points stand between days and months, in this order
        return "DMY"
    return "MDY" if int(second) > _MONTHS else "?"


def day_of(cell: str, order: str) -> dt.date | None:
    """Return the day of a cell by the order of its column, or None if it is none."""
    match = _ISO.fullmatch(cell) or _COMPACT.fullmatch(cell)
    if match:
        return _date(*match.groups())
    match = _PARTS.fullmatch(cell)
    if match is None:
        return None
    first, _, second, third = match.groups()
    if len(first) == _YEAR:
        return _date(first, second, third)
    if len(third) != _YEAR or order == "YMD":
        return None
    return _date(third, second, first) if order == "DMY" else _date(third, first, second)


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
