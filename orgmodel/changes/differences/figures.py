"""The numbers that two designs are compared by."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from orgmodel.measures import Cost, Headcount, cost, headcount, layers, spans
from orgmodel.network import OrgGraph


@dataclass(frozen=True)
class Figures:
    """Heads, spans, layers and cost of a design.

    Attributes:
        heads: Positions held and vacant, with their full-time equivalents.
        people: How many different people hold them.
        layers: How many layers there are.
        bands: How many managers have a span in each band, by its name, such as ``4-7``.
        mean_span: The mean of all spans; None without managers.
        cost: What positions cost, and those of which nobody knows.
    """

    heads: Headcount
    people: int
    layers: int
    bands: Mapping[str, int]
    mean_span: float | None
    cost: Cost

    @property
    def paid(self) -> tuple[Decimal, Decimal] | None:
        """Lower and upper end of what held positions cost a year; None if no pay is known."""
        known = any(not each.position.vacant for each in self.cost.priced)
        return self.cost.held if known else None

    @property
    def unpriced(self) -> int:
        """How many held positions are no part of the cost."""
        return sum(not each.position.vacant for each in self.cost.unpriced)


def figures(graph: OrgGraph) -> Figures:
    """Return the numbers of a design."""
    found = spans(graph)
    return Figures(
        headcount(graph),
        len(graph.boxes),
        len(layers(graph)),
        {band.name: len(band.spans) for band in found.bands},
        found.mean,
        cost(graph),
    )
