"""Cards broken into lines for a width."""

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.charts.badges import pill_width
from orgmodel.charts.card import Account, Card
from orgmodel.charts.palette import INK, MUTED, VACANT
from orgmodel.charts.sketch import LEADING, Look
from orgmodel.charts.text import Column, Typesetter

LEFT, RIGHT, TOP, BOTTOM = 13.0, 9.0, 6.0, 6.0
"""Between the edge of a card and its text, in points; the bar of its role is at the left."""

STAR_ROOM, AMOUNT_GAP = 11.0, 6.0
"""Room for the star before a key account, and between its name and its amount, in points."""

_NAME = Look(10.0, "bold")
_VACANT = Look(10.0, "italic", VACANT)
_TITLE = Look(8.5, colour=INK)
_FACT = Look(7.5, colour=MUTED)
_ACCOUNT = Look(7.5, colour=INK)
_PILL_GAP = 5.0
_MOST_ACCOUNTS = 6


@dataclass(frozen=True)
class Line:
    """One line of a card, before it has a place; the account is given for a key account's line."""

    name: str
    text: str
    look: Look
    account: Account | None = None
    gap: float = 0.0


@dataclass(frozen=True)
class SetCard:
    """A card whose lines are broken for a width.

    Attributes:
        width: Least width of the box in points; it may be drawn wider.
        height: Height of the box in points.
    """

    card: Card
    lines: tuple[Line, ...]
    width: float
    height: float


def natural_width(typesetter: Typesetter, card: Card) -> float:
    """Return how wide the box must be for no line to be broken, in points."""
    named = typesetter.width(card.heading, _NAME.size, "bold")
    texts = ((card.title, _TITLE), *((fact, _FACT) for fact in card.facts))
    lines = (
        named + _pill_room(typesetter, card),
        *(typesetter.width(text, look.size) for text, look in texts),
        *(_account_width(typesetter, account) for account in card.accounts),
    )
    return max(lines) + LEFT + RIGHT


def set_card(typesetter: Typesetter, card: Card, width: float) -> SetCard:
    """Return a card with its lines broken for a box of a width in points."""
    lines = tuple(_lines(typesetter, card, width - LEFT - RIGHT))
    height = sum(line.look.size * LEADING + line.gap for line in lines) + TOP + BOTTOM
    return SetCard(card, lines, width, height)


def span_text(card: Card) -> str:
    """Return what the pill of whoever leads others says: direct reports, and all if more."""
    direct, everyone = card.span or (0, 0)
    return str(direct) if direct == everyone else f"{direct} / {everyone}"


def _lines(typesetter: Typesetter, card: Card, room: float) -> Iterator[Line]:
    name = ("name", card.heading, _NAME if card.name else _VACANT, _pill_room(typesetter, card))
    facts = ((f"fact-{number}", fact, _FACT, 0.0) for number, fact in enumerate(card.facts, 1))
    for name_, text, look, beside in (name, ("title", card.title, _TITLE, 0.0), *facts):
        column = Column(typesetter, room, look.size, look.style)
        for number, line in enumerate(column.wrap(text, beside=beside), 1):
            yield Line(f"{name_}-{number}" if number > 1 else name_, line, look)
    yield from _account_lines(card)


def _account_lines(card: Card) -> Iterator[Line]:
    shown = card.accounts[:_MOST_ACCOUNTS]
    for number, account in enumerate(shown):
        yield Line(account.gid, account.name, _ACCOUNT, account, gap=0.0 if number else 2.5)
    if more := len(card.accounts) - len(shown):
        yield Line("more", f"and {more} more key accounts", _FACT)


def _pill_room(typesetter: Typesetter, card: Card) -> float:
    return pill_width(typesetter, span_text(card)) + _PILL_GAP if card.span else 0.0


def _account_width(typesetter: Typesetter, account: Account) -> float:
    name = STAR_ROOM + typesetter.width(account.name, _ACCOUNT.size)
    amount = typesetter.width(account.amount, _FACT.size)
    return name + AMOUNT_GAP + amount if account.amount else name
