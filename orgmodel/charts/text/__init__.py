"""Text for charts: measured, shaped and wrapped once, in any script."""

from orgmodel.charts.text.fonts import FontStyle
from orgmodel.charts.text.scripts import MissingGlyphs
from orgmodel.charts.text.shaping import Glyph, Shaped
from orgmodel.charts.text.typesetter import Typesetter, tamed
from orgmodel.charts.text.wrapping import Column

__all__ = ["Column", "FontStyle", "Glyph", "MissingGlyphs", "Shaped", "Typesetter", "tamed"]
