"""The catalogue: every measure of a whole organisation with its definition."""

from collections.abc import Sequence

from orgmodel.measures.catalogue import market, plans, staffing
from orgmodel.measures.catalogue.entry import Entry, entries_of
from orgmodel.measures.catalogue.measured import Measured, measured_of
from orgmodel.measures.core.subject import Subject
from orgmodel.measures.core.table import Figure, Measure, Table
from orgmodel.model import UnknownError
from orgmodel.text import did_you_mean

_ENTRIES: tuple[Entry, ...] = tuple(
    entry for module in (staffing, market, plans) for entry in entries_of(module)
)

MEASURES: tuple[Measure, ...] = tuple(entry.measure for entry in _ENTRIES)
"""Every measure of the whole, in order."""


def table(measured: Measured | Subject, names: Sequence[str] = ()) -> Table:
    """Return the figures of a design.

    Args:
        measured: The design, in whatever form it is at hand.
        names: Which measures, by name or by the beginning of names up to a hyphen, such as
            ``span``; left out, all. They come in the order of the catalogue.

    Raises:
        UnknownError: If no measure has such a name; the message names the nearest.
    """
    _refuse_unknown(names)
    measured = measured_of(measured)
    figures = [
        Figure(entry.measure, value.number, value.of, value.note)
        for entry in _ENTRIES
        if not names or any(_named(entry.measure, name) for name in names)
        for value in entry.work(measured)
    ]
    return Table(tuple(figures), measured.org.currency)


def _named(measure: Measure, name: str) -> bool:
    return measure.name == name or measure.name.startswith(f"{name}-")


def _refuse_unknown(names: Sequence[str]) -> None:
    for name in names:
        if not any(_named(measure, name) for measure in MEASURES):
            meant = did_you_mean(name, (measure.name for measure in MEASURES))
            raise UnknownError(f"There is no measure {name!r}{meant}")
