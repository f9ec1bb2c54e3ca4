"""What must hold for every drawing, and forests to hold it for."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hypothesis import strategies as st

from orgmodel.charts.layout import Forest, Layout

TOUCH = 1e-6


@st.composite
def forests(draw, most=60, *, sides=True):
    """Forests of any shape: wide, deep, uneven, with several heads and side boxes."""
    boxes = draw(st.integers(0, most))
    reach = draw(st.sampled_from([2, 5, most]))
    parents = [draw(st.integers(max(-1, box - reach), box - 1)) for box in range(boxes)]
    if draw(st.booleans()):
        parents = [max(parent, 0) if box else -1 for box, parent in enumerate(parents)]
    width = st.sampled_from([60.0, 90.0, 120.5, 200.0]) if draw(st.booleans()) else st.just(100.0)
    height = st.sampled_from([20.0, 40.0, 55.5]) if draw(st.booleans()) else st.just(40.0)
    marked = st.sampled_from([True, False] if sides and draw(st.booleans()) else [False])
    return Forest(
        parents,
        [draw(width) for _ in range(boxes)],
        [draw(height) for _ in range(boxes)],
        [draw(marked) for _ in range(boxes)],
    )


def grown(spans: Sequence[int], uneven: int = 0) -> Forest:
    """An organisation with these spans level by level; uneven: some teams are larger."""
    parents, level = [-1], [0]
    for span in spans:
        below = []
        for place, lead in enumerate(level):
            for _ in range(span + (place % (uneven + 1)) * (place % 2)):
                below.append(len(parents))
                parents.append(lead)
        level = below
    return Forest(parents, [120.0] * len(parents), [40.0] * len(parents))


def overlaps(layout: Layout) -> list[tuple[int, int]]:
    """Pairs of boxes that overlap, by a line that sweeps down the drawing."""
    events = []
    for box in range(len(layout.x)):
        events.append((layout.y[box], 1, box))
        events.append((layout.y[box] + layout.heights[box], 0, box))
    open_boxes: list[tuple[float, int]] = []
    found = []
    for _, begins, box in sorted(events):
        entry = (layout.x[box], box)
        if not begins:
            open_boxes.remove(entry)
            continue
        place = bisect_left(open_boxes, entry)
        for left, other in open_boxes[max(place - 1, 0) : place + 1]:
            if (
                left < layout.x[box] + layout.widths[box] - TOUCH
                and layout.x[box] < left + layout.widths[other] - TOUCH
            ):
                found.append((box, other))
        insort(open_boxes, entry)
    return found


def strokes(points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float, float, float]]:
    """The straight parts of a line as left, top, right, bottom."""
    for (x0, y0), (x1, y1) in pairwise(points):
        yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def boxes_met(layout: Layout, points: Sequence[tuple[float, float]], distance: float) -> set[int]:
    """Boxes that a line comes nearer to than a distance; below 0 it must go through them."""
    met = set()
    for left, top, right, bottom in strokes(points):
        for box in range(len(layout.x)):
            if (
                left < layout.x[box] + layout.widths[box] + distance
                and right > layout.x[box] - distance
                and top < layout.y[box] + layout.heights[box] + distance
                and bottom > layout.y[box] - distance
            ):
                met.add(box)
    return met


def runs_along(
    ways: Sequence[Sequence[tuple[float, float]]],
    others: Sequence[Sequence[tuple[float, float]]],
) -> list[tuple[int, int]]:
    """Which lines share a stretch with which others, other than by crossing."""
    found = []
    for first, way in enumerate(ways):
        for second, other in enumerate(others):
            if way is other:
                continue
            for a in strokes(way):
                for b in strokes(other):
                    across = min(a[2], b[2]) - max(a[0], b[0])
                    down = min(a[3], b[3]) - max(a[1], b[1])
                    level = a[1] == a[3] and b[1] == b[3] and abs(a[1] - b[1]) < TOUCH
                    upright = a[0] == a[2] and b[0] == b[2] and abs(a[0] - b[0]) < TOUCH
                    if (level and across > TOUCH) or (upright and down > TOUCH):
                        found.append((first, second))
    return found
