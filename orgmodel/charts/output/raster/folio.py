"""Several scenes as one file of pages, or as one file each."""

import os
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from matplotlib.backends.backend_pdf import PdfPages

from orgmodel.charts.canvas.scene import Scene
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.output.raster.file import MOST_PIXELS, contents_of, figure_of, undated
from orgmodel.charts.output.raster.paint import paint
from orgmodel.files import write_all, write_whole
from orgmodel.progress import watched


def save_pages(  # noqa: PLR0913  # what, where, and choices with defaults
    scenes: Sequence[Scene],
    path: str | os.PathLike[str],
    *,
    dpi: float = 144.0,
    most_pixels: int = MOST_PIXELS,
    typesetter: Typesetter | None = None,
    others: Iterable[str] = (),
    numbered: bool = True,
) -> list[Path]:
    """Write scenes to one PDF, or to pictures `x-01.png`, `x-02.png`, ..., and return all paths.

    The pictures of one set are all written or none.

    Args:
        scenes: What to write.
        path: Ends in `.pdf`, `.png` or `.svg`.
        dpi: Pixels per inch of a PNG.
        most_pixels: Budget of each PNG.
        typesetter: The one that the scenes were composed with, if it is still at hand.
        others: Suffixes that others would have known, for the message about an unknown one.
        numbered: Whether pictures are numbered; else there must be one scene.

    Raises:
        ChartRequestError: If the suffix is unknown, or a number is not above 0.
        CannotWriteError: If the place cannot be written to.
    """
    target, typesetter = Path(path), typesetter or Typesetter()
    if numbered and target.suffix.lower() == ".pdf":
        return [write_whole(target, _pdf(scenes, typesetter))]
    names = _numbered(target, len(scenes)) if numbered else [target]
    contents = {
        name: contents_of(scene, name, typesetter, dpi=dpi, most_pixels=most_pixels, others=others)
        for scene, name in watched("Drawing pages", list(zip(scenes, names, strict=True)))
    }
    # only one alone may also go to a device
    return write_all(contents) if numbered else [write_whole(target, contents[target])]


def _numbered(target: Path, count: int) -> list[Path]:
    digits = max(len(str(count)), 2)
    names = (f"{target.stem}-{n:0{digits}}{target.suffix}" for n in range(1, count + 1))
    return [target.with_name(name) for name in names]


def _pdf(scenes: Sequence[Scene], typesetter: Typesetter) -> bytes:
    file = BytesIO()
    with PdfPages(file, metadata=undated(scenes[0])) as pages:
        for scene in watched("Drawing pages", scenes):
            figure = figure_of(scene, 72)
            paint(scene, figure.add_axes((0, 0, 1, 1)), typesetter, searchable=True)
            pages.savefig(figure)
    return file.getvalue()
