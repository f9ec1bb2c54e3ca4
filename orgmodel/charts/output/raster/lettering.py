"""Texts that know their outlines."""

from pathlib import Path
from typing import Any

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox, Transform

from orgmodel.charts.canvas.scene import TextRun
from orgmodel.charts.canvas.text import Shaped
from orgmodel.charts.canvas.text.fonts import EM, first_font


def _is_plain(text: str, shaped: Shaped, font: str) -> bool:
    return shaped.text == text and shaped.is_set_in(Path(font).stem)


class Lettering(Text):
    """A text on a chart: an ordinary matplotlib text that is drawn from shapes made beforehand.

    matplotlib would shape and rasterise every text anew, some milliseconds each. The shapes live in
    the coordinates of the axes, so that a text keeps its place in its box at any size of figure.
    """

    def __init__(self, run: TextRun, shaped: Shaped, *, searchable: bool = False) -> None:
        font = first_font(run.style)
        super().__init__(
            run.x,
            run.y,
            run.text,
            parse_math=False,
            color=run.colour,
            usetex=False,
            fontproperties=FontProperties(fname=font, size=run.size),
        )
        self.set_gid(run.gid)
        self._shaped = shaped
        self._scale = run.size / EM
        self._searchable = searchable and _is_plain(run.text, shaped, font)

    def _place(self) -> Transform:
        left = -self._shaped.ink[0] * self._scale
        x, y = self.get_position()
        local = Affine2D().scale(self._scale, -self._scale).translate(x + left, y)
        return local + self.get_transform()

    def set_clip_path(self, path: Any, transform: Transform | None = None) -> None:  # noqa: ANN401
        """Do nothing: a text of a chart is never cut, and telling so to each costs time."""

    def draw(self, renderer: RendererBase) -> None:
        """Draw the outlines in the text's colour."""
        if not self.get_visible() or self._shaped.is_empty:
            return
        gc = renderer.new_gc()
        if self._searchable:
            self._draw_text(renderer, gc)
            gc.restore()
            return
        gc.set_linewidth(0)
        # Moved to whole pixels, a letter of straight lines such as a dash can lose all its height.
        gc.set_snap(False)
        renderer.open_group("text", self.get_gid())
        colour = to_rgba(self.get_color(), self.get_alpha())
        renderer.draw_path(gc, self._shaped.path, self._place(), colour)
        renderer.close_group("text")
        gc.restore()
        self.stale = False

    def _draw_text(self, renderer: RendererBase, gc: GraphicsContextBase) -> None:
        """Hand the text to the canvas; matplotlib would first measure what is measured already."""
        gc.set_foreground(to_rgba(self.get_color(), self.get_alpha()), isRGBA=True)
        x, y = self.get_transform().transform(self.get_position())
        properties = self.get_fontproperties()
        renderer.open_group("text", self.get_gid())
        renderer.draw_text(gc, x, y, self.get_text(), properties, 0.0, mtext=self)
        renderer.close_group("text")

    def get_window_extent(
        self,
        renderer: RendererBase | None = None,  # noqa: ARG002  # matplotlib's signature
        dpi: float | None = None,  # noqa: ARG002
    ) -> Bbox:
        """Return the room that the text takes on the canvas, in pixels."""
        left, bottom, right, top = self._shaped.ink
        return Bbox(self._place().transform([(left, bottom), (right, top)]))

    def get_tightbbox(self, *args: Any, **kwargs: Any) -> Bbox:  # noqa: ANN401, ARG002
        """Return the room that the text takes on the canvas, in pixels."""
        return self.get_window_extent()
