"""How many report to whom, and in how many layers."""

from orgmodel.charts.kinds.spans_and_layers.chart import SpansAndLayers

__all__ = ["SpansAndLayers"]
