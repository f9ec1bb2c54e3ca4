"""Scenes as files: PNG, SVG and PDF, written whole or not at all."""

import os
import warnings
from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure

from orgmodel.charts.canvas.errors import ChartRequestError, IllegibleWarning
from orgmodel.charts.canvas.scene import Scene
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.output.raster.paint import paint
from orgmodel.charts.output.raster.png import write_png
from orgmodel.charts.output.raster.svg import svg_of
from orgmodel.files import write_whole
from orgmodel.text import clean

MOST_PIXELS = 100_000_000
"""Default budget of a picture: 400 MB in memory while it is drawn."""

LEGIBLE_DPI = 50.0
"""At this resolution letters of 10 points are 7 pixels high, about the least one can read."""

# What a notebook shows: enough for a large screen, and little enough to be kept in its file.
_SCREEN, _SCREEN_DPI = 6_000_000, 110.0


def save(  # noqa: PLR0913  # what, where, and choices with defaults
    scene: Scene,
    path: str | os.PathLike[str],
    *,
    dpi: float = 144.0,
    most_pixels: int = MOST_PIXELS,
    typesetter: Typesetter | None = None,
    others: Iterable[str] = (),
) -> Path:
    """Write a scene to a file whose suffix says the format, and return its path.

    The same scene gives the same bytes. The file appears only when it is complete.

    Args:
        scene: What to write.
        path: Ends in `.png`, `.svg` or `.pdf`.
        dpi: Pixels per inch of a PNG.
        most_pixels: Budget of a PNG; the resolution is lowered to keep it.
        typesetter: The one that the scene was composed with, if it is still at hand.
        others: Suffixes that others would have known, for the message about an unknown one.

    Raises:
        ChartRequestError: If the suffix is unknown, or a number is not above 0.
        CannotWriteError: If the place cannot be written to.
    """
    data = contents_of(
        scene,
        Path(path),
        typesetter or Typesetter(),
        dpi=dpi,
        most_pixels=most_pixels,
        others=others,
    )
    return write_whole(path, data)


def contents_of(  # noqa: PLR0913  # what, where, and how
    scene: Scene,
    target: Path,
    typesetter: Typesetter,
    *,
    dpi: float,
    most_pixels: int,
    others: Iterable[str] = (),
) -> bytes:
    """Return the bytes of the file that `save` would write; arguments and errors are the same."""
    writers: dict[str, Callable[[BinaryIO], None]] = {
        ".png": partial(_write_png, scene, typesetter, dpi, most_pixels),
        ".svg": partial(_write_svg, scene),
        ".pdf": partial(_write_pdf, scene, typesetter),
    }
    writer = writers.get(target.suffix.lower())
    if not (dpi > 0 and most_pixels > 0):
        message = f"{dpi} pixels per inch and {most_pixels} pixels give no picture; ask for more."
        raise ChartRequestError(message)
    if writer is None:
        known = ", ".join((*writers, *others))
        message = f"{target}: charts are saved as {known}; give the file one of these suffixes."
        raise ChartRequestError(message)
    file = BytesIO()
    writer(file)
    return file.getvalue()


def _write_svg(scene: Scene, file: BinaryIO) -> None:
    file.write(svg_of(scene).encode())


def png_of(scene: Scene, typesetter: Typesetter) -> bytes:
    """Return a scene as the bytes of a PNG for a screen, at most a few million pixels large."""
    file = BytesIO()
    _draw_png(scene, typesetter, min(_SCREEN_DPI, affordable_dpi(scene, _SCREEN)), file)
    return file.getvalue()


def affordable_dpi(scene: Scene, most_pixels: int) -> float:
    """Return the highest resolution at which a scene keeps to a budget of pixels."""
    return float(72 * (most_pixels / (scene.width * scene.height)) ** 0.5)


def _write_png(
    scene: Scene, typesetter: Typesetter, dpi: float, most_pixels: int, file: BinaryIO
) -> None:
    affordable = affordable_dpi(scene, most_pixels)
    if affordable < LEGIBLE_DPI:
        message = (
            f"The picture is {scene.width / 72:.0f} x {scene.height / 72:.0f} inches; within "
            f"{most_pixels:,} pixels its text is too small to read. Ask for pages (--pages A4), "
            f"save it as .svg or .pdf, draw one branch at a time, or allow more pixels."
        )
        warnings.warn(message, IllegibleWarning, stacklevel=2)
    _draw_png(scene, typesetter, min(dpi, affordable), file)


def _draw_png(scene: Scene, typesetter: Typesetter, dpi: float, file: BinaryIO) -> None:
    figure = figure_of(scene, dpi)
    canvas = FigureCanvasAgg(figure)
    paint(scene, figure.add_axes((0, 0, 1, 1)), typesetter, together=True)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib leaves canvases untyped
    pixels = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    write_png(file, pixels, dpi)
    # Figures and canvases refer to each other; until that is noticed, pixels would pile up.
    del pixels, canvas.renderer


def _write_pdf(scene: Scene, typesetter: Typesetter, file: BinaryIO) -> None:
    figure = figure_of(scene, 72)
    canvas = FigureCanvasPdf(figure)
    paint(scene, figure.add_axes((0, 0, 1, 1)), typesetter, searchable=True)
    canvas.print_pdf(file, metadata=undated(scene))  # type: ignore[no-untyped-call]


def undated(scene: Scene) -> dict[str, str | None]:
    """Return what a PDF says about itself: its title, and nothing that differs between runs."""
    return {"CreationDate": None, "Creator": None, "Producer": None, "Title": clean(scene.title)}


def figure_of(scene: Scene, dpi: float) -> Figure:
    """Return an empty figure as large as a scene."""
    size = (scene.width / 72, scene.height / 72)
    return Figure(figsize=size, dpi=dpi, facecolor=scene.background)
