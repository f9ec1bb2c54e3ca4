"""A scene as an SVG document with real, searchable text."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from orgmodel.charts.canvas.scene import Box, Image, Polyline, Scene, Shape, TextRun
from orgmodel.charts.canvas.text.scripts import starts_right_to_left

FAMILIES = "'DejaVu Sans', Verdana, 'Noto Sans', 'Segoe UI', sans-serif"
"""Families of fonts; those with the same proportions as the one that was measured come first."""

# Overrides of direction would turn around what stands after them; the rest is no text.
_BARRED = "\x7f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff"
_WEIGHTS = {
    "regular": "",
    "bold": ' font-weight="bold"',
    "italic": ' font-style="italic"',
}


def svg_of(scene: Scene) -> str:
    """Return the scene as an SVG document; every text keeps the width that was measured for it."""
    w, h = _n(scene.width), _n(scene.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}pt" height="{h}pt" '
        f'viewBox="0 0 {w} {h}" role="img" font-family="{escape(FAMILIES)}">'
    )
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *_body(scene), "</svg>\n"])


def _body(scene: Scene) -> Iterator[str]:
    yield f"<title>{_text(scene.title)}</title>"
    yield f'<rect width="100%" height="100%" fill="{scene.background}"/>'
    yield from parts_of(scene)


def parts_of(scene: Scene) -> Iterator[str]:
    """Yield the parts of a scene as elements of SVG, from the lowest to the topmost."""
    yield from map(_line, scene.lines)
    yield from map(_box, scene.boxes)
    yield from map(_shape, scene.shapes)
    yield from map(_image, scene.images)
    yield from map(_run, scene.texts)


def _line(line: Polyline) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in line.points)
    return (
        f'<polyline{_id(line.gid)} points="{points}" fill="none" stroke="{line.colour}" '
        f'stroke-width="{_n(line.width)}"{_dash(line.dash)} stroke-linejoin="round">'
        f"{_title(line.title)}</polyline>"
    )


def _box(box: Box) -> str:
    return (
        f"<g{_id(box.gid)}>{_title(box.title)}"
        f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}" '
        f'rx="{_n(box.radius)}" fill="{box.fill}" stroke="{box.edge}" '
        f'stroke-width="{_n(box.edge_width)}"{_dash(box.dash)}/>{_accent(box)}</g>'
    )


def _accent(box: Box) -> str:
    if box.accent is None:
        return ""
    r, w, h = box.radius, box.accent_width, box.height
    way = (
        f"M{_n(box.x + w)} {_n(box.y)}v{_n(h)}h{_n(r - w)}a{_n(r)} {_n(r)} 0 0 1 {_n(-r)} {_n(-r)}"
        f"v{_n(2 * r - h)}a{_n(r)} {_n(r)} 0 0 1 {_n(r)} {_n(-r)}z"
    )
    return f'<path d="{way}" fill="{box.accent}"/>'


def _shape(shape: Shape) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)
    title = _title(shape.title)
    return f'<polygon{_id(shape.gid)} points="{points}" fill="{shape.fill}">{title}</polygon>'


def _image(image: Image) -> str:
    data = b64encode(image.png).decode()
    return (
        f'<image{_id(image.gid)} x="{_n(image.x)}" y="{_n(image.y)}" width="{_n(image.width)}" '
        f'height="{_n(image.height)}" href="data:image/png;base64,{data}"/>'
    )


def _run(run: TextRun) -> str:
    return (
        f'<text{_id(run.gid)} x="{_n(run.x)}" y="{_n(run.y)}" font-size="{_n(run.size)}"'
        f'{_WEIGHTS[run.style]}{_direction(run.text)} fill="{run.colour}" '
        f'textLength="{_n(run.width)}" lengthAdjust="spacingAndGlyphs">{_text(run.text)}</text>'
    )


def _direction(text: str) -> str:
    # With this direction a text ends at its left.
    return ' direction="rtl" text-anchor="end"' if starts_right_to_left(text) else ""


def _n(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".")


def _id(gid: str | None) -> str:
    return f' id="{escape(_text(gid))}"' if gid else ""


def _title(title: str) -> str:
    return f"<title>{_text(title)}</title>" if title else ""


def _dash(dash: tuple[float, ...]) -> str:
    return f' stroke-dasharray="{" ".join(map(_n, dash))}"' if dash else ""


def _text(text: str) -> str:
    """Return the text without what XML forbids, and with its own signs written out."""
    return escape("".join(char for char in text if _is_xml(char)), quote=True)


def _is_xml(char: str) -> bool:
    return char >= " " and not "\ud800" <= char <= "\udfff" and char not in _BARRED
