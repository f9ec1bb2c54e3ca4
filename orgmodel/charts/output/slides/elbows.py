"""Connectors with right angles: from corners on the slide to PowerPoint's own geometry.

A preset connector runs from the top left to the bottom right of its frame and starts
horizontally. One that starts vertically is turned by a quarter, clockwise if it runs to the left
and else counter-clockwise, which exchanges the sides of its frame about its middle. What still
runs the wrong way is flipped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]

MOST_STROKES = 5
"""The most strokes that a preset connector has."""

_QUARTER, _BACK = 5_400_000, 16_200_000
_WHOLE = 100_000
# The inner corners are kept as parts of the extent between the ends, which must not be nothing.
_LEAST = 1.0


@dataclass(frozen=True)
class Elbow:
    """The geometry of a connector.

    Attributes:
        preset: Name of the geometry.
        x: Left edge of its frame before it is turned, in points; so are the others.
        adjustments: Places of its inner corners, as parts of 100,000 of its extents.
        rotation: In 60,000ths of a degree, clockwise.
    """

    preset: str
    x: float
    y: float
    width: float
    height: float
    adjustments: tuple[int, ...] = ()
    rotation: int = 0
    flip_h: bool = False
    flip_v: bool = False

    @property
    def looks(self) -> str:
        """How it is turned and flipped, as attributes of XML."""
        told = (("rot", self.rotation), ("flipH", int(self.flip_h)), ("flipV", int(self.flip_v)))
        return "".join(f' {name}="{value}"' for name, value in told if value)


def straightened(points: Sequence[Point]) -> list[Point]:
    """Return the corners of an axis-parallel line without those where it does not turn."""
    kept: list[Point] = []
    for point in points:
        if kept and _close(kept[-1], point):
            continue
        while len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def elbow(points: Sequence[Point]) -> Elbow:
    """Return the connector through the corners of an axis-parallel line of at most five strokes."""
    strokes = len(points) - 1
    (x0, y0), (x1, y1) = points[0], points[-1]
    if strokes == 1:
        box = (min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
        return Elbow("straightConnector1", *box, flip_h=x1 < x0, flip_v=y1 < y0)
    down = abs(points[1][0] - x0) < abs(points[1][1] - y0)
    axes = (1, 0) if down else (0, 1)
    long, wide = (_extent(points[0][axis], points[-1][axis]) for axis in axes)
    left, top = (x0 + x1 - abs(long)) / 2, (y0 + y1 - abs(wide)) / 2
    frame = (left, top, abs(long), abs(wide), tuple(_adjustments(points, axes, (long, wide))))
    name = f"bentConnector{strokes}"
    if not down:
        return Elbow(name, *frame, flip_h=long < 0, flip_v=wide < 0)
    right = wide > 0
    return Elbow(name, *frame, _BACK if right else _QUARTER, flip_h=(long > 0) == right)


def _adjustments(
    points: Sequence[Point], axes: tuple[int, int], extents: tuple[float, float]
) -> Iterator[int]:
    """Yield the places of the inner corners, along and across by turns."""
    for number, point in enumerate(points[1:-2]):
        axis, extent = axes[number % 2], extents[number % 2]
        yield round(_WHOLE * (point[axis] - points[0][axis]) / extent)


def _extent(start: float, end: float) -> float:
    return end - start if abs(end - start) >= _LEAST else _LEAST


def _close(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) < 0.01  # noqa: PLR2004  # nobody sees it


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return any(abs(a[axis] - b[axis]) + abs(b[axis] - c[axis]) < 0.01 for axis in (0, 1))  # noqa: PLR2004
