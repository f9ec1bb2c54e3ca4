"""Shapes of a slide as XML; lengths are points."""

from collections.abc import Sequence
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from orgmodel.charts.canvas.sketch import Place
from orgmodel.charts.output.slides.elbows import Elbow
from orgmodel.charts.output.slides.geometry import emu, preset
from orgmodel.charts.output.slides.text_runs import Text, body, said

_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_LONGEST_TEXT = 1500
_ORNAMENT = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst>'
)


class Label(NamedTuple):
    """What a shape is called in the selection pane, and what it says to those who cannot see it.

    An ornament is passed over by screen readers. A link is the relation to another slide.
    """

    name: str
    text: str = ""
    link: str = ""
    ornament: bool = False


class Markup:
    """Makes the shapes of one slide, each with a number of its own."""

    def __init__(self, first: int) -> None:
        self._numbers = count(first)

    def number(self) -> int:
        """Return a number that no shape has yet."""
        return next(self._numbers)

    def shape(  # noqa: PLR0913, PLR0917  # all that a shape consists of
        self,
        label: Label,
        place: Place,
        geometry: str,
        looks: str,
        text: Text | None = None,
        number: int | None = None,
    ) -> str:
        """Return a shape; its geometry is XML, or the name of a preset."""
        form = geometry if geometry.startswith("<") else preset(geometry)
        return (
            f"<p:sp {_SPACES}><p:nvSpPr>{self._called(label, number)}<p:cNvSpPr/><p:nvPr/>"
            f"</p:nvSpPr><p:spPr>{_frame(place)}{form}{looks}</p:spPr>{body(text or Text())}</p:sp>"
        )

    def picture(self, label: Label, place: Place, image: str) -> str:
        """Return a round picture, given the relation to its file."""
        return (
            f"<p:pic {_SPACES}><p:nvPicPr>{self._called(label)}<p:cNvPicPr>"
            f'<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>'
            f'<a:blip r:embed="{image}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f"<p:spPr>{_frame(place)}{preset('ellipse')}</p:spPr></p:pic>"
        )

    def group(self, label: Label, place: Place, shapes: Sequence[str]) -> str:
        """Return shapes that belong together."""
        inner = _corners(place).replace("a:off", "a:chOff").replace("a:ext ", "a:chExt ")
        return (
            f"<p:grpSp {_SPACES}><p:nvGrpSpPr>{self._called(label)}<p:cNvGrpSpPr/><p:nvPr/>"
            f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{_corners(place)}{inner}</a:xfrm></p:grpSpPr>"
            f"{''.join(shapes)}</p:grpSp>"
        )

    def connector(
        self, label: Label, way: Elbow, looks: str, glue: Sequence[tuple[int, int]]
    ) -> str:
        """Return a connector glued to two shapes: their numbers, and where on them."""
        ends = zip(("stCxn", "endCxn"), glue, strict=True)
        glued = "".join(f'<a:{name} id="{number}" idx="{site}"/>' for name, (number, site) in ends)
        frame = _frame(Place(way.x, way.y, way.width, way.height), way.looks)
        return (
            f"<p:cxnSp {_SPACES}><p:nvCxnSpPr>{self._called(label)}<p:cNvCxnSpPr>{glued}"
            f"</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>{frame}"
            f"{preset(way.preset, way.adjustments)}{looks}</p:spPr></p:cxnSp>"
        )

    def _called(self, label: Label, number: int | None = None) -> str:
        link = f'<a:hlinkClick r:id="{label.link}" action="ppaction://hlinksldjump"/>'
        text = f" descr={quoteattr(said(label.text, _LONGEST_TEXT))}" if label.text else ""
        return (
            f'<p:cNvPr id="{number or self.number()}" name={quoteattr(said(label.name))}{text}>'
            f"{link if label.link else ''}{_ORNAMENT if label.ornament else ''}</p:cNvPr>"
        )


def _frame(place: Place, looks: str = "") -> str:
    return f"<a:xfrm{looks}>{_corners(place)}</a:xfrm>"


def _corners(place: Place) -> str:
    x, y, width, height = map(emu, place)
    return f'<a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
