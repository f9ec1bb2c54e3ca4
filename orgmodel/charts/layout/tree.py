"""The style `tree`: every level on one line, every parent in the middle above its children."""

from collections.abc import Iterator

import numpy as np

from orgmodel.charts.layout.boxes import Boxes
from orgmodel.charts.layout.forest import Forest, Layout, Line, Options
from orgmodel.charts.layout.lines import comb, drop, side_lines, straightened
from orgmodel.charts.layout.places import Reach, places
from orgmodel.charts.layout.structure import Structure
from orgmodel.charts.layout.unit import Unit, unit_of


def tree(forest: Forest, structure: Structure, options: Options) -> Layout:
    """Draw a tidy tree."""
    units = units_of(forest, structure, options)
    widths = np.asarray(forest.widths, dtype=float)
    trunks, y = places(forest, reach_of(forest, units), options, structure)
    x = trunks - widths / 2
    for box, unit in units.items():
        for side, (across, down) in zip(structure.sides[box], unit.places, strict=True):
            x[side], y[side] = trunks[box] + across, y[box] + down
    boxes = Boxes(x.tolist(), y.tolist(), forest.widths, forest.heights)
    lines = list(wires(boxes, structure, options, units))
    size = (x + widths).max(), (y + np.asarray(forest.heights)).max()
    return Layout(
        boxes.x, boxes.y, boxes.widths, boxes.heights, lines, float(size[0]), float(size[1])
    )


def units_of(forest: Forest, structure: Structure, options: Options) -> dict[int, Unit]:
    """The boxes that have others at their side."""
    found = {}
    for box, sides in enumerate(structure.sides):
        if sides:
            sizes = [(forest.widths[side], forest.heights[side]) for side in sides]
            size = forest.widths[box], forest.heights[box]
            unit = unit_of(size, sizes, options, flush=False)
            found[box] = unit.mirrored(sizes) if options.style == "hanging-left" else unit
    return found


def reach_of(forest: Forest, units: dict[int, Unit]) -> Reach:
    """Half the width to either side of the trunk, and more where there are side boxes."""
    half = np.asarray(forest.widths, dtype=float) / 2
    reach = Reach(half, half.copy(), np.array(forest.heights, dtype=float))
    for box, unit in units.items():
        reach.left[box], reach.right[box] = unit.trunk, unit.width - unit.trunk
        reach.down[box] = unit.height
    return reach


def wires(
    boxes: Boxes, structure: Structure, options: Options, units: dict[int, Unit]
) -> Iterator[Line]:
    """A comb below every parent."""
    for box in structure.order:
        trunk, children = boxes.centre(box), structure.children[box]
        if children:
            bus = boxes.y[children[0]] - options.level_gap / 2
            trunk, ends = straightened(boxes, trunk, [drop(boxes, child) for child in children])
            yield from comb(box, (trunk, boxes.bottom(box)), bus, ends)
        if box in units:
            yield from side_lines(boxes, box, trunk, structure.sides[box], team=bool(children))
