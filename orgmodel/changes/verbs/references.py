"""References in values of the model, and their replacement by new ids."""

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from orgmodel.model import references

Name = tuple[str, str]
"""Kind and id of an entity."""

Call = Mapping[Name, str]
"""New ids by the old names."""


@cache
def _fields(kind: Any) -> tuple[tuple[str, str | None, bool], ...]:  # noqa: ANN401 - mypy takes no class for hashable
    """Return the fields of a kind that refer, or hold values that do; see :func:`fields_of`."""
    known, hints = references(kind), get_type_hints(kind)
    names = [f.name for f in dataclasses.fields(kind)]
    return tuple((n, known.get(n), n in known) for n in names if n in known or _holds(hints[n]))


def _holds(hint: Any) -> bool:  # noqa: ANN401 - annotations have no type of their own
    """Return whether values of the model that may refer stand in a field."""
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return bool(references(hint))
    return any(_holds(inner) for inner in get_args(hint))


def fields_of(value: object) -> tuple[tuple[str, str | None, bool], ...]:
    """Return the fields of a value that refer, or hold values that do.

    Returns:
        The name of each, the kind of entity that it refers to, and whether it does so itself.
    """
    kind: object = type(value)
    return _fields(kind)


def renamed(value: Any, call: Call) -> Any:  # noqa: ANN401 - any value of the model
    """Return a value with the new ids instead of the old ones; the same one if it has none.

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
    if kind is not None:
        return call.get((kind, ref), ref)
    prefix, _, id_ = ref.partition(":")
    new = call.get((prefix, id_))
    return ref if new is None else f"{prefix}:{new}"


def names_in(value: Any) -> Iterator[tuple[str, Name]]:  # noqa: ANN401 - any value of the model
    """Yield what a value refers to, each with the field that does."""
    for name, kind, refers in fields_of(value):
        for each in _flat(getattr(value, name)):
            if isinstance(each, str):
                if refers:
                    prefix, _, id_ = each.partition(":")
                    yield name, ((kind, each) if kind is not None else (prefix, id_))
            elif dataclasses.is_dataclass(each) and not isinstance(each, type):
                yield from ((name, found) for _, found in names_in(each))


def _flat(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any value of the model
    return value if isinstance(value, tuple) else () if value is None else (value,)
