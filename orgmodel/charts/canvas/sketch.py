"""A scene that is being put together."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from orgmodel.charts.canvas.palette import INK
from orgmodel.charts.canvas.scene import Box, Image, Polyline, Scene, Shape, TextRun
from orgmodel.charts.canvas.shift import Shift
from orgmodel.charts.canvas.text import FontStyle, Typesetter, tamed
from orgmodel.charts.canvas.text.fonts import EM

LEADING = 1.38
"""Height of a line in font sizes."""

ASCENT = 1.02
"""How far a line reaches above its base line, in font sizes; the rest is below."""

_DESCENT = LEADING - ASCENT

Anchor = Literal["start", "middle", "end"]
_SHIFTS = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Place(NamedTuple):
    """Where a box stands: its top left corner and its size, in points."""

    x: float
    y: float
    width: float
    height: float


class Look(NamedTuple):
    """How a text looks; the size is in points."""

    size: float
    style: FontStyle = "regular"
    colour: str = INK


@dataclass
class Sketch:
    """Collects the parts of a scene; of one kind, the later ones lie on top."""

    typesetter: Typesetter
    lines: list[Polyline] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    texts: list[TextRun] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)

    def write(  # noqa: PLR0913  # a text, its place, its look and its name
        self,
        text: str,
        x: float,
        y: float,
        look: Look,
        *,
        gid: str | None = None,
        anchor: Anchor = "start",
    ) -> TextRun:
        """Take in a text with its base line at a place, and return it.

        A pile of marks that would leave the line is set smaller, so that it stays in.
        """
        text = tamed(text)
        left, bottom, right, top = self.typesetter.shape(text, look.style).ink
        size = look.size / max(top / ASCENT / EM, -bottom / _DESCENT / EM, 1)
        width = (right - left) * size / EM
        start = x - _SHIFTS[anchor] * width
        written = TextRun(start, y, text, width, size, look.style, look.colour, gid)
        self.texts.append(written)
        return written

    def insert(self, other: "Sketch", x: float, y: float, scale: float = 1.0) -> None:
        """Take in all of another sketch, enlarged, with its origin at a place."""
        to = Shift(x, y, scale)
        self.lines += map(to.line, other.lines)
        self.boxes += map(to.box, other.boxes)
        self.shapes += map(to.shape, other.shapes)
        self.texts += map(to.text, other.texts)
        self.images += map(to.image, other.images)

    def scene(self, width: float, height: float, title: str) -> Scene:
        """Return the finished scene, its size in points."""
        return Scene(
            width,
            height,
            tuple(self.lines),
            tuple(self.boxes),
            tuple(self.shapes),
            tuple(self.texts),
            title=title,
            images=tuple(self.images),
        )
