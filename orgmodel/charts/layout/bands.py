"""Boxes on given lines: which line everybody really stands on, and what is laid out as one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orgmodel.charts.layout.blocks import Group
from orgmodel.charts.layout.forest import Forest, Options
from orgmodel.charts.layout.leaves import Grid, grid_of
from orgmodel.charts.layout.structure import Structure
from orgmodel.charts.layout.unit import Unit

Size = tuple[float, float]


@dataclass(slots=True)
class Node:
    """One box with those at its side, or a block of leaves.

    Attributes:
        row: The line that it stands on.
        left: How far it reaches to the left of where it hangs from.
        right: How far it reaches to the right of that.
        down: Its height.
        parts: Its boxes, each with its left and upper edge as seen from there.
        groups: How lines reach them.
        lead: The box that others hang from; -1 for leaves.
        below: What hangs from it.
        direct: Whether the line of its one stack leaves the box itself.
        aside: From the middle of the lead to the line that a node hangs from.
    """

    row: int
    left: float
    right: float
    down: float
    parts: list[tuple[int, float, float]]
    groups: list[Group]
    lead: int = -1
    below: list["Node"] = field(default_factory=list)
    direct: bool = False
    aside: float = 0.0


def lines_of(forest: Forest, structure: Structure) -> list[int]:
    """The line of every box, from 0, without empty ones: as asked for, and below the parent."""
    found = list(forest.rows)
    for box in structure.order:
        for child in structure.children[box]:
            found[child] = max(found[child], found[box] + 1)
    sides = {side for below in structure.sides for side in below}
    used = sorted({row for box, row in enumerate(found) if box not in sides})
    place = {row: number for number, row in enumerate(used)}
    return [place.get(row, 0) for row in found]


@dataclass(frozen=True, slots=True)
class Bands:
    """Makes the nodes of a drawing.

    Attributes:
        forest: The boxes.
        structure: Who is whose report.
        options: Style and gaps.
        rows: The line of every box.
        units: The boxes that have others at their side.
    """

    forest: Forest
    structure: Structure
    options: Options
    rows: Sequence[int]
    units: Mapping[int, Unit]

    def nodes(self, longest: Mapping[int, int]) -> tuple[list[Node], list[float]]:
        """All nodes, parents first, and the widths of the boxes as drawn.

        Args:
            longest: Per number of leaves, how many of them stand in one stack; 1 is a row.
        """
        widths = list(self.forest.widths)
        heads = [self.box(head, widths) for head in self.structure.heads]
        found = list(heads)
        for node in found:  # grows while it is walked
            if node.lead >= 0:
                node.below = list(self.below(node.lead, longest, widths))
                found.extend(node.below)
                node.direct = self.is_direct(node)
                if node.direct:
                    self.hang(node, widths)
        return found, widths

    def below(self, lead: int, longest: Mapping[int, int], widths: list[float]) -> Iterator[Node]:
        """What hangs from a box: in a tree its reports, or else its teams and stacks of leaves."""
        if self.options.style == "tree":
            yield from (self.box(child, widths) for child in self.structure.children[lead])
            return
        yield from (self.box(team, widths) for team in self.structure.teams[lead])
        on_line: dict[int, list[int]] = defaultdict(list)
        for leaf in self.structure.leaves[lead]:
            on_line[self.rows[leaf]].append(leaf)
        for leaves in on_line.values():
            rows = longest.get(len(leaves), len(leaves))
            if rows == 1:
                yield from (self.box(leaf, widths) for leaf in leaves)
            else:
                yield self.block(leaves, rows, widths)

    def box(self, box: int, widths: Sequence[float]) -> Node:
        """A box by itself, or with those at its side."""
        width, height = widths[box], self.forest.heights[box]
        parts = [(box, -width / 2, 0.0)]
        unit = self.units.get(box, Unit(width, height, width / 2))
        for side, (x, y) in zip(self.structure.sides[box], unit.places, strict=True):
            parts.append((side, x, y))
        reach = unit.trunk, unit.width - unit.trunk
        return Node(self.rows[box], *reach, unit.height, parts, [Group([box])], box)

    def block(self, leaves: list[int], rows: int, widths: list[float]) -> Node:
        """Leaves of one line in stacks; the block hangs from its middle."""
        sizes = [(widths[leaf], self.forest.heights[leaf]) for leaf in leaves]
        grid = grid_of(sizes, rows, self.options)
        widest = max(width for width, _ in sizes)
        for leaf in leaves:
            widths[leaf] = widest
        at = self.hanging_from(grid)
        parts = [(leaf, x - at, y) for leaf, x, y in grid.corners(leaves)]
        groups = [Group(stack, stack=True, spine=grid.spine) for stack in grid.stacks(leaves)]
        return Node(self.rows[leaves[0]], at, grid.width - at, grid.height, parts, groups)

    def hanging_from(self, grid: Grid) -> float:
        """Where a block hangs from: the line of its only stack, or its middle."""
        if grid.across or len(grid.lefts) == 1:
            return grid.lefts[0] + grid.spine
        return grid.middle

    def is_direct(self, node: Node) -> bool:
        """Whether there is one stack alone, which can hang from the edge of its lead."""
        sides = self.structure.sides[node.lead]
        if len(node.below) != 1 or len(sides) > 1 or self.options.style == "hanging-both":
            return False
        return len(node.below[0].groups) == 1 and node.below[0].groups[0].stack

    def hang(self, node: Node, widths: Sequence[float]) -> None:
        """Move the only stack of a box below the edge of it."""
        aside = widths[node.lead] / 2 - self.options.indent / 2
        aside = aside if self.options.style == "hanging-left" else -aside
        stack = node.below[0]
        stack.parts = [(box, x + aside, y) for box, x, y in stack.parts]
        stack.left, stack.right = stack.left - aside, stack.right + aside
        stack.aside = aside
