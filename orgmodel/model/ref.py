"""References from one entity to another."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import (
    Annotated,
    Any,
    ForwardRef,
    Generic,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import BeforeValidator, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from orgmodel.model.text import Text
from orgmodel.text import clean

T = TypeVar("T")
V = TypeVar("V")

STRICT = ConfigDict(extra="forbid", allow_inf_nan=False)
"""Validation of every value of the model: no unknown fields, no NaN or infinity."""


@dataclass(frozen=True)
class Id(Generic[T]):
    """The identity of an entity: its kind in the type, its key in ``id``.

    Every entity *is* an identity of its own kind, so it may stand wherever a reference to that
    kind is expected, and an entity of another kind may not. A reference is kept as the id, as text:
    compare it with an id (``position.reports_to == "director"``) or with ``director.id``.
    """

    id: Text

    def __str__(self) -> str:
        return self.id

    @property
    def kind(self) -> str:
        """The kind of entity in lower case, as in ``territory_type``."""
        return kind_of(type(self))

    @property
    def node(self) -> str:
        """The id of this entity's node in the graph: kind, colon, id."""
        return f"{self.kind}:{self.id}"


def kind_of(cls: type[Any]) -> str:
    """Return the name of an entity's kind: its class name in snake case."""
    return _snake(cls.__name__)


@cache
def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


class _Reference:
    """Turns an entity or a plain id into the id that is stored, and refuses other kinds."""

    def __get_pydantic_core_schema__(
        self,
        source: Any,  # noqa: ANN401 - pydantic's signature
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        del handler
        expected = target_of(source)
        return core_schema.no_info_before_validator_function(
            lambda value: _stored(value, expected), core_schema.str_schema(min_length=1)
        )


def target_of(annotation: Any) -> str | None:  # noqa: ANN401 - annotations have no type of their own
    """Return the kind that a ``Ref[...]`` points to, or None where any kind may stand."""
    for member in get_args(annotation):
        if get_origin(member) is Id:
            (target,) = get_args(member)
            if target is Any:
                return None
            return _snake(
                target.__forward_arg__ if isinstance(target, ForwardRef) else target.__name__
            )
    return None


def _stored(value: object, expected: str | None) -> object:
    if isinstance(value, Id):
        if expected is None:
            return value.node
        if value.kind != expected:
            raise ValueError(f"expected a {expected}, got the {value.kind} {value.id!r}")
        return value.id
    return clean(value) if isinstance(value, str) else value


Ref = Annotated[Id[T] | str, _Reference()]
"""A reference: written as an entity or its id, stored as the id."""


def _several(value: object) -> object:
    """Let one stand for a list of one; a mapping is never a list of its keys."""
    if isinstance(value, Iterable) and not isinstance(value, (str, Id, Mapping)):
        return tuple(value)
    return (value,)


OneOrMany = Annotated[Sequence[V], BeforeValidator(_several)]
"""Several values: written as any sequence (or a single one), stored as a tuple."""


def references(cls: type[Any]) -> dict[str, str | None]:
    """Return the fields of an entity that refer to others, with the kind that each points to."""
    known: object = cls
    return _references(known)


@cache
def _references(cls: object) -> dict[str, str | None]:
    hints = get_type_hints(cls, include_extras=True)
    return {name: found[0] for name, hint in hints.items() if (found := _targets(hint))}


def _targets(annotation: Any) -> list[str | None]:  # noqa: ANN401 - annotations have no type of their own
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        if any(isinstance(mark, _Reference) for mark in marks):
            return [target_of(inner)]
        return _targets(inner)
    if get_origin(annotation) in {Union, UnionType, Sequence}:
        return [t for member in get_args(annotation) for t in _targets(member)]
    return []
