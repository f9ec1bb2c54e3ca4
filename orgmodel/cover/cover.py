"""The answer to "who covers this customer?", with everything that led to it."""

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

A position whose holder is on leave covers through whoever is named to stand in, and counts as
vacant where nobody is.
"""

How = Literal["named account", "named territory", "territory rule"]
Verdict = Literal["wins", "comes later", "excluded", "wins no new business", "supports"]


@dataclass(frozen=True)
class Member:
    """One of ours on the team around an account.

    Attributes:
        role: What the position is on the account.
        assignment: The assignment that says so; None where the customer's own fields do.
    """

    role: AccountRole
    position: Position
    assignment: Assignment | None = None

    @property
    def standing(self) -> tuple[bool, bool, float]:
        """What decides between two in one role; the greater comes first.

        Whoever stands in for a time does, then the one whom the customer's own fields name, then
        the one with the larger share.
        """
        stated = self.assignment
        if stated is None:
            return False, True, 0.0
        return stated.temporary, False, stated.share or 0.0


@dataclass(frozen=True)
class Candidate:
    """One way for customers to be attached, with what became of it.

    Attributes:
        how: By the name of an account manager, by name into a territory, or by a territory's rule.
        posts: The positions that would serve there, the primary one first.
        member: Who is named, and how; None for a territory.
        territory: The territory, where there is one.
        type: The type of that territory.
        depth: How many territories that one lies within.
        conditions: How many conditions of its rule hold.
        precision: How precisely they do.
        verdict: Whether it won, or why not; ``supports`` is an overlay, which never competes.
        because: What put the last of the winners before this one, or excludes it from outside.
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
    """Who covers a customer, and why.

    Attributes:
        customer: The customer.
        state: Whether somebody does.
        candidates: Every way in which it could be attached, in the order of precedence.
        position: The position that answers for the customer, held or vacant.
        stand_in: The position that answers meanwhile where nobody is in place; the state is
            ``covered`` if it is named to do so while the holder is on leave.
        leave: Why the holder of the position is away; None if the position is vacant or they are
            there.
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
        """The same as ``position``, under its former name."""
        return self.position

    @property
    def answers(self) -> Position | None:
        """The position whose holder answers for the customer on the day; None where nobody does."""
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
