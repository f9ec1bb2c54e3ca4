"""Lines for blocks: which of the strokes a team needs."""

from collections.abc import Iterator, Sequence

from orgmodel.charts.layout.blocks import Block, Blocks, Group
from orgmodel.charts.layout.boxes import Boxes
from orgmodel.charts.layout.forest import Line
from orgmodel.charts.layout.lines import (
    End,
    comb,
    drop,
    side_lines,
    spine,
    straightened,
    ticks,
)


def wires(blocks: Blocks, boxes: Boxes, lefts: Sequence[float]) -> Iterator[Line]:
    """All reporting lines, given the left edges of the blocks."""
    structure, options = blocks.plan.structure, blocks.plan.options
    for box in structure.order:
        block = blocks.blocks.get(box)
        if block is None:
            continue
        trunk = boxes.centre(box)
        if block.rows and block.direct:
            group = block.rows[0][0]
            trunk = spine_of(boxes, group)
            yield from hanging(boxes, box, trunk, group.children)
        elif block.rows:
            rows = [[end_of(boxes, group) for group in row] for row in block.rows]
            trunk, rows[0] = straightened(boxes, trunk, rows[0])
            at = trunk, lefts[box] + block.spine
            yield from team_lines(boxes, box, at, rows, options.level_gap / 2)
            yield from spine_ticks(boxes, box, block)
        if structure.sides[box]:
            sides = structure.sides[box]
            yield from side_lines(boxes, box, trunk, sides, team=bool(block.rows))


def end_of(boxes: Boxes, group: Group) -> End:
    """How a line reaches a group."""
    if group.stack:
        return spine(boxes, spine_of(boxes, group), group.children)
    return drop(boxes, group.children[0])


def spine_of(boxes: Boxes, group: Group) -> float:
    """Where the line runs that a stack hangs from."""
    return boxes.x[group.children[0]] + group.spine


def hanging(boxes: Boxes, parent: int, trunk: float, stack: Sequence[int]) -> Iterator[Line]:
    """A spine that leaves a box itself."""
    end = spine(boxes, trunk, stack)
    yield Line(((trunk, boxes.bottom(parent)), *end.path), parent, end.children)
    yield from ticks(boxes, parent, trunk, stack)


def spine_ticks(boxes: Boxes, parent: int, block: Block) -> Iterator[Line]:
    """The ticks of all stacks that hang from a bus."""
    for row in block.rows:
        for group in row:
            if group.stack:
                yield from ticks(boxes, parent, spine_of(boxes, group), group.children)


def team_lines(
    boxes: Boxes,
    parent: int,
    at: tuple[float, float],
    rows: Sequence[list[End]],
    above: float,
) -> Iterator[Line]:
    """A bus so far above every row; those of further rows leave a spine at the left.

    Args:
        boxes: The boxes.
        parent: The box that the lines come from.
        at: Where the trunk is, and where the spine.
        rows: What hangs from every bus.
        above: From a row to its bus, in points.
    """
    buses = [min(boxes.y[end.children[0]] for end in row) - above for row in rows]
    trunk, joint = at
    start = trunk, boxes.bottom(parent)
    if len(rows) == 1:
        yield from comb(parent, start, buses[0], rows[0])
        return
    *middle, (*inner, last) = rows[1:]
    children = tuple(child for row in rows[1:] for end in row for child in end.children)
    down = End(joint, ((joint, buses[-1]), (last.x, buses[-1]), *last.path), children)
    yield from comb(parent, start, buses[0], [down, *rows[0]])
    for bus, row in zip(buses[1:], middle, strict=False):
        yield from comb(parent, (joint, bus), bus, row)
    for end in inner:
        yield Line(((end.x, buses[-1]), *end.path), parent, end.children)
