"""Colours as PowerPoint keeps them: by their place in the theme, so that a template recolours them.

The theme of a new presentation is set to the colours that all charts have.
"""

import re

from orgmodel.charts.canvas.palette import EDGE, INK, LINE, MUTED, PAPER, PILL

_THEME = {
    "dk1": INK,
    "dk2": "#12263f",
    "accent1": "#0072b2",
    "accent2": "#009e73",
    "accent3": "#d55e00",
    "accent4": "#56b4e9",
    "accent5": "#e69f00",
    "accent6": "#cc79a7",
}
# On a slide, text and background go by other names than in the theme.
_NAMES = {"dk1": "tx1", "dk2": "tx2"}
_PLACES = {
    **{colour: f'<a:schemeClr val="{_NAMES.get(slot, slot)}"/>' for slot, colour in _THEME.items()},
    PAPER: '<a:schemeClr val="bg1"/>',
    PILL: '<a:schemeClr val="bg1"><a:lumMod val="92000"/></a:schemeClr>',
    EDGE: '<a:schemeClr val="bg1"><a:lumMod val="75000"/></a:schemeClr>',
    LINE: '<a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr>',
    MUTED: '<a:schemeClr val="tx1"><a:lumMod val="75000"/><a:lumOff val="25000"/></a:schemeClr>',
}
_SHORT_STROKE = 2.0


def fill(colour: str | None) -> str:
    """Return a fill of a colour `#rrggbb`, or none."""
    if colour is None:
        return "<a:noFill/>"
    place = _PLACES.get(colour) or f'<a:srgbClr val="{colour[1:].upper()}"/>'
    return f"<a:solidFill>{place}</a:solidFill>"


def line(colour: str | None, width: float = 0.0, dash: tuple[float, ...] = ()) -> str:
    """Return an edge; its width and the lengths of its strokes and gaps are in points."""
    if colour is None or width <= 0:
        return "<a:ln><a:noFill/></a:ln>"
    preset = ("sysDot" if dash[0] < _SHORT_STROKE else "dash") if dash else "solid"
    looks = f'{fill(colour)}<a:prstDash val="{preset}"/><a:round/>'
    return f'<a:ln w="{round(width * 12700)}">{looks}</a:ln>'


def themed(theme: str) -> str:
    """Return the XML of a theme with the colours of all charts in it."""
    for slot, colour in _THEME.items():
        inner = f'<a:{slot}><a:srgbClr val="{colour[1:].upper()}"/></a:{slot}>'
        theme = re.sub(rf"<a:{slot}>.*?</a:{slot}>", inner, theme, flags=re.DOTALL)
    return theme
