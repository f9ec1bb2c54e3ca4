"""Numbers as people write them: one convention for a whole column, never one per cell."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from orgmodel.formats.importing.read.table import Number

_SPACES = re.compile(r"[\s'`\u2019\u02bc_]")
_MARKED = re.compile(
    r"(?P<open>\()?(?P<sign>[-+\u2212\u2013]?)(?P<before>[^\d.,()+\u2212\u2013-]*)(?P<inner>[-+\u2212]?)"
    r"(?P<digits>[\d.,]*\d[.,]?)(?P<after>[^\d.,()-]*)(?P<trailing>-?)\)?"
)
_GROUPED = {".": re.compile(r"\d{1,3}(,\d{2,3})*,\d{3}"), ",": re.compile(r"\d{1,3}(\.\d{3})+")}
_MINUS = {"-", "\u2212", "\u2013"}
_UNIT = {"k": 3, "tsd": 3, "tys": 3, "mio": 6, "mln": 6, "m": 6, "mn": 6, "mrd": 9, "bn": 9}
_CURRENCIES = {"€": "EUR", "£": "GBP", "zł": "PLN", "zl": "PLN", "₹": "INR", "us$": "USD"}
_NOTHING = frozenset({"", "-", "\u2013", "\u2014", "n/a", "na", "null", "none", "#n/a", "-.-", "."})
_GROUP = 3


class Written(NamedTuple):
    """A number as it is written: its digits with their signs, and what stands around them."""

    digits: str
    negative: bool
    percent: bool
    scale: int
    currency: str | None


def written(cell: str) -> Written | None:
    """Take a cell apart, or return None if it is not a number."""
    if isinstance(cell, Number):
        return None
    bare = _SPACES.sub("", cell)
    match = _MARKED.fullmatch(bare)
    if match is None:
        return None
    around = (match["before"] + match["after"]).casefold()
    sign = match["sign"] or match["inner"]
    negative = bool(match["open"] or match["trailing"]) or sign in _MINUS
    percent = "%" in around
    scale, currency = _around(around.replace("%", ""))
    if scale is None:
        return None
    return Written(match["digits"], negative, percent, scale, currency)


def _around(text: str) -> tuple[int | None, str | None]:
    """Return the power of ten and the currency that stand around a number."""
    currency = next((code for sign, code in _CURRENCIES.items() if sign in text), None)
    for sign in (*_CURRENCIES, "$", "¥", "."):
        text = text.replace(sign, "")
    if len(text) >= _GROUP and text[:_GROUP].isalpha() and text not in _UNIT:
        code = text[:_GROUP].upper()
        return (_UNIT.get(text[_GROUP:]) if text[_GROUP:] else 0), code
    return (_UNIT.get(text) if text else 0), currency


def decimal_sign(cells: Iterable[Written]) -> tuple[str | None, tuple[str, ...]]:
    """Find the decimal sign of a column.

    Returns:
        The sign, or None if it is not to be told; and examples: of both conventions where cells
        contradict each other, or of one that may be read either way.
    """
    seen: dict[str, str] = {}
    doubtful = ""
    for cell in cells:
        sign = _sign(cell.digits)
        if sign == "?":
            doubtful = doubtful or cell.digits
        elif sign:
            seen.setdefault(sign, cell.digits)
    if len(seen) > 1:
        return None, tuple(seen.values())
    if seen:
        return next(iter(seen)), ()
    return (None, (doubtful,)) if doubtful else (".", ())


def _sign(digits: str) -> str:
    """Return the decimal sign that one number shows, a question mark, or nothing."""
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        return max(".,", key=digits.rfind)
    if not points and not commas:
        return ""
    sign, other = (".", ",") if points else (",", ".")
    if max(points, commas) > 1:
        return other
    whole, _, rest = digits.partition(sign)
    return "?" if len(rest) == _GROUP and 0 < len(whole) <= _GROUP and whole != "0" else sign


def value_of(cell: str, sign: str) -> Decimal | None:
    """Return the number of a cell by the decimal sign of its column, or None if it is none."""
    if isinstance(cell, Number):
        return _decimal(str(cell))
    parts = written(cell)
    if parts is None:
        return None
    digits = parts.digits
    if (other := "," if sign == "." else ".") in digits:
        whole = digits.partition(sign)[0]
        if not _GROUPED[sign].fullmatch(whole):
            return None
        digits = digits.replace(other, "")
    number = _decimal(digits.replace(",", "."))
    if number is None:
        return None
    number = number.scaleb(parts.scale - (2 if parts.percent else 0))
    return -number if parts.negative else number


def _decimal(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def is_nothing(cell: str) -> bool:
    """Return whether a cell says that there is no number."""
    return cell.casefold() in _NOTHING


def currencies(cells: Sequence[Written]) -> frozenset[str]:
    """Return the currencies that stand beside the numbers of a column."""
    return frozenset(cell.currency for cell in cells if cell.currency)
