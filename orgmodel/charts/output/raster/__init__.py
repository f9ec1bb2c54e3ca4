"""Scenes on paper: in matplotlib's axes, and as PNG, SVG and PDF files."""

from orgmodel.charts.output.raster.file import (
    LEGIBLE_DPI,
    MOST_PIXELS,
    affordable_dpi,
    png_of,
    save,
)
from orgmodel.charts.output.raster.folio import save_pages
from orgmodel.charts.output.raster.paint import paint

__all__ = ["LEGIBLE_DPI", "MOST_PIXELS", "affordable_dpi", "paint", "png_of", "save", "save_pages"]
