"""Figures for the comparison of two designs."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from orgmodel.measures import Cost, Headcount, cost, headcount, layers, spans
from orgmodel.network import OrgGraph


@dataclass(frozen=True)
class Figures:
    """Headcount, spans, layers and cost of a design.

    Attributes:
        heads: Positions held and vacant, with their full-time equivalents.
        people: Number of different holders.
        layers: Number of layers.
        bands: Number of managers with a span in each band, by its name, such as ``4-7``.
        mean_span: The mean of all spans; None without managers.
        cost: Cost of positions, and the positions without known cost.
    """

    heads: Headcount
    people: int
    layers: int
    bands: Mapping[str, int]
    mean_span: float | None
    cost: Cost

    @property
    def paid(self) -> tuple[Decimal, Decimal] | None:
        """Lower and upper bound of the yearly cost of held positions; None if no pay is known."""
        known = any(not each.position.vacant for each in self.cost.priced)
        return self.cost.held if known else None

    @property
    def unpriced(self) -> int:
        """Number of held positions that the cost excludes."""
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
