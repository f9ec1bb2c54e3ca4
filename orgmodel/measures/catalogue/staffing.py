"""Measures of people: headcount, vacancies, spans, layers, cost."""

from collections.abc import Iterable

from orgmodel.measures.catalogue.entry import Value, measure
from orgmodel.measures.catalogue.measured import Measured
from orgmodel.measures.core.table import Number
from orgmodel.text import counted


def _cost(measured: Measured, end: int, *, vacant: bool) -> Iterable[Value]:
    cost = measured.cost
    missing = sum(each.position.vacant == vacant for each in cost.unpriced)
    priced = sum(each.position.vacant == vacant for each in cost.priced)
    note = f"excludes {counted(missing, 'position')} without pay data" if missing else ""
    amount = (cost.vacant if vacant else cost.held)[end]
    return [Value(amount if priced or not missing else None, note=note)]


@measure("positions", "positions")
def positions(m: Measured) -> Number | None:
    """All positions, held or vacant."""
    return m.headcount.positions


@measure("held", "positions")
def held(m: Measured) -> Number | None:
    """Positions with a holder."""
    return m.headcount.held


@measure("vacant", "positions")
def vacant(m: Measured) -> Number | None:
    """Positions without a holder."""
    return m.headcount.vacant


@measure("vacancy-rate", "share")
def vacancy_rate(m: Measured) -> Number | None:
    """Vacant over all positions."""
    return m.headcount.vacancy_rate


@measure("fte", "fte")
def fte(m: Measured) -> Number | None:
    """Full-time equivalents of held positions."""
    return m.headcount.fte


@measure("people", "people")
def people(m: Measured) -> Number | None:
    """Different holders of positions."""
    return len(m.graph.boxes)


@measure("managers", "positions")
def managers(m: Measured) -> Number | None:
    """Positions with direct reports."""
    return len(m.spans.all)


@measure("span-median", "positions")
def span_median(m: Measured) -> Number | None:
    """Median number of direct reports of managers, without coordinators and assistants."""
    return m.spans.median


@measure(
    "span-share",
    "share",
    source="bands of orgvue (24753778115101): report shares, for a mean hides them",
)
def span_share(m: Measured) -> Iterable[Value]:
    """Share of managers by number of direct reports."""
    return [Value(band.share, band.name) for band in m.spans.bands]


@measure("layers", "layers")
def layers(m: Measured) -> Number | None:
    """Number of layers from the top to the bottom."""
    return len(m.layers)


@measure("layer-size", "positions")
def layer_size(m: Measured) -> Iterable[Value]:
    """Positions of a layer, held or vacant."""
    return [Value(layer.size, f"layer {layer.number}") for layer in m.layers]


@measure("cost-low", "money")
def cost_low(m: Measured) -> Iterable[Value]:
    """Yearly pay of held positions as they state it, otherwise the low end of benchmarks."""
    return _cost(m, 0, vacant=False)


@measure("cost-high", "money")
def cost_high(m: Measured) -> Iterable[Value]:
    """Yearly pay of held positions as they state it, otherwise the high end of benchmarks."""
    return _cost(m, 1, vacant=False)


@measure("vacant-cost-low", "money")
def vacant_cost_low(m: Measured) -> Iterable[Value]:
    """Yearly pay of vacant positions once they are filled, low end."""
    return _cost(m, 0, vacant=True)


@measure("vacant-cost-high", "money")
def vacant_cost_high(m: Measured) -> Iterable[Value]:
    """Yearly pay of vacant positions once they are filled, high end."""
    return _cost(m, 1, vacant=True)
