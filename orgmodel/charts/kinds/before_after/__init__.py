"""Two designs in one chart: what is added, removed, moved and changed."""

from orgmodel.charts.kinds.before_after.chart import BeforeAfter

__all__ = ["BeforeAfter"]
