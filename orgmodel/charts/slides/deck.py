"""Charts as slides of shapes that stay editable."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from orgmodel.charts.composing import Picture, arrange
from orgmodel.charts.hierarchy import HEAD
from orgmodel.charts.layout import Options
from orgmodel.charts.scene import Scene, TextRun
from orgmodel.charts.shift import Shift
from orgmodel.charts.slides.files import blank, contents
from orgmodel.charts.slides.filler import MOST_SCALE, Filler, scale_of
from orgmodel.charts.slides.parts import Part, excerpt, parts_of
from orgmodel.charts.slides.primitives import Primitives, extent_of
from orgmodel.charts.slides.slide import Slide, room
from orgmodel.charts.text import Typesetter

# Small text is set larger than the scale says: the fonts of slides are narrower than the font
# that cards are measured in, so that it still fits at the least scale.
_LEAST_SCALE = 0.94


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


def picture_deck_of(picture: Picture, options: Options) -> bytes:
    """Return a presentation with boxes and glued connectors, over as many slides as it takes.

    Raises:
        ChartRequestError: If python-pptx is not installed.
    """
    deck, typesetter = blank(picture.title), Typesetter()
    at = room(picture.legend, typesetter)
    options = replace(options, proportions=at.width / at.height)
    parts = parts_of(
        picture, lambda part: scale_of(arrange(part, options, typesetter), at) >= _LEAST_SCALE
    )
    came = {box: number for number, part in enumerate(parts) for box in part.hidden}
    slides = [
        Slide(deck, _title(picture, part), picture.subtitle if not n else "")
        for n, part in enumerate(parts)
    ]
    first = {part.top: number for number, part in reversed(list(enumerate(parts)))}
    for part, slide in zip(parts, slides, strict=True):
        page = excerpt(picture, part)
        filler = Filler(slide, page, arrange(page, options, typesetter), at, typesetter)
        filler.fill()
        filler.lead_on(_targets(part, first, came), slides)
        slide.explain(picture.legend, typesetter)
        if notes := list(_notes(page)):
            slide.note(notes)
    return contents(deck)


def _title(picture: Picture, part: Part) -> str:
    top = part.top == HEAD or picture.parents[part.top] == HEAD
    named = "" if top else f": {picture.cards[part.top].heading}"
    return picture.title + named + (f" ({part.number} of {part.of})" if part.of > 1 else "")


def _targets(
    part: Part, first: Mapping[int, int], came: Mapping[int, int]
) -> dict[int, tuple[int, bool]]:
    """Return by the number of a box on the slide: which slide goes on with it, and whether back."""
    place = {box: number for number, box in enumerate(sorted(part.boxes))}
    onward = {place[box]: (first[box], False) for box in part.hidden}
    if part.top not in came:
        return onward
    return {**onward, place[part.top]: (came[part.top], True)}


def _notes(picture: Picture) -> Iterator[str]:
    for card in picture.cards:
        if card.badge and any(card.badge.sentences):
            yield f"{card.heading}, {card.title}:"
            yield from (f"- {sentence}" for sentence in card.badge.sentences if sentence)
