"""Territories as a tree: who covers what."""

from orgmodel.charts.kinds.territories.chart import TerritoryChart

__all__ = ["TerritoryChart"]
