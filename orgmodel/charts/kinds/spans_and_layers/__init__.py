"""How many report to whom, and in how many layers."""

from orgmodel.charts.base.chart_kind import ChartKind
from orgmodel.charts.kinds.spans_and_layers.chart import SpansAndLayers

__all__ = ["KIND", "SpansAndLayers"]

KIND = ChartKind("spans", SpansAndLayers, "managers by their direct reports, positions by layer")
