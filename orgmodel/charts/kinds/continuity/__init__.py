"""Dependence on single people: what loses its cover when somebody leaves."""

from orgmodel.charts.base.chart_kind import MOST, ChartKind
from orgmodel.charts.kinds.continuity.chart import ContinuityChart
from orgmodel.charts.kinds.continuity.stake import Stake

__all__ = ["KIND", "ContinuityChart", "Stake"]

KIND = ChartKind(
    "continuity",
    ContinuityChart.from_org,
    "customers, territories and teams that depend on one person",
    (MOST,),
)
