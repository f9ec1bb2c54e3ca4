"""Scenes on paper: in matplotlib's axes, and as PNG, SVG and PDF files."""

from orgmodel.charts.drawing.file import MOST_PIXELS, save, write_whole
from orgmodel.charts.drawing.paint import paint

__all__ = ["MOST_PIXELS", "paint", "save", "write_whole"]
