"""Counts, percentages and amounts of money, each in one spelling."""

from decimal import Decimal

Number = int | float | Decimal

_IRREGULAR = {"person": "people", "info": "info"}
_HISSING = ("s", "x", "ch", "sh")
_UNITS = ((Decimal(10**9), "bn"), (Decimal(10**6), "M"), (Decimal(10**3), "k"))
_ABSURD = Decimal(10**14)
# From here on, rounding to the next smaller unit would give its thousand.
_NEARLY = Decimal("0.9995")
_ONE_DECIMAL = Decimal("9.95")
_HUNDRED = 100


def counted(number: int, noun: str, several: str = "") -> str:
    """Return a number with its noun, as in "1 customer" and "1,200 customers".

    Args:
        number: How many.
        noun: The singular; where it has several words, the last one takes the plural.
        several: The plural, where it is none of English grammar's regular ones.
    """
    return f"{number:,} {noun if number == 1 else several or plural(noun)}"


def plural(noun: str) -> str:
    """Return the plural of a noun or of a phrase that ends with one."""
    front, blank, last = noun.rpartition(" ")
    if last in _IRREGULAR:
        return f"{front}{blank}{_IRREGULAR[last]}"
    if last.endswith("y") and last[-2:-1] not in set("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if last.endswith(_HISSING) else f"{noun}s"


def before_after(old: int, new: int) -> str:
    """Return a number before and after a change, as in "10 → 12"; once if it is the same."""
    return f"{old:,}" if old == new else f"{old:,} → {new:,}"


def percent(part: Number, whole: Number = 1, places: int = 0) -> str:
    """Return a part of a whole, as in "12%".

    A part that rounds to nothing is "<1%", and one that rounds to everything is ">99%", so that
    both ends are exact.

    Args:
        part: The part; a share from 0 to 1 where no whole is given.
        whole: The whole, not 0.
        places: Decimal places, as in "3.5%" for 1.
    """
    share = Decimal(str(part)) / Decimal(str(whole)) * _HUNDRED
    least = Decimal(1).scaleb(-places)
    rounded = round(share, places)
    if share and not rounded:
        return f"{'<' if share > 0 else '>-'}{least}%"
    if rounded == _HUNDRED and share < _HUNDRED:
        return f">{_HUNDRED - least}%"
    return f"{rounded:,.{places}f}%"


def money(amount: Decimal | float, currency: str, *, exact: bool = True) -> str:
    """Return an amount in full, as in "EUR 2,400,000".

    Args:
        amount: The amount.
        currency: An ISO 4217 code.
        exact: Whether to show cents where there are any, as in "EUR 1,234.50"; without it the
            amount is rounded to whole units, as means and sums of estimates should be.
    """
    cents = exact and amount != round(amount)
    return f"{currency} {amount:,.{2 if cents else 0}f}"


def short_money(amount: Decimal, currency: str) -> str:
    """Return an amount in two or three digits, as in "EUR 3.4M"; absurd ones as in "EUR 1e+40"."""
    size = abs(amount)
    if size >= _ABSURD:
        return f"{currency} {amount:.0e}"
    unit, sign = next((u for u in _UNITS if size >= u[0] * _NEARLY), (Decimal(1), ""))
    scaled = amount / unit
    digits = f"{scaled:.1f}" if sign and abs(scaled) < _ONE_DECIMAL else f"{scaled:,.0f}"
    return f"{currency} {digits.removesuffix('.0')}{sign}"
