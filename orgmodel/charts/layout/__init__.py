"""Places for boxes and lines of an organisation: pure geometry, in points."""

from orgmodel.charts.layout.arrange import lay_out
from orgmodel.charts.layout.forest import Direction, Forest, Layout, Line, Options, Polyline, Style
from orgmodel.charts.layout.routes import route

__all__ = [
    "Direction",
    "Forest",
    "Layout",
    "Line",
    "Options",
    "Polyline",
    "Style",
    "lay_out",
    "route",
]
