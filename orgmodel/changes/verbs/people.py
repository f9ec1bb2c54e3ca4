"""Changes of holders and of positions."""

from collections.abc import Iterator
from dataclasses import KW_ONLY
from typing import Any

from orgmodel.changes.verbs.dated_relations import dated_id, ended, on_day
from orgmodel.changes.verbs.primitives import Add, Primitive, Set
from orgmodel.changes.verbs.working_copy import Draft
from orgmodel.model import (
    Day,
    DesignError,
    Holding,
    Person,
    Position,
    Problem,
    Ref,
    ReportingLine,
    Role,
    Text,
    checked,
)
from orgmodel.text import did_you_mean


@checked
class Hire:
    """A person takes a vacant position.

    Attributes:
        person: The person, as an entity, an id, or a name.
        position: The position; it exists already and is vacant.
        on: The effective date; by default no dates are written.
    """

    person: Ref[Person]
    position: Ref[Position]
    _: KW_ONLY
    on: Day | None = None

    def expanded(self, draft: Draft) -> Iterator[Primitive]:
        """Return the primitive changes that it consists of.

        Raises:
            DesignError: If the position is not there, or held.
        """
        position = draft.need(Position, self.position)
        if position.held_by is not None and self.on is None:
            sentence = (
                f"{str(position.held_by)!r} holds it; let them depart or take over from them."
            )
            raise DesignError([Problem(sentence)])
        if self.on is None:
            yield Set(Position, position.id, {"held_by": str(self.person)})
            return
        id_ = dated_id(draft, Holding, f"{position.id}-{self.person}-{self.on}")
        yield Add(Holding(id_, position.id, self.person, since=self.on))

    def __str__(self) -> str:
        return f"hire {str(self.person)!r} as {str(self.position)!r}{on_day(self.on)}"


@checked
class Depart:
    """A person leaves the company; the positions that they hold become vacant.

    Attributes:
        person: The person, as an entity, an id, or the name as positions have it.
        on: The day after the last; by default no dates are written.
    """

    person: Ref[Person]
    _: KW_ONLY
    on: Day | None = None

    def expanded(self, draft: Draft) -> Iterator[Primitive]:
        """Return the primitive changes that it consists of.

        Raises:
            DesignError: If they hold no position.
        """
        who = str(self.person)
        held = [p for p in draft.all(Position) if p.held_by == who]
        holdings = [h for h in draft.all(Holding) if h.person == who]
        if not held and not holdings:
            names = {str(p.held_by) for p in draft.all(Position) if p.held_by}
            sentence = f"There is no position that {who!r} holds{did_you_mean(who, names)}"
            raise DesignError([Problem(sentence)])
        for position in held:
            if self.on is not None:
                id_ = dated_id(draft, Holding, f"{position.id}-{who}-until-{self.on}")
                yield Add(Holding(id_, position.id, who, until=self.on))
            yield Set(Position, position.id, {"held_by": None})
        for holding in holdings:
            yield from ended(holding, self.on)

    def __str__(self) -> str:
        return f"leave {str(self.person)!r}{on_day(self.on)}"


@checked
class TakeOver:
    """A person in the company takes over a position and leaves their own.

    Attributes:
        person: The person, as an entity, an id, or the name as positions have it.
        position: The position that they take.
        keeps: Whether they keep their present positions as well.
    """

    person: Ref[Person]
    position: Ref[Position]
    _: KW_ONLY
    keeps: bool = False

    def expanded(self, draft: Draft) -> Iterator[Primitive]:
        """Return the primitive changes that it consists of.

        Raises:
            DesignError: If the position is not there.
        """
        position = draft.need(Position, self.position)
        who = str(self.person)
        for other in draft.all(Position):
            if other.held_by == who and other.id != position.id and not self.keeps:
                yield Set(Position, other.id, {"held_by": None})
        yield Set(Position, position.id, {"held_by": who})

    def __str__(self) -> str:
        return f"let {str(self.person)!r} take over {str(self.position)!r}"


@checked
class Move:
    """A position reports to another manager.

    Attributes:
        position: The position that moves, with all below it.
        to: The position of the new manager; None puts it at the top.
        on: The effective date; by default no dates are written.
    """

    position: Ref[Position]
    to: Ref[Position] | None
    _: KW_ONLY
    on: Day | None = None

    def expanded(self, draft: Draft) -> Iterator[Primitive]:
        """Return the primitive changes that it consists of.

        Raises:
            DesignError: If one of the positions is not there, or the line would run in a ring.
        """
        position = draft.need(Position, self.position)
        manager = None if self.to is None else draft.need(Position, self.to).id
        _refuse_ring(draft, position.id, manager)
        for line in draft.all(ReportingLine):
            if line.position == position.id and not line.dotted:
                yield from ended(line, self.on)
        if self.on is not None and position.reports_to is not None:
            id_ = dated_id(draft, ReportingLine, f"{position.id}-until-{self.on}")
            yield Add(ReportingLine(id_, position.id, position.reports_to, until=self.on))
        yield Set(Position, position.id, {"reports_to": manager})

    def __str__(self) -> str:
        to = repr(str(self.to)) if self.to else "the top"
        return f"move {str(self.position)!r} to {to}{on_day(self.on)}"


def _refuse_ring(draft: Draft, position: str, manager: str | None) -> None:
    seen: set[str] = set()
    above = manager
    while above is not None and above not in seen:
        if above == position:
            sentence = f"{manager!r} reports to {position!r}, directly or not; move that first."
            raise DesignError([Problem(sentence)])
        seen.add(above)
        next_up = draft.get(Position, above)
        above = str(next_up.reports_to) if next_up and next_up.reports_to else None


@checked
class Promote:
    """A position gets a higher role, title or grade; its holder stays.

    Attributes:
        position: The position.
        role: The new role; None leaves it.
        title: The new title; None leaves it.
        grade: The new grade; None leaves it.
    """

    position: Ref[Position]
    _: KW_ONLY
    role: Ref[Role] | None = None
    title: Text | None = None
    grade: int | None = None

    def expanded(self, draft: Draft) -> Iterator[Primitive]:
        """Return the primitive changes that it consists of.

        Raises:
            DesignError: If the position is not there, or no new value is given.
        """
        position = draft.need(Position, self.position)
        given: dict[str, Any] = {"role": self.role, "title": self.title, "grade": self.grade}
        fields = {name: value for name, value in given.items() if value is not None}
        if not fields:
            sentence = "The change has no new role, title or grade; give at least one."
            raise DesignError([Problem(sentence)])
        yield Set(Position, position.id, fields)

    def __str__(self) -> str:
        return f"promote {str(self.position)!r}"
