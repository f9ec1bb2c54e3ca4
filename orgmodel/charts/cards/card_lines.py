"""Cards broken into lines for a width."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.canvas.badges import pill_width
from orgmodel.charts.canvas.palette import INK, MUTED, TURN, VACANT
from orgmodel.charts.canvas.sketch import LEADING, Look
from orgmodel.charts.canvas.text import Column, Typesetter
from orgmodel.charts.cards.card import Account, Card, Post

LEAST_TEXT = 7.5
"""Size of the smallest texts on a card, in points."""

LEFT, RIGHT, TOP, BOTTOM = 13.0, 9.0, 6.0, 6.0
"""Between the edge of a card and its text, in points; the bar of its role is at the left."""

CIRCLE, CIRCLE_GAP = 26.0, 7.0
"""Width of the circle of initials, and between it and the text, in points."""

STAR_ROOM, AMOUNT_GAP, PILL_GAP = 11.0, 6.0, 5.0
"""Room for the star before a key account, between its name and its amount, and beside a pill, in
points."""

BADGE_ROOM = 7.0
"""How far a sign on the corner of a card reaches into the row of its pills, in points."""

_NAME = Look(10.0, "bold")
_VACANT = Look(10.0, "italic", VACANT)
_TITLE = Look(8.5, colour=INK)
_FACT = Look(7.5, colour=MUTED)
_ACCOUNT = Look(7.5, colour=INK)
_TURN = Look(7.5, "bold", TURN)
_POST = Look(8.0, colour=INK)
_VACANT_POST = Look(8.0, "italic", VACANT)
_GAP = 2.5
# Nobody likes to see their name cut.
_MOST_LINES, _MOST_LINES_OF_NAMES = 2, 4
_MOST_ACCOUNTS = _MOST_POSTS = 6


@dataclass(frozen=True)
class Line:
    """One line of a card, before it has a place.

    Attributes:
        account: The key account that it is about.
        post: The position that it is about.
        gap: Room above it, in points.
    """

    name: str
    text: str
    look: Look
    account: Account | None = None
    post: Post | None = None
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
    texts = ((card.title, _TITLE), *((fact, _FACT) for fact in card.facts), *_flag_texts(card))
    lines = (
        named + _pill_room(typesetter, card),
        *(typesetter.width(text, look.size, look.style) for text, look in texts),
        *(STAR_ROOM + _post_width(typesetter, post) for post in card.posts),
        *(_account_width(typesetter, account) for account in card.accounts),
    )
    return max(lines) + left_of(card) + RIGHT


def left_of(card: Card) -> float:
    """Return how far the text of a card stands from its left edge, in points."""
    return LEFT if card.initials is None else LEFT + CIRCLE + CIRCLE_GAP


def set_card(typesetter: Typesetter, card: Card, width: float) -> SetCard:
    """Return a card with its lines broken for a box of a width in points."""
    lines = tuple(_lines(typesetter, card, width - left_of(card) - RIGHT))
    height = sum(line.look.size * LEADING + line.gap for line in lines)
    height = max(height, 0.0 if card.initials is None else CIRCLE)
    return SetCard(card, lines, width, height + TOP + BOTTOM)


def span_text(card: Card) -> str:
    """Return what the pill of whoever leads others says: direct reports, and all if more."""
    direct, everyone = card.span or (0, 0)
    return str(direct) if direct == everyone else f"{direct} / {everyone}"


def _lines(typesetter: Typesetter, card: Card, room: float) -> Iterator[Line]:
    head = Line("name", card.heading, _NAME if card.name else _VACANT)
    yield from _wrapped(typesetter, head, room, beside=_pill_room(typesetter, card))
    yield from _wrapped(typesetter, Line("title", card.title, _TITLE), room)
    yield from _post_lines(card)
    for number, fact in enumerate(card.facts, 1):
        yield from _wrapped(typesetter, Line(f"fact-{number}", fact, _FACT), room)
    yield from _account_lines(card)
    for number, (text, look) in enumerate(_flag_texts(card), 1):
        gap = 0.0 if number > 1 else _GAP
        yield from _wrapped(typesetter, Line(f"flag-{number}", text, look, gap=gap), room)
    yield from _wrapped(typesetter, Line("turn", card.turn, _TURN, gap=_GAP), room)


def _wrapped(
    typesetter: Typesetter, whole: Line, room: float, *, beside: float = 0.0
) -> Iterator[Line]:
    column = Column(typesetter, room, whole.look.size, whole.look.style)
    most = _MOST_LINES_OF_NAMES if whole.name == "name" else _MOST_LINES
    for number, text in enumerate(column.wrap(whole.text, most, beside=beside), 1):
        if number == 1:
            yield replace(whole, text=text)
        else:
            yield Line(f"{whole.name}-{number}", text, whole.look)


def _flag_texts(card: Card) -> list[tuple[str, Look]]:
    if card.flag is None:
        return []
    word, *details = card.flag.lines
    bold = Look(_FACT.size, "bold", card.flag.kind.colour)
    return [(word, bold), *((detail, _FACT) for detail in details)]


def _post_lines(card: Card) -> Iterator[Line]:
    shown = card.posts[:_MOST_POSTS]
    for number, post in enumerate(shown):
        yield Line(post.gid, post.text, _post_look(post), post=post, gap=0.0 if number else _GAP)
    if more := len(card.posts) - len(shown):
        yield Line("more-posts", f"and {count(more, 'more position')}", _FACT)


def _account_lines(card: Card) -> Iterator[Line]:
    shown = card.accounts[:_MOST_ACCOUNTS]
    for number, account in enumerate(shown):
        yield Line(account.gid, account.name, _ACCOUNT, account, gap=0.0 if number else _GAP)
    if more := len(card.accounts) - len(shown):
        yield Line("more", f"and {more} more key accounts", _FACT)


def _pill_room(typesetter: Typesetter, card: Card) -> float:
    pills = [span_text(card)] if card.span else []
    pills += [text for text, _ in card.paint.badges] if card.paint else []
    room = BADGE_ROOM if pills and card.badge else 0.0
    return room + sum(pill_width(typesetter, text) + PILL_GAP for text in pills)


def _post_look(post: Post) -> Look:
    return _POST if post.name else _VACANT_POST


def _post_width(typesetter: Typesetter, post: Post) -> float:
    look = _post_look(post)
    return typesetter.width(post.text, look.size, look.style)


def _account_width(typesetter: Typesetter, account: Account) -> float:
    name = STAR_ROOM + typesetter.width(account.name, _ACCOUNT.size)
    amount = typesetter.width(account.amount, _FACT.size)
    return name + AMOUNT_GAP + amount if account.amount else name
