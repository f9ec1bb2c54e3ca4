"""What loses its cover when one person leaves."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Stake:
    """What hangs on one person alone.

    Attributes:
        person: What the person is called.
        revenue: What the customers buy in a year who would be without cover.
        key_accounts: Names of the key accounts among them.
        territories: Names of the territories that nobody else covers.
        teams: The teams that would be without a manager.
    """

    person: str
    revenue: Decimal
    key_accounts: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
