"""The cover of a customer: who covers it, and the candidates that led to it."""

from dataclasses import dataclass, field
from typing import Literal

from orgmodel.model import (
    AccountRole,
    Assignment,
    Customer,
    Leave,
    Position,
    Territory,
    TerritoryType,
)
from orgmodel.regions import Precision

State = Literal["covered", "vacant", "nobody"]
"""``covered`` by somebody; by a ``vacant`` position, which is a gap; or by ``nobody`` at all.

A position whose holder is on leave covers through the named stand-in, and counts as vacant
without one.
"""

How = Literal["named account", "named territory", "territory rule"]
Verdict = Literal["wins", "comes later", "excluded", "wins no new business", "supports"]


@dataclass(frozen=True)
class Member:
    """A member of an account team.

    Attributes:
        role: The role of the position on the account.
        assignment: The assignment that states it; None if a field of the customer does.
    """

    role: AccountRole
    position: Position
    assignment: Assignment | None = None

    @property
    def standing(self) -> tuple[bool, bool, float]:
        """Order of two members in one role; the greater comes first.

        A temporary stand-in comes first, then the one named by the customer's own fields, then
        the one with the larger share.
        """
        stated = self.assignment
        if stated is None:
            return False, True, 0.0
        return stated.temporary, False, stated.share or 0.0


@dataclass(frozen=True)
class Candidate:
    """A candidate: one way in which a customer could be covered, with its verdict.

    Attributes:
        how: By the name of an account manager, by name into a territory, or by a territory's rule.
        posts: The positions that would serve there, the primary one first.
        member: The named team member; None for a territory.
        territory: The territory, where there is one.
        type: The type of that territory.
        depth: Number of territories that contain it.
        conditions: Number of conditions of its rule that hold.
        precision: How narrowly they hold.
        verdict: Whether it won, or why not; ``supports`` is an overlay, which never competes.
        because: Why the last winner comes before this one, or what excludes it.
    """

    how: How
    posts: tuple[Position, ...] = ()
    member: Member | None = None
    territory: Territory | None = None
    type: TerritoryType | None = None
    depth: int = 0
    conditions: int = 0
    precision: Precision = field(default_factory=Precision)
    verdict: Verdict = "wins"
    because: str = ""


@dataclass(frozen=True)
class Cover:
    """The cover of a customer: who covers it, and why.

    Attributes:
        customer: The customer.
        state: Whether a position covers it.
        candidates: Every way in which it could be attached, in the order of precedence.
        position: The position that owns the customer, filled or vacant.
        stand_in: The position that covers meanwhile if the owner is vacant or on leave; the state
            is ``covered`` if it is named to do so while the holder is on leave.
        leave: The leave of the holder; None if the position is vacant or the holder present.
    """

    customer: Customer
    state: State
    candidates: tuple[Candidate, ...]
    position: Position | None
    stand_in: Position | None
    leave: Leave | None = None

    def __repr__(self) -> str:
        by = f" by {self.position.id!r}" if self.position else ""
        return f"<Cover of {self.customer.id!r}: {self.state}{by}>"

    @property
    def post(self) -> Position | None:
        """Deprecated name of ``position``."""
        return self.position

    @property
    def answers(self) -> Position | None:
        """The position whose holder covers the customer on the day; None if nobody does."""
        away = self.stand_in is not None or self.state != "covered"
        return self.stand_in if away else self.position

    @property
    def winners(self) -> tuple[Candidate, ...]:
        """The candidates that decide, the first of all first."""
        return tuple(c for c in self.candidates if c.verdict == "wins")

    @property
    def winner(self) -> Candidate | None:
        """The candidate that decides; None where nothing matched."""
        return next((c for c in self.candidates if c.verdict == "wins"), None)

    @property
    def territory(self) -> Territory | None:
        """The territory that decides; None where a named account manager does, or nothing."""
        return self.winner.territory if self.winner else None

    @property
    def specialists(self) -> tuple[Position, ...]:
        """The positions of overlay territories that support the owner."""
        return tuple(p for c in self.candidates if c.verdict == "supports" for p in c.posts)
