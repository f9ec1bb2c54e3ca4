"""Territories as a tree: who covers what."""

from orgmodel.charts.base.chart_kind import PROPORTIONS, STYLE, ChartKind
from orgmodel.charts.kinds.territories.chart import TerritoryChart

__all__ = ["KIND", "TerritoryChart"]

KIND = ChartKind(
    "territories",
    TerritoryChart,
    "territories, their owners, and the gaps between them",
    (STYLE, PROPORTIONS),
    marked=True,
)
