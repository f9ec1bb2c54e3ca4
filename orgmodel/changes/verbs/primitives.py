"""The few changes that all others consist of; together they lead from any design to any other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from orgmodel.model import Entity, kind_of


@dataclass(frozen=True)
class Add:
    """An entity that is not there yet, put behind the others of its kind."""

    entity: Entity

    def __str__(self) -> str:
        return f"add {_named(type(self.entity), self.entity.id)}"


@dataclass(frozen=True)
class Remove:
    """An entity taken out; references to it stay, for whoever removes it decides what they mean.

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
    """Fields of an entity given other values.

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
    """Another id for an entity, in it and in everything that refers to it.

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
    """The entities of a kind in another order, all of them named.

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
    """Another name or currency for the organisation itself; None leaves it."""

    name: str | None = None
    currency: str | None = None

    def __str__(self) -> str:
        return "change the organisation itself"


Primitive = Add | Remove | Set | Rename | Reorder | Head


def _named(what: type[Any], id_: str) -> str:
    return f"{kind_of(what).replace('_', ' ')} {id_!r}"
