"""Scenes on paper: in matplotlib's axes, and as PNG, SVG and PDF files."""

from orgmodel.charts.drawing.file import LEGIBLE_DPI, MOST_PIXELS, affordable_dpi, png_of, save
from orgmodel.charts.drawing.folio import save_pages
from orgmodel.charts.drawing.paint import paint

__all__ = ["LEGIBLE_DPI", "MOST_PIXELS", "affordable_dpi", "paint", "png_of", "save", "save_pages"]
