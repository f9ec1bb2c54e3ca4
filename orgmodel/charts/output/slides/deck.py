"""Charts as slides of shapes that stay editable."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from orgmodel.charts.canvas.scene import Scene, TextRun
from orgmodel.charts.canvas.shift import Shift
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.scene_builder import Picture
from orgmodel.charts.layout import Options
from orgmodel.charts.org_view.hierarchy import HEAD
from orgmodel.charts.output.paging.index import Listed
from orgmodel.charts.output.paging.references import References
from orgmodel.charts.output.paging.sheets import Sheet
from orgmodel.charts.output.slides.contents import columns, entries_per_slide
from orgmodel.charts.output.slides.cutting import Cutting
from orgmodel.charts.output.slides.files import blank, contents
from orgmodel.charts.output.slides.filler import MOST_SCALE, Filler
from orgmodel.charts.output.slides.primitives import Primitives, extent_of
from orgmodel.charts.output.slides.slide import Slide, room

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_MOST_NAMES = 4
MANY = 10
"""More slides than this need an index."""


def scene_deck_of(scene: Scene) -> bytes:
    """Return a presentation with any scene on one slide, as native shapes.

    Raises:
        ChartRequestError: If python-pptx is not installed.
    """
    deck = blank(scene.title)
    subtitle = " ".join(text.text for text in scene.texts if _names(text, "subtitle"))
    slide = Slide(deck, scene.title, subtitle)
    texts = [text for text in scene.texts if not _names(text, "title", "subtitle")]
    body = replace(scene, texts=texts)
    left, top, width, height = extent_of(body)
    at = room((), Typesetter())
    scale = min(at.width / width, at.height / height, MOST_SCALE)
    to = Shift(at.x + (at.width - width * scale) / 2 - left * scale, at.y - top * scale, scale)
    slide.add(Primitives(slide.markup, to).all(body))
    return contents(deck)


def _names(text: TextRun, *parts: str) -> bool:
    return (text.gid or "").partition("-")[0] in parts


def picture_deck_of(picture: Picture, options: Options, typesetter: Typesetter) -> bytes:
    """Return a presentation with boxes and glued connectors, over as many slides as it takes.

    The first slide shows the top levels; the others show a branch each, or a part of a large team.
    Signs lead from slide to slide and back, and many slides end in an index of names.

    Raises:
        ChartRequestError: If python-pptx is not installed.
    """
    deck = blank(picture.title)
    at = room(picture.legend, typesetter)
    cutting = Cutting(picture, options, at, typesetter)
    sheets = cutting.sheets()
    references = References(sheets)
    slides = [
        Slide(deck, _title(picture, sheet), picture.subtitle if not n else "")
        for n, sheet in enumerate(sheets)
    ]
    for sheet, slide in zip(sheets, slides, strict=True):
        part, arrangement = cutting.arranged(sheet.drawn)
        filler = Filler(slide, part, arrangement, at, typesetter)
        filler.fill()
        filler.lead_on(_targets(sheet, references), slides)
        slide.explain(picture.legend, typesetter)
        if notes := list(_notes(part)):
            slide.note(notes)
    if len(sheets) > MANY:
        _add_index(deck, picture, references, slides)
    return contents(deck)


def _title(picture: Picture, sheet: Sheet) -> str:
    top = sheet.root == HEAD or picture.parents[sheet.root] == HEAD
    names = [picture.cards[root].heading for root in sheet.roots[:_MOST_NAMES]] if not top else []
    more = f" and {len(sheet.roots) - _MOST_NAMES} more" if len(sheet.roots) > _MOST_NAMES else ""
    named = f": {', '.join(names)}{more}" if names else ""
    number, of = sheet.part
    return picture.title + named + (f" ({number} of {of})" if of > 1 else "")


def _targets(sheet: Sheet, references: References) -> dict[int, tuple[int, bool]]:
    """Return by the number of a box on the slide: which slide goes on with it, and whether back."""
    place = {box: number for number, box in enumerate(sheet.drawn)}
    onward = references.onward(sheet).items()
    found = {place[box]: (pages[0] - 1, False) for box, pages in onward}
    back = references.back(sheet).items()
    found |= {place[root]: (came - 1, True) for root, came in back}
    return found


def _add_index(
    deck: "Presentation", picture: Picture, references: References, slides: Sequence[Slide]
) -> None:
    """Add slides that say who is on which of the others."""
    home = references.home.items()
    lines = [Listed(picture.cards[n].heading, picture.cards[n].title, page) for n, page in home]
    lines.sort(key=lambda line: (line.name.casefold(), line.page))
    at = room((), Typesetter())
    each = entries_per_slide(at)
    count = -(-len(lines) // each)
    for number in range(count):
        part = f" ({number + 1} of {count})" if count > 1 else ""
        slide = Slide(deck, f"{picture.title}: index{part}", "Who is on which slide")
        some = lines[number * each : (number + 1) * each]
        slide.add(columns(some, at, slide.markup, partial(_link, slide, slides)))


def _link(slide: Slide, slides: Sequence[Slide], number: int) -> str:
    return slide.link_to(slides[number - 1])


def _notes(picture: Picture) -> Iterator[str]:
    for card in picture.cards:
        if card.badge and any(card.badge.sentences):
            yield f"{card.heading}, {card.title}:"
            yield from (f"- {sentence}" for sentence in card.badge.sentences if sentence)
