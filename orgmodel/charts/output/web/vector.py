"""The parts of a page's picture that can be moved, chosen and folded."""

from collections.abc import Iterator
from dataclasses import replace

from orgmodel.charts.canvas.legend import draw_legend
from orgmodel.charts.canvas.scene import Scene
from orgmodel.charts.canvas.sketch import Place, Sketch
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.card import Card
from orgmodel.charts.cards.card_drawing import draw_card
from orgmodel.charts.cards.card_lines import SetCard
from orgmodel.charts.cards.scene_builder import Arrangement, Picture, lines_of, tips_of
from orgmodel.charts.org_view.hierarchy import Hierarchy
from orgmodel.charts.output.raster.svg import parts_of
from orgmodel.charts.output.web.contents import cut
from orgmodel.charts.output.web.outline import from_top
from orgmodel.charts.output.web.safety import told

_LEGEND_WIDTH = 900.0


def lines(picture: Picture, arrangement: Arrangement) -> str:
    """Return all lines in their places."""
    found = [replace(line, gid=None) for line in lines_of(picture, arrangement)]
    tips = [replace(tip, gid=None) for tip in tips_of(picture, arrangement)]
    return "".join(parts_of(Scene(0, 0, [line for line in found if line.points], shapes=tips)))


def cards(picture: Picture, arrangement: Arrangement, typesetter: Typesetter) -> Iterator[str]:
    """Yield a group for every box, in the order of reading."""
    below = Hierarchy(picture.parents).below
    places = arrangement.places
    for number, depth in from_top(picture):
        card, place = arrangement.cards[number], places[number]
        state = ' aria-expanded="true"' if below[number] else ""
        yield (
            f'<g class="card" id="box{number}" role="treeitem" aria-level="{depth + 1}"'
            f' aria-label="{told(_label(card.card))}"{state} tabindex="-1"'
            f' transform="translate({place.x:.2f} {place.y:.2f})">'
            f"{_drawn(card, place, typesetter)}</g>"
        )


def legend(picture: Picture, typesetter: Typesetter) -> str:
    """Return the legend as a picture of its own."""
    sketch = Sketch(typesetter)
    height = draw_legend(sketch, picture.legend, _LEGEND_WIDTH)
    said = told(", ".join(entry.meaning for entry in picture.legend))
    return (
        f'<svg id="legend" role="img" aria-label="Legend: {said}" '
        f'viewBox="0 0 {_LEGEND_WIDTH:.0f} {height:.0f}">{_unnamed(sketch)}</svg>'
    )


def _label(card: Card) -> str:
    count = len(card.badge.sentences) if card.badge else 0
    found = f"{count} finding{'' if count == 1 else 's'}" if count else ""
    return ", ".join(filter(None, (*map(cut, card.lines), found)))


def _drawn(card: SetCard, place: Place, typesetter: Typesetter) -> str:
    sketch = Sketch(typesetter)
    draw_card(sketch, card, Place(0.0, 0.0, place.width, place.height))
    return _unnamed(sketch)


def _unnamed(sketch: Sketch) -> str:
    # Names would have to be unique in the whole page, and the script needs none of them.
    scene = sketch.scene(0, 0, "")
    return "".join(
        parts_of(
            replace(
                scene,
                lines=[replace(line, gid=None) for line in scene.lines],
                boxes=[replace(box, gid=None, title=_tip(box.title)) for box in scene.boxes],
                shapes=[replace(shape, gid=None, title="") for shape in scene.shapes],
                texts=[replace(text, gid=None) for text in scene.texts],
                images=[replace(image, gid=None) for image in scene.images],
            )
        )
    )


def _tip(title: str) -> str:
    return "\n".join(map(cut, title.split("\n")))
