"""A measure together with how it is worked out."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from orgmodel.measures.catalogue.measured import Measured
from orgmodel.measures.core.table import Measure, Number


class Value(NamedTuple):
    """A number, what it is of, and what is no part of it."""

    number: Number | None
    of: str = ""
    note: str = ""


class Entry(NamedTuple):
    """A measure and how it is worked out."""

    measure: Measure
    work: Callable[[Measured], Iterable[Value]]


def single(
    name: str, unit: str, definition: str, work: Callable[[Measured], Number | None]
) -> Entry:
    """Return a measure with one number for the whole organisation."""
    return Entry(Measure(name, unit, definition), lambda measured: [Value(work(measured))])


def several(
    name: str, unit: str, definition: str, work: Callable[[Measured], Iterable[Value]]
) -> Entry:
    """Return a measure with several numbers, or one with a note."""
    return Entry(Measure(name, unit, definition), work)


def sourced(entry: Entry, source: str) -> Entry:
    """Return a measure with the source of its method."""
    return Entry(
        Measure(entry.measure.name, entry.measure.unit, entry.measure.definition, source),
        entry.work,
    )
