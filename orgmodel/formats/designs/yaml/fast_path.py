"""Fast path through YAML: the values below one id, as plain values without places.

Nearly all of a file is ordinary: it has no fault, so its places are not needed. Everything else is
left to the slow path, which builds nodes and words the faults.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any

from yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from orgmodel.formats.designs.yaml.scalar_types import NULLS, number_or_text

MOST_EVENTS = 10_000
"""Maximum number of values in a body kept whole; an entity has a few dozen."""
MOST_LEVELS = 16
"""Maximum levels in a body; beyond them the slow path counts."""

_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)


class _OddError(Exception):
    """Something is not ordinary."""


def gather(body: list[Event], events: Iterator[Event]) -> int:
    """Move events to a body that holds its first one, up to the one that closes it.

    Returns:
        How many values the body has; 0 if it has too many events or levels to be ordinary.
    """
    level = starts = 1
    for event in islice(events, MOST_EVENTS):
        body.append(event)
        kind = type(event)
        if kind is ScalarEvent:
            continue
        if kind in _STARTS:
            level, starts = level + 1, starts + 1
        elif kind in _ENDS:
            level -= 1
            if not level:
                return len(body) - starts
        if level > MOST_LEVELS:
            break
    return 0


def ordinary(body: Sequence[Event], mixed: frozenset[str]) -> dict[str, Any] | None:
    """Return the values of a body by name, or None if anything in it is not ordinary.

    Args:
        body: The events of a mapping, from its start to its end.
        mixed: The names below which an unquoted number is a number.
    """
    try:
        return _values(body, mixed)
    except _OddError:
        return None


def _values(body: Sequence[Event], mixed: frozenset[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    holder: Any = None
    outer: list[Any] = []
    name, numbers = "", False
    for event in body:
        kind = type(event)
        if kind in _ENDS:
            holder, name = outer.pop(), ""
            continue
        value = _scalar(event, numbers=numbers) if kind is ScalarEvent else _collection(event)
        if holder is None:
            value = values
        elif type(holder) is list:
            holder.append(value)
        elif name:
            holder[name], name = value, ""
        else:
            name = _name(holder, value)
            if holder is values:
                numbers = name in mixed
        if kind is not ScalarEvent:
            outer.append(holder)
            holder = value
    return values


def _scalar(event: Any, *, numbers: bool) -> object:  # noqa: ANN401 - the stubs know no tag
    if event.tag is not None or event.anchor is not None:
        raise _OddError
    text: str = event.value
    if event.style:
        if event.style == '"' and not text.isprintable():
            raise _OddError
        return text
    if text in NULLS:
        return None
    return number_or_text(text) if numbers else text


def _collection(event: Any) -> object:  # noqa: ANN401 - the stubs know no tag
    if type(event) not in _STARTS or event.tag is not None or event.anchor is not None:
        raise _OddError
    return {} if type(event) is MappingStartEvent else []


def _name(holder: Collection[str], value: object) -> str:
    if not isinstance(value, str) or not value or value in holder:
        raise _OddError
    return value
