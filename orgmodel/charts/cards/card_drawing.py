"""Cards in their places."""

from orgmodel.charts.canvas.badges import (
    draw_circle,
    draw_nobody,
    draw_pill,
    draw_sign,
    draw_star,
    pill_width,
)
from orgmodel.charts.canvas.palette import EDGE, MUTED, PAPER, PILL, VACANT
from orgmodel.charts.canvas.scene import Box, Image
from orgmodel.charts.canvas.sketch import ASCENT, LEADING, Look, Place, Sketch
from orgmodel.charts.canvas.text import Column
from orgmodel.charts.cards.card import Account, Card, Post
from orgmodel.charts.cards.card_lines import (
    AMOUNT_GAP,
    BADGE_ROOM,
    CIRCLE,
    LEFT,
    PILL_GAP,
    RIGHT,
    STAR_ROOM,
    TOP,
    Line,
    SetCard,
    left_of,
    span_text,
)
from orgmodel.charts.cards.styling.paint import letters_on

VACANT_DASH = (3.5, 2.2)
VACANT_SWATCH = (1.6, 1.2)
"""Edges of boxes and of small squares that stand for vacancies: strokes and gaps, in points."""


def draw_card(sketch: Sketch, set_card: SetCard, place: Place) -> None:
    """Add a card to a sketch, as a box in a place."""
    card = set_card.card
    right = place.x + place.width
    sketch.boxes.append(card_box(card, place))
    _draw_pills(sketch, card, right - 5 - (BADGE_ROOM if card.badge else 0), place.y + TOP)
    _draw_head(sketch, card, place.x + LEFT, place.y + TOP)
    base = place.y + TOP
    for line in set_card.lines:
        size = line.look.size
        _draw_line(sketch, card, line, place, base + line.gap + size * ASCENT)
        base += line.gap + size * LEADING
    _draw_badge(sketch, card, right - 1, place.y)


def card_box(card: Card, place: Place) -> Box:
    """Return the box of a card without its texts: a vacancy has a dashed edge, a flag its own."""
    flag = card.flag.kind if card.flag else None
    vacant = VACANT_DASH if card.name is None else ()
    fill, border = (card.paint.fill, card.paint.border) if card.paint else (None, None)
    return Box(
        *place,
        fill=fill or (flag.fill if flag else PAPER),
        edge=border or (flag.colour if flag else VACANT if vacant else EDGE),
        edge_width=1.8 if border else 1.0 if flag or vacant else 0.9,
        dash=(flag.dash if flag else ()) or vacant,
        accent=accent_of(card),
        gid=card.gid,
        title=card.in_words,
    )


def accent_of(card: Card) -> str:
    """Return the colour of the bar at the left of a card."""
    return (card.paint.colour if card.paint else None) or card.family.colour


def _draw_head(sketch: Sketch, card: Card, x: float, y: float) -> None:
    if card.photo is not None:
        sketch.images.append(Image(x, y, CIRCLE, CIRCLE, card.photo, f"{card.gid}/photo"))
    elif card.initials is not None:
        centre, gid = (x + CIRCLE / 2, y + CIRCLE / 2), f"{card.gid}/initials"
        if card.name is None:
            draw_nobody(sketch, *centre, VACANT, gid=gid)
        else:
            draw_circle(sketch, card.initials, *centre, accent_of(card), gid=gid)


def _draw_pills(sketch: Sketch, card: Card, right: float, top: float) -> None:
    pills = [(span_text(card), PILL, MUTED, "span")] if card.span else []
    for number, (text, colour) in enumerate(card.paint.badges if card.paint else (), 1):
        pills.append((text, colour, letters_on(colour), f"badge-{number}"))
    for text, fill, ink, name in pills:
        draw_pill(sketch, text, right, top, f"{card.gid}/{name}", colours=(fill, ink))
        right -= pill_width(sketch.typesetter, text) + PILL_GAP


def _draw_line(sketch: Sketch, card: Card, line: Line, place: Place, base: float) -> None:
    gid, left = f"{card.gid}/{line.name}", place.x + left_of(card)
    if line.post:
        _draw_post(sketch, line, line.post, (left, place.x + place.width - RIGHT, base), gid)
    elif line.account:
        _draw_account(sketch, line, line.account, (left, place.x + place.width - RIGHT, base), gid)
    else:
        sketch.write(line.text, left, base, line.look, gid=gid)


def _draw_post(
    sketch: Sketch, line: Line, post: Post, row: tuple[float, float, float], gid: str
) -> None:
    left, right, base = row
    colour = post.family.colour
    fill, dash = (colour, ()) if post.name else (PAPER, VACANT_SWATCH)
    square = (left + 0.5, base - 6.0, 6.0, 6.0)
    sketch.boxes.append(Box(*square, fill, colour, 0.8, dash, radius=1.2, gid=f"{gid}/role"))
    room = right - left - STAR_ROOM
    column = Column(sketch.typesetter, room, line.look.size, line.look.style)
    told = post.text if column.fits(post.text) else post.heading
    for text in column.wrap(told, most_lines=1):
        sketch.write(text, left + STAR_ROOM, base, line.look, gid=gid)


def _draw_account(
    sketch: Sketch, line: Line, account: Account, row: tuple[float, float, float], gid: str
) -> None:
    left, right, base = row
    draw_star(sketch, left + 3.6, base - 2.6, f"{gid}/star")
    left += STAR_ROOM
    look = Look(line.look.size, colour=MUTED)
    if account.amount:
        written = sketch.write(account.amount, right, base, look, gid=f"{gid}/amount", anchor="end")
        right = written.x - AMOUNT_GAP
    column = Column(sketch.typesetter, right - left, look.size)
    for name in column.wrap(account.name, most_lines=1):
        sketch.write(name, left, base, line.look, gid=gid)


def _draw_badge(sketch: Sketch, card: Card, x: float, y: float) -> None:
    if card.badge:
        badge, told = card.badge, "\n".join(card.badge.sentences).strip()
        draw_sign(sketch, badge.severity, badge.number, x, y, gid=f"{card.gid}/marks", title=told)
