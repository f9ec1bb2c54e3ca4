"""What the script of a page knows about the boxes: plain values for JSON."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from orgmodel.charts.cards.card import Card
from orgmodel.charts.cards.scene_builder import Arrangement, Picture
from orgmodel.charts.output.web.books import Book
from orgmodel.text import clean

_NO_BOOK = Book((), 0)
# One box with hundreds of findings must not make the page unreadable.
_MOST_SENTENCES = 50
_LONGEST = 500


def contents_of(
    picture: Picture, arrangement: Arrangement, books: Mapping[str, Book]
) -> dict[str, Any]:
    """Return the boxes with their places and all that they say, and the links between them."""
    boxes = zip(picture.cards, arrangement.places, picture.parents, picture.side, strict=True)
    return {
        "boxes": [
            {
                **_said(card, books.get(card.gid, _NO_BOOK)),
                "place": [round(length, 2) for length in place],
                "above": parent,
                "side": side,
            }
            for card, place, parent, side in boxes
        ],
        "links": [
            {
                "from": link.start,
                "to": link.end,
                "meaning": clean(link.kind.meaning),
                "colour": link.kind.colour,
                "dash": " ".join(map(str, link.kind.dash)),
            }
            for link in picture.links
        ],
        "width": round(arrangement.layout.width, 2),
        "height": round(arrangement.layout.height, 2),
    }


def _said(card: Card, book: Book) -> dict[str, Any]:
    said = {
        "name": cut(card.heading),
        "vacant": card.name is None,
        "title": cut(card.title),
        "role": cut(card.kind),
        "facts": [cut(fact) for fact in _facts(card)],
        "keys": [[cut(account.name), cut(account.amount)] for account in card.accounts],
        "customers": [[cut(name), amount] for name, amount in book.customers],
        "more": book.more,
        "level": cut(card.badge.severity) if card.badge else "",
        "count": len(card.badge.sentences) if card.badge else 0,
        "findings": [cut(one) for one in _sentences(card)],
    }
    return {name: value for name, value in said.items() if value}


def _facts(card: Card) -> Iterator[str]:
    """Yield all lines of a card between its title and its key accounts."""
    known = {card.heading, card.title, *(f"{a.name} {a.amount}".strip() for a in card.accounts)}
    yield from (line for line in card.lines if line not in known)


def _sentences(card: Card) -> Sequence[str]:
    told = [sentence for sentence in card.badge.sentences if sentence] if card.badge else []
    return told[:_MOST_SENTENCES]


def cut(text: str) -> str:
    """Return a text on one line, printable and not longer than anybody reads."""
    text = clean(text[: 2 * _LONGEST])
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "\u2026"
