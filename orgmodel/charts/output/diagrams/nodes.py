"""What diagrams of every language say about the boxes of a picture."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.charts.canvas.scene import Box
from orgmodel.charts.canvas.sketch import Place
from orgmodel.charts.cards.card import Card
from orgmodel.charts.cards.card_drawing import card_box
from orgmodel.charts.cards.scene_builder import Picture
from orgmodel.charts.org_view.hierarchy import HEAD
from orgmodel.text import clean

# Nobody reads more in a box, and the languages bound the length of a whole diagram.
_LONGEST = 120
_NOWHERE = Place(0, 0, 0, 0)
_BREAK = re.compile(r"\W+")


@dataclass(frozen=True)
class Node:
    """A box of a diagram.

    Attributes:
        name: Made up, so that no id of a design is ever part of the language.
        lines: What it says, cleaned but not yet escaped.
        classes: Words for its looks, such as `role_sales_manager` and `vacant`.
        looks: Its fill, edge and dash.
    """

    name: str
    lines: tuple[str, ...]
    classes: tuple[str, ...]
    looks: Box


@dataclass(frozen=True)
class Edge:
    """A line of a diagram; the kind is empty for a solid reporting line."""

    start: str
    end: str
    kind: str = ""
    colour: str = ""


def nodes_of(picture: Picture) -> Iterator[Node]:
    """Yield the boxes of a picture."""
    for number, card in enumerate(picture.cards):
        lines = tuple(shortened(line) for line in (*card.lines, *_found(card)))
        yield Node(f"n{number}", lines, tuple(_classes(card)), card_box(card, _NOWHERE))


def edges_of(picture: Picture) -> Iterator[Edge]:
    """Yield the lines of a picture: from above to below, then the links."""
    for number, parent in enumerate(picture.parents):
        if parent != HEAD:
            yield Edge(f"n{parent}", f"n{number}")
    for link in picture.links:
        yield Edge(f"n{link.start}", f"n{link.end}", link.kind.name, link.kind.colour)


def shortened(text: str) -> str:
    """Return a text on one line, printable and not too long."""
    text = clean(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "\u2026"


def _found(card: Card) -> Iterator[str]:
    if card.badge:
        one = card.badge.number == "1"
        yield f"{card.badge.number} finding{'' if one else 's'}, worst: {card.badge.severity}"


def _classes(card: Card) -> Iterator[str]:
    yield f"role_{_word(card.family.name)}"
    if card.name is None:
        yield "vacant"
    if card.badge:
        yield f"with_{_word(card.badge.severity)}"


def _word(name: str) -> str:
    return _BREAK.sub("_", clean(name).encode("ascii", "ignore").decode()).strip("_").lower()
