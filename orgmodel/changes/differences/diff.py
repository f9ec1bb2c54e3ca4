"""Differences: everything that differs between two designs."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from orgmodel.changes.differences.figures import Figures, figures
from orgmodel.changes.differences.handovers import Handover, handovers
from orgmodel.changes.differences.people_changes import People
from orgmodel.changes.differences.renames import Renaming, renamings
from orgmodel.changes.differences.row_number_ids import renumbered
from orgmodel.changes.verbs.apply import between, made_of
from orgmodel.changes.verbs.primitives import Primitive, Rename
from orgmodel.cover import Coverage
from orgmodel.measures import Difference, Measured, Table, compare, table
from orgmodel.model import Customer, Entity, Org, Position, Target, Territory, today
from orgmodel.network import OrgGraph
from orgmodel.text import html_table

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True)
class Pair:
    """One entity before and after; ids are those of the later design."""

    before: Any
    after: Any


@dataclass(frozen=True)
class Diff:
    """What differs between two designs.

    Entities are the same if their kinds and ids are; one that seems to have another id is listed
    in ``renamings``, and counts neither as added nor as removed. The order of entities makes no
    difference. True if anything differs.

    Attributes:
        before: The earlier design.
        after: The later design.
        on: The day on which people, customers and numbers are compared.
        renamings: Entities that seem to have another id; guesses, with their evidence.
        renumbered: Changes of position ids that are only row numbers.
    """

    before: Org
    after: Org
    on: dt.date
    renamings: tuple[Renaming, ...] = field(default=(), repr=False)
    renumbered: tuple[Rename, ...] = field(default=(), repr=False)

    @cached_property
    def changes(self) -> tuple[Primitive, ...]:
        """The changes that lead from the earlier design to the later, but for the order."""
        return (*self.renames, *between(self.called, self.after))

    @cached_property
    def ordered(self) -> tuple[Primitive, ...]:
        """The changes that lead to the later design, and to the order of its entities."""
        return (*self.renames, *between(self.called, self.after, ordered=True))

    @property
    def renames(self) -> tuple[Rename, ...]:
        """The changes that rename entities of the earlier design as in the later one."""
        return (*self.renumbered, *(renaming.change for renaming in self.renamings))

    @cached_property
    def found_again(self) -> tuple[Rename, ...]:
        """The positions with row numbers as ids that were matched by their holders."""
        away = {rename.to: rename.id for rename in self.renumbered}
        last = (rename for rename in self.renumbered if rename.id in away)
        return tuple(Rename(Position, away[rename.id], rename.to) for rename in last)

    def __repr__(self) -> str:
        return f"<Diff of {self.before.name!r} and {self.after.name!r} on {self.on}>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: a row for each change."""
        notes = [f"{len(self.changes):,} changes"]
        return html_table([(change,) for change in self.changes], notes=notes)

    def __bool__(self) -> bool:
        return bool(self.changes)

    @cached_property
    def called(self) -> Org:
        """The earlier design with the ids of the later one."""
        return made_of(self.before, self.renames) if self.renames else self.before

    @cached_property
    def former(self) -> Coverage:
        """Coverage before; ids are those of the later design."""
        return _covered(self.called, self.on)

    @cached_property
    def later(self) -> Coverage:
        """Coverage after."""
        return _covered(self.after, self.on)

    @cached_property
    def people(self) -> People:
        """The changes of people."""
        return People(self.former.graph, self.later.graph)

    @cached_property
    def handovers(self) -> tuple[Handover, ...]:
        """The customers that change hands, in the order of the later design."""
        return handovers(self.former, self.later, self.people)

    @cached_property
    def key_accounts(self) -> tuple[Handover, ...]:
        """The key accounts among the customers that change hands."""
        return tuple(each for each in self.handovers if each.customer.key_account)

    @cached_property
    def revenue(self) -> Decimal:
        """The revenue in a year of the customers that change hands, as far as it is stated."""
        return sum((each.revenue for each in self.handovers), Decimal(0))

    @cached_property
    def namesakes(self) -> frozenset[str]:
        """The names that several customers of the later design have."""
        often = Counter(customer.name for customer in self.after.all(Customer))
        return frozenset(name for name, times in often.items() if name and times > 1)

    def added(self, kind: type[E]) -> tuple[E, ...]:
        """Return the entities of a kind that are only in the later design."""
        return _only(self._new.all(kind), self._old.all(kind))

    def removed(self, kind: type[E]) -> tuple[E, ...]:
        """Return the entities of a kind that are only in the earlier design."""
        return _only(self._old.all(kind), self._new.all(kind))

    def changed(self, kind: type[E], *fields: str) -> tuple[Pair, ...]:
        """Return the entities of a kind that differ, or that differ in any of some fields."""
        return tuple(self._pairs(kind, fields))

    @property
    def _old(self) -> Org:
        return self.former.graph.org

    @property
    def _new(self) -> Org:
        return self.later.graph.org

    def _pairs(self, kind: type[E], fields: Sequence[str]) -> Iterator[Pair]:
        for new in self._new.all(kind):
            old = self._old.get(kind, new.id)
            if old is None or old is new or old == new:
                continue
            if not fields or any(getattr(old, f) != getattr(new, f) for f in fields):
                yield Pair(old, new)

    @property
    def filled(self) -> tuple[Pair, ...]:
        """Positions of both designs that were vacant and are held now."""
        return tuple(p for p in self.changed(Position, "held_by") if p.before.vacant)

    @property
    def vacated(self) -> tuple[Pair, ...]:
        """Positions of both designs that were held and are vacant now."""
        return tuple(p for p in self.changed(Position, "held_by") if p.after.vacant)

    @property
    def rules(self) -> tuple[Pair, ...]:
        """Territories of both designs whose rules differ."""
        return self.changed(Territory, "where")

    @property
    def targets(self) -> tuple[Pair, ...]:
        """Targets of both designs that differ."""
        return self.changed(Target)

    @property
    def revalued(self) -> tuple[Pair, ...]:
        """Customers of both designs whose revenue, potential or key account status differs."""
        return self.changed(Customer, "revenue", "potential", "key_account")

    @cached_property
    def figures(self) -> tuple[Figures, Figures]:
        """Heads, spans, layers and cost before and after."""
        return figures(self.former.graph), figures(self.later.graph)

    @cached_property
    def tables(self) -> tuple[Table, Table]:
        """All measures of the catalogue before and after."""
        return table(Measured(self.former)), table(Measured(self.later))

    @cached_property
    def measures(self) -> tuple[Difference, ...]:
        """The measures that differ, such as balance, concentration, load and continuity."""
        return compare(*self.tables)


def _covered(org: Org, on: dt.date) -> Coverage:
    day = org.day or on
    return Coverage(OrgGraph(org.as_of(day)), on=day)


def _only(these: Sequence[E], those: Sequence[E]) -> tuple[E, ...]:
    known = {entity.id for entity in those}
    return tuple(entity for entity in these if entity.id not in known)


def diff(before: Org, after: Org, *, on: dt.date | None = None, guess_renames: bool = True) -> Diff:
    """Return the differences between two designs of any source.

    ``apply(before, diff(before, after).changes)`` holds the entities of the later design;
    with ``.ordered`` it equals it.

    Args:
        before: The earlier design; it may be one read on a day with ``as_of``.
        after: The later design.
        on: The day on which people, customers and numbers are compared; by default today.
        guess_renames: Whether entities that seem to have another id are reported as such, and
            positions whose ids are only row numbers are matched by their holders.
    """
    day = on or after.day or today()
    if not guess_renames:
        return Diff(before, after, day)
    numbers = renumbered(before, after)
    guesses = renamings(made_of(before, numbers) if numbers else before, after)
    return Diff(before, after, day, guesses, numbers)
