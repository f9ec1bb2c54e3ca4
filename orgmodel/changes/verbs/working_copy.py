"""Working copy: a design while changes are made to it, without copying the rest."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, TypeVar

from orgmodel.changes.verbs.primitives import Add, Head, Primitive, Remove, Rename, Reorder, Set
from orgmodel.changes.verbs.references import Call, names_in, renamed
from orgmodel.model import (
    SECTIONS,
    DesignError,
    Entity,
    Org,
    Person,
    Problem,
    Source,
    entity_label,
    kind_of,
)
from orgmodel.text import did_you_mean

E = TypeVar("E", bound=Entity)


class _Table:
    """The entities of one kind in their order, found by id; a new id keeps its place."""

    def __init__(self, entities: Iterable[Any]) -> None:
        self.rows: dict[int, Any] = dict(enumerate(entities))
        self.place = {entity.id: number for number, entity in self.rows.items()}
        self._free = count(len(self.rows))

    def put(self, entity: Any, old: str | None = None) -> None:  # noqa: ANN401 - of any kind
        number = self.place.pop(old) if old is not None else next(self._free)
        self.place[entity.id] = number
        self.rows[number] = entity

    def drop(self, id_: str) -> None:
        del self.rows[self.place.pop(id_)]

    def get(self, id_: str) -> Any:  # noqa: ANN401 - of any kind
        number = self.place.get(id_)
        return None if number is None else self.rows[number]


class Draft:
    """A base design and the changes made so far; reads like an :class:`~orgmodel.Org`.

    Args:
        base: The design to start from; it is never touched.
    """

    def __init__(self, base: Org) -> None:
        self.base = base
        self.name, self.currency = base.name, base.currency
        self._tables: dict[type[Any], _Table] = {}
        self._moved: dict[str, Source] = {}

    def get(self, kind: type[E], ref: object) -> E | None:
        """Return the entity of a kind that a reference names, or None."""
        table = self._tables.get(kind)
        if table is None:
            return self.base.get(kind, None if ref is None else str(ref))
        found: E | None = table.get(str(ref))
        return found

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Return all entities of a kind, in their order."""
        table = self._tables.get(kind)
        return tuple(table.rows.values()) if table else self.base.all(kind)

    def need(self, kind: type[E], ref: object) -> E:
        """Return the entity of a kind that a change names.

        Raises:
            DesignError: If it is not there; the message names the nearest one.
        """
        found = self.get(kind, ref)
        if found is None:
            hint = did_you_mean(str(ref), [entity.id for entity in self.all(kind)])
            raise _wrong(f"There is no {_kind(kind)} {str(ref)!r}{hint}")
        return found

    def make(self, change: Primitive) -> None:
        """Make one change.

        Raises:
            DesignError: If it cannot be made; then nothing is changed.
        """
        match change:
            case Add():
                self._add(change.entity)
            case Remove():
                self.need(change.what, change.id)
                self._table(change.what).drop(change.id)
            case Set():
                self._set(change.what, change.id, change.fields)
            case Rename():
                for _, error in self.rename([change]):
                    raise error
            case Reorder():
                self._reorder(change.what, change.ids)
            case Head():
                self.name = change.name or self.name
                self.currency = change.currency or self.currency

    def _table(self, kind: type[Any]) -> _Table:
        if kind not in self._tables:
            self._tables[kind] = _Table(self.base.all(kind))
        return self._tables[kind]

    def _add(self, entity: Entity) -> None:
        if type(entity) not in SECTIONS.values():
            raise _wrong(f"{entity!r} is not an entity; give one such as Position.")
        if self.get(type(entity), entity.id) is not None:
            raise _wrong(f"There is a {entity_label(entity)} already; give this one another id.")
        self._table(type(entity)).put(entity)

    def _set(self, kind: type[Any], id_: str, fields: Mapping[str, Any]) -> None:
        old = self.need(kind, id_)
        known = [field.name for field in dataclasses.fields(old) if field.name != "id"]
        odd = [name for name in fields if name not in known]
        if odd:
            end = did_you_mean(odd[0], known)
            raise _wrong(f"{_headed(entity_label(old))} has no field {odd[0]!r} to set{end}")
        try:
            new = dataclasses.replace(old, **fields)
        except DesignError as error:  # whose place is no line of a change
            raise DesignError(Problem(each.sentence) for each in error.problems) from None
        self._table(kind).put(new, id_)

    def rename(self, changes: Sequence[Rename]) -> list[tuple[Rename, DesignError]]:
        """Make changes of ids, all in one pass; return those that cannot be made, and why."""
        call: dict[tuple[str, str], str] = {}
        refused = []
        fresh: set[tuple[str, str]] = set()
        for change in changes:
            name = kind_of(change.what), change.id
            if name in fresh:  # renamed twice: what refers to it must learn the first name first
                self._follow(call)
                call, fresh = {}, set()
            try:
                call[name] = self._renamed(change)
                fresh.add((name[0], change.to))
            except DesignError as error:
                refused.append((change, error))
        self._follow(call)
        return refused

    def _renamed(self, change: Rename) -> str:
        if self.get(change.what, change.to) is not None:
            sentence = f"There is a {_kind(change.what)} {change.to!r} already; choose another id."
            raise _wrong(sentence)
        if change.what is Person and self.get(Person, change.id) is None:
            self._known_person(change.id)
            return change.to
        old = self.need(change.what, change.id)
        new = dataclasses.replace(old, id=change.to)
        self._table(change.what).put(new, change.id)
        source = self.base.source_of(old)
        if source:
            self._moved[new.node] = source
        return change.to

    def _known_person(self, name: str) -> None:
        names = {id_ for e in self for _, (kind, id_) in names_in(e) if kind == "person"}
        if name not in names:
            raise _wrong(f"There is no person {name!r}{did_you_mean(name, names)}")

    def _follow(self, call: Call) -> None:
        """Let everything that refers to a renamed entity use the new id."""
        if not call:
            return
        for kind in SECTIONS.values():
            found = [(e.id, new) for e in self.all(kind) if (new := renamed(e, call)) is not e]
            for id_, new in found:
                self._table(kind).put(new, id_)

    def _reorder(self, kind: type[Any], ids: tuple[str, ...]) -> None:
        here = {entity.id: entity for entity in self.all(kind)}
        if len(ids) != len(here) or set(ids) != here.keys():
            raise _wrong(f"An order of the entities of kind {_kind(kind)} should name each once.")
        self._tables[kind] = _Table(here[id_] for id_ in ids)

    def __iter__(self) -> Iterator[Entity]:
        for kind in SECTIONS.values():
            yield from self.all(kind)

    def done(self) -> Org:
        """Return the design as it is now.

        Raises:
            DesignError: If the name or the currency is not valid, or an amount is in another one.
        """
        odd = [e for e in self if getattr(e, "currency", None) not in {None, self.currency}]
        if odd:
            raise DesignError(
                Problem(
                    f"{_headed(entity_label(e))} has amounts in {getattr(e, 'currency', '')}, but "
                    f"{self.name} counts in {self.currency}; convert them."
                )
                for e in odd
            )
        rows = {kind: table.rows.values() for kind, table in self._tables.items()}
        return self.base.with_rows(
            rows, name=self.name, currency=self.currency, sources=self._moved
        )


def _kind(kind: type[Any]) -> str:
    return kind_of(kind).replace("_", " ")


def _headed(text: str) -> str:
    return text[:1].upper() + text[1:]


def _wrong(sentence: str) -> DesignError:
    return DesignError([Problem(sentence)])
