"""The words around a picture: heading above, legend below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgmodel.charts.canvas.heading import draw_heading
from orgmodel.charts.canvas.legend import Entry, draw_legend
from orgmodel.charts.canvas.scene import Scene
from orgmodel.charts.canvas.sketch import Sketch

_MARGIN = 24.0
_HEADING_GAP, _LEGEND_GAP = 18.0, 22.0
_LEAST_WIDTH, _PLAIN_WIDTH = 320.0, 1000.0


@dataclass(frozen=True)
class Frame:
    """What stands around a picture."""

    title: str
    subtitle: str
    legend: Sequence[Entry] = ()

    @property
    def texts(self) -> Iterator[str]:
        """All of its texts, in full."""
        yield from (self.title, self.subtitle)
        yield from (entry.meaning for entry in self.legend)

    def around(self, body: Sketch, body_width: float, body_height: float) -> Scene:
        """Return the scene of a picture with the words around it; its size is in points."""
        width = max(body_width, _LEAST_WIDTH)
        # The words around a large chart grow with it, but slower.
        scale = max(1.0, (width / _PLAIN_WIDTH) ** 0.7)
        sketch, heading, legend = (Sketch(body.typesetter) for _ in range(3))
        above = scale * draw_heading(heading, self.title, self.subtitle, width / scale)
        below = scale * draw_legend(legend, self.legend, width / scale)
        top = _MARGIN + above + _HEADING_GAP
        bottom = top + body_height + _LEGEND_GAP
        sketch.insert(heading, _MARGIN, _MARGIN, scale)
        sketch.insert(body, _MARGIN + (width - body_width) / 2, top)
        sketch.insert(legend, _MARGIN, bottom, scale)
        return sketch.scene(width + 2 * _MARGIN, bottom + below + _MARGIN, self.title)
