"""A scene: what stands on the paper, as plain values.

All lengths are points (1/72 inch), the origin is the top left corner and y grows downwards.
Colours are `#rrggbb`. Painted in this order: lines, boxes, shapes, images,
texts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from orgmodel.charts.canvas.text.fonts import FontStyle


@dataclass(frozen=True)
class Box:
    """A rectangle with round corners.

    Attributes:
        dash: Lengths of strokes and gaps of the edge; empty is a solid edge.
        radius: Of the corners.
        accent: Colour of a bar inside the left edge.
        accent_width: Width of that bar.
        gid: Name of the box in the drawing, unique within the scene.
        title: What the box says in full, for screen readers and tool tips.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str
    edge: str
    edge_width: float = 0.8
    dash: tuple[float, ...] = ()
    radius: float = 4.0
    accent: str | None = None
    accent_width: float = 4.0
    gid: str | None = None
    title: str = ""


@dataclass(frozen=True)
class Polyline:
    """A line through points."""

    points: Sequence[tuple[float, float]]
    colour: str
    width: float = 0.9
    dash: tuple[float, ...] = ()
    gid: str | None = None
    title: str = ""


@dataclass(frozen=True)
class Shape:
    """A filled polygon: a star, a triangle, an octagon."""

    points: Sequence[tuple[float, float]]
    fill: str
    gid: str | None = None
    title: str = ""


@dataclass(frozen=True)
class Image:
    """A small picture.

    Attributes:
        png: The file.
    """

    x: float
    y: float
    width: float
    height: float
    png: bytes
    gid: str | None = None


@dataclass(frozen=True)
class TextRun:
    """A piece of text on one line.

    Attributes:
        x: Left end of the text.
        y: Base line.
        width: Room that the text takes to the right of `x`.
    """

    x: float
    y: float
    text: str
    width: float
    size: float = 10.0
    style: FontStyle = "regular"
    colour: str = "#1b2733"
    gid: str | None = None


@dataclass(frozen=True)
class Scene:
    """A whole picture."""

    width: float
    height: float
    lines: Sequence[Polyline] = ()
    boxes: Sequence[Box] = ()
    shapes: Sequence[Shape] = ()
    texts: Sequence[TextRun] = ()
    background: str = "#ffffff"
    title: str = ""
    images: Sequence[Image] = ()


class Composed(NamedTuple):
    """A scene, and in full the texts that it was to say."""

    scene: Scene
    texts: Iterable[str]
