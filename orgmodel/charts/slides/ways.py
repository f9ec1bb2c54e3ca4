"""Ways from box to box that begin and end where PowerPoint can glue a connector."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from orgmodel.charts.composing import Arrangement
from orgmodel.charts.hierarchy import HEAD
from orgmodel.charts.sketch import Place
from orgmodel.charts.slides.elbows import Point, straightened

TOP, LEFT, BOTTOM, RIGHT = range(4)
"""The middles of the edges of a rectangle, by the numbers that PowerPoint has for them."""

_JOG = 5.0
_NEAR = 0.5
_BUS = 4


@dataclass(frozen=True)
class Way:
    """A line from one box to another.

    Attributes:
        start: Number of the box where it begins.
        end: Number of the box where it ends.
        sites: The edges at whose middles it begins and ends.
        points: Its corners.
    """

    start: int
    end: int
    sites: tuple[int, int]
    points: Sequence[Point]


def reporting_ways(arrangement: Arrangement, parents: Sequence[int]) -> Iterator[Way]:
    """Yield the way from everybody above to each report, along the strokes of the layout."""
    strokes: dict[int, list[Sequence[Point]]] = defaultdict(list)
    for line in arrangement.layout.lines:
        strokes[line.parent].append(line.points)
    places = arrangement.places
    nets = {parent: _Net(lines) for parent, lines in strokes.items()}
    for child, parent in enumerate(parents):
        if parent != HEAD:
            found = nets[parent].way(places[parent], places[child]) if parent in nets else []
            points = found or _plain(places[parent], places[child])
            yield glued(parent, child, points, places)


def glued(start: int, end: int, points: Sequence[Point], places: Sequence[Place]) -> Way:
    """Return a way whose ends are moved to the middles of the edges where it begins and ends."""
    sites = _edge(points[0], places[start]), _edge(points[-1], places[end])
    there = _moved(list(points), _site(places[start], sites[0]), sites[0])
    back = _moved(there[::-1], _site(places[end], sites[1]), sites[1])
    return Way(start, end, sites, straightened(back[::-1]))


def _moved(points: list[Point], site: Point, edge: int) -> list[Point]:
    """Begin at a site: shift the first stroke if a bus follows it, or else step aside."""
    across = 0 if edge in (TOP, BOTTOM) else 1
    if abs(points[0][across] - site[across]) < _NEAR and len(points) > 2:  # noqa: PLR2004
        return [site, *points[1:]]
    if len(points) >= _BUS or edge in (LEFT, RIGHT):
        corner = (site[0], points[1][1]) if across == 0 else (points[1][0], site[1])
        return [site, corner, *points[2 if len(points) > 2 else 1 :]]  # noqa: PLR2004
    step = _JOG if edge in (BOTTOM, RIGHT) else -_JOG
    if across == 0:
        aside = [(site[0], site[1] + step), (points[0][0], site[1] + step)]
    else:
        aside = [(site[0] + step, site[1]), (site[0] + step, points[0][1])]
    return [site, *aside, *points[1:]]


def _site(place: Place, edge: int) -> Point:
    x, y, width, height = place
    return {
        TOP: (x + width / 2, y),
        LEFT: (x, y + height / 2),
        BOTTOM: (x + width / 2, y + height),
        RIGHT: (x + width, y + height / 2),
    }[edge]


def _edge(point: Point, place: Place) -> int:
    x, y, width, height = place
    far = {
        TOP: abs(point[1] - y),
        LEFT: abs(point[0] - x),
        BOTTOM: abs(point[1] - y - height),
        RIGHT: abs(point[0] - x - width),
    }
    return min(far, key=far.__getitem__)


def _plain(above: Place, below: Place) -> list[Point]:
    start, end = _site(above, BOTTOM), _site(below, TOP)
    middle = (start[1] + end[1]) / 2
    return [start, (start[0], middle), (end[0], middle), end]


class _Net:
    """The strokes below one box, as a net of corners and crossings."""

    def __init__(self, lines: Sequence[Sequence[Point]]) -> None:
        corners = {_rounded(point) for line in lines for point in line}
        self._next: dict[Point, set[Point]] = defaultdict(set)
        for line in lines:
            for a, b in pairwise(line):
                self._join(sorted(c for c in corners if _on(c, _rounded(a), _rounded(b))))

    def _join(self, row: Sequence[Point]) -> None:
        for a, b in pairwise(row):
            self._next[a].add(b)
            self._next[b].add(a)

    def way(self, above: Place, below: Place) -> list[Point]:
        """Return the corners from one box to another, or nothing."""
        start = next((point for point in sorted(self._next) if _touches(point, above)), None)
        if start is None:
            return []
        came: dict[Point, Point] = {start: start}
        waiting = deque([start])
        while waiting:
            point = waiting.popleft()
            if point != start and _touches(point, below):
                return straightened(_back(came, point))
            for near in sorted(self._next[point] - came.keys()):
                came[near] = point
                waiting.append(near)
        return []


def _back(came: dict[Point, Point], point: Point) -> list[Point]:
    found = [point]
    while came[found[-1]] != found[-1]:
        found.append(came[found[-1]])
    return found[::-1]


def _rounded(point: Point) -> Point:
    return round(point[0], 2), round(point[1], 2)


def _on(point: Point, a: Point, b: Point) -> bool:
    return all(min(a[i], b[i]) - 0.02 <= point[i] <= max(a[i], b[i]) + 0.02 for i in (0, 1))


def _touches(point: Point, place: Place) -> bool:
    x, y = point[0] - place.x, point[1] - place.y
    return -_NEAR <= x <= place.width + _NEAR and -_NEAR <= y <= place.height + _NEAR
