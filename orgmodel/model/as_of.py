"""A design as of one day: dated relations as plain fields, without other days."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, replace
from functools import cache
from typing import Any, TypeVar

from orgmodel.model.customer import Customer
from orgmodel.model.dated import Dated
from orgmodel.model.dated_relations import Holding, Leave, ReportingLine, TerritoryAssignment
from orgmodel.model.position import Position
from orgmodel.model.ref import Id, references

Rows = Mapping[type[Any], Mapping[str, Any]]
"""The entities of a design by kind and id."""
E = TypeVar("E", bound=Id[Any])
L = TypeVar("L", Holding, ReportingLine)

LINES = (Holding, Leave, ReportingLine, TerritoryAssignment)
"""Kinds that consist of dated relations only."""


def is_dated(entity: object) -> bool:
    """Return whether an entity makes a design differ from day to day."""
    return isinstance(entity, LINES) or (
        isinstance(entity, Dated) and not entity.since is entity.until is None
    )


def days_of(entities: Iterable[object]) -> list[dt.date]:
    """Return the days on which any of some entities begins or has ended, in order, each once."""
    dated = (entity for entity in entities if isinstance(entity, Dated))
    ends = {day for e in dated for day in (e.since, e.until)}
    return sorted(day for day in ends if day is not None)


def rows_on(rows: Rows, day: dt.date) -> dict[type[Any], dict[str, Any]]:
    """Return the rows of a design as it is on a day; those that stay as they are are shared."""
    there: dict[type[Any], dict[str, Any]] = {
        kind: {id_: e for id_, e in entities.items() if not isinstance(e, Dated) or e.on(day)}
        for kind, entities in rows.items()
    }
    gone = _Gone(
        e.node for kind, all_ in rows.items() for id_, e in all_.items() if id_ not in there[kind]
    )
    held = {str(holding.position) for holding in there[Holding].values()}
    there = {kind: gone.taken_out_of(kind, entities) for kind, entities in there.items()}
    left = held - {str(holding.position) for holding in there[Holding].values()}
    there[Position] = _resolved(there, left)
    return there


class _Gone:
    """What a design holds on other days, by node, and how to do without it."""

    def __init__(self, nodes: Iterable[str]) -> None:
        self._nodes = set(nodes)
        self._kinds = {node.partition(":")[0] for node in self._nodes}

    def taken_out_of(self, kind: type[Any], entities: dict[str, E]) -> dict[str, E]:
        """Take it out of the references of entities; what cannot do without it goes as well."""
        fields_ = {n: to for n, to in references(kind).items() if to is None or to in self._kinds}
        by_position = kind is Customer and "position" in self._kinds
        if not self._nodes or not (fields_ or by_position):
            return entities
        kept: dict[str, E] = {}
        for id_, entity in entities.items():
            lost = dict(self._lost(entity, fields_))
            if isinstance(entity, Customer) and by_position:
                lost |= self._by_position(entity)
            if any(value is None and name in _needed(kind) for name, value in lost.items()):
                self._nodes.add(entity.node)
                self._kinds.add(entity.kind)
            else:
                kept[id_] = replace(entity, **lost) if lost else entity
        return kept

    def _lost(
        self, entity: Id[Any], fields_: Mapping[str, str | None]
    ) -> Iterator[tuple[str, Any]]:
        """Yield the fields of an entity that refer to it, with what is left of each."""
        for name, kind in fields_.items():
            value = getattr(entity, name)
            if isinstance(value, str):
                if (f"{kind}:{value}" if kind else value) in self._nodes:
                    yield name, None
            elif value:
                left = tuple(ref for ref in value if f"{kind}:{ref}" not in self._nodes)
                if len(left) < len(value):
                    yield name, left

    def _by_position(self, customer: Customer) -> dict[str, Any]:
        """Return the contacts of a customer where any is known by a position that is gone."""
        contacts = tuple(
            replace(c, known_by=None) if f"position:{c.known_by}" in self._nodes else c
            for c in customer.contacts
        )
        return {"contacts": contacts} if contacts != customer.contacts else {}


def _needed(kind: object) -> frozenset[str]:
    """Return the fields that an entity of a kind cannot do without."""
    return _needed_of(kind)


@cache
def _needed_of(kind: Any) -> frozenset[str]:  # noqa: ANN401 - mypy takes no class for hashable
    needed = (f.name for f in fields(kind) if f.default is f.default_factory is MISSING)
    return frozenset(needed)


def _resolved(there: Rows, left: Iterable[str]) -> dict[str, Position]:
    """Return the positions with the lines of the day in their fields.

    Args:
        there: The rows of the day.
        left: Positions whose holders by lines have all left the company, and so are vacant.
    """
    changes: dict[str, dict[str, Any]] = defaultdict(dict)
    changes.update((id_, {"held_by": None}) for id_ in left)
    positions: Mapping[str, Position] = there[Position]
    for holding in first_of(there[Holding].values()):
        changes[str(holding.position)]["held_by"] = str(holding.person)
    lines: list[ReportingLine] = list(there[ReportingLine].values())
    for line in first_of(line for line in lines if not line.dotted):
        changes[str(line.position)]["reports_to"] = str(line.manager)
    further: list[tuple[object, str, object]] = [
        (line.position, "dotted_to", line.manager) for line in lines if line.dotted
    ]
    assigned: Iterable[TerritoryAssignment] = there[TerritoryAssignment].values()
    further += [(each.position, "covers", each.territory) for each in assigned]
    for who, name, ref in further:
        position = positions.get(str(who))
        if position is not None:
            known = changes[position.id].setdefault(name, getattr(position, name))
            if ref not in known:
                changes[position.id][name] = (*known, ref)
    return {id_: _changed(position, changes.get(id_)) for id_, position in positions.items()}


def _changed(position: Position, changes: Mapping[str, Any] | None) -> Position:
    changed = {n: v for n, v in (changes or {}).items() if v != getattr(position, n)}
    return replace(position, **changed) if changed else position


def first_of(lines: Iterable[L]) -> list[L]:
    """Return the line that counts for each position, of several that hold on one day.

    A temporary stand-in comes first, then the line that began last, then the smallest id.
    """
    by_id = sorted(lines, key=lambda line: line.id, reverse=True)
    by_rank = sorted(by_id, key=_rank)
    return list({str(line.position): line for line in by_rank}.values())


def _rank(line: Holding | ReportingLine) -> tuple[bool, dt.date]:
    temporary = isinstance(line, Holding) and line.temporary
    return temporary, line.since or dt.date.min
