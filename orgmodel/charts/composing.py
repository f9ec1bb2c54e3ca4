"""From cards and links to a scene: sizes, layout, lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgmodel.charts.card import Card
from orgmodel.charts.card_drawing import draw_card
from orgmodel.charts.card_lines import SetCard, natural_width, set_card
from orgmodel.charts.chart import Composed
from orgmodel.charts.frame import Frame
from orgmodel.charts.layout import Forest, Layout, Options, lay_out, route
from orgmodel.charts.legend import Entry
from orgmodel.charts.links import Link
from orgmodel.charts.palette import LINE
from orgmodel.charts.scene import Polyline
from orgmodel.charts.sketch import Place, Sketch
from orgmodel.charts.text import Typesetter

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
    """

    title: str
    subtitle: str
    cards: Sequence[Card]
    parents: Sequence[int]
    side: Sequence[bool]
    links: Sequence[Link]
    legend: Sequence[Entry]

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


def compose(picture: Picture, options: Options, typesetter: Typesetter) -> Composed:
    """Return the scene of a picture, with everything in its place."""
    cards = _set_cards(typesetter, picture.cards)
    layout = lay_out(_forest(picture, cards), options)
    boxes = _boxes(picture, layout, cards, typesetter)
    return Composed(picture.frame.around(boxes, layout.width, layout.height), picture.texts)


def _boxes(
    picture: Picture, layout: Layout, cards: Sequence[SetCard], typesetter: Typesetter
) -> Sketch:
    sketch = Sketch(typesetter)
    for line in _lines(picture, layout):
        sketch.lines.append(line)
    places = zip(layout.x, layout.y, layout.widths, layout.heights, strict=True)
    for place, card in zip(places, cards, strict=True):
        draw_card(sketch, card, Place(*place))
    return sketch


def _set_cards(typesetter: Typesetter, cards: Sequence[Card]) -> list[SetCard]:
    natural = sorted(natural_width(typesetter, card) for card in cards)
    wanted = natural[int(len(natural) * _MOST)] if natural else 0.0
    width = min(max(wanted, _NARROWEST), _WIDEST)
    return [set_card(typesetter, card, width) for card in cards]


def _forest(picture: Picture, cards: Sequence[SetCard]) -> Forest:
    widths, heights = [card.width for card in cards], [card.height for card in cards]
    return Forest(picture.parents, widths, heights, picture.side)


def _lines(picture: Picture, layout: Layout) -> list[Polyline]:
    gids = [card.gid for card in picture.cards]
    solid = [
        Polyline(line.points, LINE, 1.1, gid=f"{gids[line.parent]}/reports-{number}")
        for number, line in enumerate(layout.lines)
    ]
    pairs = [(link.start, link.end) for link in picture.links]
    ways = route(layout, pairs) if pairs else []
    linked = [
        Polyline(way, link.kind.colour, link.kind.width, link.kind.dash,
                 gid=f"{gids[link.start]}/{link.kind.name}-{link.end}")
        for way, link in zip(ways, picture.links, strict=True)
    ]  # fmt: skip
    return solid + linked
