"""How many report to whom, and in how many layers."""

from orgmodel.charts.spans.chart import SpansAndLayers

__all__ = ["SpansAndLayers"]
