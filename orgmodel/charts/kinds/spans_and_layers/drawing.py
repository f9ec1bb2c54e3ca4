"""Spans and layers on paper: bars side by side."""

from collections.abc import Sequence

from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.canvas.fitting import Spot, write_within
from orgmodel.charts.canvas.palette import COORDINATOR, EDGE, INK, MUTED, PAPER, VACANT
from orgmodel.charts.canvas.scene import Box, Polyline
from orgmodel.charts.canvas.sketch import Look, Place, Sketch
from orgmodel.charts.kinds.spans_and_layers.bands import Band
from orgmodel.measures import Layer

HELD, VACANCIES, SIDE = "#2f6690", VACANT, COORDINATOR.colour
VACANCY_DASH = (3.0, 1.8)
"""How the parts of a bar look; vacancies are empty with a dashed edge."""

_PANEL, _GUTTER = 470.0, 44.0
_HEAD, _ROW, _BAR = 34.0, 34.0, 15.0
_LABEL, _FIGURE = 66.0, 116.0
_LONGEST = _PANEL - _LABEL - _FIGURE
_MOST_LAYERS = 24

_HEADING = Look(11.0, "bold")
_NAME = Look(9.0, "bold")
_SMALL = Look(7.5, colour=MUTED)
_TEXT = Look(9.0, colour=INK)


def draw_spans(
    sketch: Sketch, bands: Sequence[Band], layers: Sequence[Layer]
) -> tuple[float, float]:
    """Add both panels from the top left corner; return the width and height."""
    spans, depths = Sketch(sketch.typesetter), Sketch(sketch.typesetter)
    heights = _draw_bands(spans, bands), _draw_layers(depths, layers)
    sketch.insert(spans, 0, 0)
    sketch.insert(depths, _PANEL + _GUTTER, 0)
    return 2 * _PANEL + _GUTTER, max(heights)


def _draw_bands(sketch: Sketch, bands: Sequence[Band]) -> float:
    sketch.write("Managers by direct reports", 0, 12, _HEADING, gid="bands")
    managers = sum(len(band.managers) for band in bands)
    longest = max(len(band.managers) for band in bands)
    for number, band in enumerate(bands):
        y, gid, size = _HEAD + number * _ROW, f"band-{number + 1}", len(band.managers)
        sketch.write(band.name, _LABEL - 8, y + 11, _NAME, gid=gid, anchor="end")
        length = _LONGEST * size / longest if longest else 0.0
        if size:
            _draw_bar(sketch, Place(_LABEL, y, length, _BAR), HELD, gid=f"{gid}/bar")
        share = f"{size / managers:.0%}" if managers else "0%"
        sketch.write(share, _LABEL + length + 6, y + 11, _NAME, gid=f"{gid}/share")
        told = sketch.texts[-1]
        after = told.x + told.width + 6
        sketch.write(count(size, "manager"), after, y + 11, _SMALL, gid=f"{gid}/count")
        names = ", ".join(f"{name} ({span})" for name, span in band.managers)
        spot = Spot(_LABEL + 3, y + _BAR + 9.5, _PANEL - _LABEL - 3)
        write_within(sketch, names, spot, _SMALL, gid=f"{gid}/names")
    return _draw_axis(sketch, len(bands), "bands/axis")


def _draw_layers(sketch: Sketch, layers: Sequence[Layer]) -> float:
    sketch.write("Positions by layer", 0, 12, _HEADING, gid="layers")
    shown, widest = layers[:_MOST_LAYERS], max(layer.size for layer in layers)
    for number, layer in enumerate(shown):
        y, gid = _HEAD + number * _ROW, f"layer-{layer.number}"
        sketch.write(f"Layer {layer.number}", _LABEL - 8, y + 11, _NAME, gid=gid, anchor="end")
        right = _draw_parts(sketch, layer, y, _LONGEST / widest)
        sketch.write(f"{layer.size:,}", right + 6, y + 11, _NAME, gid=f"{gid}/count")
        parts = ((layer.vacant, "vacant"), (layer.side, "at the side"))
        told = ", ".join(f"{size:,} {what}" for size, what in parts if size)
        if told:
            sketch.write(told, _LABEL + 3, y + _BAR + 9.5, _SMALL, gid=f"{gid}/parts")
    height = _draw_axis(sketch, len(shown), "layers/axis")
    if rest := layers[_MOST_LAYERS:]:
        size = sum(layer.size for layer in rest)
        told = f"and {count(len(rest), 'more layer')} with {count(size, 'position')}"
        sketch.write(told, _LABEL, height + 10, _SMALL, gid="layers/rest")
        height += _ROW / 2
    return height


def _draw_parts(sketch: Sketch, layer: Layer, y: float, scale: float) -> float:
    gid, x = f"layer-{layer.number}", _LABEL
    parts = ((layer.held, HELD, "held"), (layer.vacant, VACANCIES, "vacant"))
    for size, colour, part in (*parts, (layer.side, SIDE, "side")):
        if size:
            place = Place(x, y, size * scale, _BAR)
            hollow = part == "vacant"
            _draw_bar(sketch, place, colour, hollow=hollow, gid=f"{gid}/{part}")
            x += place.width
    return x


def _draw_bar(sketch: Sketch, place: Place, colour: str, *, gid: str, hollow: bool = False) -> None:
    fill, dash = (PAPER, VACANCY_DASH) if hollow else (colour, ())
    sketch.boxes.append(Box(*place, fill, colour, 0.8, dash, radius=1.5, gid=gid))


def _draw_axis(sketch: Sketch, rows: int, gid: str) -> float:
    height = _HEAD + rows * _ROW
    ends = [(_LABEL, _HEAD - 5), (_LABEL, height - 4)]
    sketch.lines.append(Polyline(ends, EDGE, 0.8, gid=gid))
    return height
