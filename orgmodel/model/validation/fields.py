"""Fields of the model's values, read from their annotations."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

_NO_DEFAULT = object()


@cache
def adapter(kind: type) -> TypeAdapter[Any]:
    """Return the adapter that turns plain values into a value of a kind."""
    return TypeAdapter(kind)


@cache
def defaults(kind: type) -> dict[str, Any]:
    """Return the fields of a kind in their order, without the id, each with its default.

    A field that must be given has a default that equals nothing else.
    """
    return {field.name: _default(field) for field in fields(kind) if field.name != "id"}


def by_place(kind: type) -> tuple[str, ...]:
    """Return the fields of a kind that may be given by place, in their order."""
    return tuple(field.name for field in fields(kind) if not field.kw_only)


def _default(field: "Field[Any]") -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return _NO_DEFAULT if field.default is MISSING else field.default


@cache
def takes(kind: type) -> dict[str, frozenset[Any]]:
    """Return the plain types that each field of a kind is made of, whatever holds them."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: frozenset(_leaves(hints[name])) for name in defaults(kind)}


@cache
def numbers_or_texts(kind: type) -> frozenset[str]:
    """Return the fields where only quotes distinguish the text '12' from the number 12."""
    return frozenset(name for name, types in takes(kind).items() if {Decimal, str} <= types)


@cache
def nested(kind: type) -> frozenset[str]:
    """Return the fields whose value has fields of its own, such as the rule of a territory."""
    return frozenset(name for name, types in takes(kind).items() if any(map(is_dataclass, types)))


def names_at(kind: type, path: tuple[str | int, ...]) -> list[str]:
    """Return the names that are known where a path of fields ends."""
    kinds: list[Any] = [kind]
    for step in path:
        into = [inner for outer in kinds for inner in takes(outer).get(str(step), ())]
        kinds = [inner for inner in into if is_dataclass(inner)] or kinds
    return [name for known in kinds for name in defaults(known)]


def _leaves(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - annotations have no type of their own
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in {Union, UnionType}:
        for member in inner:
            yield from _leaves(member)
    elif origin in {Annotated, Sequence}:
        yield from _leaves(inner[0])
    elif origin is Mapping:
        yield from _leaves(inner[1])
    else:
        yield annotation
