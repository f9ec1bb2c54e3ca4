"""Plain values: values of the model as text, numbers, lists and dicts for files."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import is_dataclass
from decimal import Decimal

from orgmodel.model import DesignError, Entity, Org, Problem, defaults, entity_label

_SCALARS = frozenset({str, int, float, bool, Decimal, dt.date})


class TooDeepError(ValueError):
    """A value is nested deeper than a file may be."""


MAX_DEPTH = 64
"""Levels of nesting in a file; a design needs five."""


def fields_of(org: Org, entity: Entity) -> dict[str, object]:
    """Give the fields of an entity as a file holds them.

    Raises:
        DesignError: If values are nested too deeply for a file.
    """
    try:
        # the section and the entity are levels too
        return plain_fields(entity, MAX_DEPTH - 2)
    except TooDeepError:
        sentence = (
            f"{entity_label(entity, first=True)} is nested too deeply to be written. Flatten it."
        )
        raise DesignError([Problem(sentence, org.source_of(entity))]) from None


def plain_fields(value: object, depth: int) -> dict[str, object]:
    """Give the fields of an entity, or of a value inside one, that differ from their defaults.

    Args:
        value: A value of the model; its id is left out.
        depth: How many levels may lie inside it.

    Raises:
        TooDeepError: If there are more levels.
    """
    kind: type = type(value)
    usual = defaults(kind)
    given = {name: getattr(value, name) for name in usual}
    return {n: _plain(v, depth - 1) for n, v in given.items() if v != usual[n]}


def _plain(value: object, depth: int) -> object:
    if depth < 0:
        raise TooDeepError
    if type(value) in _SCALARS:
        return value
    if is_dataclass(value):
        return plain_fields(value, depth)
    if isinstance(value, Mapping):
        return {str(name): _plain(inner, depth - 1) for name, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner, depth - 1) for inner in value]
    return value
