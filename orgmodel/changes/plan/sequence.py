"""Sequence: an order of changes in which no key account is without cover."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from orgmodel.changes.differences.diff import Diff
from orgmodel.changes.plan.successions import Successions
from orgmodel.changes.verbs.primitives import Add, Head, Primitive, Remove, Rename, Set
from orgmodel.model import (
    Assignment,
    Customer,
    Org,
    Position,
    Territory,
    TerritoryAssignment,
    entity_label,
    kind_of,
)
from orgmodel.text import html_table
from orgmodel.timeline import Presence


@dataclass(frozen=True)
class Step:
    """A step: changes made at one time.

    Attributes:
        what: The step in words.
        changes: The changes.
        because: Why it has its place; empty if it could have another one.
    """

    what: str
    changes: tuple[Primitive, ...]
    because: str = ""

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        """The days on which its changes take effect or end, as far as they have dates."""
        return tuple(sorted({day for change in self.changes for day in _days(change)}))

    def __str__(self) -> str:
        step = f"{self.what} ({self.because})" if self.because else self.what
        if not self.days:
            return step
        first, last = self.days[0], self.days[-1]
        return f"{step}, on {first}" if first == last else f"{step}, from {first} to {last}"


@dataclass(frozen=True)
class Transition:
    """An order of changes, or the obstacles to one.

    Attributes:
        steps: The steps in order; together they lead to the later design.
        obstacles: Why no order keeps every key account covered, one sentence each; empty if the
            order of the steps does.
        contradictions: Where dates contradict the order: what begins before anybody is in place.
    """

    steps: tuple[Step, ...]
    obstacles: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Transition in {len(self.steps)} steps, {len(self.obstacles)} obstacles>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the steps in their order, and what stands in the way."""
        rows = list(enumerate(self.steps, 1))
        return html_table(rows, notes=[*self.obstacles, *self.contradictions])


def _days(change: Primitive) -> Iterator[dt.date]:
    """Yield the days that a change names."""
    if isinstance(change, Add):
        found = [getattr(change.entity, name, None) for name in ("since", "until")]
    elif isinstance(change, Set):
        found = [change.fields.get(name) for name in ("since", "until")]
    else:
        found = []
    yield from (day for day in found if day is not None)


def transition(diff: Diff) -> Transition:
    """Return an order of the changes in which no key account is without primary cover at any step.

    What is needed comes first, what is no longer needed goes last: new positions and hires, then
    successions, then the market, then customers, then departures. A person who takes another
    position is succeeded in the former one first, and holds both if nobody succeeds. People who
    change places go round in a ring, which has no beginning: for the position of the ring with the
    fewest key accounts, somebody who stays stands in as a temporary owner (a deputy of the account,
    the position's own deputy, or a manager above). A key account that nobody covers after all
    changes, or a ring where nobody can stand in, is an obstacle. Key accounts that nobody covers
    before do not count until somebody does.

    Args:
        diff: What differs. Designs with dates have their order in them; see the lapses of cover.
    """
    return _Ordering(diff).transition()


_MOST_NAMED = 3


def _named(what: str, changes: tuple[Primitive, ...]) -> Step:
    """Return a step that names the first few entities and counts the others."""
    about = list(dict.fromkeys(map(_about, changes)))
    more = f" and {len(about) - _MOST_NAMED:,} more" if len(about) > _MOST_NAMED else ""
    return Step(f"{what}: {', '.join(about[:_MOST_NAMED])}{more}", changes)


def _about(change: Primitive) -> str:
    if isinstance(change, Add):
        return entity_label(change.entity)
    if isinstance(change, Head):
        return "the organisation itself"
    kind = kind_of(change.what).replace("_", " ")
    if isinstance(change, Rename):
        return f"{kind} {change.id!r} to {change.to!r}"
    return kind + (f" {change.id!r}" if isinstance(change, Set | Remove) else "s in another order")


@dataclass
class _Ordering:
    """The changes of a diff, sorted by what they need."""

    diff: Diff
    obstacles: list[str] = field(default_factory=list)

    def transition(self) -> Transition:
        """Return the order, and the obstacles found on the way."""
        steps = [step for step in self._steps() if step.changes]
        lost = [h.customer for h in self.diff.key_accounts if h.lost]
        for customer in lost:
            name = customer.name or customer.id
            self.obstacles.append(f"Nobody covers key account {name!r} after the changes.")
        return Transition(tuple(steps), tuple(self.obstacles), tuple(self._contradicting(steps)))

    def _contradicting(self, steps: Sequence[Step]) -> Iterator[str]:
        """Yield the steps with dates on which nobody is in place yet, or any more."""
        if not self.diff.after.whole.dated:
            return
        presence = Presence(self.diff.after.whole)
        for number, step in enumerate(steps, 1):
            for change in step.changes:
                line = change.entity if isinstance(change, Add) else None
                if isinstance(line, Assignment | TerritoryAssignment) and line.since:
                    there = presence.present(str(line.position))
                    if not any(each.since <= line.since < each.until for each in there):
                        what = _headed(entity_label(line))
                        whom = f"when position {str(line.position)!r} has no holder"
                        yield f"Step {number}: {what} begins on {line.since}, {whom}."

    def _steps(self) -> Iterator[Step]:
        rows = self._rows
        renames = self.diff.renames
        heads = tuple(c for c in self.diff.changes if isinstance(c, Head))
        if any(head.currency for head in heads):  # amounts in two currencies cannot stand together
            yield Step("Change the currency and all amounts", self.diff.changes)
            return
        yield _named("Rename", renames)
        yield _named("Create referenced records first", tuple(_others(rows, Add)))
        successions = Successions(self.diff, self.accounts_of)
        yield from map(_step, successions.opened())
        yield from map(_step, successions.ordered())
        self.obstacles += successions.obstacles
        by_name, by_place, others = self._customers()
        yield from by_name
        yield self._market(successions, by_place)
        yield _named("Hand over the other customers", tuple(others))
        yield _named("Change reporting lines and jobs", tuple(successions.other_fields()))
        yield from map(_step, successions.closed())
        changed = [c for c in _others(rows, Set) if isinstance(c, Set)]
        yield _named("Other changes", (*heads, *changed, *_others(rows, Remove)))

    @cached_property
    def _rows(self) -> tuple[Primitive, ...]:
        return tuple(c for c in self.diff.changes if not isinstance(c, Rename | Head))

    def _market(self, successions: Successions, accounts: Sequence[Step]) -> Step:
        """Return the one step in which all territories change; between two there are gaps."""
        rows = [c for c in self._rows if kind_of_change(c) is Territory]
        covers = list(successions.covers())
        moved = [change for step in accounts for change in step.changes]
        because = "the covering positions are filled" if covers or moved else ""
        names = "".join(f"; {step.what[0].lower()}{step.what[1:]}" for step in accounts)
        what = f"Redraw territories and their cover{names}"
        return Step(what, (*rows, *covers, *moved), because)

    def _customers(self) -> tuple[list[Step], list[Step], list[Primitive]]:
        """Return key accounts that go over by name, those that territories get, and all others."""
        of_account: dict[str, list[Primitive]] = defaultdict(list)
        for how, what in _RANKS:
            for change in self._rows:
                if isinstance(change, how) and kind_of_change(change) is what:
                    of_account[self._account(change)].append(change)
        named, placed, others = list[Step](), list[Step](), list[Primitive]()
        for name, changes in of_account.items():
            if not self._is_key(name):
                others += changes
                continue
            step = self._handed_over(name, changes)
            (named if self._by_name(name) else placed).append(step)
        return named, placed, others

    def _handed_over(self, name: str, changes: Sequence[Primitive]) -> Step:
        customer = self._new.get(Customer, name) or self._old.get(Customer, name)
        called = (customer.name if customer else None) or name
        if name in self._handed:
            post = self._post(name)
            whom = f" to {_who(post)}" if post else ""
            because = f"{_who(post)} is in place" if post else ""
            return Step(f"Hand over key account {called!r}{whom}", tuple(changes), because)
        return Step(f"Change key account {called!r}", tuple(changes))

    def _by_name(self, name: str) -> bool:
        customer = self._new.get(Customer, name)
        winner = self.diff.later.of(customer).winner if customer else None
        return winner is not None and winner.how == "named account"

    @property
    def _old(self) -> Org:
        return self.diff.former.graph.org

    @property
    def _new(self) -> Org:
        return self.diff.later.graph.org

    def _account(self, change: Primitive) -> str:
        """Return the customer that a change is about."""
        if isinstance(change, Add):
            entity = change.entity
            return str(entity.customer) if isinstance(entity, Assignment) else entity.id
        assert isinstance(change, Set | Remove)  # noqa: S101 - the only others with rows
        if change.what is not Assignment:
            return change.id
        assignment = self._old.get(Assignment, change.id) or self._new.get(Assignment, change.id)
        return str(assignment.customer) if assignment else ""

    def _is_key(self, name: str) -> bool:
        found = (self._new.get(Customer, name), self._old.get(Customer, name))
        return any(customer is not None and customer.key_account for customer in found)

    def _post(self, name: str) -> Position | None:
        customer = self._new.get(Customer, name)
        return self.diff.later.of(customer).position if customer else None

    @cached_property
    def _handed(self) -> frozenset[str]:
        """The key accounts that change hands."""
        return frozenset(each.customer.id for each in self.diff.key_accounts)

    @cached_property
    def _key_accounts(self) -> Mapping[str, Sequence[Customer]]:
        found: dict[str, list[Customer]] = defaultdict(list)
        for customer in self._old.all(Customer):
            post = self.diff.former.of(customer).position if customer.key_account else None
            if post is not None and not post.vacant:
                found[post.id].append(customer)
        return found

    def accounts_of(self, position: str) -> Sequence[Customer]:
        """Return the key accounts that a position answers for before the changes."""
        return self._key_accounts.get(position, ())


def kind_of_change(change: Primitive) -> type[Any] | None:
    """Return the kind of entity that a change is about; None for the organisation itself."""
    if isinstance(change, Add):
        return type(change.entity)
    return None if isinstance(change, Head) else change.what


_RANKS: tuple[tuple[type[Any], type[Any]], ...] = (
    (Add, Customer),
    (Add, Assignment),
    (Set, Customer),
    (Set, Assignment),
    (Remove, Assignment),
    (Remove, Customer),
)
"""Order in which the rows of an account change, so that somebody covers it at all times."""

_HANDLED = frozenset({Position, Territory, Customer, Assignment})


def _others(rows: Iterable[Primitive], how: type[Any]) -> Iterator[Primitive]:
    for change in rows:
        if isinstance(change, how) and kind_of_change(change) not in _HANDLED:
            yield change


def _step(parts: tuple[str, Sequence[Primitive], str]) -> Step:
    what, changes, because = parts
    return Step(what, tuple(changes), because)


def _headed(text: str) -> str:
    return text[:1].upper() + text[1:]


def _who(position: Position) -> str:
    return str(position.held_by) if position.held_by else entity_label(position)
