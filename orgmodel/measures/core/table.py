"""Figures as a table that can be printed, drawn and compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from orgmodel.text import html_table, money, percent

Number = int | float | Decimal

_PLACES = {"coefficient": 3, "index": 2}


@dataclass(frozen=True)
class Measure:
    """The definition of a figure.

    Attributes:
        name: Its short name, such as ``span-median``.
        unit: Of the figure; ``share`` is a part of a whole, 0 to 1; ``money`` is a yearly amount in
            the currency of the organisation; ``index`` is a number over what is normal, 1;
            ``coefficient`` is a number of a method that the definition names.
        definition: What is counted or divided by what.
        source: Whose method it is; empty where it is plain counting.
    """

    name: str
    unit: str
    definition: str
    source: str = ""


@dataclass(frozen=True)
class Figure:
    """One number.

    Attributes:
        measure: What it says.
        value: The number; None where the design does not hold what it takes.
        of: The subject: the id of a position or territory, a band, a period; empty for the whole.
        note: What it excludes, or why there is no value.
    """

    measure: Measure
    value: Number | None
    of: str = ""
    note: str = ""


def said(figure: Figure, currency: str) -> str:
    """Return a number with its unit, as people read it; a dash where there is none."""
    if figure.value is None:
        return "-"
    unit = figure.measure.unit
    if unit == "share":
        return percent(figure.value, places=1)
    if unit == "money":
        return money(figure.value, currency, exact=False)
    if unit in _PLACES:
        return f"{figure.value:,.{_PLACES[unit]}f}"
    return _number(figure.value)


def _number(value: Number) -> str:
    if isinstance(value, int) or value == int(value):
        return f"{int(value):,}"
    return f"{value:,.1f}"


@dataclass(frozen=True)
class Table:
    """Figures of one design on one day, in the order of the catalogue.

    Attributes:
        figures: The figures, each of them once per measure and what it is of.
        currency: Of all amounts.
    """

    figures: tuple[Figure, ...]
    currency: str

    def __iter__(self) -> Iterator[Figure]:
        return iter(self.figures)

    def __len__(self) -> int:
        return len(self.figures)

    def __repr__(self) -> str:
        return f"<Table of {len(self)} figures>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: a row for each figure."""
        rows = [(f.measure.name, f.of, said(f, self.currency), f.note) for f in self]
        return html_table(rows, heads=("measure", "of", "figure", "note"))

    def to_records(self) -> list[dict[str, str | float | int | None]]:
        """Return a flat row of plain values per figure, for tables of pandas or polars.

        Columns: ``measure``, ``of``, ``value`` (None where the design does not say), ``unit``
        (``money`` is in the currency of the design, ``share`` is 0 to 1), ``note``.
        """
        return [
            {
                "measure": figure.measure.name,
                "of": figure.of,
                "value": float(figure.value) if isinstance(figure.value, Decimal) else figure.value,
                "unit": figure.measure.unit,
                "note": figure.note,
            }
            for figure in self
        ]

    @cached_property
    def _by_key(self) -> dict[tuple[str, str], Figure]:
        return {(figure.measure.name, figure.of): figure for figure in self.figures}

    def get(self, measure: str, of: str = "") -> Figure | None:
        """Return one figure by the name of its measure and what it is of."""
        return self._by_key.get((measure, of))

    def value(self, measure: str, of: str = "") -> Number | None:
        """Return one number; None where there is no such figure, or the design does not say."""
        figure = self.get(measure, of)
        return figure.value if figure else None


@dataclass(frozen=True)
class Difference:
    """A figure before and after a change.

    Attributes:
        measure: What it says.
        of: What it is of.
        before: The number before; None where there was none.
        after: The number after; None where there is none.
    """

    measure: Measure
    of: str
    before: Number | None
    after: Number | None

    @property
    def change(self) -> Number | None:
        """After less before, in the unit of the measure; None where either is not known."""
        if self.before is None or self.after is None:
            return None
        if isinstance(self.before, float) or isinstance(self.after, float):
            return float(self.after) - float(self.before)
        return self.after - self.before


def compare(before: Table, after: Table) -> tuple[Difference, ...]:
    """Return the figures that differ, in the order of both tables, those of the first one first.

    Floats that differ by less than a part in a thousand million are alike: sums taken in another
    order do.
    """
    keys = dict.fromkeys((f.measure.name, f.of) for table in (before, after) for f in table)
    found = []
    for key in keys:
        old, new = before.get(*key), after.get(*key)
        measure = (old or new).measure  # type: ignore[union-attr]  # the key is of one of them
        was, now = old.value if old else None, new.value if new else None
        if not _alike(was, now):
            found.append(Difference(measure, key[1], was, now))
    return tuple(found)


_CLOSE = 1e-9


def _alike(was: Number | None, now: Number | None) -> bool:
    if was is None or now is None or not isinstance(was, float) or not isinstance(now, float):
        return was == now
    return abs(was - now) <= _CLOSE * max(abs(was), abs(now), 1e-3)
