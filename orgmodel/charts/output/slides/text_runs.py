"""Text of shapes as XML: pieces with their own looks; lengths are points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from xml.sax.saxutils import escape

from orgmodel.charts.output.slides.colours import fill
from orgmodel.charts.output.slides.geometry import emu
from orgmodel.text import clean

_LONGEST = 80


class Words(NamedTuple):
    """A piece of text with one look; the size is in points, the link a relation to a slide."""

    text: str
    size: float
    colour: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True)
class Text:
    """The text of a shape.

    Attributes:
        paragraphs: Each of pieces with their own looks; a tab moves to the right edge.
        insets: Between the edges and the text, in points: left, top, right, bottom.
        align: `l`, `ctr` or `r`.
        wrap: Whether lines are broken at the right edge.
    """

    paragraphs: Sequence[Sequence[Words]] = ()
    insets: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    align: str = "l"
    anchor: str = "ctr"
    wrap: bool = False
    tab: float = 0.0


def said(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, printable and not longer than that."""
    text = clean(text[: 2 * longest])
    return text if len(text) <= longest else text[: longest - 1] + "\u2026"


def body(text: Text) -> str:
    """Return the text of a shape."""
    left, top, right, bottom = map(emu, text.insets)
    fit = "<a:normAutofit/>" if text.wrap else ""
    wrap = "square" if text.wrap else "none"
    paragraphs = "".join(_paragraph(text, words) for words in text.paragraphs)
    return (
        f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="{left}" tIns="{top}" rIns="{right}" '
        f'bIns="{bottom}" rtlCol="0" anchor="{text.anchor}">{fit}</a:bodyPr><a:lstStyle/>'
        f"{paragraphs or '<a:p/>'}</p:txBody>"
    )


def _paragraph(text: Text, words: Sequence[Words]) -> str:
    tab = f'<a:tabLst><a:tab pos="{emu(text.tab)}" algn="r"/></a:tabLst>' if text.tab else ""
    return f'<a:p><a:pPr algn="{text.align}">{tab}</a:pPr>{"".join(map(_run, words))}</a:p>'


def _run(words: Words) -> str:
    bold, italic = ' b="1"' if words.bold else "", ' i="1"' if words.italic else ""
    link = f'<a:hlinkClick r:id="{words.link}" action="ppaction://hlinksldjump"/>'
    looks = fill(words.colour) + (link if words.link else "")
    tab, text = words.text.startswith("\t") * "\t", clean(words.text)
    written = f"{tab}{text}{words.text.endswith(' ') * ' '}"
    return (
        f'<a:r><a:rPr lang="en-GB" sz="{round(words.size * 100)}"{bold}{italic} dirty="0">'
        f"{looks}</a:rPr><a:t>{escape(written)}</a:t></a:r>"
    )
