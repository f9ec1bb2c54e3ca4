"""Which arrangement every team gets: rows, wrapped rows, or parts hanging along a spine."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, TypeAlias

from orgmodel.charts.layout.forest import Forest, Options
from orgmodel.charts.layout.structure import Structure
from orgmodel.charts.layout.unit import Unit, unit_of

Mode: TypeAlias = Literal["row", "wrap", "hang"]


@dataclass(frozen=True, slots=True)
class Menu:
    """The arrangements of one attempt.

    Attributes:
        modes: Of the teams at the top, below it, and further down; the last holds for the rest.
        cost: What a drawing of this kind must gain in size to be preferred.
        top: How several heads stand.
        fewest: How many parts a row must have on average where rows are wrapped.
    """

    modes: tuple[Mode, ...]
    cost: float = 1.0
    top: Mode = "wrap"
    fewest: int = 2


@dataclass(frozen=True, slots=True)
class Plan:
    """A forest with one arrangement for every team.

    Attributes:
        forest: The boxes.
        structure: Who is whose report.
        options: Gaps and wishes.
        menu: What the arrangements were taken from.
        modes: Arrangement per box.
        flush: Boxes that stand at the left edge of their block.
        widths: Widths of the boxes, equal for all that hang on one spine.
        units: Per box that is no leaf, the box with its side boxes.
    """

    forest: Forest
    structure: Structure
    options: Options
    menu: Menu
    modes: Sequence[Mode]
    flush: Sequence[bool]
    widths: list[float]
    units: dict[int, Unit]

    def size(self, box: int) -> tuple[float, float]:
        """Width and height of a box."""
        return self.widths[box], self.forest.heights[box]

    def sizes(self, boxes: Sequence[int]) -> list[tuple[float, float]]:
        """Width and height of boxes."""
        widths, heights = self.widths, self.forest.heights
        return [(widths[box], heights[box]) for box in boxes]

    def direct(self, box: int) -> bool:
        """Whether a stack can hang from the box itself: no side box is in the way."""
        if self.options.style == "hanging-both":
            return False
        return self.flush[box] or len(self.structure.sides[box]) <= 1

    def inset(self, box: int) -> float:
        """From the left edge of a team to the spine that it hangs from."""
        return self.options.indent / 2 if self.direct(box) else 0.0


def branchings(structure: Structure) -> list[int]:
    """Per box, on how many of the levels above it anybody has more than one part below.

    All boxes of a level have the same number, so that teams of equal standing look alike.
    """
    level = [0] * len(structure.order)
    branching = [False] * (len(structure.order) + 1)
    for box in structure.order:
        branching[level[box] + 1] |= parts(structure, box) > 1
        for team in structure.teams[box]:
            level[team] = level[box] + 1
    above = list(accumulate(branching))
    return [above[depth] for depth in level]


def parts(structure: Structure, box: int) -> int:
    """How many teams, all single reports being one, hang from a box."""
    return len(structure.teams[box]) + bool(structure.leaves[box])


def plan_of(
    forest: Forest,
    structure: Structure,
    options: Options,
    menu: Menu,
    depth: Sequence[int],
) -> Plan:
    """Give every team the arrangement that the menu has for its depth."""
    last = len(menu.modes) - 1
    modes: list[Mode] = ["row"] * len(depth)
    flush = [False] * len(depth)
    widths = list(forest.widths)
    units: dict[int, Unit] = {}
    for box in structure.order:
        teams = structure.teams[box]
        single = parts(structure, box) == 1
        if teams and not single:
            modes[box] = menu.modes[min(depth[box], last)]
        hangs = modes[box] == "hang"
        for team in teams:
            flush[team] = hangs or (single and flush[box])
        if hangs:
            level([*teams, *structure.leaves[box]], widths)
        if not structure.is_leaf(box):
            sides = [(forest.widths[side], forest.heights[side]) for side in structure.sides[box]]
            size = widths[box], forest.heights[box]
            unit = unit_of(size, sides, options, flush=flush[box])
            units[box] = unit.mirrored(sides) if options.style == "hanging-left" else unit
    return Plan(forest, structure, options, menu, modes, flush, widths, units)


def level(boxes: Sequence[int], widths: list[float]) -> None:
    """Make boxes as wide as the widest of them."""
    widest = max(widths[box] for box in boxes)
    for box in boxes:
        widths[box] = widest
