"""Days as people write them, where a whole column leaves no doubt about their order."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from orgmodel.formats.importing.read.table import folded

_TIME = r"(?:[T ,].*)?"
_PARTS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})" + _TIME)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})" + _TIME)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WORDED = re.compile(r"(\d{1,2})\.?[ -]([^\W\d]{3,10})\.?[ -](\d{4}|\d{2})" + _TIME)
_AMERICAN = re.compile(r"([^\W\d]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})" + _TIME)
_YEAR = 4
_SHORT_YEAR = 2
_MONTHS = 12
_AHEAD = 10
"""Years from now up to which two digits are of this century."""
_NAMES = (
    "jan ene gen sty",
    "feb fev fevr lut",
    "mar mars marz maerz",
    "apr avr abr kwi",
    "may mai mag maj",
    "jun juin giu cze",
    "jul juil lug lip",
    "aug aout ago sie",
    "sep sept set wrz",
    "oct oct okt ott paz",
    "nov lis",
    "dec dez dic gru",
)
_NUMBERS = {name: n for n, names in enumerate(_NAMES, 1) for name in names.split()}


def order_of(cells: Iterable[str]) -> tuple[str | None, Sequence[str]]:
    """Find the order of day, month and year in a column.

    Returns:
        ``YMD``, ``DMY`` or ``MDY``, or None with examples: of both orders where cells contradict
        each other, or of one that may be read either way.
    """
    seen: dict[str, str] = {}
    doubtful = ""
    for cell in dict.fromkeys(cells):
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
    if len(third) not in {_YEAR, _SHORT_YEAR}:
        return ""
    if sign == "." or int(first) > _MONTHS:  # points stand between days and months, in this order
        return "DMY"
    return "MDY" if int(second) > _MONTHS else "?"


def day_of(cell: str, order: str) -> dt.date | None:
    """Return the day of a cell by the order of its column, or None if it is none.

    Years of two digits lie in the hundred years that end ten years from now.
    """
    match = _ISO.fullmatch(cell) or _COMPACT.fullmatch(cell)
    if match:
        return _date(*match.groups())
    match = _PARTS.fullmatch(cell)
    if match is None:
        return _worded(cell)
    first, _, second, third = match.groups()
    if len(first) == _YEAR:
        return _date(first, second, third)
    if len(third) not in {_YEAR, _SHORT_YEAR} or order == "YMD":
        return None
    return _date(third, second, first) if order == "DMY" else _date(third, first, second)


def _worded(cell: str) -> dt.date | None:
    """Return a day whose month is a word: ``21-JUN-07``, ``June 21, 2007``."""
    if match := _WORDED.fullmatch(cell):
        day, name, year = match.groups()
    elif match := _AMERICAN.fullmatch(cell):
        name, day, year = match.groups()
    else:
        return None
    bare = folded(name)
    month = next((_NUMBERS[bare[:n]] for n in (5, 4, 3) if bare[:n] in _NUMBERS), None)
    return _date(year, str(month), day) if month else None


def _date(year: str, month: str, day: str) -> dt.date | None:
    number = int(year)
    if len(year) == _SHORT_YEAR:
        latest = dt.datetime.now(tz=dt.UTC).year + _AHEAD
        number += latest // 100 * 100
        number -= 100 if number > latest else 0
    try:
        return dt.date(number, int(month), int(day))
    except ValueError:
        return None
