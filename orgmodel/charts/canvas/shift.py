"""Parts of a scene, moved and enlarged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from orgmodel.charts.canvas.scene import Box, Image, Polyline, Shape, TextRun


@dataclass(frozen=True)
class Shift:
    """Enlarges by a scale about the origin, then moves the origin to a place."""

    x: float
    y: float
    scale: float = 1.0

    def line(self, line: Polyline) -> Polyline:
        """Return the line in its new place."""
        points, dash = self._points(line.points), self._dash(line.dash)
        return replace(line, points=points, width=line.width * self.scale, dash=dash)

    def box(self, box: Box) -> Box:
        """Return the box in its new place."""
        x, y = self._point(box.x, box.y)
        return replace(
            box,
            x=x,
            y=y,
            width=box.width * self.scale,
            height=box.height * self.scale,
            radius=box.radius * self.scale,
            edge_width=box.edge_width * self.scale,
            accent_width=box.accent_width * self.scale,
            dash=self._dash(box.dash),
        )

    def shape(self, shape: Shape) -> Shape:
        """Return the shape in its new place."""
        return replace(shape, points=self._points(shape.points))

    def image(self, image: Image) -> Image:
        """Return the image in its new place."""
        x, y = self._point(image.x, image.y)
        width, height = image.width * self.scale, image.height * self.scale
        return replace(image, x=x, y=y, width=width, height=height)

    def text(self, text: TextRun) -> TextRun:
        """Return the text in its new place."""
        x, y = self._point(text.x, text.y)
        return replace(text, x=x, y=y, width=text.width * self.scale, size=text.size * self.scale)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return x * self.scale + self.x, y * self.scale + self.y

    def _points(self, points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
        return tuple(self._point(x, y) for x, y in points)

    def _dash(self, dash: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(stroke * self.scale for stroke in dash)
