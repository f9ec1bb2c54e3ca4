"""The numbers that two designs are compared by."""

from collections.abc import Mapping
from dataclasses import dataclass

from orgmodel.measures import Headcount, headcount, layers, spans
from orgmodel.network import OrgGraph


@dataclass(frozen=True)
class Figures:
    """Heads, spans and layers of a design.

    Attributes:
        heads: Positions held and vacant, with their full-time equivalents.
        people: How many different people hold them.
        layers: How many layers there are.
        bands: How many managers have a span in each band, by its name, such as ``4-7``.
        mean_span: The mean of all spans; None without managers.
    """

    heads: Headcount
    people: int
    layers: int
    bands: Mapping[str, int]
    mean_span: float | None


def figures(graph: OrgGraph) -> Figures:
    """Return the numbers of a design."""
    found = spans(graph)
    return Figures(
        headcount(graph),
        len(graph.boxes),
        len(layers(graph)),
        {band.name: len(band.spans) for band in found.bands},
        found.mean,
    )
