"""What goes into a layout and what comes out of it: sized boxes, wishes, places.

All lengths are points (1/72 inch). The origin is the top left corner and y grows downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Style: TypeAlias = Literal["tree", "hanging", "hanging-left", "hanging-both", "columns", "hybrid"]
Direction: TypeAlias = Literal["down", "right"]
Polyline: TypeAlias = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Forest:
    """Boxes and who hangs below whom; the place in the sequences is the number of a box.

    Attributes:
        parents: The number of the box above, -1 for a head. Any order; children keep theirs.
        widths: Widths of the boxes in points.
        heights: Heights of the boxes in points.
        side: True for an assistant or a coordinator, who is drawn beside the trunk between the
            parent and the parent's line of reports. Empty means none.
        rows: On which line, counted from the top, every box stands: boxes of one number start at
            one height, whatever hangs below whom. Numbers that nobody has take no room, and nobody
            stands as high as the box above. Empty means that boxes stand as the style has it.
    """

    parents: Sequence[int]
    widths: Sequence[float]
    heights: Sequence[float]
    side: Sequence[bool] = ()
    rows: Sequence[int] = ()


@dataclass(frozen=True)
class Options:
    """How to arrange the boxes.

    Attributes:
        style: `tree`: every team is a row. `hanging`: a team of leaves is one stack below its
            lead, at the right of its line; `hanging-left`: at the left of it; `hanging-both`: in
            pairs at either side. `columns`: a large team of leaves stands in several stacks.
            `hybrid`: whatever brings the whole drawing nearest to the wanted proportions.
        proportions: Wanted width divided by height of the whole drawing (hybrid only).
        direction: Whether those below a box stand below it or to its right.
        strict: Whether few boxes, too, keep to the proportions and come as large as they can, even
            where they would look tidier otherwise (hybrid only).
        sibling_gap: Between boxes of one row, in points.
        team_gap: Between neighbouring teams, in points.
        level_gap: Between a box and the row below it, in points.
        stack_gap: Between boxes of one stack, in points.
        indent: Between the spine of a stack and its boxes, in points.
    """

    style: Style = "hybrid"
    proportions: float = 16 / 9
    direction: Direction = "down"
    strict: bool = False
    sibling_gap: float = 14.0
    team_gap: float = 24.0
    level_gap: float = 32.0
    stack_gap: float = 10.0
    indent: float = 14.0


@dataclass(frozen=True)
class Line:
    """One stroke of a reporting line, as an axis-parallel polyline.

    Attributes:
        points: Corners, in points.
        parent: The box that the line comes from.
        children: The boxes that hang from this stroke.
    """

    points: Polyline
    parent: int
    children: Sequence[int]


@dataclass(frozen=True)
class Layout:
    """Where everything stands.

    Attributes:
        x: Left edges of the boxes, all >= 0.
        y: Top edges of the boxes, all >= 0.
        widths: Widths as drawn: boxes of one stack are as wide as the widest of them.
        heights: Heights as drawn.
        lines: The solid reporting lines.
        width: Width of the whole drawing.
        height: Height of the whole drawing.
    """

    x: Sequence[float]
    y: Sequence[float]
    widths: Sequence[float]
    heights: Sequence[float]
    lines: Sequence[Line]
    width: float
    height: float
