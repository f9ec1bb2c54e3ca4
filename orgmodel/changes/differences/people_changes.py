"""Changes of people: joiners, leavers, movers, new titles."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from orgmodel.changes.differences.identity import called, same_people
from orgmodel.changes.differences.successors import Succession, respelt, successions, title_of
from orgmodel.model import Position
from orgmodel.network import OrgGraph

Boxes = tuple[Position, ...]


@dataclass(frozen=True)
class PersonChange:
    """A person with a difference.

    Attributes:
        person: The id, in the later design unless the person left.
        name: The person's name.
        before: The positions held before; none for a joiner. Ids are those of the later design.
        after: The positions held after; none for a leaver.
    """

    person: str
    name: str
    before: Boxes
    after: Boxes


class People:
    """The people of two designs compared, across all positions that each of them holds.

    A person with several positions counts once. A difference is in every list that it belongs to:
    a person may have moved and have another title as well.

    Args:
        before: The earlier design, with ids as in the later one.
        after: The later design.
    """

    def __init__(self, before: OrgGraph, after: OrgGraph) -> None:
        self._before, self._after = before, after

    @cached_property
    def same(self) -> Mapping[str, str]:
        """The ids in the later design of those who are in both, by their ids in the earlier."""
        return same_people(self._before, self._after)

    @cached_property
    def joined(self) -> tuple[PersonChange, ...]:
        """Those who hold a position after, and held none before."""
        known = set(self.same.values())
        return tuple(
            PersonChange(person, called(self._after, person), (), boxes)
            for person, boxes in self._after.boxes.items()
            if person not in known
        )

    @cached_property
    def left(self) -> tuple[PersonChange, ...]:
        """Those who held a position before, and hold none after."""
        return tuple(
            PersonChange(person, called(self._before, person), boxes, ())
            for person, boxes in self._before.boxes.items()
            if person not in self.same
        )

    @cached_property
    def stayed(self) -> tuple[PersonChange, ...]:
        """Those who are in both, with or without a difference."""
        return tuple(
            PersonChange(
                new, called(self._after, new), self._before.boxes[old], self._after.boxes[new]
            )
            for old, new in self.same.items()
        )

    @cached_property
    def successions(self) -> tuple[Succession, ...]:
        """Managers' positions that others replaced; guesses, with their evidence."""
        return successions(self._before, self._after)

    @cached_property
    def _follower(self) -> Mapping[str, str]:
        return {each.before.id: each.after.id for each in self.successions}

    @cached_property
    def moved(self) -> tuple[PersonChange, ...]:
        """Those who hold another position in place of one, or whose position reports to another.

        Replacing a manager moves none of the reports, in the same position or in its successor; a
        manager who holds another position now takes along those who still report to them.
        """
        return tuple(each for each in self.stayed if self._has_moved(each))

    def _has_moved(self, each: PersonChange) -> bool:
        if _apart(_ids(each.before), _ids(each.after)):
            return True
        old = Counter(self._follower.get(ref, ref) for ref in _managers(each.before))
        return _apart(old, _managers(each.after)) and self._led_by_others(each)

    @cached_property
    def gained(self) -> tuple[PersonChange, ...]:
        """Those who hold further positions in addition to all that they held."""
        return tuple(e for e in self.stayed if _ids(e.before) < _ids(e.after))

    @cached_property
    def dropped(self) -> tuple[PersonChange, ...]:
        """Those who gave up some of their positions and took no others."""
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
        """Those with another title; that of the role, if a position has none of its own.

        A title that differs only in letter case, signs or spaces is the same.
        """
        return self._differing(lambda graph, box: respelt(title_of(graph, box)))

    @cached_property
    def respelt(self) -> tuple[PersonChange, ...]:
        """Those whose title differs only in spelling."""
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

        Several are not paired one by one: lists often number them in the order of rows.
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
