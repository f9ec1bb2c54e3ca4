"""Boxes and glued connectors on one slide."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from orgmodel.charts.canvas.palette import LINE, MUTED, PILL
from orgmodel.charts.canvas.shift import Shift
from orgmodel.charts.canvas.sketch import Place
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.links import Link
from orgmodel.charts.cards.scene_builder import Arrangement, Picture
from orgmodel.charts.output.slides.cards import SMALLEST, Cards
from orgmodel.charts.output.slides.colours import fill, line
from orgmodel.charts.output.slides.connector_routes import Way, glued, reporting_ways
from orgmodel.charts.output.slides.elbows import MOST_STROKES, elbow
from orgmodel.charts.output.slides.geometry import polygon
from orgmodel.charts.output.slides.markup import Label
from orgmodel.charts.output.slides.slide import Slide
from orgmodel.charts.output.slides.text_runs import Text, Words

MOST_SCALE = 1.6
"""Cards are not drawn larger than that."""

_ARROW = '<a:tailEnd type="triangle" w="med" len="med"/>'


def scale_of(arrangement: Arrangement, at: Place) -> float:
    """Return how large an arrangement is drawn in a place."""
    layout = arrangement.layout
    return min(at.width / max(layout.width, 1), at.height / max(layout.height, 1), MOST_SCALE)


@dataclass
class Filler:
    """Puts boxes and connectors on one slide.

    Attributes:
        slide: The slide.
        picture: What stands on it.
        arrangement: Where everything of it stands.
        at: The room for it.
        typesetter: Measures the text.
    """

    slide: Slide
    picture: Picture
    arrangement: Arrangement
    at: Place
    typesetter: Typesetter

    def __post_init__(self) -> None:
        scale = scale_of(self.arrangement, self.at)
        left = self.at.x + (self.at.width - self.arrangement.layout.width * scale) / 2
        self.to = Shift(left, self.at.y, scale)
        self.numbers = [self.slide.markup.number() for _ in self.picture.cards]

    def fill(self) -> None:
        """Add connectors, and the boxes on top of them."""
        cards = Cards(self.slide.markup, self.typesetter, self.to, self.slide.embed)
        boxes = zip(self.arrangement.cards, self.arrangement.places, self.numbers, strict=True)
        self.slide.add(self._reporting())
        self.slide.add(self._links())
        self.slide.add(cards.shape(card, place, number) for card, place, number in boxes)

    def _reporting(self) -> Iterator[str]:
        looks = line(LINE, 1.1 * self.to.scale)
        for way in reporting_ways(self.arrangement, self.picture.parents):
            told = f"{self._name(way.end)} reports to {self._name(way.start)}"
            yield self._connector(way, Label(told, told), looks)

    def _links(self) -> Iterator[str]:
        for link, points in zip(self.picture.links, self.arrangement.ways, strict=True):
            if points:
                yield self._link(link, glued(link.start, link.end, points, self.arrangement.places))

    def _link(self, link: Link, way: Way) -> str:
        told = f"{link.kind.meaning}: {self._name(link.start)} to {self._name(link.end)}"
        looks = line(link.kind.colour, link.kind.width * self.to.scale, link.kind.dash)
        looks = looks.replace("</a:ln>", f"{_ARROW}</a:ln>")
        if len(way.points) - 1 <= MOST_STROKES:
            return self._connector(way, Label(told, told), looks)
        place, form = polygon([self._there(point) for point in way.points], closed=False)
        return self.slide.markup.shape(Label(told, told), place, form, f"<a:noFill/>{looks}")

    def _connector(self, way: Way, label: Label, looks: str) -> str:
        glue = [(self.numbers[way.start], way.sites[0]), (self.numbers[way.end], way.sites[1])]
        shape = elbow([self._there(point) for point in way.points])
        return self.slide.markup.connector(label, shape, looks, glue)

    def _there(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] * self.to.scale + self.to.x, point[1] * self.to.scale + self.to.y

    def _name(self, box: int) -> str:
        card = self.picture.cards[box]
        return card.name or f"vacant {card.title}"

    def lead_on(self, targets: Mapping[int, tuple[int, bool]], slides: Sequence[Slide]) -> None:
        """Add a sign to every box that goes on, or comes from, another slide."""
        for box, (target, back) in targets.items():
            self.slide.add([self._sign(box, target, slides[target], back=back)])

    def _sign(self, box: int, target: int, other: Slide, *, back: bool) -> str:
        x, y, width, height = self.arrangement.places[box]
        text = f"\u2190 {target + 1}" if back else f"\u2192 {target + 1}"
        wide = self.typesetter.width(text, SMALLEST) + 10
        right, bottom = self._there((x + width, y + height))
        place = Place(right - wide - 4, bottom - 8, wide, 14)
        told = f"{'comes from' if back else 'goes on on'} slide {target + 1}"
        label = Label(
            f"{self._name(box)} {told}", f"{told.capitalize()}", self.slide.link_to(other)
        )
        words = Text([[Words(text, SMALLEST, MUTED)]], align="ctr")
        return self.slide.markup.shape(
            label, place, "roundRect", fill(PILL) + line(LINE, 0.5), words
        )
