"""An icicle on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.canvas.labels import Label, write_labels
from orgmodel.charts.canvas.palette import PAPER, VACANT, Family, ink_on
from orgmodel.charts.canvas.scene import Box
from orgmodel.charts.canvas.sketch import Look, Place, Sketch
from orgmodel.charts.cards.card_drawing import VACANT_DASH
from orgmodel.charts.kinds.icicle.partition import Part
from orgmodel.charts.org_view.naming import Naming

UNHELD = "#fbeac8"
"""What fills vacant positions."""

Direction = Literal["down", "right"]
"""Where those below somebody are drawn."""

_WIDTH, _HEIGHT, _TALLEST = 1000.0, 420.0, 900.0
_LEAST_ROW, _MOST_ROW = 26.0, 64.0
_LEAST_COLUMN, _MOST_COLUMN, _PROPORTIONS = 150.0, 340.0, 16 / 9
# A line of the smallest text is as high; so names fit if everybody gets that much of the height.
_NAME = 10.5
# In rows a name needs such a width; columns for more levels than this would be too wide a picture.
_NAME_WIDTH, _MOST_COLUMNS = 56.0, 8
# The edges of boxes thinner than this would leave nothing of their colour.
_EDGED = 3.0
# Names in boxes lower than this are a little smaller, and edges finer.
_ROOMY = 12.0


@dataclass(frozen=True)
class Strip:
    """Draws the boxes of an icicle.

    Attributes:
        sketch: What they are drawn into.
        naming: What everybody is called.
        families: What everybody's colour stands for.
        step: Size of a level in points, as rows are high and columns wide.
        direction: Whether levels are rows or columns.
    """

    sketch: Sketch
    naming: Naming
    families: Sequence[Family]
    step: float
    direction: Direction

    def _place(self, part: Part) -> Place:
        if self.direction == "right":
            return Place(part.level * self.step, part.start, self.step, part.size)
        return Place(part.start, part.level * self.step, part.size, self.step)

    def draw(self, part: Part) -> None:
        """Add one box, and in it what there is room for."""
        place = self._place(part)
        position = self.naming.staff.positions[part.numbers[0]]
        family, vacant = self.families[part.numbers[0]], position.vacant
        thin = part.size < _EDGED
        gid = position.node if len(part.numbers) == 1 else f"{position.node}/and-others"
        self.sketch.boxes.append(
            Box(
                *place,
                fill=UNHELD if vacant else family.colour,
                edge=VACANT if vacant else PAPER,
                edge_width=0.0 if thin else 0.8 if part.size > _ROOMY or vacant else 0.5,
                dash=VACANT_DASH if vacant and not thin else (),
                radius=0.0,
                gid=gid,
                title=self._title(part),
            )
        )
        if len(part.numbers) == 1:
            write_labels(self.sketch, self._labels(part), place)

    def _size(self, part: Part) -> float:
        return 7.5 if self.direction == "right" and part.size < _ROOMY else 8.0

    def _labels(self, part: Part) -> list[Label]:
        number = part.numbers[0]
        position, naming = self.naming.staff.positions[number], self.naming
        ink = VACANT if position.vacant else ink_on(self.families[number].colour)
        name = naming.holder(position)
        look = Look(self._size(part), "bold" if name else "italic", ink)
        told = [Label(name or "Vacant", look, "name")]
        told += [Label(naming.title(position), Look(7.5, colour=ink), "title")]
        if below := self.naming.staff.everyone[number]:
            told.append(Label(f"{below:,} below", Look(7.5, colour=ink), "below"))
        return [Label(text, look, f"{position.node}/{name}") for text, look, name in told if text]

    def _title(self, part: Part) -> str:
        if len(part.numbers) > 1:
            kind = self.families[part.numbers[0]].name
            return f"{count(len(part.numbers), 'position')}: {kind}"
        return "\n".join(label.text for label in self._labels(part))


def length_for(people: int, direction: Direction) -> float:
    """Return the length of the line that is shared out, in points."""
    return _WIDTH if direction == "down" else min(max(people * _NAME, _HEIGHT), _TALLEST)


def step_for(levels: int, length: float, direction: Direction) -> float:
    """Return the size of a level in points, given how many there are and the length of each."""
    if direction == "right":
        return min(max(length * _PROPORTIONS / levels, _LEAST_COLUMN), _MOST_COLUMN)
    return min(max(_HEIGHT / levels, _LEAST_ROW), _MOST_ROW)


def direction_for(people: int, levels: int) -> Direction:
    """Return the direction in which more names fit."""
    fits = people * _NAME_WIDTH <= _WIDTH
    return "down" if fits or levels > _MOST_COLUMNS else "right"
