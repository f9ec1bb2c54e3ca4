"""How boxes look, by rules that are data."""

from orgmodel.charts.cards.styling.described import Described
from orgmodel.charts.cards.styling.look import PLAIN, ChartLook
from orgmodel.charts.cards.styling.paint import Paint, paint_of
from orgmodel.charts.cards.styling.rule import LookRule

__all__ = ["PLAIN", "ChartLook", "Described", "LookRule", "Paint", "paint_of"]
