"""How long it takes to draw boxes as a PNG, against Graphviz and pycairo, in interleaved rounds.

All draw the same places, texts and colours at the same resolution. Graphviz gets them as DOT for
`neato -n`, pycairo one by one; ours starts from the scene with text that was never shaped before.
CPU seconds, those of other processes included; peers that are not installed are skipped.
Run with `python benchmarks/drawing.py`.
"""

import os
import shutil
import statistics
import subprocess
import tempfile
import warnings
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from designs import made_up

from orgmodel.charts import IllegibleWarning, OrgChart, Scene
from orgmodel.charts.canvas.scene import Box, TextRun
from orgmodel.charts.layout import Polyline
from orgmodel.charts.output.raster import MOST_PIXELS, save

SIZES = 100, 1_000, 10_000
ROUNDS = 5
DPI = 100.0
"""Pixels per inch; fewer where the picture would be larger than its budget, the same for all."""


def scene_of(boxes: int) -> Scene:
    """The scene of an organisation, without the words around it."""
    org = made_up(boxes, boxes)
    return OrgChart(org, show=["title", "territories"]).scene()


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds that a piece of work takes, in this process and in others that it starts."""
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


def dot_of(scene: Scene) -> str:
    """The boxes and lines of a scene as DOT with fixed places."""
    texts: dict[str, list[str]] = {}
    for run in scene.texts:
        texts.setdefault((run.gid or "").partition("/")[0], []).append(run.text.replace('"', "'"))
    lines = ['graph { node [shape=box fontname="DejaVu Sans" fontsize=9] splines=line;']
    for box in scene.boxes:
        if box.gid and "/" not in box.gid:
            at = f"{box.x + box.width / 2},{scene.height - box.y - box.height / 2}"
            size = f"fixedsize=true width={box.width / 72} height={box.height / 72}"
            label = "\\n".join(texts.get(box.gid, ()))
            lines.append(f'"{box.gid}" [label="{label}" pos="{at}!" {size}];')
    corners: dict[tuple[float, float], str] = {}
    for line in scene.lines:
        names = []
        for x, y in line.points:
            if (x, y) not in corners:
                corners[x, y] = f"c{len(corners)}"
                point = f'[shape=point width=0.001 pos="{x},{scene.height - y}!"]'
                lines.append(f"{corners[x, y]} {point};")
            names.append(corners[x, y])
        lines.append(f"{' -- '.join(names)};")
    return "\n".join([*lines, "}"])


def dpi_of(scene: Scene) -> float:
    """The resolution at which all draw a scene."""
    return min(DPI, 72 * (MOST_PIXELS / (scene.width * scene.height)) ** 0.5)


def graphviz(scene: Scene, folder: Path) -> Callable[[], object]:
    """Draws with `neato -n`."""
    source = folder / "chart.dot"
    source.write_text(dot_of(scene), encoding="utf-8")
    command = [
        "neato",
        "-n",
        "-Tpng:cairo",
        f"-Gdpi={dpi_of(scene):g}",
        "-o",
        f"{folder}/g.png",
        str(source),
    ]
    return lambda: subprocess.run(command, check=True, capture_output=True)


class Cairo:
    """Draws with pycairo, which shapes every text with its toy interface."""

    def __init__(self, scene: Scene, path: str) -> None:
        self.scene, self.path = scene, path
        self.cairo: Any = import_module("cairo")
        self.context: Any = None

    def __call__(self) -> None:
        """Draw, and write a PNG."""
        scene, scale = self.scene, dpi_of(self.scene) / 72
        size = round(scene.width * scale), round(scene.height * scale)
        surface = self.cairo.ImageSurface(self.cairo.FORMAT_RGB24, *size)
        self.context = self.cairo.Context(surface)
        self.context.scale(scale, scale)
        self.colour(scene.background)
        self.context.paint()
        for line in scene.lines:
            self.way(line.points)
            self.stroke(line.colour, line.width, line.dash)
        for box in scene.boxes:
            self.box(box)
        for shape in scene.shapes:
            self.way(shape.points)
            self.colour(shape.fill)
            self.context.fill()
        for run in scene.texts:
            self.text(run)
        surface.write_to_png(self.path)

    def colour(self, code: str) -> None:
        """Take a colour."""
        self.context.set_source_rgb(*(int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)))

    def way(self, points: Polyline) -> None:
        """Go along some points."""
        self.context.move_to(*points[0])
        for point in points[1:]:
            self.context.line_to(*point)

    def stroke(self, colour: str, width: float, dash: tuple[float, ...]) -> None:
        """Draw where one went."""
        self.colour(colour)
        self.context.set_line_width(width)
        self.context.set_dash(dash)
        self.context.stroke()

    def box(self, box: Box) -> None:
        """Draw a box with its bar; the corners stay square."""
        for width, code in ((box.width, box.fill), (box.accent_width, box.accent)):
            if code:
                self.context.rectangle(box.x, box.y, width, box.height)
                self.colour(code)
                self.context.fill()
        self.context.rectangle(box.x, box.y, box.width, box.height)
        self.stroke(box.edge, box.edge_width, box.dash)

    def text(self, run: TextRun) -> None:
        """Write a text."""
        cairo = self.cairo
        slant = cairo.FONT_SLANT_ITALIC if run.style == "italic" else cairo.FONT_SLANT_NORMAL
        weight = cairo.FONT_WEIGHT_BOLD if run.style == "bold" else cairo.FONT_WEIGHT_NORMAL
        self.context.select_font_face("DejaVu Sans", slant, weight)
        self.context.set_font_size(run.size)
        self.colour(run.colour)
        self.context.move_to(run.x, run.y)
        self.context.show_text(run.text)


def works_of(scene: Scene, folder: Path) -> dict[str, tuple[Callable[[], object], Path]]:
    """What is compared, and the file that each writes."""
    own, graph, cairo = folder / "o.png", folder / "g.png", folder / "c.png"
    works: dict[str, tuple[Callable[[], object], Path]] = {}
    works["ours"] = partial(save, scene, own, dpi=dpi_of(scene)), own
    if shutil.which("neato"):
        works["Graphviz neato -n"] = graphviz(scene, folder), graph
    if find_spec("cairo"):
        works["pycairo"] = Cairo(scene, str(cairo)), cairo
    return works


def rounds_for(boxes: int) -> int:
    """How often each draws."""
    return ROUNDS if boxes <= 1_000 else 2


def compare(boxes: int, folder: Path) -> None:
    """Print the times of all, and ours as a part of each."""
    scene = scene_of(boxes)
    works = works_of(scene, folder)
    works["ours"][0]()
    rounds = [[cpu_seconds(work) for work, _ in works.values()] for _ in range(rounds_for(boxes))]
    medians = [statistics.median(column) for column in zip(*rounds, strict=True)]
    scale = dpi_of(scene) / 72
    pixels = f"{scene.width * scale:,.0f} x {scene.height * scale:,.0f} pixels"
    print(f"{boxes:,} boxes, {pixels}: CPU s (median), ours : theirs, bytes")
    for label, taken in zip(works, medians, strict=True):
        size = works[label][1].stat().st_size
        print(f"  {label:<20}{taken:8.3f}{medians[0] / taken:8.2f}{size:12,}")


def main() -> None:
    """Compare with the peers that are there."""
    for peer, there in (("neato", shutil.which("neato")), ("pycairo", find_spec("cairo"))):
        if not there:
            print(f"{peer} was not found, so it is left out")
    warnings.simplefilter("ignore", IllegibleWarning)  # ten thousand boxes are, for all of them
    for boxes in SIZES:
        with tempfile.TemporaryDirectory() as name:
            compare(boxes, Path(name))


if __name__ == "__main__":
    main()
