"""Measures of who there is: heads, vacancies, spans, layers, cost."""

from collections.abc import Iterable

from orgmodel.measures.catalogue.entry import Entry, Value, several, single, sourced
from orgmodel.measures.catalogue.measured import Measured
from orgmodel.text import counted


def _bands(measured: Measured) -> Iterable[Value]:
    return [Value(band.share, band.name) for band in measured.spans.bands]


def _layers(measured: Measured) -> Iterable[Value]:
    return [Value(layer.size, f"layer {layer.number}") for layer in measured.layers]


def _cost(measured: Measured, end: int, *, vacant: bool) -> Iterable[Value]:
    cost = measured.cost
    missing = sum(each.position.vacant == vacant for each in cost.unpriced)
    priced = sum(each.position.vacant == vacant for each in cost.priced)
    note = f"without {counted(missing, 'position')} of unknown pay" if missing else ""
    amount = (cost.vacant if vacant else cost.held)[end]
    return [Value(amount if priced or not missing else None, note=note)]


STAFFING: tuple[Entry, ...] = (
    single("positions", "positions", "All boxes, held or not.", lambda m: m.headcount.positions),
    single("held", "positions", "Positions that somebody holds.", lambda m: m.headcount.held),
    single("vacant", "positions", "Positions that nobody holds.", lambda m: m.headcount.vacant),
    single(
        "vacancy-rate", "share", "Vacant over all positions.", lambda m: m.headcount.vacancy_rate
    ),
    single("fte", "fte", "Full-time equivalents of held positions.", lambda m: m.headcount.fte),
    single("people", "people", "Different holders of positions.", lambda m: len(m.graph.boxes)),
    single("managers", "positions", "Positions with direct reports.", lambda m: len(m.spans.all)),
    single(
        "span-median",
        "positions",
        "Direct reports of the manager in the middle; those at the side do not count.",
        lambda m: m.spans.median,
    ),
    sourced(
        several("span-share", "share", "Managers with so many direct reports, over all.", _bands),
        "bands of orgvue (24753778115101): report shares, for a mean hides them",
    ),
    single("layers", "layers", "Steps from the top to the bottom.", lambda m: len(m.layers)),
    several("layer-size", "positions", "Positions in a layer, held or not.", _layers),
    several(
        "cost-low",
        "money",
        "Yearly pay of held positions as they state it, else the low end of benchmarks.",
        lambda m: _cost(m, 0, vacant=False),
    ),
    several(
        "cost-high",
        "money",
        "Yearly pay of held positions as they state it, else the high end of benchmarks.",
        lambda m: _cost(m, 1, vacant=False),
    ),
    several(
        "vacant-cost-low",
        "money",
        "Yearly pay of vacant positions, once they are filled; the low end.",
        lambda m: _cost(m, 0, vacant=True),
    ),
    several(
        "vacant-cost-high",
        "money",
        "Yearly pay of vacant positions, once they are filled; the high end.",
        lambda m: _cost(m, 1, vacant=True),
    ),
)
"""In the order in which they are told."""
