"""Ways from box to box that begin and end where PowerPoint can glue a connector."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from orgmodel.charts.canvas.sketch import Place
from orgmodel.charts.cards.scene_builder import Arrangement
from orgmodel.charts.org_view.hierarchy import HEAD
from orgmodel.charts.output.slides.elbows import Point, straightened

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
            yield _hung(parent, child, points, places)


def glued(start: int, end: int, points: Sequence[Point], places: Sequence[Place]) -> Way:
    """Return a way whose ends are moved to the middles of the edges where it begins and ends."""
    ways = points, points[::-1]
    edges = [_edge(way[0], places[box]) for way, box in zip(ways, (start, end), strict=True)]
    shifts = [len(points) >= _BUS or edge in {LEFT, RIGHT} for edge in edges]
    return _way(start, end, points, places, (edges[0], edges[1]), (shifts[0], shifts[1]))


def _hung(above: int, below: int, points: Sequence[Point], places: Sequence[Place]) -> Way:
    """Return a reporting way; of a spine and the tick to a box, the spine keeps its place."""
    edges = _edge(points[0], places[above]), _edge(points[-1], places[below])
    shifts = len(points) >= _BUS, len(points) >= _BUS - 1
    return _way(above, below, points, places, edges, shifts)


def _way(  # noqa: PLR0913, PLR0917  # two of each
    start: int,
    end: int,
    points: Sequence[Point],
    places: Sequence[Place],
    edges: tuple[int, int],
    shifts: tuple[bool, bool],
) -> Way:
    there = _moved(points, _site(places[start], edges[0]), edges[0], shift=shifts[0])
    back = _moved(there[::-1], _site(places[end], edges[1]), edges[1], shift=shifts[1])
    return Way(start, end, edges, straightened(back[::-1]))


def _moved(points: Sequence[Point], site: Point, edge: int, *, shift: bool) -> list[Point]:
    """Begin at a site: shift the first stroke, or else step aside."""
    across = 0 if edge in {TOP, BOTTOM} else 1
    turns = len(points) > 2  # noqa: PLR2004  # one stroke has two ends
    if turns and abs(points[0][across] - site[across]) < _NEAR:
        return [site, *points[1:]]
    if shift:
        corner = (site[0], points[1][1]) if across == 0 else (points[1][0], site[1])
        return [site, corner, *points[2 if turns else 1 :]]
    step = _JOG if edge in {BOTTOM, RIGHT} else -_JOG
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
