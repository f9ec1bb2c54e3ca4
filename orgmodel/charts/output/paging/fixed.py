"""Pictures of a fixed width on sheets of paper."""

from collections.abc import Callable

from orgmodel.charts.canvas.palette import MUTED
from orgmodel.charts.canvas.scene import Scene
from orgmodel.charts.canvas.sketch import Look, Sketch
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.output.paging.paper import SIZES, Paper

_FOOT = Look(8.0, colour=MUTED)
_ABOVE_EDGE = 18.0
# What is small is enlarged no further than this.
_LARGEST = 1.15


def room_on(paper: Paper, width: float) -> float:
    """Return how high a picture of a width in points may be to fill a sheet in both ways."""
    size = SIZES[paper]
    return (size.height - _ABOVE_EDGE) * width / size.width


def cut_rows(rows: int, paper: Paper, draw: Callable[[int, int], Scene]) -> list[Scene]:
    """Return a table in parts that each fill a sheet, with as many rows as fit.

    Args:
        rows: How many there are.
        paper: The sheet.
        draw: Makes the scene of the rows from a first to before a last, counted from 0.
    """
    found: list[Scene] = []
    first = 0
    while first < rows or not found:
        # Rows are alike in height, so that two scenes tell how many of them fit.
        few, more = draw(first, first + 1), draw(first, min(first + 11, rows))
        each = max((more.height - few.height) / max(min(first + 11, rows) - first - 1, 1), 1.0)
        last = first + 1 + max(int((room_on(paper, few.width) - few.height) / each), 0)
        scene = draw(first, min(last, rows))
        while scene.height > room_on(paper, scene.width) and last > first + 1:
            last -= 1
            scene = draw(first, min(last, rows))
        found.append(scene)
        first = last
    return found


def on_paper(scene: Scene, paper: Paper, typesetter: Typesetter, number: str = "") -> Scene:
    """Return a scene as large as a sheet, in the middle below its upper edge.

    Args:
        scene: What to show.
        paper: The sheet.
        typesetter: Measures the text.
        number: That of the page, as in `2 / 3`; nothing for the only one.
    """
    size = SIZES[paper]
    foot = _ABOVE_EDGE if number else 0.0
    scale = min(size.width / scene.width, (size.height - foot) / scene.height, _LARGEST)
    body, sketch = Sketch(typesetter), Sketch(typesetter)
    body.lines, body.boxes = list(scene.lines), list(scene.boxes)
    body.shapes, body.texts = list(scene.shapes), list(scene.texts)
    body.images = list(scene.images)
    sketch.insert(body, (size.width - scene.width * scale) / 2, 0.0, scale)
    if number:
        edge = size.width - _ABOVE_EDGE
        sketch.write(number, edge, size.height - _ABOVE_EDGE / 2, _FOOT, gid="page", anchor="end")
    return sketch.scene(size.width, size.height, scene.title)
