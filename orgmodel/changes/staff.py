"""What became of people: who joined, left, moved, got another title."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from orgmodel.model import Person, Position
from orgmodel.network import OrgGraph

Boxes = tuple[Position, ...]


@dataclass(frozen=True)
class PersonChange:
    """Somebody of whom something differs.

    Attributes:
        person: The id, in the later design unless the person left.
        name: What the person is called.
        before: The positions held before; none for a joiner. Ids are those of the later design.
        after: The positions held after; none for a leaver.
    """

    person: str
    name: str
    before: Boxes
    after: Boxes


class People:
    """The people of two designs compared, across all positions that each of them holds.

    People are the same if their ids are; of the others, those are who have the same name (letter
    case does not count) or e-mail address and no namesake among the others of either design. A
    plain name in ``held_by`` is an id, so two boxes with one plain name are one person's; namesakes
    need a :class:`~orgmodel.Person` each. What differs counts in every list that it belongs to:
    somebody may have moved and have another title as well.

    Args:
        before: The earlier design, with ids as in the later one.
        after: The later design.
    """

    def __init__(self, before: OrgGraph, after: OrgGraph) -> None:
        self._before, self._after = before, after

    @cached_property
    def same(self) -> Mapping[str, str]:
        """The ids in the later design of those who are in both, by their ids in the earlier."""
        old, new = self._before.boxes, self._after.boxes
        pairs = {person: person for person in old if person in new}
        for known_by in (_name_of, _email_of):
            left = _by(known_by, self._before, (p for p in old if p not in pairs))
            taken = set(pairs.values())
            come = _by(known_by, self._after, (p for p in new if p not in taken))
            pairs |= {
                one: other
                for key, (one, *more) in left.items()
                if not more
                for other, *others in [come.get(key, [""])]
                if other and not others
            }
        return pairs

    @cached_property
    def joined(self) -> tuple[PersonChange, ...]:
        """Those who hold a position after, and held none before."""
        known = set(self.same.values())
        return tuple(
            PersonChange(person, _said(self._after, person), (), boxes)
            for person, boxes in self._after.boxes.items()
            if person not in known
        )

    @cached_property
    def left(self) -> tuple[PersonChange, ...]:
        """Those who held a position before, and hold none after."""
        return tuple(
            PersonChange(person, _said(self._before, person), boxes, ())
            for person, boxes in self._before.boxes.items()
            if person not in self.same
        )

    @cached_property
    def stayed(self) -> tuple[PersonChange, ...]:
        """Those who are in both, whether anything differs or not."""
        return tuple(
            PersonChange(
                new, _said(self._after, new), self._before.boxes[old], self._after.boxes[new]
            )
            for old, new in self.same.items()
        )

    @cached_property
    def moved(self) -> tuple[PersonChange, ...]:
        """Those who hold other positions, or whose positions report to others.

        A manager's position that somebody else holds now moves nobody who reports to it; a manager
        who holds another position now takes along whoever still reports to them.
        """
        return tuple(
            each
            for each in self.stayed
            if _ids(each.before) != _ids(each.after)
            or (_managers(each.before) != _managers(each.after) and self._led_by_others(each))
        )

    @cached_property
    def new_managers(self) -> tuple[PersonChange, ...]:
        """Those who report to other people, because they moved or because their managers did."""
        return tuple(each for each in self.stayed if self._led_by_others(each))

    def _led_by_others(self, each: PersonChange) -> bool:
        old, new = self._leaders(self._before, each.before), self._leaders(self._after, each.after)
        return {self.same.get(who, who) for who in old} != new

    @staticmethod
    def _leaders(graph: OrgGraph, boxes: Boxes) -> set[str]:
        above = (graph.lines.manager_of(box) for box in boxes)
        return {str(box.held_by or box.node) for box in above if box is not None}

    @cached_property
    def retitled(self) -> tuple[PersonChange, ...]:
        """Those whose title is another one; the role's, where a position has none of its own."""
        return self._differing(_title)

    @cached_property
    def regraded(self) -> tuple[PersonChange, ...]:
        """Those whose grade differs."""
        return self._differing(lambda _, box: box.grade)

    @cached_property
    def transferred(self) -> tuple[PersonChange, ...]:
        """Those whose department differs."""
        return self._differing(lambda _, box: box.department)

    @cached_property
    def reterritoried(self) -> tuple[PersonChange, ...]:
        """Those who cover other territories."""
        return self._differing(lambda _, box: frozenset(map(str, box.covers)))

    def _differing(self, fact: Callable[[OrgGraph, Position], Any]) -> tuple[PersonChange, ...]:
        return tuple(each for each in self.stayed if self._differs(each, fact))

    def _differs(self, each: PersonChange, fact: Callable[[OrgGraph, Position], Any]) -> bool:
        """Compare position by position; where none is held in both, all with all."""
        old = {box.id: fact(self._before, box) for box in each.before}
        new = {box.id: fact(self._after, box) for box in each.after}
        kept = old.keys() & new.keys()
        if kept:
            return any(old[id_] != new[id_] for id_ in kept)
        return set(old.values()) != set(new.values())


def _ids(boxes: Boxes) -> set[str]:
    return {box.id for box in boxes}


def _managers(boxes: Boxes) -> set[str]:
    return {str(box.reports_to) for box in boxes if box.reports_to is not None}


def _title(graph: OrgGraph, box: Position) -> str:
    return title_of(graph, box)


def title_of(graph: OrgGraph, position: Position) -> str:
    """Return what a position is called: its title, or its role's, or its role's id."""
    role = graph.known.role_of(position)
    return position.title or (role.title if role else str(position.role or ""))


def _by(
    key: Callable[[OrgGraph, str], str | None], graph: OrgGraph, people: Iterable[str]
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for person in people:
        if told := key(graph, person):
            found[told.casefold()].append(person)
    return found


def _name_of(graph: OrgGraph, person: str) -> str:
    return _said(graph, person)


def _said(graph: OrgGraph, person: str) -> str:
    entity = graph.org.get(Person, person)
    return (entity.name if entity else None) or person


def _email_of(graph: OrgGraph, person: str) -> str | None:
    entity = graph.org.get(Person, person)
    return entity.email if entity else None
