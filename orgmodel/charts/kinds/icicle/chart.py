"""Whole organisations as icicles."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from orgmodel.charts.base.arguments import refuse, too_few, unknown
from orgmodel.charts.base.chart import Chart, Composed
from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.canvas.frame import Frame
from orgmodel.charts.canvas.legend import Entry, swatch_entry
from orgmodel.charts.canvas.palette import VACANT, Family
from orgmodel.charts.canvas.sketch import Sketch
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.card_drawing import VACANT_DASH
from orgmodel.charts.kinds.icicle.colouring import Colouring, families_by
from orgmodel.charts.kinds.icicle.drawing import (
    UNHELD,
    Direction,
    Strip,
    direction_for,
    length_for,
    step_for,
)
from orgmodel.charts.kinds.icicle.partition import Part, Partition
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff, revenue
from orgmodel.model import Org

EMPTY = "There is nothing to draw yet: the organisation has no positions."

Measure = Literal["headcount", "revenue"]
"""What the width of a box stands for."""

# Half a point is a pixel at the usual resolution.
_LEAST = 0.5


@dataclass(frozen=True)
class Icicle(Chart):
    """The whole organisation at a glance, for thousands of people: every level is a row.

    A box is as wide as the headcount or the revenue of a position with all below it, and those
    below it hang under it. Names stand where they fit. Boxes too thin to be told apart are drawn
    as one with their neighbours of the same kind.

    Attributes:
        org: The organisation; a chart shows it as it is at the time of drawing.
        title: The heading; left out, the name of the organisation.
        size: What widths stand for: `headcount`, or `revenue` of the customers.
        colour: What colours stand for: `role`, `territory` (the outermost) or `department`.
        direction: Whether those below somebody stand `down` from them, in rows as long as the paper
            is wide, or to the `right`, in columns where more names fit; left out, in rows only if
            all names fit there, or if there are many levels.
        most_levels: How many levels are drawn.
        on: The day on which customers are covered; left out, today.
        redact: Whether to leave out names of people.

    Raises:
        ChartRequestError: If a size, a colour or a number is asked for that cannot be.
    """

    org: Org
    title: str | None = None
    size: Measure = "headcount"
    colour: Colouring = "role"
    direction: Direction | None = None
    most_levels: int = 20
    on: dt.date | None = None
    redact: bool = False

    def __post_init__(self) -> None:
        sizes = unknown([self.size], get_args(Measure), "size")
        colours = unknown([self.colour], get_args(Colouring), "colour")
        directions = unknown([self.direction or "down"], get_args(Direction), "direction")
        refuse((*sizes, *colours, *directions, *too_few(self.most_levels, "levels")))

    def _composed(self, typesetter: Typesetter) -> Composed:
        naming = Naming(Staff(self.org, self.on), redact=self.redact)
        families = families_by(self.colour, naming)
        levels, direction = self._levels(naming.staff), self._direction(naming.staff)
        partition = self._partition(naming.staff, families, direction)
        parts = list(partition.parts())
        step = step_for(levels, partition.length, direction)
        strip = Strip(Sketch(typesetter), naming, families, step, direction)
        # Dashed edges of vacancies lie on top of their neighbours.
        for part in sorted(parts, key=lambda p: naming.staff.positions[p.numbers[0]].vacant):
            strip.draw(part)
        subtitle = self._subtitle(naming.staff, parts, direction)
        frame = Frame(
            self.title or self.org.name, subtitle, list(_legend(naming.staff, families, parts))
        )
        size = (partition.length, levels * step if parts else 0.0)
        width, height = size if direction == "down" else reversed(size)
        names = (naming.holder(position) or "" for position in naming.staff.positions)
        return Composed(frame.around(strip.sketch, width, height), (*frame.texts, *names))

    def _levels(self, staff: Staff) -> int:
        hierarchy = staff.hierarchy
        deepest = max((level for _, level in hierarchy.from_top(hierarchy.heads)), default=0)
        return min(1 + deepest, self.most_levels)

    def _direction(self, staff: Staff) -> Direction:
        return self.direction or direction_for(len(staff.positions), self._levels(staff))

    def _partition(
        self, staff: Staff, families: Sequence[Family], direction: Direction
    ) -> Partition:
        groups = [
            (family, position.vacant)
            for family, position in zip(families, staff.positions, strict=True)
        ]
        own = [1] * len(groups)
        if self.size == "revenue":
            own = [int(100 * revenue(staff.book(number))) for number in range(len(groups))]
        length = length_for(len(groups), direction)
        return Partition(staff.hierarchy, own, groups, length, _LEAST, self.most_levels)

    def _subtitle(self, staff: Staff, parts: Sequence[Part], direction: Direction) -> str:
        if not staff.positions:
            return EMPTY
        vacant = sum(position.vacant for position in staff.positions)
        said = [
            count(len(staff.positions), "position"),
            f"{vacant:,} vacant" if vacant else "",
            f"{'as wide' if direction == 'down' else 'as high'} as the {self.size} below",
        ]
        hierarchy = staff.hierarchy
        deep = sum(level >= self.most_levels for _, level in hierarchy.from_top(hierarchy.heads))
        if deep:
            said.append(f"{deep:,} below level {self.most_levels} not drawn")
        if not parts:
            said.append("nobody has any revenue")
        return " \u00b7 ".join(filter(None, said))


def _legend(staff: Staff, families: Sequence[Family], parts: Sequence[Part]) -> Iterator[Entry]:
    drawn = sorted(number for part in parts for number in part.numbers)
    held = (families[number] for number in drawn if not staff.positions[number].vacant)
    for family in dict.fromkeys(held):
        yield swatch_entry(family.name, family.colour, family.colour)
    if any(staff.positions[number].vacant for number in drawn):
        yield swatch_entry("vacant", VACANT, UNHELD, VACANT_DASH)
