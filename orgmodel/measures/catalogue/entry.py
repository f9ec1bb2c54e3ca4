"""A measure together with the function that works it out."""

from collections.abc import Callable, Iterable
from types import ModuleType
from typing import NamedTuple

from orgmodel.measures.catalogue.measured import Measured
from orgmodel.measures.core.table import Measure, Number


class Value(NamedTuple):
    """A number, its subject, and what it leaves out."""

    number: Number | None
    of: str = ""
    note: str = ""


class Entry(NamedTuple):
    """A measure and the function that works it out."""

    measure: Measure
    work: Callable[[Measured], Iterable[Value]]


Work = Callable[[Measured], Iterable[Value] | Number | None]
"""Works out one number of the whole organisation, or a value for each of several subjects."""


def measure(name: str, unit: str, *, source: str = "") -> Callable[[Work], Entry]:
    """Make a measure of the function below, whose docstring is the definition.

    The catalogue has it at once: the table, the list and the other formats follow.

    Args:
        name: The short name, for example ``span-median``.
        unit: The unit; see :class:`~orgmodel.measures.Measure`.
        source: The author of the method; empty for plain counting.
    """

    def entry(work: Work) -> Entry:
        def values(measured: Measured) -> Iterable[Value]:
            result = work(measured)
            return result if isinstance(result, Iterable) else [Value(result)]

        definition = " ".join((work.__doc__ or "").split())
        return Entry(Measure(name, unit, definition, source), values)

    return entry


def entries_of(module: ModuleType) -> tuple[Entry, ...]:
    """Return the measures of a module in the order of its functions."""
    return tuple(each for each in vars(module).values() if isinstance(each, Entry))
