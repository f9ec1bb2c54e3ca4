"""Successions: who follows whom in which position, in a feasible order."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Any

from orgmodel.changes.differences.diff import Diff
from orgmodel.changes.verbs.apply import differing
from orgmodel.changes.verbs.primitives import Add, Primitive, Remove, Set
from orgmodel.model import Assignment, Customer, Org, Position, entity_label

Told = tuple[str, Sequence[Primitive], str]
"""A step in words, its changes, and the reason for its place."""


class Successions:
    """The changes of positions between two designs, ordered by what they require.

    Args:
        diff: What differs.
        accounts_of: Returns the key accounts that a position answers for before the changes.

    Attributes:
        obstacles: One sentence for each ring of successions that nothing breaks.
    """

    def __init__(self, diff: Diff, accounts_of: Callable[[str], Sequence[Customer]]) -> None:
        self._diff, self._accounts_of = diff, accounts_of
        self.obstacles: list[str] = []
        self._left: set[str] = set()
        self._stand_ins: dict[str, list[Assignment]] = {}

    @property
    def _old(self) -> Org:
        return self._diff.former.graph.org

    @property
    def _new(self) -> Org:
        return self._diff.later.graph.org

    @cached_property
    def _both(self) -> list[tuple[Position, Position]]:
        pairs = ((self._old.get(Position, new.id), new) for new in self._new.all(Position))
        return [(old, new) for old, new in pairs if old is not None]

    @cached_property
    def _taken(self) -> dict[str, tuple[Position, Position]]:
        """The positions that somebody takes, before and after, by id; a new one is vacant first."""
        found = {new.id: (old, new) for old, new in self._both if self._takes(old, new)}
        for new in self._diff.added(Position):
            if new.held_by is not None:
                found[new.id] = (_emptied(new), new)
        return found

    def _takes(self, old: Position, new: Position) -> bool:
        """Return whether somebody else holds a position after."""
        former = str(old.held_by)
        return new.held_by not in {None, old.held_by, self._diff.people.same.get(former)}

    @cached_property
    def _boxes_before(self) -> dict[str, list[str]]:
        """The positions that somebody holds before and not after, by person of the later design."""
        found: dict[str, list[str]] = {}
        same = self._diff.people.same
        for old in self._old.all(Position):
            if old.held_by is not None:
                who = same.get(str(old.held_by), str(old.held_by))
                new = self._new.get(Position, old.id)
                if new is None or new.held_by != who:
                    found.setdefault(who, []).append(old.id)
        return found

    def opened(self) -> Iterator[Told]:
        """Yield the new positions, vacant and without territories, except for joiners in them."""
        for new in self._diff.added(Position):
            yield f"Open {entity_label(new)}", [Add(_emptied(new))], ""

    def ordered(self) -> Iterator[Told]:
        """Yield the successions, each after the one in the position that its person leaves."""
        needs = {id_: self._needs(new) for id_, (_, new) in self._taken.items()}
        while True:
            try:
                order = list(TopologicalSorter(needs).static_order())
                break
            except CycleError as error:
                ring = list(dict.fromkeys(error.args[1]))
                yield from self._broken(ring, needs)
        for id_ in order:
            yield self._succession(*self._taken[id_])
            if id_ in self._stand_ins:
                ends = [Remove(Assignment, a.id) for a in self._stand_ins[id_]]
                yield f"End the temporary cover for {id_!r}", ends, "it has a holder again"

    def _needs(self, new: Position) -> set[str]:
        """Return the positions in which somebody must have followed first."""
        left = self._boxes_before.get(str(new.held_by), [])
        return {id_ for id_ in left if id_ in self._taken and id_ != new.id}

    def _succession(self, old: Position, new: Position) -> Told:
        who, kept = str(new.held_by), self._boxes_before.get(str(new.held_by), [])
        if old.vacant or old.id in self._left:
            what = f"{who} takes {entity_label(new)}"
        else:
            what = f"{who} succeeds {old.held_by} in {entity_label(new)}"
        followed = [id_ for id_ in kept if id_ in self._taken and id_ != new.id]
        both = [id_ for id_ in kept if id_ not in self._taken]
        because = f"there is a successor in {', '.join(followed)}" if followed else ""
        if both:
            because = f"holds {', '.join(both)} until it is handed over"
        return what, [Set(Position, new.id, {"held_by": who})], because

    def _broken(self, ring: list[str], needs: dict[str, set[str]]) -> Iterator[Told]:
        """Take one position of a ring out of it: somebody stands in for its key accounts."""
        least = min(ring, key=lambda id_: (len(self._accounts_of(id_)), id_))
        for waiting in needs.values():  # whoever leaves it need not wait for who follows there
            waiting.discard(least)
        accounts = self._accounts_of(least)
        found = {c.id: self._stand_in(c, least, ring) for c in accounts}
        lacking = [c.name or c.id for c in accounts if found[c.id] is None]
        if lacking:
            people = ", ".join(f"{self._taken[id_][0].held_by} ({id_})" for id_ in sorted(ring))
            self.obstacles.append(
                f"{people} swap positions in a ring, and nobody can stand in for "
                f"{', '.join(lacking)} meanwhile."
            )
        made = [
            Assignment(f"stand-in-{c.id}", c.id, post, temporary=True)
            for c in accounts
            if (post := found[c.id]) is not None
        ]
        if made:
            posts = (self._new.get(Position, a.position) for a in made)
            names = ", ".join(dict.fromkeys(str(p.held_by) for p in posts if p))
            self._stand_ins[least] = made
            what = f"{names} stands in for the key accounts of {least!r}"
            yield what, [*map(Add, made)], "people swap positions in a ring"
        self._left.add(least)
        what = f"{self._taken[least][0].held_by} leaves {least!r}"
        yield what, [Set(Position, least, {"held_by": None})], "the ring needs a first step"

    def _stand_in(self, customer: Customer, position: str, ring: Sequence[str]) -> str | None:
        """Return a position that somebody holds all the time and that may stand in."""
        post = self._old.get(Position, position)
        if post is None:
            return None
        team = self._diff.former.team_of(customer)
        deputies = [member.position for member in team if member.role == "deputy"]
        own = self._old.get(Position, post.deputy)
        above = self._diff.former.graph.lines.chain_of(post)
        for each in (*deputies, *((own,) if own else ()), *above):
            new = self._new.get(Position, each.id)
            stays = new is not None and not each.vacant and new.held_by == each.held_by
            if stays and each.id not in ring:
                return str(each.id)
        return None

    def other_fields(self) -> Iterator[Primitive]:
        """Yield the changes of positions other than holders and territories."""
        for old, new in self._both:
            if old is not new and old != new:
                apart = {"covers"} if new.held_by and not self._takes(old, new) else _APART
                if old.covers or new.covers:
                    apart = apart | _SERVING
                fields = {n: v for n, v in differing(old, new).items() if n not in apart}
                if fields:
                    yield Set(Position, new.id, fields)

    def covers(self) -> Iterator[Primitive]:
        """Yield the cover of positions; reporting lines go along where they decide who serves."""
        for old, new in self._pairs():
            fields = {n: v for n, v in differing(old, new).items() if n in _SERVING}
            if fields and (old.covers or new.covers):
                yield Set(Position, new.id, fields)

    def closed(self) -> Iterator[Told]:
        """Yield departures, and positions that are closed."""
        for old, new in self._both:
            if new.vacant and not old.vacant:
                what, because = f"{old.held_by} leaves {entity_label(new)}", self._freed(new.id)
                yield what, [Set(Position, new.id, {"held_by": None})], because
        for old in self._diff.removed(Position):
            yield f"Close {entity_label(old)}", [Remove(Position, old.id)], self._freed(old.id)

    def _pairs(self) -> Iterator[tuple[Position, Position]]:
        yield from self._both
        yield from ((_emptied(new), new) for new in self._diff.added(Position))

    def _freed(self, id_: str) -> str:
        names = [customer.name or customer.id for customer in self._accounts_of(id_)]
        return f"others have {', '.join(names)} by now" if names else ""


_APART = frozenset({"held_by", "covers"})
_SERVING = frozenset({"covers", "reports_to", "role", "title"})
"""Fields that decide who serves a territory."""


def _emptied(new: Position) -> Position:
    """Return a new position as it is opened: with nobody in it and nothing to cover."""
    fields: dict[str, Any] = {n: v for n, v in vars(new).items() if not n.startswith("__")}
    return Position(**{**fields, "held_by": None, "covers": ()})
