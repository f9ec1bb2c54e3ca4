"""What a proposal consists of: its objective, its decisions and whom they touch."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["optimal", "feasible", "infeasible"]
"""``optimal`` is proven to be best, ``feasible`` is the best found so far, ``infeasible`` means
that no plan keeps all limits."""

GAP_TOLERANCE = 1e-6
"""An objective this close to its bound, relatively, counts as equal to it: the precision of the
solvers' own arithmetic."""


@dataclass(frozen=True)
class Objective:
    """What a proposal makes as small as it can.

    Attributes:
        name: What it is, as in "revenue that changes hands".
        unit: The currency, or a noun such as "hours".
        value: Of this proposal; None where there is none.
        bound: No plan within the limits has less; None where nothing is proven.
    """

    name: str
    unit: str
    value: float | None = None
    bound: float | None = None

    @property
    def gap(self) -> float | None:
        """How far the value may be above the best, as a share of the value; None if unknown."""
        if self.value is None or self.bound is None:
            return None
        if self.value - self.bound <= GAP_TOLERANCE * max(1.0, abs(self.value)):
            return 0.0
        return (self.value - self.bound) / abs(self.value)


@dataclass(frozen=True)
class Move:
    """One decision of a proposal.

    Attributes:
        subject: What it is about, as ``KIND:ID``.
        was: The position, amount or state before; None where there was none.
        now: The same afterwards.
        why: The limit or criterion that it serves, in a sentence.
        price: How much the objective grows when this decision is forbidden; None if not computed,
            infinite where no plan does without it.
        instead: What the best plan does instead when it is forbidden.
    """

    subject: str
    was: str | None
    now: str | None
    why: str
    price: float | None = None
    instead: str | None = None


@dataclass(frozen=True)
class Touched:
    """What a proposal means for one position.

    Attributes:
        position: Its id.
        holder: The name of its holder; None for a vacancy.
        gains: How many customers, targets or reports it gets.
        loses: How many it gives away.
        before: Its load before, in the unit of the proposal.
        after: Its load afterwards.
        limit: What it can have at most; None without a limit.
    """

    position: str
    holder: str | None
    gains: int
    loses: int
    before: float | None = None
    after: float | None = None
    limit: float | None = None
