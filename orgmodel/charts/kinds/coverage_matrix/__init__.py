"""Customers by roles: who is there for whom, and who is lacking."""

from orgmodel.charts.kinds.coverage_matrix.chart import CoverageMatrix

__all__ = ["CoverageMatrix"]
