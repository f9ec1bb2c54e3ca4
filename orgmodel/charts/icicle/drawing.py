"""An icicle on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from orgmodel.charts.amounts import count
from orgmodel.charts.card_drawing import VACANT_DASH
from orgmodel.charts.icicle.partition import Part
from orgmodel.charts.labels import Label, write_labels
from orgmodel.charts.naming import Naming
from orgmodel.charts.palette import PAPER, VACANT, Family, ink_on
from orgmodel.charts.scene import Box
from orgmodel.charts.sketch import Look, Place, Sketch

UNHELD = "#fbeac8"
"""What fills vacant positions."""

Direction = Literal["down", "right"]
"""Where those below somebody are drawn."""

_WIDTH, _HEIGHT, _TALLEST = 1000.0, 420.0, 1400.0
_LEAST_ROW, _MOST_ROW, _COLUMN = 26.0, 64.0, 150.0
# A line of text is as high; so names fit if everybody gets that much of the height.
_NAME = 12.0
# The edges of boxes thinner than this would leave nothing of their colour.
_EDGED = 3.0


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
                edge_width=0.0 if thin else 0.8,
                dash=VACANT_DASH if vacant and not thin else (),
                radius=0.0,
                gid=gid,
                title=self._title(part),
            )
        )
        if len(part.numbers) == 1:
            write_labels(self.sketch, self._labels(part.numbers[0]), place)

    def _labels(self, number: int) -> list[Label]:
        position, naming = self.naming.staff.positions[number], self.naming
        ink = VACANT if position.vacant else ink_on(self.families[number].colour)
        name = naming.holder(position)
        look = Look(8.0, "bold", ink) if name else Look(8.0, "italic", ink)
        told = [Label(name or "Vacant", look, "name")]
        told += [Label(naming.title(position), Look(7.5, colour=ink), "title")]
        if below := self.naming.staff.everyone[number]:
            told.append(Label(f"{below:,} below", Look(7.5, colour=ink), "below"))
        return [Label(text, look, f"{position.node}/{name}") for text, look, name in told if text]

    def _title(self, part: Part) -> str:
        if len(part.numbers) > 1:
            kind = self.families[part.numbers[0]].name
            return f"{count(len(part.numbers), 'position')}: {kind}"
        return "\n".join(label.text for label in self._labels(part.numbers[0]))


def length_for(people: int, direction: Direction) -> float:
    """Return the length of the line that is shared out, in points."""
    return _WIDTH if direction == "down" else min(max(people * _NAME, _HEIGHT), _TALLEST)


def step_for(levels: int, direction: Direction) -> float:
    """Return the size of a level in points, given how many there are."""
    return _COLUMN if direction == "right" else min(max(_HEIGHT / levels, _LEAST_ROW), _MOST_ROW)
