"""From a chosen size to a layout: absolute places, and the lines between them."""

from orgmodel.charts.layout.blocks import Blocks
from orgmodel.charts.layout.boxes import Boxes
from orgmodel.charts.layout.forest import Layout
from orgmodel.charts.layout.fronts import TOP
from orgmodel.charts.layout.wiring import wires


def placed(blocks: Blocks) -> Layout:
    """Add up relative places from the top down, and draw the lines."""
    plan = blocks.plan
    boxes = len(plan.widths)
    x, y, lefts = [0.0] * boxes, [0.0] * boxes, [0.0] * boxes
    top = blocks.blocks[TOP]
    for head, left, above in top.parts:
        lefts[head], y[head] = left, above
    for box in plan.structure.order:
        block = blocks.blocks.get(box)
        x[box] = lefts[box] + (block.left if block else 0.0)
        for part, left, down in block.parts if block else ():
            lefts[part], y[part] = lefts[box] + left, y[box] + down
    found = Boxes(x, y, plan.widths, plan.forest.heights)
    lines = list(wires(blocks, found, lefts))
    return Layout(x, y, plan.widths, plan.forest.heights, lines, top.width, top.height)
