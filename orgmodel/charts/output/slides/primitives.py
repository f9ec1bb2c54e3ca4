"""The parts of any scene as shapes of a slide, larger or smaller and in another place."""

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.charts.canvas.scene import Box, Polyline, Scene, Shape, TextRun
from orgmodel.charts.canvas.shift import Shift
from orgmodel.charts.canvas.sketch import ASCENT, LEADING, Place
from orgmodel.charts.output.slides.colours import fill, line
from orgmodel.charts.output.slides.geometry import left_edge, polygon, rounded
from orgmodel.charts.output.slides.markup import Label, Markup
from orgmodel.charts.output.slides.text_runs import Text, Words


@dataclass(frozen=True)
class Primitives:
    """Turns parts of a scene into shapes.

    Attributes:
        markup: Makes the shapes.
        to: Where to and how large.
    """

    markup: Markup
    to: Shift

    def all(self, scene: Scene) -> Iterator[str]:
        """Yield the shapes of a scene, from the lowest to the topmost."""
        yield from (self.line(one) for one in scene.lines if len(one.points) > 1)
        for box in scene.boxes:
            yield from self.box(box)
        yield from map(self.shape, scene.shapes)
        yield from map(self.text, scene.texts)

    def line(self, part: Polyline) -> str:
        """Return a line that is glued to nothing."""
        moved = self.to.line(part)
        place, form = polygon(moved.points, closed=False)
        looks = f"<a:noFill/>{line(moved.colour, moved.width, moved.dash)}"
        return self.markup.shape(
            Label("Line", part.title, ornament=not part.title), place, form, looks
        )

    def box(self, part: Box) -> Iterator[str]:
        """Yield a rectangle, and the bar inside its left edge if it has one."""
        moved = self.to.box(part)
        place = Place(moved.x, moved.y, moved.width, moved.height)
        looks = fill(moved.fill) + line(moved.edge, moved.edge_width, moved.dash)
        name = part.title.split("\n", 1)[0] or "Box"
        label = Label(name, part.title, ornament=not part.title)
        yield self.markup.shape(label, place, rounded(place, moved.radius), looks)
        if moved.accent:
            bar = Place(moved.x, moved.y, moved.accent_width, moved.height)
            looks = fill(moved.accent) + line(None)
            form = left_edge(bar, moved.radius)
            yield self.markup.shape(Label("Bar", ornament=True), bar, form, looks)

    def shape(self, part: Shape) -> str:
        """Return a polygon."""
        moved = self.to.shape(part)
        place, form = polygon(moved.points)
        return self.markup.shape(
            Label("Sign", part.title, ornament=not part.title),
            place,
            form,
            fill(part.fill) + line(None),
        )

    def text(self, part: TextRun) -> str:
        """Return a text on one line."""
        moved = self.to.text(part)
        place = Place(moved.x, moved.y - moved.size * ASCENT, moved.width, moved.size * LEADING)
        bold, italic = part.style == "bold", part.style == "italic"
        words = Words(part.text, moved.size, part.colour, bold, italic)
        looks = "<a:noFill/><a:ln><a:noFill/></a:ln>"
        return self.markup.shape(Label("Text"), place, "rect", looks, Text([[words]]))


def extent_of(scene: Scene) -> Place:
    """Return the place that all parts of a scene take together."""
    corners = [
        *(point for line_ in scene.lines for point in line_.points),
        *(point for shape in scene.shapes for point in shape.points),
        *((box.x, box.y) for box in scene.boxes),
        *((box.x + box.width, box.y + box.height) for box in scene.boxes),
        *((text.x, text.y - text.size) for text in scene.texts),
        *((text.x + text.width, text.y + text.size) for text in scene.texts),
    ] or [(0.0, 0.0), (scene.width, scene.height)]
    left, top = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right, bottom = (max(corner[axis] for corner in corners) for axis in (0, 1))
    return Place(left, top, max(right - left, 1.0), max(bottom - top, 1.0))
