"""Scenes on paper: in matplotlib's axes, and as PNG, SVG and PDF files."""

from orgmodel.charts.drawing.file import MOST_PIXELS, png_of, save
from orgmodel.charts.drawing.folio import save_pages
from orgmodel.charts.drawing.paint import paint

__all__ = ["MOST_PIXELS", "paint", "png_of", "save", "save_pages"]
