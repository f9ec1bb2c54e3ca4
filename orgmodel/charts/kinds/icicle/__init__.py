"""Whole organisations of thousands, each level a row."""

from orgmodel.charts.kinds.icicle.chart import Icicle

__all__ = ["Icicle"]
