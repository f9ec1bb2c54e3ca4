"""How evenly something is spread over territories or positions."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import fsum, sqrt

from orgmodel.model import require

WARNING_BAND = 0.15
"""How far from the mean is often worth a warning; handed down as Zoltners and Lorimer's."""
LIMIT_BAND = 0.25
"""How far from the mean is often the limit; Varicent's own example is 0.20."""

_FEWEST = 2


@dataclass(frozen=True)
class Index:
    """One territory or position beside the others.

    Attributes:
        name: Its id.
        value: What it has.
        index: That over the mean: 1 is as much as the others have, 1.2 a fifth more.
    """

    name: str
    value: float
    index: float


@dataclass(frozen=True)
class Balance:
    """How evenly something is spread.

    Attributes:
        mean: What each has on average, in the unit of the values.
        indices: What each has beside that, in the order of the values; empty where fewer than two
            are compared, or none has anything.
    """

    mean: float
    indices: tuple[Index, ...]

    @property
    def cv(self) -> float | None:
        """The coefficient of variation: standard deviation (of a population) over the mean."""
        if not self.indices:
            return None
        return sqrt(fsum((i.index - 1) ** 2 for i in self.indices) / len(self.indices))

    @property
    def gini(self) -> float | None:
        """The Gini coefficient: 0 where all have the same, near 1 where one has all (Gini 1912)."""
        size = len(self.indices)
        if not size:
            return None
        ordered = sorted(i.index for i in self.indices)
        ranked = fsum((2 * rank - size - 1) * value for rank, value in enumerate(ordered, 1))
        return ranked / (size * fsum(ordered))

    def outside(self, band: float = WARNING_BAND) -> tuple[Index, ...]:
        """Return those further from the mean than a part of it, the furthest first."""
        # an index of exactly 1 plus the band is inside, whatever its last binary digit says
        out = (i for i in self.indices if abs(i.index - 1) > band + 1e-12)
        return tuple(sorted(out, key=lambda i: (-abs(i.index - 1), i.name)))


def balance(values: Mapping[str, Decimal] | Mapping[str, float]) -> Balance:
    """Return how evenly something is spread over peers, none of which has less than nothing.

    Only peers compare: territories of one level, positions of one role. See
    :func:`orgmodel.measures.peers` for groups of them.

    Args:
        values: What each has, such as its revenue, workload, potential or number of customers.
    """
    require(values, Mapping, by="balance()")
    numbers = {name: float(value) for name, value in values.items()}
    mean = fsum(numbers.values()) / len(numbers) if numbers else 0.0
    if len(numbers) < _FEWEST or mean <= 0:
        return Balance(mean, ())
    return Balance(mean, tuple(Index(n, value, value / mean) for n, value in numbers.items()))
