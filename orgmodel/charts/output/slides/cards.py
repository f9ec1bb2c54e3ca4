"""Cards as shapes: one box with all its text, and its signs grouped with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from orgmodel.charts.canvas.badges import draw_nobody, draw_sign
from orgmodel.charts.canvas.palette import KEY, MUTED, PAPER, PILL, VACANT
from orgmodel.charts.canvas.shift import Shift
from orgmodel.charts.canvas.sketch import Place, Sketch
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.card import Card
from orgmodel.charts.cards.card_drawing import accent_of, card_box
from orgmodel.charts.cards.card_lines import (
    BADGE_ROOM,
    CIRCLE,
    LEFT,
    RIGHT,
    STAR_ROOM,
    TOP,
    Line,
    SetCard,
    left_of,
    span_text,
)
from orgmodel.charts.cards.marks import Badge
from orgmodel.charts.cards.styling.paint import letters_on
from orgmodel.charts.output.slides.colours import fill, line
from orgmodel.charts.output.slides.geometry import rounded
from orgmodel.charts.output.slides.markup import Label, Markup
from orgmodel.charts.output.slides.primitives import Primitives
from orgmodel.charts.output.slides.text_runs import Text, Words

SMALLEST = 9.0
"""No text on a slide is smaller than this, in points."""

_BAR = 3.0


@dataclass(frozen=True)
class Cards:
    """Puts cards on a slide.

    Attributes:
        markup: Makes the shapes.
        typesetter: Measures the text.
        to: Where to and how large.
        embed: Makes a picture part of the slide, and returns the relation to it.
    """

    markup: Markup
    typesetter: Typesetter
    to: Shift
    embed: Callable[[bytes], str]

    def shape(self, set_card: SetCard, place: Place, number: int) -> str:
        """Return a card as a group; its box has the given number, for connectors to be glued to."""
        card = set_card.card
        box = self.to.box(card_box(card, place))
        at = Place(box.x, box.y, box.width, box.height)
        looks = fill(box.fill) + line(box.edge, box.edge_width, box.dash)
        name = ", ".join(filter(None, (card.heading, card.title)))
        parts = [
            self.markup.shape(
                Label(name, ". ".join(card.in_words.split("\n"))),
                at,
                rounded(at, box.radius),
                looks,
                self._text(set_card, at),
                number,
            ),
            *self._signs(card, at),
        ]
        return self.markup.group(Label(f"{name} (group)"), at, parts)

    def _text(self, set_card: SetCard, at: Place) -> Text:
        scale = self.to.scale
        insets = (left_of(set_card.card) * scale, TOP * scale * 0.7, RIGHT * scale * 0.6, 0.0)
        tab = at.width - insets[0] - insets[2]
        paragraphs = [self._words(part) for part in merged(set_card)]
        return Text(paragraphs, insets, anchor="t", wrap=True, tab=tab)

    def _words(self, part: Line) -> list[Words]:
        size = max(part.look.size * self.to.scale, SMALLEST)
        bold, italic = part.look.style == "bold", part.look.style == "italic"
        words = Words(part.text, size, part.look.colour, bold, italic)
        if part.post:
            return [Words("\u25a0 ", size, part.post.family.colour), words]
        if not part.account:
            return [words]
        star = Words("\u2605 ", size, KEY)
        amount = part.account.amount
        return [
            star,
            self._short(words, amount),
            *([Words(f"\t{amount}", size, MUTED)] * bool(amount)),
        ]

    def _short(self, words: Words, amount: str) -> Words:
        longest = 34 - len(amount) - round(STAR_ROOM / 5)
        text = words.text
        return (
            words if len(text) <= longest else words._replace(text=text[: longest - 1] + "\u2026")
        )

    def _signs(self, card: Card, at: Place) -> Iterator[str]:
        scale = self.to.scale
        bar = Place(at.x + 4 * scale, at.y + 6 * scale, _BAR * scale, at.height - 12 * scale)
        looks = fill(accent_of(card)) + line(None)
        role = Label(f"Role: {card.kind}")
        yield self.markup.shape(role, bar, rounded(bar, bar.width / 2), looks)
        yield from self._head(card, at)
        yield from self._pills(card, at)
        if card.badge:
            yield from self._sign(card.badge, at)

    def _head(self, card: Card, at: Place) -> Iterator[str]:
        scale = self.to.scale
        side = CIRCLE * scale
        place = Place(at.x + LEFT * scale, at.y + TOP * scale, side, side)
        if card.photo is not None:
            label = Label(f"Photo: {card.heading}", f"Photo of {card.heading}")
            yield self.markup.picture(label, place, self.embed(card.photo))
        elif card.initials is not None and card.name is None:
            sketch, middle = Sketch(self.typesetter), side / 2
            draw_nobody(sketch, 0.0, 0.0, VACANT, gid="Vacant")
            to = Shift(place.x + middle, place.y + middle, scale)
            yield from Primitives(self.markup, to).all(sketch.scene(0, 0, ""))
        elif card.initials is not None:
            colour = accent_of(card)
            words = Words(card.initials, max(10 * scale, SMALLEST), colour, bold=True)
            text = Text([[words]], align="ctr")
            looks = fill(PAPER) + line(colour, 1.2 * scale)
            yield self.markup.shape(Label("Initials", ornament=True), place, "ellipse", looks, text)

    def _sign(self, badge: Badge, at: Place) -> Iterator[str]:
        sketch, told = Sketch(self.typesetter), "\n".join(badge.sentences).strip()
        draw_sign(sketch, badge.severity, badge.number, 0.0, 0.0, gid="", title=told)
        # The number in a sign must be legible, however small the boxes are.
        to = Shift(at.x + at.width - 1, at.y, max(self.to.scale, SMALLEST / 7.5))
        yield from Primitives(self.markup, to).all(sketch.scene(0, 0, ""))

    def _pills(self, card: Card, at: Place) -> Iterator[str]:
        right = at.x + at.width - (BADGE_ROOM * self.to.scale if card.badge else 0.0)
        if card.span:
            told = span_text(card)
            label = Label(f"Reports: {told}", f"Direct reports and all below: {told}")
            place = self._pill_place(told, right, at.y)
            yield self._pill(label, told, place, (PILL, MUTED))
            right = place.x
        for told, colour in card.paint.badges if card.paint else ():
            place = self._pill_place(told, right, at.y)
            yield self._pill(
                Label(f"Badge: {told}", told), told, place, (colour, letters_on(colour))
            )
            right = place.x

    def _pill_place(self, text: str, right: float, top: float) -> Place:
        scale = self.to.scale
        size = max(7.5 * scale, SMALLEST)
        width = self.typesetter.width(text, size) + 9 * scale
        return Place(right - width - 4 * scale, top + 4 * scale, width, size * 1.45)

    def _pill(self, label: Label, text: str, place: Place, colours: tuple[str, str]) -> str:
        size = max(7.5 * self.to.scale, SMALLEST)
        words = Text([[Words(text, size, colours[1])]], align="ctr")
        looks = fill(colours[0]) + line(None)
        return self.markup.shape(label, place, rounded(place, size), looks, words)


def merged(set_card: SetCard) -> Iterator[Line]:
    """Yield the lines of a card with those joined that were broken for its width."""
    before: Line | None = None
    for part in set_card.lines:
        if before and _goes_on(before, part):
            before = Line(before.name, f"{before.text} {part.text}", before.look)
            continue
        if before:
            yield before
        before = part
    if before:
        yield before


def _goes_on(before: Line, part: Line) -> bool:
    number = part.name.removeprefix(f"{before.name}-")
    plain = not (before.account or before.post or part.account or part.post)
    return plain and number != part.name and number.isdigit() and before.look == part.look
