"""Charts as documents that others open, edit and search; each is made only when it is asked for."""

from collections.abc import Callable, Mapping

from orgmodel.charts.composing import Picture
from orgmodel.charts.diagrams import dot_of, drawio_of, mermaid_of
from orgmodel.charts.layout import Options
from orgmodel.charts.scene import Scene
from orgmodel.charts.slides import picture_deck_of, scene_deck_of
from orgmodel.charts.web import Book, page_of, picture_page_of

Exports = Mapping[str, Callable[[], bytes]]
"""What makes the contents of a file, by its suffix."""


def scene_exports(scene: Callable[[], Scene]) -> Exports:
    """Return the documents that can be made of any scene."""
    return {
        ".pptx": lambda: scene_deck_of(scene()),
        ".html": lambda: page_of(scene()).encode(),
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
    return {
        ".pptx": lambda: picture_deck_of(picture(), options),
        ".html": lambda: picture_page_of(picture(), options, books()).encode(),
        ".mmd": lambda: mermaid_of(picture()).encode(),
        ".dot": lambda: dot_of(picture()).encode(),
        ".gv": lambda: dot_of(picture()).encode(),
        ".drawio": lambda: drawio_of(picture(), options).encode(),
    }
