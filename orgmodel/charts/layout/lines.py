"""Reporting lines as strokes: a trunk, a bus, drops, spines with short ticks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgmodel.charts.layout.boxes import Boxes
from orgmodel.charts.layout.forest import Line, Polyline

STRAIGHTEN = 6.0
"""A jog shorter than this, in points, looks like a mistake, so the line goes straight."""


@dataclass(frozen=True, slots=True)
class End:
    """What leaves a bus downwards.

    Attributes:
        x: Where it leaves.
        path: Corners below the bus, down to a box.
        children: The boxes that it reaches.
        box: The box straight below, if it is one box reached from above.
    """

    x: float
    path: Polyline
    children: tuple[int, ...]
    box: int = -1


def drop(boxes: Boxes, child: int) -> End:
    """Straight down to a box."""
    x = boxes.centre(child)
    return End(x, ((x, boxes.y[child]),), (child,), child)


def spine(boxes: Boxes, x: float, stack: Sequence[int]) -> End:
    """Down the side of a stack, and into its last box."""
    return End(x, tick(boxes, x, lowest(boxes, stack)), tuple(stack))


def lowest(boxes: Boxes, stack: Sequence[int]) -> int:
    """The box of a stack that its line reaches last."""
    return max(reversed(stack), key=boxes.waist)


def tick(boxes: Boxes, x: float, child: int) -> Polyline:
    """From a vertical line to the nearer side of a box."""
    edge = boxes.x[child] if boxes.x[child] > x else boxes.right(child)
    return (x, boxes.waist(child)), (edge, boxes.waist(child))


def ticks(boxes: Boxes, parent: int, x: float, children: Sequence[int]) -> Iterator[Line]:
    """From a vertical line to all boxes beside it but the lowest, which the line itself reaches."""
    last = lowest(boxes, children) if children else -1
    for child in children:
        if child != last:
            yield Line(tick(boxes, x, child), parent, (child,))


def straightened(boxes: Boxes, trunk: float, ends: Sequence[End]) -> tuple[float, list[End]]:
    """Move an end that is all but below the trunk to the trunk, or the trunk to a spine."""
    found = list(ends)
    for place, end in enumerate(found):
        near = abs(end.x - trunk) < STRAIGHTEN
        if end.box < 0 and near:
            return end.x, found
        if end.box >= 0 and (near or len(found) == 1):
            left, right = boxes.x[end.box], boxes.right(end.box)
            if left + STRAIGHTEN <= trunk <= right - STRAIGHTEN:
                found[place] = replace(end, x=trunk, path=((trunk, boxes.y[end.box]),))
                break
    return trunk, found


def comb(parent: int, start: tuple[float, float], bus: float, ends: Sequence[End]) -> list[Line]:
    """From a point down to a bus, along it, and down to all children, without running twice."""
    trunk = start[0]
    if len(ends) == 1 and ends[0].x == trunk:
        return [Line((start, *ends[0].path), parent, ends[0].children)]
    low, high = min(ends, key=lambda end: end.x), max(ends, key=lambda end: end.x)
    if low.x < trunk < high.x:
        turns = (*reversed(low.path), (low.x, bus), (high.x, bus), *high.path)
        lines = [
            Line((start, (trunk, bus)), parent, tuple(c for end in ends for c in end.children)),
            Line(turns, parent, low.children + high.children),
        ]
        inner = [end for end in ends if end is not low and end is not high]
    else:
        far = high if trunk <= low.x else low
        corner = () if start[1] == bus else ((trunk, bus),)
        turns = (start, *corner, (far.x, bus), *far.path)
        lines = [Line(turns, parent, tuple(c for end in ends for c in end.children))]
        inner = [end for end in ends if end is not far]
    lines.extend(Line(((end.x, bus), *end.path), parent, end.children) for end in inner)
    return lines


def side_lines(
    boxes: Boxes, parent: int, trunk: float, sides: Sequence[int], *, team: bool
) -> Iterator[Line]:
    """From the trunk to the boxes beside it; without a team the trunk turns to the last one."""
    if not team:
        start = trunk, boxes.bottom(parent)
        yield Line((start, *spine(boxes, trunk, sides).path), parent, tuple(sides))
        yield from ticks(boxes, parent, trunk, sides)
    else:
        yield from (Line(tick(boxes, trunk, side), parent, (side,)) for side in sides)
