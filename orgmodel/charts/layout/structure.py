"""The shape of a forest: who is a team, who a single report, who stands at the side."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import inf

from orgmodel.charts.layout.forest import Forest


@dataclass(frozen=True, slots=True)
class Structure:
    """The reports of every box, sorted by how they are drawn.

    Attributes:
        heads: Boxes without a parent, in order.
        order: All boxes, parents before their children.
        children: Per box, its teams and leaves in their own order.
        teams: Per box, the children that have somebody below or beside them.
        leaves: Per box, the children that have nobody.
        sides: Per box, the assistants and coordinators without anybody below them.
    """

    heads: list[int]
    order: list[int]
    children: Sequence[list[int]]
    teams: Sequence[list[int]]
    leaves: Sequence[list[int]]
    sides: Sequence[list[int]]

    def is_leaf(self, box: int) -> bool:
        """Whether nobody is below or beside a box."""
        return not (self.teams[box] or self.leaves[box] or self.sides[box])


def side_boxes(forest: Forest) -> list[bool]:
    """Which boxes stand at the side: those marked so that have a parent and no children."""
    boxes = len(forest.parents)
    if not any(forest.side):
        return [False] * boxes
    with_children = set(forest.parents)
    return [
        bool(marked) and parent >= 0 and box not in with_children
        for box, (marked, parent) in enumerate(zip(forest.side, forest.parents, strict=True))
    ]


def structure_of(forest: Forest) -> Structure:
    """Sort the boxes of a forest.

    Raises:
        ValueError: If boxes hang from themselves, or if sequences or sizes make no sense.
    """
    check(forest)
    parents, boxes = forest.parents, len(forest.parents)
    side = side_boxes(forest)
    nobody: list[int] = []
    children: list[list[int]] = [nobody] * boxes
    heads: list[int] = []
    for box, parent in enumerate(parents):
        siblings = heads if parent < 0 else children[parent]
        if siblings is nobody:
            siblings = children[parent] = []
        siblings.append(box)
    teams, leaves, sides = [nobody] * boxes, [nobody] * boxes, [nobody] * boxes
    order = list(heads)
    for box in order:
        below = children[box]
        if below:
            order.extend(below)
            teams[box] = [child for child in below if children[child]]
            leaves[box] = [child for child in below if not (children[child] or side[child])]
            sides[box] = [child for child in below if side[child]]
            if sides[box]:
                children[box] = [child for child in below if not side[child]]
    if len(order) < boxes:
        refuse_loops(order, boxes)
    return Structure(heads, order, children, teams, leaves, sides)


def check(forest: Forest) -> None:
    """Refuse a forest whose sequences do not belong together."""
    lengths = {len(forest.parents), len(forest.widths), len(forest.heights)}
    lengths.update(len(given) for given in (forest.side, forest.rows) if len(given))
    if len(lengths) > 1:
        raise ValueError(
            "parents, widths, heights, side and rows (if given) must have one value per box, "
            f"but there are {', '.join(map(str, sorted(lengths)))} values",
        )

    sizes = chain(forest.widths, forest.heights)
    if not all(0.0 <= size < inf for size in sizes):
        raise ValueError("widths and heights must be finite numbers of points, 0 or more")


def refuse_loops(reached: list[int], boxes: int) -> None:
    """Say which boxes hang from themselves."""
    lost = sorted(set(range(boxes)).difference(reached))
    some = ", ".join(map(str, lost[:5])) + (", ..." if len(lost) > len(lost[:5]) else "")
    raise ValueError(f"{len(lost)} boxes are in or below a loop ({some}); break it first")
