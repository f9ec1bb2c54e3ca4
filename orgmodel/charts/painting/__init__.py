"""How boxes look, by rules that are data."""

from orgmodel.charts.painting.described import Described
from orgmodel.charts.painting.look import PLAIN, ChartLook
from orgmodel.charts.painting.paint import Paint, paint_of
from orgmodel.charts.painting.rule import LookRule

__all__ = ["PLAIN", "ChartLook", "Described", "LookRule", "Paint", "paint_of"]
