"""What became of people: who joined, left, moved, got another title."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from orgmodel.changes.successors import Succession, respelt, successions, title_of
from orgmodel.model import Person, Position
from orgmodel.network import OrgGraph

Boxes = tuple[Position, ...]
Known = Callable[[OrgGraph, str], str | None]


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
    case does not count) or e-mail address, namesakes among them by their titles. Where ids are but
    numbers of rows, names decide. A
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
        for person in self._strangers(pairs):
            del pairs[person]
        for known_by in (_said, _email_of):
            pairs |= self._alike(known_by, pairs)
        return pairs

    def _alike(self, known_by: Known, pairs: Mapping[str, str]) -> dict[str, str]:
        """Return those of nobody's pair who are known by the same; namesakes by their titles."""
        left = _by(known_by, self._before, (p for p in self._before.boxes if p not in pairs))
        taken = set(pairs.values())
        come = _by(known_by, self._after, (p for p in self._after.boxes if p not in taken))
        both = ((left[key], come[key]) for key in left if key in come)
        return {
            one: other
            for old, new in both
            for one, other in zip(*_by_title(self._before, old, self._after, new), strict=False)
        }

    def _strangers(self, ids: Iterable[str]) -> list[str]:
        """Return ids that both designs have for different people, where ids say nothing.

        Lists that number their rows give one person another id in each. Where most of those who
        have one id and two names stand elsewhere by name, no id with two names counts.
        """
        two = [id_ for id_ in ids if not _alike_named(self._before, self._after, id_)]
        if not two:
            return []
        here = _by(_said, self._after, self._after.boxes)
        elsewhere = sum(_said(self._before, id_).casefold() in here for id_ in two)
        return two if elsewhere > len(two) / 2 else []

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
    def successions(self) -> tuple[Succession, ...]:
        """Managers' boxes that others took the place of; guesses, with what speaks for them."""
        return successions(self._before, self._after)

    @cached_property
    def _follower(self) -> Mapping[str, str]:
        return {each.before.id: each.after.id for each in self.successions}

    @cached_property
    def moved(self) -> tuple[PersonChange, ...]:
        """Those who hold another position in place of one, or whose position reports to another.

        A manager who is replaced moves nobody who reports to them, be it in the same position or in
        another one that follows it; a manager who holds another position now takes along whoever
        still reports to them.
        """
        return tuple(each for each in self.stayed if self._has_moved(each))

    def _has_moved(self, each: PersonChange) -> bool:
        if _apart(_ids(each.before), _ids(each.after)):
            return True
        old = Counter(self._follower.get(ref, ref) for ref in _managers(each.before))
        return _apart(old, _managers(each.after)) and self._led_by_others(each)

    @cached_property
    def gained(self) -> tuple[PersonChange, ...]:
        """Those who hold further positions, beside all that they held."""
        return tuple(e for e in self.stayed if _ids(e.before) < _ids(e.after))

    @cached_property
    def dropped(self) -> tuple[PersonChange, ...]:
        """Those who hold some of their positions no more, and no others."""
        return tuple(e for e in self.stayed if _ids(e.after) < _ids(e.before))

    @cached_property
    def new_managers(self) -> tuple[PersonChange, ...]:
        """Those who report to other people, because they moved or because their managers did."""
        return tuple(each for each in self.stayed if self._led_by_others(each))

    def _led_by_others(self, each: PersonChange) -> bool:
        old, new = self._leaders(self._before, each.before), self._leaders(self._after, each.after)
        return _apart(Counter(self.same.get(who, who) for who in old), Counter(new))

    @staticmethod
    def _leaders(graph: OrgGraph, boxes: Boxes) -> Iterator[str]:
        """Yield who is above each box; somebody's own other box is not above them."""
        for box in boxes:
            above = graph.lines.manager_of(box)
            who = above and str(above.held_by or above.node)
            if above is None or who != box.held_by:
                yield who or ""

    @cached_property
    def retitled(self) -> tuple[PersonChange, ...]:
        """Those whose title is another one; the role's, where a position has none of its own.

        A title that merely is spelt otherwise, in letter case, signs or spaces, is the same.
        """
        return self._differing(lambda graph, box: respelt(title_of(graph, box)))

    @cached_property
    def respelt(self) -> tuple[PersonChange, ...]:
        """Those whose title is spelt otherwise, and else the same."""
        other = {each.person for each in self.retitled}
        found = self._differing(title_of)
        return tuple(each for each in found if each.person not in other)

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
        """Those who cover other territories, all their positions together."""
        return tuple(e for e in self.stayed if _territories(e.before) != _territories(e.after))

    def _differing(self, fact: Callable[[OrgGraph, Position], Any]) -> tuple[PersonChange, ...]:
        return tuple(each for each in self.stayed if self._differs(each, fact))

    def _differs(self, each: PersonChange, fact: Callable[[OrgGraph, Position], Any]) -> bool:
        """Compare all positions of somebody; one more or one fewer changes nothing of the others.

        Which of several was which is not asked: lists often number them in the order of rows.
        """
        old = Counter(fact(self._before, box) for box in each.before)
        return _apart(old, Counter(fact(self._after, box) for box in each.after))


def _apart(old: Any, new: Any) -> bool:  # noqa: ANN401 - two sets, or two counts of values
    """Return whether neither is a part of the other."""
    return not (old <= new or new <= old)


def _ids(boxes: Boxes) -> set[str]:
    return {box.id for box in boxes}


def _managers(boxes: Boxes) -> Counter[str]:
    return Counter(str(box.reports_to or "") for box in boxes)


def _territories(boxes: Boxes) -> set[str]:
    return {str(ref) for box in boxes for ref in box.covers}


def _by(key: Known, graph: OrgGraph, people: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for person in people:
        if told := key(graph, person):
            found[told.casefold()].append(person)
    return found


def _said(graph: OrgGraph, person: str) -> str:
    entity = graph.org.get(Person, person)
    return (entity.name if entity else None) or person


def _email_of(graph: OrgGraph, person: str) -> str | None:
    entity = graph.org.get(Person, person)
    return entity.email if entity else None


def _alike_named(before: OrgGraph, after: OrgGraph, person: str) -> bool:
    """Return whether an id has one name in both designs, or one e-mail address."""
    email = _email_of(before, person)
    if email and email == _email_of(after, person):
        return True
    return _said(before, person).casefold() == _said(after, person).casefold()


def _by_title(
    before: OrgGraph, old: Sequence[str], after: OrgGraph, new: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Return namesakes in such an order that those with the same titles have the same place."""
    if len(old) == len(new) == 1:
        return [*old], [*new]
    former, later = _titles(before, old), _titles(after, new)
    pairs = [
        (one, other)
        for title, group in former.items()
        for one, other in zip(group, later.get(title, ()), strict=False)
    ]
    ones, others = [one for one, _ in pairs], [other for _, other in pairs]
    rest = sorted(set(old).difference(ones)), sorted(set(new).difference(others))
    return [*ones, *rest[0]], [*others, *rest[1]]


def _titles(graph: OrgGraph, people: Iterable[str]) -> dict[str, list[str]]:
    """Return people by all their titles, in the order of their ids."""
    found: dict[str, list[str]] = defaultdict(list)
    for person in sorted(people):
        told = sorted(respelt(title_of(graph, box)) for box in graph.boxes[person])
        found[", ".join(told)].append(person)
    return found
