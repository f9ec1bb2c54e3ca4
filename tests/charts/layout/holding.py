"""What is wrong with a drawing, found quickly enough for hundreds of thousands of them."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from orgmodel.charts.layout import Forest, Layout

TOUCH = 1e-6
NEAR = 6.0
"""Reporting lines pass the boxes of others at least so far away, in points."""


def flaws_of(forest: Forest, layout: Layout) -> list[str]:
    """Say what is wrong with a drawing, by the numbers of its boxes."""
    if not len(forest.parents):
        return []
    edges = edges_of(layout)
    return [*overlapping(edges), *outside(edges, layout), *misdrawn(forest, layout, edges)]


def edges_of(layout: Layout) -> np.ndarray:
    """Left, top, right and bottom edge of every box."""
    x, y = np.asarray(layout.x, dtype=float), np.asarray(layout.y, dtype=float)
    return np.stack([x, y, x + np.asarray(layout.widths), y + np.asarray(layout.heights)], axis=1)


def meeting(some: np.ndarray, others: np.ndarray, distance: float) -> np.ndarray:
    """Which rectangles come nearer to which others than a distance; below 0 they must overlap."""
    found = np.ones((len(some), len(others)), dtype=bool)
    for low in (0, 1):
        found &= some[:, None, low] < others[None, :, low + 2] + distance
        found &= some[:, None, low + 2] > others[None, :, low] - distance
    return found


def overlapping(edges: np.ndarray) -> Iterator[str]:
    """Boxes that lie on each other."""
    for one, other in np.argwhere(np.triu(meeting(edges, edges, -TOUCH), 1)):
        yield f"boxes {one} and {other} overlap"


def outside(edges: np.ndarray, layout: Layout) -> Iterator[str]:
    """Boxes and corners of lines that leave the drawing."""
    low = edges[:, :2].min(axis=0)
    high = edges[:, 2:].max(axis=0)
    corners = np.array([point for line in layout.lines for point in line.points]).reshape(-1, 2)
    if len(corners):
        low = np.minimum(low, corners.min(axis=0))
        high = np.maximum(high, corners.max(axis=0))
    if (low < -TOUCH).any() or high[0] > layout.width + TOUCH or high[1] > layout.height + TOUCH:
        yield f"{low} to {high} leaves 0 to {layout.width}, {layout.height}"


def misdrawn(forest: Forest, layout: Layout, edges: np.ndarray) -> Iterator[str]:
    """Lines that run through boxes, near them or on each other, that turn askew or join nobody."""
    strokes, owners = [], []
    for number, line in enumerate(layout.lines):
        for (x0, y0), (x1, y1) in pairwise(line.points):
            if (x0 == x1) == (y0 == y1):
                yield f"line {number} runs askew or nowhere: {x0, y0} to {x1, y1}"
            strokes.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
            owners.append(number)
    reached = {child for line in layout.lines for child in line.children}
    if reached != {box for box, parent in enumerate(forest.parents) if parent >= 0}:
        yield f"lines reach {sorted(reached)}"
    if strokes:
        yield from touching(forest, layout, edges, (np.array(strokes), np.array(owners)))


def touching(
    forest: Forest, layout: Layout, edges: np.ndarray, drawn: tuple[np.ndarray, np.ndarray]
) -> Iterator[str]:
    """Lines that come where they should not, and ends that do not arrive."""
    strokes, owners = drawn
    for stroke, box in np.argwhere(meeting(strokes, edges, -TOUCH)):
        yield f"line {owners[stroke]} runs through box {box}"
    touched = meeting(strokes, edges, TOUCH)
    met: list[set[int]] = [set() for _ in layout.lines]
    for stroke, box in np.argwhere(touched):
        met[owners[stroke]].add(int(box))
    family: dict[int, set[int]] = {}
    for line in layout.lines:
        family.setdefault(line.parent, {line.parent}).update(line.children)
    for number, line in enumerate(layout.lines):
        if not met[number] <= {line.parent, *line.children}:
            yield f"line {number} touches {met[number]}"
    for stroke, box in np.argwhere(meeting(strokes, edges, NEAR - TOUCH)):
        if box not in family[layout.lines[owners[stroke]].parent]:
            yield f"line {owners[stroke]} passes box {box} too near"
    arrived = {box for line, boxes in zip(layout.lines, met, strict=True) for box in boxes}
    if lost := set(family) - arrived:
        yield f"no line leaves {lost}"
    yield from on_each_other(strokes, owners)
    joined = set().union(*(m & {*ln.children} for m, ln in zip(met, layout.lines, strict=True)))
    if lost := {box for box, parent in enumerate(forest.parents) if parent >= 0} - joined:
        yield f"no line arrives at {lost}"


def on_each_other(strokes: np.ndarray, owners: np.ndarray) -> Iterator[str]:
    """Strokes of different lines that share a stretch."""
    for axis in (0, 1):
        flat = strokes[:, axis] == strokes[:, axis + 2]
        some, whose = strokes[flat], owners[flat]
        same = np.abs(some[:, None, axis] - some[None, :, axis]) < TOUCH
        other = 1 - axis
        low = np.maximum(some[:, None, other], some[None, :, other])
        high = np.minimum(some[:, None, other + 2], some[None, :, other + 2])
        shared = same & (high - low > TOUCH) & (whose[:, None] < whose[None, :])
        for one, two in np.argwhere(shared):
            yield f"lines {whose[one]} and {whose[two]} run on each other"
