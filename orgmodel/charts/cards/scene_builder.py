"""From cards and links to a scene: sizes, layout, lines."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgmodel.charts.canvas.arrowheads import tip
from orgmodel.charts.canvas.frame import Frame
from orgmodel.charts.canvas.legend import Entry
from orgmodel.charts.canvas.palette import LINE
from orgmodel.charts.canvas.scene import Composed, Polyline, Shape
from orgmodel.charts.canvas.sketch import Place, Sketch
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.card import Card
from orgmodel.charts.cards.card_drawing import draw_card
from orgmodel.charts.cards.card_lines import CIRCLE, CIRCLE_GAP, SetCard, natural_width, set_card
from orgmodel.charts.cards.links import Link
from orgmodel.charts.cards.row_names import Extended, with_row_names
from orgmodel.charts.layout import Forest, Layout, Options, lay_out, route

# One width for all boxes looks tidy: enough for most of them, and the rest break their lines.
_NARROWEST, _WIDEST = 112.0, 168.0
_MOST = 0.95


@dataclass(frozen=True)
class Picture:
    """All that a chart shows, before anything has a place; boxes go by their number here.

    Attributes:
        parents: The box above every box, -1 for none.
        side: Whether a box stands beside the line of the one above it.
        links: Other lines between boxes.
        rows: The line that every box stands on, if they are aligned.
        row_names: What the line is called on which a box stands, if lines have names; nothing for
            boxes beside a line.
    """

    title: str
    subtitle: str
    cards: Sequence[Card]
    parents: Sequence[int]
    side: Sequence[bool]
    links: Sequence[Link]
    legend: Sequence[Entry]
    rows: Sequence[int] = ()
    row_names: Sequence[str] = ()

    @property
    def frame(self) -> Frame:
        """The words around it."""
        return Frame(self.title, self.subtitle, self.legend)

    @property
    def texts(self) -> Iterator[str]:
        """All texts of the picture, in full."""
        yield from self.frame.texts
        for card in self.cards:
            yield from card.lines


@dataclass(frozen=True)
class Arrangement:
    """Where everything of a picture stands.

    Attributes:
        cards: The cards with their lines broken.
        layout: The places of their boxes.
        ways: The corners of the picture's links, in their order; none where there is no way.
    """

    cards: Sequence[SetCard]
    layout: Layout
    ways: Sequence[Sequence[tuple[float, float]]]

    @property
    def places(self) -> list[Place]:
        """The places of the boxes."""
        at = self.layout
        return list(map(Place, at.x, at.y, at.widths, at.heights))


def arrange(picture: Picture, options: Options, typesetter: Typesetter) -> Arrangement:
    """Return the places of all that is in a picture."""
    return arrange_cards(picture, set_cards(typesetter, picture.cards), options)


def arrange_cards(picture: Picture, cards: Sequence[SetCard], options: Options) -> Arrangement:
    """Return the places of all that is in a picture, given its cards with their lines broken."""
    layout = lay_out(_forest(picture, cards), options)
    pairs = [(link.start, link.end) for link in picture.links]
    return Arrangement(cards, layout, route(layout, pairs) if pairs else [])


def compose(picture: Picture, options: Options, typesetter: Typesetter) -> Composed:
    """Return the scene of a picture, with everything in its place."""
    arrangement = arrange(picture, options, typesetter)
    layout, sketch = arrangement.layout, body_of(picture, arrangement, typesetter)
    whole = Extended(sketch, layout.width, layout.height)
    if any(picture.row_names):
        whole = with_row_names(whole, arrangement.places, picture.row_names, options.direction)
    return Composed(picture.frame.around(*whole), picture.texts)


def body_of(picture: Picture, arrangement: Arrangement, typesetter: Typesetter) -> Sketch:
    """Return the boxes and lines of a picture."""
    sketch = Sketch(typesetter)
    sketch.lines.extend(lines_of(picture, arrangement))
    sketch.shapes.extend(tips_of(picture, arrangement))
    for place, card in zip(arrangement.places, arrangement.cards, strict=True):
        draw_card(sketch, card, place)
    return sketch


def set_cards(
    typesetter: Typesetter, cards: Sequence[Card], width: float | None = None
) -> list[SetCard]:
    """Return cards with their lines broken for one width, or for the one that suits them."""
    wanted = common_width(typesetter, cards) if width is None else width
    return [set_card(typesetter, card, wanted) for card in cards]


def common_width(typesetter: Typesetter, cards: Sequence[Card]) -> float:
    """Return the width that suits cards, in points."""
    natural = sorted(natural_width(typesetter, card) for card in cards)
    wanted = natural[int(len(natural) * _MOST)] if natural else 0.0
    circles = any(card.initials is not None for card in cards) * (CIRCLE + CIRCLE_GAP)
    return min(max(wanted, _NARROWEST), _WIDEST + circles)


def _forest(picture: Picture, cards: Sequence[SetCard]) -> Forest:
    # Layouts compute with arrays, which these become without a copy.
    widths = array("d", [card.width for card in cards])
    heights = array("d", [card.height for card in cards])
    return Forest(array("q", picture.parents), widths, heights, picture.side, picture.rows)


def lines_of(picture: Picture, arrangement: Arrangement) -> list[Polyline]:
    """Return the lines of a picture: the solid reporting lines, then the links."""
    gids = [card.gid for card in picture.cards]
    solid = [
        Polyline(line.points, LINE, 1.1, gid=f"{gids[line.parent]}/reports-{number}")
        for number, line in enumerate(arrangement.layout.lines)
    ]
    linked = [
        Polyline(way, link.kind.colour, link.kind.width, link.kind.dash, gid)
        for way, link, gid in _ways(picture, arrangement)
    ]
    return solid + linked


def tips_of(picture: Picture, arrangement: Arrangement) -> list[Shape]:
    """Return the tips of the links, each at the box that leads."""
    ways = _ways(picture, arrangement)
    return [tip(way, link.kind.colour, f"{gid}/tip") for way, link, gid in ways if way]


def _ways(
    picture: Picture, arrangement: Arrangement
) -> Iterator[tuple[Sequence[tuple[float, float]], Link, str]]:
    for way, link in zip(arrangement.ways, picture.links, strict=True):
        gid = f"{picture.cards[link.start].gid}/{link.kind.name}-{link.end}"
        yield way, link, gid
