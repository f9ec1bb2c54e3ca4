"""Relations of the organisation's own between positions, and successors."""

from dataclasses import KW_ONLY

from orgmodel.model.dated import Dated, DayAfter
from orgmodel.model.day import Day
from orgmodel.model.position import Position
from orgmodel.model.ref import Id, OneOrMany, Ref
from orgmodel.model.role import Count, Person, Role
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked


@checked
class RelationType(Id["RelationType"]):
    """A kind of relation between positions that the organisation names itself.

    Attributes:
        name: How it reads from the first position to the second, such as "mentors".
        required_for: Roles of which every filled position needs one, as the second position.
        most: The largest number that one position may have as the first; None for any number.
        note: Free text; no calculation uses it.
    """

    name: Text | None = None
    _: KW_ONLY
    required_for: OneOrMany[Ref[Role]] = ()
    most: Count | None = None
    note: Text | None = None


@checked
class Relation(Id["Relation"], Dated):
    """A relation between two positions, such as one that mentors another.

    Attributes:
        type: The kind of relation.
        position: The first position, such as the mentor.
        to: The second position, such as the one who is mentored.
        since: The first day; None for no beginning.
        until: First day on which it no longer holds; None for no end.
        note: Free text; no calculation uses it.
    """

    type: Ref[RelationType]
    position: Ref[Position]
    to: Ref[Position]
    _: KW_ONLY
    since: Day | None = None
    until: DayAfter | None = None
    note: Text | None = None


@checked
class Successor(Id["Successor"]):
    """A person who is to follow in a position when it becomes free.

    Attributes:
        position: The position to follow in.
        person: Who is to follow, as an entity, an id, or a name.
        ready: The date from which the person could take over; None is not known.
        appointed: Whether the choice is made, so that a vacant position is shown as taken.
        note: Free text; no calculation uses it.
    """

    position: Ref[Position]
    person: Ref[Person]
    _: KW_ONLY
    ready: Day | None = None
    appointed: bool = False
    note: Text | None = None
