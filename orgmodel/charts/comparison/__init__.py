"""Two designs in one chart: what is added, removed, moved and changed."""

from orgmodel.charts.comparison.chart import BeforeAfter

__all__ = ["BeforeAfter"]
