"""Cards as shapes: one box with all its text, and its signs grouped with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.charts.badges import draw_sign
from orgmodel.charts.card import Card
from orgmodel.charts.card_drawing import card_box
from orgmodel.charts.card_lines import LEFT, RIGHT, STAR_ROOM, TOP, Line, SetCard, span_text
from orgmodel.charts.marks import Badge
from orgmodel.charts.palette import KEY, MUTED, PILL
from orgmodel.charts.shift import Shift
from orgmodel.charts.sketch import Place, Sketch
from orgmodel.charts.slides.colours import fill, line
from orgmodel.charts.slides.geometry import rounded
from orgmodel.charts.slides.markup import Label, Markup
from orgmodel.charts.slides.primitives import Primitives
from orgmodel.charts.slides.words import Text, Words
from orgmodel.charts.text import Typesetter

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
    """

    markup: Markup
    typesetter: Typesetter
    to: Shift

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
        insets = (LEFT * scale, TOP * scale * 0.7, RIGHT * scale * 0.6, 0.0)
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
        looks = fill(card.family.colour) + line(None)
        role = Label(f"Role: {card.kind}")
        yield self.markup.shape(role, bar, rounded(bar, bar.width / 2), looks)
        if card.span:
            yield self._pill(span_text(card), at)
        if card.badge:
            yield from self._sign(card.badge, at)

    def _sign(self, badge: Badge, at: Place) -> Iterator[str]:
        sketch, told = Sketch(self.typesetter), "\n".join(badge.sentences).strip()
        draw_sign(sketch, badge.level, badge.number, 0.0, 0.0, gid="", title=told)
        # The number in a sign must be legible, however small the boxes are.
        to = Shift(at.x + at.width - 1, at.y, max(self.to.scale, SMALLEST / 7.5))
        yield from Primitives(self.markup, to).all(sketch.scene(0, 0, ""))

    def _pill(self, text: str, at: Place) -> str:
        scale = self.to.scale
        size = max(7.5 * scale, SMALLEST)
        width = self.typesetter.width(text, size) + 9 * scale
        place = Place(at.x + at.width - width - 4 * scale, at.y + 4 * scale, width, size * 1.45)
        label = Label(f"Reports: {text}", f"Direct reports and all below: {text}")
        words = Text([[Words(text, size, MUTED)]], align="ctr")
        return self.markup.shape(label, place, rounded(place, size), fill(PILL) + line(None), words)


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
