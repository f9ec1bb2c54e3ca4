"""The part of a design that decides about one customer."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from orgmodel.model import (
    SECTIONS,
    Assignment,
    Customer,
    Entity,
    Holding,
    Leave,
    Org,
    Person,
    Position,
    ReportingLine,
    Role,
    Territory,
    TerritoryAssignment,
    TerritoryType,
)
from orgmodel.regions import Matcher

_WHOLE = (Role, TerritoryType)
"""Kinds of which there are few."""


class Surroundings:
    """Cuts out of a design what decides about one customer on any day.

    Args:
        org: The whole design, with all days.
    """

    def __init__(self, org: Org) -> None:
        self._org = org

    @cached_property
    def matcher(self) -> Matcher[str]:
        """The rules of all territories of all days, compiled together."""
        places = sorted(self._org.all(Territory), key=lambda territory: territory.id)
        return Matcher({t.id: t.where for t in places if t.where is not None})

    @cached_property
    def _of(self) -> dict[tuple[type[Any], str], list[Any]]:
        """Rows by their kind and by what they hang on."""
        found: dict[tuple[type[Any], str], list[Any]] = defaultdict(list)
        for kind, name in _HANG_ON:
            for row in self._org.all(kind):
                found[kind, str(getattr(row, name))].append(row)
        for position in self._org.all(Position):
            for ref in position.covers:
                found[Position, str(ref)].append(position)
        return found

    def of(self, customer: Customer, *, named: bool) -> Org:
        """Return a design with the customer and what decides about it.

        Args:
            customer: The customer, as it is to be looked at.
            named: Whether its assignments count as well.
        """
        rows: dict[type[Any], dict[str, Entity]] = {kind: {} for kind in SECTIONS.values()}
        rows[Customer][customer.id] = customer
        for assignment in self._of.get((Assignment, customer.id), ()):
            if named or assignment.role != "owner":
                rows[Assignment][assignment.id] = assignment
        hits = (hit.key for hit in self.matcher.match(customer.values()))
        self._add_places(rows, [*hits, *map(str, customer.territories)])
        first = [customer.managed_by, customer.deputy]
        first += [getattr(a, "position", None) for a in rows[Assignment].values()]
        first += [p.id for t in rows[Territory] for p in self._of.get((Position, t), ())]
        first += [getattr(a, "position", None) for a in rows[TerritoryAssignment].values()]
        self._add_posts(rows, [str(ref) for ref in first if ref is not None])
        for kind in _WHOLE:
            rows[kind] = {e.id: e for e in self._org.all(kind)}
        return self._org.with_rows({kind: each.values() for kind, each in rows.items()})

    def _add_places(self, rows: dict[type[Any], dict[str, Entity]], ids: list[str]) -> None:
        for id_ in ids:
            territory = self._org.get(Territory, id_)
            if territory is not None and id_ not in rows[Territory]:
                rows[Territory][id_] = territory
                for each in self._of.get((TerritoryAssignment, id_), ()):
                    rows[TerritoryAssignment][each.id] = each
                if territory.within is not None:
                    ids.append(str(territory.within))

    def _add_posts(self, rows: dict[type[Any], dict[str, Entity]], ids: list[str]) -> None:
        """Add positions, who holds them when, their managers, and who may stand in."""
        for id_ in ids:
            position = self._org.get(Position, id_)
            if position is None or id_ in rows[Position]:
                continue
            rows[Position][id_] = position
            next_ = [position.reports_to, position.deputy]
            people = [position.held_by]
            for line in self._of.get((ReportingLine, id_), ()):
                rows[ReportingLine][line.id] = line
                next_.append(line.manager)
            for holding in self._of.get((Holding, id_), ()):
                rows[Holding][holding.id] = holding
                people.append(holding.person)
            next_ += self._add_people(rows, people)
            ids += [str(ref) for ref in next_ if ref is not None]

    def _add_people(
        self, rows: dict[type[Any], dict[str, Entity]], people: Iterable[Any]
    ) -> list[Any]:
        """Add people and when they are away; return the positions that stand in for them."""
        found = []
        for person in people:
            if person is not None:
                entity = self._org.get(Person, str(person))
                if entity is not None:
                    rows[Person][entity.id] = entity
                for leave in self._of.get((Leave, str(person)), ()):
                    rows[Leave][leave.id] = leave
                    found.append(leave.stand_in)
        return found


_HANG_ON: tuple[tuple[type[Any], str], ...] = (
    (Assignment, "customer"),
    (TerritoryAssignment, "territory"),
    (ReportingLine, "position"),
    (Holding, "position"),
    (Leave, "person"),
)
