"""Charts as documents that others open, edit and search; each is made only when it is asked for."""

from collections.abc import Callable, Iterable, Mapping

from orgmodel.charts.canvas.scene import Composed
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.scene_builder import Picture
from orgmodel.charts.layout import Options
from orgmodel.charts.output.diagrams import dot_of, drawio_of, mermaid_of
from orgmodel.charts.output.slides import picture_deck_of, scene_deck_of
from orgmodel.charts.output.web import Book, page_of, picture_page_of

Exports = Mapping[str, Callable[[Typesetter], bytes]]
"""What makes the contents of a file, by its suffix; what no font has is noted by the typesetter."""


def scene_exports(composed: Callable[[Typesetter], Composed]) -> Exports:
    """Return the documents that can be made of any scene."""
    return {
        ".pptx": lambda typesetter: scene_deck_of(composed(typesetter).scene),
        ".html": lambda typesetter: page_of(composed(typesetter).scene).encode(),
    }


def picture_exports(
    picture: Callable[[], Picture],
    options: Options,
    books: Callable[[], Mapping[str, Book]] = dict,
) -> Exports:
    """Return the documents that can be made of boxes and lines.

    Args:
        picture: Makes what is shown.
        options: How to arrange it.
        books: Makes the customers of positions, by the names of their boxes, for pages.
    """

    def deck(typesetter: Typesetter) -> bytes:
        shown = picture()
        _read(shown.frame.texts, typesetter)
        return picture_deck_of(shown, options, typesetter)

    def page(typesetter: Typesetter) -> bytes:
        shown = picture()
        _read(shown.frame.texts, typesetter)
        return picture_page_of(shown, options, books(), typesetter).encode()

    return {
        ".pptx": deck,
        ".html": page,
        ".mmd": lambda _: mermaid_of(picture()).encode(),
        ".dot": lambda _: dot_of(picture()).encode(),
        ".gv": lambda _: dot_of(picture()).encode(),
        ".drawio": lambda typesetter: drawio_of(picture(), options, typesetter).encode(),
    }


def _read(texts: Iterable[str], typesetter: Typesetter) -> None:
    """Let a typesetter note the letters that no font has in texts around a picture."""
    for text in texts:
        typesetter.shape(text)
