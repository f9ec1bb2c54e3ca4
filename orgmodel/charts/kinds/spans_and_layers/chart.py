"""Spans and layers as a chart."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from orgmodel.charts.base.chart import Chart, Composed
from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.canvas.frame import Frame
from orgmodel.charts.canvas.legend import Entry, swatch_entry
from orgmodel.charts.canvas.palette import PAPER
from orgmodel.charts.canvas.sketch import Sketch
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.kinds.spans_and_layers.bands import Band, bands_of
from orgmodel.charts.kinds.spans_and_layers.drawing import (
    HELD,
    SIDE,
    VACANCIES,
    VACANCY_DASH,
    draw_spans,
)
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff
from orgmodel.measures import Layer
from orgmodel.measures import layers as layers_of
from orgmodel.model import Org

EMPTY = "There is nothing to draw yet: the organisation has no positions."


@dataclass(frozen=True)
class SpansAndLayers(Chart):
    """How many managers have how many direct reports, and how many positions are in which layer.

    The bands of spans are those that orgvue reports: 1, 2 to 3, 4 to 7, 8 to 12, 13 to 16, and 17
    or more. Vacant positions count; coordinators and assistants at the side do not count in spans
    and are told apart in layers.

    Attributes:
        org: The organisation; a chart shows it as it is at the time of drawing.
        title: The heading; left out, the name of the organisation.
        redact: Whether to leave out names of people.
        on: The day on which the organisation is shown; left out, today.
    """

    org: Org
    title: str | None = None
    redact: bool = False
    on: dt.date | None = None

    def _composed(self, typesetter: Typesetter) -> Composed:
        naming = Naming(Staff(self.org, self.on), redact=self.redact)
        bands, layers = bands_of(naming), layers_of(naming.staff.graph)
        subtitle = _subtitle(bands, layers, len(naming.staff.positions))
        frame = Frame(self.title or self.org.name, subtitle, list(_legend(layers)))
        sketch = Sketch(typesetter)
        width, height = draw_spans(sketch, bands, layers) if layers else (0.0, 0.0)
        named = (name for band in bands for name, _ in band.managers)
        return Composed(frame.around(sketch, width, height), (*frame.texts, *named))


def _subtitle(bands: Sequence[Band], layers: Sequence[Layer], positions: int) -> str:
    if not positions:
        return EMPTY
    spans = [span for band in bands for _, span in band.managers]
    topless = positions - sum(layer.size for layer in layers)
    said = [
        count(positions, "position"),
        count(len(spans), "manager"),
        count(len(layers), "layer"),
    ]
    if spans:
        said.append(f"half of the managers have {median(spans):g} direct reports or fewer")
    if topless:
        said.append(f"{count(topless, 'position')} in no layer, for their lines end in a ring")
    return " \u00b7 ".join(said)


def _legend(layers: Sequence[Layer]) -> Iterator[Entry]:
    vacant, side = any(layer.vacant for layer in layers), any(layer.side for layer in layers)
    if vacant or side:
        yield swatch_entry("held", HELD, HELD)
    if vacant:
        yield swatch_entry("vacant", VACANCIES, PAPER, VACANCY_DASH)
    if side:
        yield swatch_entry("at the side: coordinators and assistants", SIDE, SIDE)
