"""Primitive changes, of which all others consist."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from orgmodel.model import Entity, kind_of


@dataclass(frozen=True)
class Add:
    """A new entity, after the others of its kind."""

    entity: Entity

    def __str__(self) -> str:
        return f"add {_named(type(self.entity), self.entity.id)}"


@dataclass(frozen=True)
class Remove:
    """An entity removed; references to it stay and are the caller's to change.

    Attributes:
        what: The kind of entity, as a class of the model.
        id: Its id.
    """

    what: type[Any]
    id: str

    def __str__(self) -> str:
        return f"remove {_named(self.what, self.id)}"


@dataclass(frozen=True)
class Set:
    """New values for fields of an entity.

    Attributes:
        what: The kind of entity, as a class of the model.
        id: Its id.
        fields: The new values by the names of the fields; the id is none of them.
    """

    what: type[Any]
    id: str
    fields: Mapping[str, Any] = field(hash=False)

    def __str__(self) -> str:
        return f"set {', '.join(self.fields)} of {_named(self.what, self.id)}"


@dataclass(frozen=True)
class Rename:
    """A new id for an entity, also in everything that refers to it.

    A person who is merely named, without an entity, is renamed wherever the name stands.

    Attributes:
        what: The kind of entity, as a class of the model.
        id: Its id so far.
        to: Its id from now on; no other entity of the kind has it.
    """

    what: type[Any]
    id: str
    to: str

    def __str__(self) -> str:
        return f"rename {_named(self.what, self.id)} to {self.to!r}"


@dataclass(frozen=True)
class Reorder:
    """A new order for the entities of a kind, all of them named.

    Attributes:
        what: The kind of entity, as a class of the model.
        ids: Their ids in the new order.
    """

    what: type[Any]
    ids: tuple[str, ...]

    def __str__(self) -> str:
        return f"reorder each {kind_of(self.what).replace('_', ' ')}"


@dataclass(frozen=True)
class Head:
    """A new name or currency for the organisation itself; None leaves it."""

    name: str | None = None
    currency: str | None = None

    def __str__(self) -> str:
        return "change the organisation itself"


Primitive = Add | Remove | Set | Rename | Reorder | Head


def _named(what: type[Any], id_: str) -> str:
    return f"{kind_of(what).replace('_', ' ')} {id_!r}"
