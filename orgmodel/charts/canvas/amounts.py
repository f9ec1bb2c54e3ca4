"""Amounts of money and counts as they are said in a box."""

from decimal import Decimal

_UNITS = ((Decimal(10**9), "bn"), (Decimal(10**6), "M"), (Decimal(10**3), "k"))
_ABSURD = Decimal(10**14)
# From here on, rounding to the next smaller unit would give its thousand.
_NEARLY = Decimal("0.9995")
_ONE_DECIMAL = Decimal("9.95")


def amount(value: Decimal, currency: str) -> str:
    """Return an amount in two or three digits, as in `EUR 3.4M`; absurd ones as in `EUR 1e+40`."""
    size = abs(value)
    if size >= _ABSURD:
        return f"{currency} {value:.0e}"
    unit, sign = next((u for u in _UNITS if size >= u[0] * _NEARLY), (Decimal(1), ""))
    scaled = value / unit
    digits = f"{scaled:.1f}" if sign and abs(scaled) < _ONE_DECIMAL else f"{scaled:,.0f}"
    return f"{currency} {digits.removesuffix('.0')}{sign}"


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun, as in `1 customer` and `12 customers`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def share(part: Decimal, whole: Decimal) -> str:
    """Return a part in per cent, as in `12%`, and `<1%` where rounding would make it nothing."""
    per_cent = round(100 * part / whole)
    return "<1%" if part and not per_cent else f"{per_cent}%"
