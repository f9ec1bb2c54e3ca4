"""The organisation as boxes and reporting lines."""

from orgmodel.charts.kinds.org_chart.chart import OrgChart

__all__ = ["OrgChart"]
