"""Where values of the model name entities, and how they look once those are called otherwise."""

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from orgmodel.model import references

Name = tuple[str, str]
"""Kind and id of an entity."""

Call = Mapping[Name, str]
"""New ids by the old names."""

_ANY_KIND = None


@cache
def _fields(kind: Any) -> tuple[tuple[str, str | None, bool], ...]:  # noqa: ANN401 - mypy takes no class for hashable
    """Return the fields of a kind: name, kind of entity referred to, whether it refers at all."""
    known = references(kind)
    return tuple((f.name, known.get(f.name), f.name in known) for f in dataclasses.fields(kind))


def fields_of(value: object) -> tuple[tuple[str, str | None, bool], ...]:
    """Return the fields of a value: name, kind of entity referred to, whether it refers at all."""
    kind: object = type(value)
    return _fields(kind)


def renamed(value: Any, call: Call) -> Any:  # noqa: ANN401 - any value of the model
    """Return a value with the new ids in the place of the old ones; the same one if it has none.

    The id of an entity itself stays.
    """
    found = {}
    for name, kind, refers in fields_of(value):
        given = getattr(value, name)
        new = _called(given, kind, call, refers=refers)
        if new is not given:
            found[name] = new
    return dataclasses.replace(value, **found) if found else value


def _called(given: Any, kind: str | None, call: Call, *, refers: bool) -> Any:  # noqa: ANN401
    if isinstance(given, str):
        return _new_id(given, kind, call) if refers else given
    if isinstance(given, tuple):
        new = tuple(_called(each, kind, call, refers=refers) for each in given)
        same = all(a is b for a, b in zip(given, new, strict=True))
        return given if same else tuple(dict.fromkeys(new)) if refers else new
    if dataclasses.is_dataclass(given):
        return renamed(given, call)
    return given


def _new_id(ref: str, kind: str | None, call: Call) -> str:
    if kind is not _ANY_KIND:
        return call.get((kind, ref), ref)
    wanted, _, id_ = ref.partition(":")
    new = call.get((wanted, id_))
    return ref if new is None else f"{wanted}:{new}"


def names_in(value: Any) -> Iterator[tuple[str, Name]]:  # noqa: ANN401 - any value of the model
    """Yield what a value refers to, each with the field that does."""
    for name, kind, refers in fields_of(value):
        for each in _flat(getattr(value, name)):
            if isinstance(each, str):
                if refers:
                    wanted, _, id_ = each.partition(":")
                    yield name, ((kind, each) if kind is not _ANY_KIND else (wanted, id_))
            elif dataclasses.is_dataclass(each) and not isinstance(each, type):
                yield from ((name, found) for _, found in names_in(each))


def _flat(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any value of the model
    return value if isinstance(value, tuple) else () if value is None else (value,)
