"""The organisation as a nested list, for those who cannot see or use the picture."""

from collections.abc import Iterator

from orgmodel.charts.cards.card import Card
from orgmodel.charts.cards.scene_builder import Picture
from orgmodel.charts.org_view.hierarchy import Hierarchy
from orgmodel.charts.output.web.contents import cut
from orgmodel.charts.output.web.safety import told

# Browsers stop nesting elements somewhere; real organisations stop long before.
_DEEPEST = 40


def outline_of(picture: Picture) -> Iterator[str]:
    """Yield a nested list of what all boxes say; levels from the 41st on stand side by side."""
    open_ = 0
    for number, depth in from_top(picture):
        level = min(depth, _DEEPEST) + 1
        if level > open_:
            yield "<ul>"
        else:
            yield "</li>" + "</ul></li>" * (open_ - level)
        open_ = level
        yield f"<li>{told('; '.join(map(cut, _lines(picture.cards[number]))))}"
    yield "</li></ul>" * open_


def from_top(picture: Picture) -> list[tuple[int, int]]:
    """Return the boxes with their depths, each followed by all that hang from it."""
    lines = Hierarchy(picture.parents)
    waiting = [(head, 0) for head in reversed(lines.heads)]
    found = []
    while waiting:
        number, depth = waiting.pop()
        found.append((number, depth))
        waiting.extend((below, depth + 1) for below in reversed(lines.below[number]))
    return found


def _lines(card: Card) -> Iterator[str]:
    yield from card.lines
    if card.badge:
        yield from (sentence for sentence in card.badge.sentences if sentence)
