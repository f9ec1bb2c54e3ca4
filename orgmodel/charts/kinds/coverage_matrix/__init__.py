"""Customers by roles: who covers each, and which roles are missing."""

from orgmodel.charts.base.chart_kind import MOST, ChartKind
from orgmodel.charts.kinds.coverage_matrix.chart import CoverageMatrix

__all__ = ["KIND", "CoverageMatrix"]

KIND = ChartKind(
    "coverage",
    CoverageMatrix,
    "customers by roles: who covers each, and which roles are missing",
    (MOST,),
    marked=True,
)
