"""A scene in the axes of a matplotlib figure."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, get_args

from matplotlib.axes import Axes
from matplotlib.collections import Collection, LineCollection, PathCollection, PolyCollection
from matplotlib.image import AxesImage, imread

from orgmodel.charts.canvas.scene import Box, Image, Polyline, Scene, Shape
from orgmodel.charts.canvas.text import FontStyle, Typesetter
from orgmodel.charts.output.raster.lettering import Lettering
from orgmodel.charts.output.raster.letters import Letters, Written
from orgmodel.charts.output.raster.outlines import accent, outline

_SOLID = "solid"
# As matplotlib has it for texts.
_TEXTS = 3


def paint(
    scene: Scene,
    axes: Axes,
    typesetter: Typesetter | None = None,
    *,
    searchable: bool = False,
    together: bool = False,
) -> Axes:
    """Draw a scene into axes, which are scaled to it and freed of ticks; return the axes.

    One unit of the axes is one point of the scene. Lines, boxes and shapes become a collection
    each; every text is an artist of its own in `axes.texts`, named by its `gid` in the scene.

    Args:
        scene: What to draw.
        axes: Where to draw it.
        typesetter: The one that the scene was composed with, if it is still at hand.
        searchable: Whether texts in the scripts of DejaVu Sans go to the canvas as texts, for a PDF
            that can be searched, and not as outlines, which are faster.
        together: Whether all texts are one artist, which is much faster than one each.
    """
    typesetter = typesetter or Typesetter()
    axes.set_axis_off()
    axes.set(xlim=(0, scene.width), ylim=(scene.height, 0), aspect="equal")
    for layer, collection in enumerate(_collections(scene, _scale(scene, axes))):
        collection.set_zorder(1 + layer / 10)
        axes.add_collection(collection, autolim=False)
    for image in scene.images:
        axes.add_artist(_image(axes, image))
    for style in get_args(FontStyle):
        typesetter.learn((run.text for run in scene.texts if run.style == style), style)
    written = ((run, typesetter.shape(run.text, run.style)) for run in scene.texts)
    if together:
        axes.add_artist(_letters(written, axes))
        return axes
    for run, shaped in written:
        axes.add_artist(Lettering(run, shaped, searchable=searchable))
    return axes


def _letters(written: Iterable[Written], axes: Axes) -> Letters:
    letters = Letters(written, axes.transData)
    letters.set_zorder(_TEXTS)
    return letters


def _scale(scene: Scene, axes: Axes) -> float:
    """Return how large a point of the scene is on the figure as it is now, in points."""
    axes.apply_aspect()
    pixels = axes.get_window_extent().width
    figure = axes.get_figure(root=True)
    dpi = figure.dpi if figure else 72
    return float(pixels * 72 / dpi / scene.width)


def _collections(scene: Scene, scale: float) -> list[Collection]:
    found: list[Collection] = []
    if scene.lines:
        found.append(_lines(scene.lines, scale))
    if scene.boxes:
        found += [_boxes(scene.boxes, scale), _accents(scene.boxes)]
    if scene.shapes:
        found.append(_shapes(scene.shapes))
    return found


def _lines(lines: Sequence[Polyline], scale: float) -> LineCollection:
    return LineCollection(
        [list(line.points) for line in lines],
        colors=[line.colour for line in lines],
        linewidths=[line.width * scale for line in lines],
        linestyles=[_dashes(line.dash, line.width) for line in lines],
        joinstyle="round",
        gid="lines",
    )


def _boxes(boxes: Sequence[Box], scale: float) -> PathCollection:
    return PathCollection(
        [outline(box) for box in boxes],
        facecolors=[box.fill for box in boxes],
        edgecolors=[box.edge for box in boxes],
        linewidths=[box.edge_width * scale for box in boxes],
        linestyles=[_dashes(box.dash, box.edge_width) for box in boxes],
        gid="boxes",
    )


def _accents(boxes: Sequence[Box]) -> PathCollection:
    accented = [box for box in boxes if box.accent]
    return PathCollection(
        [accent(box) for box in accented],
        facecolors=[box.accent for box in accented],
        linewidths=0,
        gid="accents",
    )


def _shapes(shapes: Sequence[Shape]) -> PolyCollection:
    return PolyCollection(
        [list(shape.points) for shape in shapes],
        facecolors=[shape.fill for shape in shapes],
        linewidths=0,
        gid="shapes",
    )


class _Photo(AxesImage):
    def can_composite(self) -> bool:
        """Return no: one picture of all photos would be as large as the page."""
        return False


def _image(axes: Axes, image: Image) -> AxesImage:
    place = (image.x, image.x + image.width, image.y + image.height, image.y)
    artist = _Photo(axes, extent=place, interpolation="antialiased", zorder=1.9)
    artist.set_data(imread(BytesIO(image.png), "png"))
    artist.set_gid(image.gid)
    artist.set_transform(axes.transData)
    return artist


# matplotlib counts strokes and gaps in line widths.
def _dashes(dash: tuple[float, ...], width: float) -> Any:  # noqa: ANN401  # matplotlib names no type for it
    return (0, [stroke / width for stroke in dash]) if dash else _SOLID
