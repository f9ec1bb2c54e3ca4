"""Text for charts: measured, shaped and wrapped once, in any script."""

from orgmodel.charts.canvas.text.fonts import FontStyle
from orgmodel.charts.canvas.text.scripts import MissingGlyphs
from orgmodel.charts.canvas.text.shaping import Glyph, Shaped
from orgmodel.charts.canvas.text.typesetter import Typesetter, tamed
from orgmodel.charts.canvas.text.wrapping import Column

__all__ = ["Column", "FontStyle", "Glyph", "MissingGlyphs", "Shaped", "Typesetter", "tamed"]
