"""Territories as a tree: who covers what."""

from orgmodel.charts.territories.chart import TerritoryChart

__all__ = ["TerritoryChart"]
