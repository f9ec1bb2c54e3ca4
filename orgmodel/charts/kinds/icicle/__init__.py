"""Whole organisations of thousands, each level a row."""

from orgmodel.charts.base.chart_kind import DIRECTION, ChartKind
from orgmodel.charts.kinds.icicle.chart import Icicle

__all__ = ["KIND", "Icicle"]

KIND = ChartKind("icicle", Icicle, "the whole organisation, for thousands of people", (DIRECTION,))
