"""All texts of a scene in one artist, for pictures whose texts nobody asks for one by one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import Transform

from orgmodel.charts.canvas.scene import TextRun
from orgmodel.charts.canvas.text import Shaped
from orgmodel.charts.canvas.text.fonts import EM

Written: TypeAlias = tuple[TextRun, Shaped]

# Outlines are filled so many texts at a time: fewer calls, and yet little to keep in memory.
_AT_ONCE = 100


class Letters(Artist):
    """Texts that are filled together, colour by colour; their order on top of each other is lost.

    An artist for each would cost more time than all of their outlines.
    """

    def __init__(self, written: Iterable[Written], place: Transform) -> None:
        super().__init__()
        self._colours: dict[str, list[Written]] = defaultdict(list)
        for run, shaped in written:
            if not shaped.is_empty:
                self._colours[run.colour].append((run, shaped))
        self._at = place

    def draw(self, renderer: RendererBase) -> None:
        """Fill the outlines."""
        gc = renderer.new_gc()
        gc.set_linewidth(0)
        # Moved to whole pixels, a letter of straight lines such as a dash can lose all its height.
        gc.set_snap(False)
        for colour, written in self._colours.items():
            for path in _paths(written):
                renderer.draw_path(gc, path, self._at, to_rgba(colour))
        gc.restore()


def _paths(written: Sequence[Written]) -> Iterator[Path]:
    for start in range(0, len(written), _AT_ONCE):
        yield _united(written[start : start + _AT_ONCE])


def _united(written: Sequence[Written]) -> Path:
    """Return the outlines of some texts in their places, in the coordinates of the scene."""
    words = [
        (word.outline, run.size / EM, run.x + (pen - shaped.ink[0]) * run.size / EM, run.y)
        for run, shaped in written
        for word, pen in shaped.words
    ]
    outlines, scales, lefts, bases = zip(*words, strict=True)
    corners = np.concatenate([corners for corners, _ in outlines])
    counts = [len(codes) for _, codes in outlines]
    scale = np.repeat(scales, counts)
    places = np.empty_like(corners)
    places[:, 0] = corners[:, 0] * scale + np.repeat(lefts, counts)
    places[:, 1] = np.repeat(bases, counts) - corners[:, 1] * scale
    return Path(places, np.concatenate([codes for _, codes in outlines]))
