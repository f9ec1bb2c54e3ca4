"""A whole divided in proportion, within bounds, into whole units that add up exactly."""

from collections.abc import Sequence
from fractions import Fraction


def apportion(
    total: int, shares: Sequence[Fraction], floors: Sequence[int], caps: Sequence[int | None]
) -> tuple[list[int], list[Fraction]] | None:
    """Return the units of each part and its exact amount, or None where the bounds do not allow it.

    Exact amounts are in proportion to the shares except where a bound holds (all parts that no
    bound holds have the same ratio to their share). They are rounded by largest remainders
    (Hamilton's method), which deviates least in sum from the exact amounts.

    Args:
        total: The whole, in units.
        shares: Of each part, at least 0; with all 0 the parts are equal.
        floors: The fewest units of each.
        caps: The most units of each; None for any number.
    """
    if not shares or sum(floors) > total:
        return None
    if all(cap is not None for cap in caps) and sum(cap or 0 for cap in caps) < total:
        return None
    if any(cap is not None and cap < floor for cap, floor in zip(caps, floors, strict=True)):
        return None
    basis = list(shares) if any(shares) else [Fraction(1)] * len(shares)
    exact = _bounded(total, basis, floors, caps)
    if exact is None:
        return None
    units = [int(amount) for amount in exact]
    by_remainder = sorted(range(len(exact)), key=lambda at: (units[at] - exact[at], at))
    for at in by_remainder[: total - sum(units)]:
        units[at] += 1
    return units, exact


def _bounded(
    total: int, basis: Sequence[Fraction], floors: Sequence[int], caps: Sequence[int | None]
) -> list[Fraction] | None:
    """Return amounts that are a common multiple of their basis wherever no bound holds.

    The sum grows with the multiple, piece by piece between the multiples at which a bound begins
    or ends to hold.
    """

    def at_ratio(ratio: Fraction) -> list[Fraction]:
        return [
            max(Fraction(floor), ratio * part if cap is None else min(Fraction(cap), ratio * part))
            for part, floor, cap in zip(basis, floors, caps, strict=True)
        ]

    ends = {Fraction(0)}
    for part, floor, cap in zip(basis, floors, caps, strict=True):
        if part:
            ends |= {Fraction(floor) / part, *([] if cap is None else [Fraction(cap) / part])}
    low = max((e for e in ends if sum(at_ratio(e), Fraction()) <= total), default=None)
    if low is None:
        return None
    amounts = at_ratio(low)
    rest = total - sum(amounts, Fraction())
    rising = [
        part if part and low * part >= floor and (cap is None or low * part < cap) else Fraction(0)
        for part, floor, cap in zip(basis, floors, caps, strict=True)
    ]
    if not rest:
        return amounts
    if not sum(rising):
        return _without_basis(rest, basis, amounts, caps)
    return [a + rest * r / sum(rising) for a, r in zip(amounts, rising, strict=True)]


def _without_basis(
    rest: Fraction,
    basis: Sequence[Fraction],
    amounts: Sequence[Fraction],
    caps: Sequence[int | None],
) -> list[Fraction] | None:
    """Give what is left to parts without a share, as evenly as their caps allow."""
    found = list(amounts)
    free = [at for at, part in enumerate(basis) if not part]
    while rest and free:
        each = rest / len(free)
        for at in list(free):
            cap = caps[at]
            room = each if cap is None else min(each, cap - found[at])
            found[at] += room
            rest -= room
            if room < each:
                free.remove(at)
    return None if rest else found
