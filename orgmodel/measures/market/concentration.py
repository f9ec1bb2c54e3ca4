"""Concentration: the shares of a whole among its holders."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import fsum
from operator import itemgetter

from orgmodel.model import require

POINTS = 10_000
"""The Herfindahl-Hirschman index of one holder of all, in points: shares in per cent, squared."""


@dataclass(frozen=True)
class Share:
    """One part of a whole.

    Attributes:
        name: Whose it is, an id.
        value: How much it is, in the unit of the whole.
        share: Its part of the whole, 0 to 1.
    """

    name: str
    value: Decimal
    share: float


@dataclass(frozen=True)
class Concentration:
    """How a whole is spread.

    Attributes:
        whole: All of it, with what belongs to nobody.
        shares: What each has, the largest first, then by name.
    """

    whole: Decimal
    shares: tuple[Share, ...]

    @property
    def hhi(self) -> float | None:
        """The Herfindahl-Hirschman index: the sum of squared shares, above 0 and up to 1.

        1 is one holder of all, 1/n is n equal ones. What belongs to nobody adds nothing. None where
        there is nothing to share.
        """
        return fsum(share.share**2 for share in self.shares) if self.shares else None

    @property
    def points(self) -> float | None:
        """The same index with shares in per cent, up to 10,000, as competition law writes it."""
        return None if self.hhi is None else self.hhi * POINTS

    @property
    def equivalents(self) -> float | None:
        """How many equal holders would give this index: 1 over it (Adelman 1969)."""
        return 1 / self.hhi if self.hhi else None

    def top(self, number: int) -> float:
        """Return the share that the largest few have together, 0 to 1."""
        return min(1.0, fsum(share.share for share in self.shares[:number]))

    def at_least(self, share: float) -> tuple[Share, ...]:
        """Return those who have such a share or more, 0 to 1, the largest first."""
        return tuple(each for each in self.shares if each.share >= share)


def concentration(values: Mapping[str, Decimal], whole: Decimal | None = None) -> Concentration:
    """Return how a whole is spread over its holders.

    The index is that of Herfindahl (1950) and Hirschman (1964), borrowed from the study of
    markets; ASC 280-10-50-42 asks to disclose each customer of 10% of revenue or more.

    Args:
        values: What each has; nothing and less than nothing are left out.
        whole: All of it, where some belongs to nobody; left out, the sum of the values.
    """
    require(values, Mapping, by="concentration()")
    held = {name: value for name, value in values.items() if value > 0}
    total = max(sum(held.values(), Decimal(0)), whole or Decimal(0))
    ordered = sorted(sorted(held.items()), key=itemgetter(1), reverse=True)
    part = float(total)
    shares = (Share(name, value, float(value) / part) for name, value in ordered)
    return Concentration(total, tuple(shares))
