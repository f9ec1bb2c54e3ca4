"""A sheet of paper with its heading, its legend and its footer."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.charts.canvas.heading import draw_heading
from orgmodel.charts.canvas.legend import Entry, draw_legend
from orgmodel.charts.canvas.palette import MUTED
from orgmodel.charts.canvas.scene import Scene
from orgmodel.charts.canvas.sketch import LEADING, Look, Sketch
from orgmodel.charts.canvas.text import Column, Typesetter
from orgmodel.charts.output.paging.paper import Size

_MARGIN = 28.0
"""About a centimetre: common printers leave less free."""
_HEADING = 2 * LEADING * 16.0
_GAP, _FOOTER = 12.0, 16.0
_TITLE, _SUBTITLE = Look(16.0, "bold"), Look(9.5)
_FOOT = Look(8.0, colour=MUTED)


@dataclass(frozen=True)
class Words:
    """What stands around the body of a page.

    Attributes:
        title: At the top.
        subtitle: Below it.
        left: At the foot, on the left.
        right: At the foot, on the right.
    """

    title: str
    subtitle: str
    left: str
    right: str


@dataclass(frozen=True)
class Leaf:
    """A sheet of paper.

    Attributes:
        size: In points.
        typesetter: Measures the texts.
    """

    size: Size
    typesetter: Typesetter

    @property
    def width(self) -> float:
        """Between the margins, in points."""
        return self.size.width - 2 * _MARGIN

    def room(self, legend: Sequence[Entry] = ()) -> Size:
        """Return the size of the body of a page, in points."""
        below = draw_legend(Sketch(self.typesetter), legend, self.width)
        taken = _HEADING + 2 * _MARGIN + _FOOTER + _GAP + (below + _GAP if legend else 0.0)
        return Size(self.width, max(self.size.height - taken, 1.0))

    def scene(
        self, words: Words, body: Sketch, extent: Size, legend: Sequence[Entry] = ()
    ) -> Scene:
        """Return a page with a body of some extent, in points, in the middle below the heading."""
        sketch, heading, signs = (Sketch(self.typesetter) for _ in range(3))
        title, subtitle = self._line(words.title, _TITLE), self._line(words.subtitle, _SUBTITLE)
        above = draw_heading(heading, title, subtitle, self.width + 1)
        below = draw_legend(signs, legend, self.width)
        sketch.insert(heading, _MARGIN, _MARGIN)
        left = _MARGIN + (self.width - extent.width) / 2
        sketch.insert(body, left, _MARGIN + above + _GAP)
        foot = self.size.height - _MARGIN
        sketch.insert(signs, _MARGIN, foot - _FOOTER - below)
        right = sketch.write(
            words.right, self.size.width - _MARGIN, foot, _FOOT, gid="page", anchor="end"
        )
        room = Column(self.typesetter, right.x - _MARGIN - _GAP, _FOOT.size)
        for text in room.wrap(words.left, most_lines=1):
            sketch.write(text, _MARGIN, foot, _FOOT, gid="chart")
        return sketch.scene(self.size.width, self.size.height, words.title)

    def _line(self, text: str, look: Look) -> str:
        column = Column(self.typesetter, self.width, look.size, look.style)
        return "".join(column.wrap(text, most_lines=1))
