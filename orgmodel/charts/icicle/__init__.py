"""Whole organisations of thousands, each level a row."""

from orgmodel.charts.icicle.chart import Icicle

__all__ = ["Icicle"]
