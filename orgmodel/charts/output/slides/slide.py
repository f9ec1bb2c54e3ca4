"""One slide: title, subtitle, legend, and room for a chart between them."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from orgmodel.charts.canvas.legend import Entry, draw_legend
from orgmodel.charts.canvas.palette import MUTED
from orgmodel.charts.canvas.shift import Shift
from orgmodel.charts.canvas.sketch import Place, Sketch
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.output.slides.files import HEIGHT, WIDTH
from orgmodel.charts.output.slides.markup import Label, Markup
from orgmodel.charts.output.slides.primitives import Primitives
from orgmodel.charts.output.slides.text_runs import Text, Words, said

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide as PptxSlide

_MARGIN = 30.0
_TITLE, _SUBTITLE = Place(_MARGIN, 14, WIDTH - 2 * _MARGIN, 32), Place(_MARGIN, 46, 900, 16)
_TOP, _BOTTOM = 76.0, 14.0
_LEGEND_SCALE = 1.2
_LEGEND_GAP = 12.0
_TITLE_ONLY = 5
# Numbers below this belong to the placeholders.
_FIRST = 10
_LONGEST_TITLE = 70


class Slide:
    """A slide that is being filled."""

    def __init__(self, deck: "Presentation", title: str, subtitle: str = "") -> None:
        from pptx.oxml import parse_xml  # noqa: PLC0415  # an extra, and slow

        self._parse = parse_xml
        self.pptx: PptxSlide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
        self.markup = Markup(_FIRST)
        self._entitle(title)
        if subtitle:
            words = Words(subtitle, 11, MUTED)
            looks = "<a:noFill/><a:ln><a:noFill/></a:ln>"
            text = Text([[words]], anchor="t", wrap=True)
            self.add([self.markup.shape(Label("Subtitle"), _SUBTITLE, "rect", looks, text)])

    def _entitle(self, title: str) -> None:
        from pptx.enum.text import PP_ALIGN  # noqa: PLC0415  # an extra
        from pptx.util import Pt  # noqa: PLC0415

        shape = self.pptx.shapes.title
        if shape is None:
            return
        shape.left, shape.top, shape.width, shape.height = map(Pt, _TITLE)
        frame = shape.text_frame
        frame.text = said(title, _LONGEST_TITLE)
        frame.margin_left = frame.margin_top = frame.margin_bottom = Pt(0)
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        frame.paragraphs[0].font.size, frame.paragraphs[0].font.bold = Pt(22), True

    def add(self, shapes: Iterable[str]) -> None:
        """Add shapes on top of what is there."""
        tree = self.pptx.shapes._spTree  # noqa: SLF001  # the only door to XML of one's own
        for shape in shapes:
            tree.append(self._parse(shape))

    def link_to(self, other: "Slide") -> str:
        """Return the relation by which a shape leads to another slide."""
        from pptx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415  # an extra

        return str(self.pptx.part.relate_to(other.pptx.part, RELATIONSHIP_TYPE.SLIDE))

    def embed(self, png: bytes) -> str:
        """Return the relation to a picture, which the file holds only once."""
        _, relation = self.pptx.part.get_or_add_image_part(BytesIO(png))
        return str(relation)

    def note(self, lines: Sequence[str]) -> None:
        """Write notes for the speaker."""
        frame = self.pptx.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = "\n".join(said(line, 1500) for line in lines)

    def explain(self, legend: Sequence[Entry], typesetter: Typesetter) -> None:
        """Add the legend at the foot."""
        sketch, width, height = (
            Sketch(typesetter),
            WIDTH - 2 * _MARGIN,
            legend_height(legend, typesetter),
        )
        if not legend:
            return
        draw_legend(sketch, legend, width / _LEGEND_SCALE)
        place = Place(_MARGIN, HEIGHT - _BOTTOM - height, width, height)
        parts = Primitives(self.markup, Shift(place.x, place.y, _LEGEND_SCALE))
        shapes = list(parts.all(sketch.scene(0, 0, "")))
        told = "Legend: " + ", ".join(entry.meaning for entry in legend)
        self.add([self.markup.group(Label("Legend", told), place, shapes)])


def legend_height(legend: Sequence[Entry], typesetter: Typesetter) -> float:
    """Return how high a legend is on a slide, in points."""
    width = (WIDTH - 2 * _MARGIN) / _LEGEND_SCALE
    return draw_legend(Sketch(typesetter), legend, width) * _LEGEND_SCALE


def room(legend: Sequence[Entry], typesetter: Typesetter) -> Place:
    """Return the place for a chart above a legend."""
    foot = _BOTTOM + (legend_height(legend, typesetter) + _LEGEND_GAP if legend else 0.0)
    return Place(_MARGIN, _TOP, WIDTH - 2 * _MARGIN, HEIGHT - _TOP - foot)
