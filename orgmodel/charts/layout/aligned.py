"""Boxes on given lines, whatever hangs below whom: a tidy tree with empty places in it.

Where a line to a box passes others, it keeps a place of no width on each of them, so that it
crosses nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from orgmodel.charts.layout.bands import Bands, Node, lines_of
from orgmodel.charts.layout.boxes import Boxes
from orgmodel.charts.layout.forest import Forest, Layout, Line, Options
from orgmodel.charts.layout.forms import LONGEST, tidy_rows
from orgmodel.charts.layout.front import Size
from orgmodel.charts.layout.lines import End, comb, side_lines, straightened, ticks
from orgmodel.charts.layout.places import Reach, places, tops
from orgmodel.charts.layout.price import wish_for
from orgmodel.charts.layout.structure import Structure
from orgmodel.charts.layout.tree import units_of
from orgmodel.charts.layout.wiring import end_of, hanging, spine_of

MOST_PLACES = 40
"""Lines may keep so many empty places per box; more would be a drawing of nothing else."""
TRIES = 5_000
"""With more boxes than this only a few lengths of stacks are tried."""
FEW_LENGTHS = (1, 4, 8, 12, 20)


def aligned(forest: Forest, structure: Structure, options: Options) -> Layout:
    """Draw boxes on their lines; hybrid takes the stacks that come nearest to the proportions.

    Raises:
        ValueError: If lines are so many that the drawing would be mostly empty.
    """
    rows = lines_of(forest, structure)
    refuse_emptiness(rows, structure)
    bands = Bands(forest, structure, options, rows, units_of(forest, structure, options))
    wish = wish_for(options.proportions, len(rows))
    drawings = (Drawing(bands, lengths) for lengths in choices(structure, options))
    best = min(drawings, key=lambda one: wish.price(Size(one.height, one.width)))
    return best.layout()


def refuse_emptiness(rows: Sequence[int], structure: Structure) -> None:
    """Say that there are too many lines, rather than to fill all memory with empty places."""
    steps = (
        rows[child] - rows[box] - 1 for box in structure.order for child in structure.children[box]
    )
    empty = sum(steps) + sum(rows[head] for head in structure.heads)
    if empty > MOST_PLACES * max(len(rows), 100):
        raise ValueError(
            f"{max(rows) + 1:,} lines for {len(rows):,} boxes leave almost all places empty; "
            "give fewer lines"
        )


def choices(structure: Structure, options: Options) -> Iterator[Mapping[int, int]]:
    """Per number of leaves of one lead, how many stand in one stack."""
    counts = {len(leaves) for leaves in structure.leaves}
    if options.style != "hybrid":
        longest = {"tree": 1, "columns": 8}.get(options.style)
        yield {n: tidy_rows(n, longest) for n in range(1, max(counts) + 1)} if longest else {}
        return
    lengths = LONGEST if len(structure.order) <= TRIES else FEW_LENGTHS
    for longest in lengths[: 1 + sum(length < max(counts) for length in lengths)]:
        yield {n: tidy_rows(n, longest) for n in range(1, max(counts) + 1)}


@dataclass(slots=True)
class Places:
    """The nodes with empty places between them, as a forest for a tidy tree.

    Attributes:
        parents: Per place the one above.
        nodes: Per place what stands there; none where a line passes.
    """

    parents: list[int]
    nodes: list[Node | None]
    left: list[float]
    right: list[float]

    def add(self, above: int, node: Node | None, reach: tuple[float, float]) -> int:
        """Add a place below another one, and return its number."""
        self.parents.append(above)
        self.nodes.append(node)
        self.left.append(reach[0])
        self.right.append(reach[1])
        return len(self.nodes) - 1


class Drawing:
    """One way to draw boxes on their lines.

    Attributes:
        width: In points.
        height: In points.
    """

    def __init__(self, bands: Bands, longest: Mapping[int, int]) -> None:
        self.bands = bands
        self.nodes, self.widths = bands.nodes(longest)
        self.places = places_of(self.nodes, bands.structure.heads)
        nothing = [0.0] * len(self.places.parents)
        forest = Forest(self.places.parents, nothing, nothing)
        down = np.array([node.down if node else 0.0 for node in self.places.nodes])
        reach = Reach(np.array(self.places.left), np.array(self.places.right), down)
        self.trunks, _ = places(forest, reach, bands.options)
        self.width = float((self.trunks + reach.right).max())
        tallest = [0.0] * (max(bands.rows) + 1)
        for node in self.nodes:
            tallest[node.row] = max(tallest[node.row], node.down)
        self.tops = tops(tallest, bands.options.level_gap)
        self.height = self.tops[-1] + tallest[-1]

    def layout(self) -> Layout:
        """Places and lines."""
        forest = self.bands.forest
        x, y = [0.0] * len(self.widths), [0.0] * len(self.widths)
        trunks: dict[int, float] = {}
        for node, trunk in zip(self.places.nodes, self.trunks.tolist(), strict=True):
            if node is not None:
                trunks[id(node)] = trunk
                for box, across, down in node.parts:
                    x[box], y[box] = trunk + across, self.tops[node.row] + down
        boxes = Boxes(x, y, self.widths, forest.heights)
        lines = [line for node in self.nodes for line in self.wires(node, boxes, trunks)]
        return Layout(x, y, self.widths, forest.heights, lines, self.width, self.height)

    def wires(self, node: Node, boxes: Boxes, trunks: Mapping[int, float]) -> Iterator[Line]:
        """The lines that leave a node."""
        box = node.lead
        if box < 0:
            return
        trunk, sides = boxes.centre(box), self.bands.structure.sides[box]
        if node.direct:
            stack = node.below[0].groups[0]
            trunk = spine_of(boxes, stack)
            yield from hanging(boxes, box, trunk, stack.children)
        elif node.below:
            bus = self.bus(node.row + 1)
            ends = [end for part in node.below for end in self.ends(node, part, boxes, trunks)]
            trunk, ends = straightened(boxes, trunk, ends)
            yield from comb(box, (trunk, boxes.bottom(box)), bus, ends)
            yield from self.further(node, boxes, trunks)
        if sides:
            yield from side_lines(boxes, box, trunk, sides, team=bool(node.below))

    def bus(self, row: int) -> float:
        """Where lines run above a line of boxes."""
        return self.tops[row] - self.bands.options.level_gap / 2

    def ends(
        self, node: Node, part: Node, boxes: Boxes, trunks: Mapping[int, float]
    ) -> Iterator[End]:
        """How the bus below a node reaches what hangs from it."""
        if part.row == node.row + 1 or len(part.groups) == 1:
            yield from (end_of(boxes, group) for group in part.groups)
            return
        at, bus = trunks[id(part)], self.bus(part.row)
        children = tuple(child for group in part.groups for child in group.children)
        yield End(at, ((at, bus - self.stub),), children)

    @property
    def stub(self) -> float:
        """How far above a second bus its trunk begins."""
        return self.bands.options.level_gap / 4

    def further(self, node: Node, boxes: Boxes, trunks: Mapping[int, float]) -> Iterator[Line]:
        """The ticks of stacks, and the second bus above a block that stands further down."""
        for part in node.below:
            if part.row > node.row + 1 and len(part.groups) > 1:
                at, bus = trunks[id(part)], self.bus(part.row)
                ends = [end_of(boxes, group) for group in part.groups]
                yield from comb(node.lead, (at, bus - self.stub), bus, ends)
            for group in part.groups:
                if group.stack:
                    yield from ticks(boxes, node.lead, spine_of(boxes, group), group.children)


def places_of(nodes: Sequence[Node], heads: Sequence[int]) -> Places:
    """All nodes, and an empty place on every line between a node and what hangs from it."""
    found = Places([], [], [], [])
    number: dict[int, int] = {}
    for node in nodes[: len(heads)]:
        number[id(node)] = lowered(found, -1, -1, node)
    for node in nodes:
        for part in node.below:
            number[id(part)] = lowered(found, number[id(node)], node.row, part)
    return found


def lowered(found: Places, above: int, row: int, node: Node) -> int:
    """Add a node with the empty places above it, and return its place."""
    for _ in range(row + 1, node.row):
        above = found.add(above, None, (-node.aside, node.aside))
    return found.add(above, node, (node.left, node.right))
