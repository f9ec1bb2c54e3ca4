"""What all charts have in common: each composes a scene, which is then put on paper."""

import os
import warnings
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

from matplotlib.axes import Axes

from orgmodel.charts.base.arguments import refuse, unknown
from orgmodel.charts.canvas.errors import ChartRequestError, MissingGlyphWarning, PagesWarning
from orgmodel.charts.canvas.scene import Composed, Scene
from orgmodel.charts.canvas.text import MissingGlyphs, Typesetter
from orgmodel.charts.output.exports import Exports, scene_exports
from orgmodel.charts.output.paging.fixed import on_paper
from orgmodel.charts.output.paging.paper import PAPERS, Paper, is_legible
from orgmodel.charts.output.raster import (
    LEGIBLE_DPI,
    MOST_PIXELS,
    affordable_dpi,
    paint,
    png_of,
    save_pages,
)
from orgmodel.files import write_whole

__all__ = ["Chart", "Composed"]

_NAMED_AT_MOST, _LONGEST = 3, 60
_SLIDE: Paper = "16:9"
_SHEET: Paper = "A4"
# Documents whose texts stand in rooms that were measured here, in letters of their readers' fonts.
_DRAWN_ELSEWHERE = (".pptx", ".html")


class Chart(ABC):
    """A picture of an organisation; what kind of picture is said by the classes below."""

    @abstractmethod
    def _composed(self, typesetter: Typesetter) -> Composed:
        """Return all that stands on the paper."""

    def _exports(self) -> Exports:
        """Return what makes documents of the chart: contents by suffix."""
        return scene_exports(self._composed)

    def scene(self) -> Scene:
        """Return all that stands on the paper, as plain values in points."""
        return self._composed(Typesetter()).scene

    def sheets(self, paper: Paper = "A4") -> Sequence[Scene]:
        """Return the chart on sheets of paper, as `save(path, pages=paper)` writes it.

        Charts of boxes and lines show an overview, then branch after branch; tables go on from one
        sheet to the next; all others are one sheet.

        Raises:
            ChartRequestError: If there is no such paper.
        """
        return self._paged(paper, Typesetter())

    def missing_glyphs(self) -> Sequence[MissingGlyphs]:
        """Return the texts that no installed font can write; boxes stand for their letters."""
        typesetter = Typesetter()
        return _missing(self._composed(typesetter), typesetter)

    def contents(self, suffix: str) -> bytes:
        """Return the contents of a document of the chart; `save` lists their suffixes.

        Raises:
            ChartRequestError: If the suffix is that of no document, an extra is missing, or the
                format cannot hold so much.
        """
        exports = self._exports()
        if suffix not in exports:
            message = f"{suffix!r} is not a format of this chart; use one of {', '.join(exports)}."
            raise ChartRequestError(message)
        return exports[suffix](Typesetter())

    def draw(self, ax: Axes) -> Axes:
        """Draw the chart into matplotlib axes, as large as they are, and return the axes.

        Every text is an artist in `ax.texts`, with `gid`s such as `position:ID/name`.
        """
        typesetter = Typesetter()
        return paint(self._composed(typesetter).scene, ax, typesetter)

    def _repr_png_(self) -> bytes:
        """Return the chart as a notebook shows it, at most a few million pixels large."""
        typesetter = Typesetter()
        return png_of(self._composed(typesetter).scene, typesetter)

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        dpi: float = 144.0,
        most_pixels: int = MOST_PIXELS,
        pages: Paper | None = None,
    ) -> Path:
        """Write the chart to a file whose suffix says the format, and return its path.

        Pictures are `.png`, `.svg` and `.pdf`. Documents are `.pptx` (slides of shapes that stay
        editable; needs the extra `office`) and `.html` (one page that works offline); charts of
        boxes and lines can also be `.mmd` (Mermaid), `.dot` or `.gv` (Graphviz) and `.drawio`.

        The same chart gives the same bytes, and the file appears only when it is complete.

        Args:
            path: Where to; the suffix says the format.
            dpi: Pixels per inch of a PNG, in which names are 10 points high.
            most_pixels: Budget of a PNG; the resolution is lowered to keep it, and where that would
                leave nothing to read, the picture is written on pages of A4, `x-01.png` and so on.
            pages: The paper of the pages of a `.pdf`, or of pictures `x-01.png`, `x-02.png`, ...;
                left out, everything is on one page, as long as that can be read.
                Slides are as many as it takes, without being asked.

        Returns:
            The path, or that of the first page.

        Raises:
            ChartRequestError: If the suffix is unknown, an extra is missing, or a format cannot
                hold so much.
            CannotWriteError: If the place cannot be written to.

        Warns:
            MissingGlyphWarning: If a text needs letters that no installed font has.
            PagesWarning: If a picture became pages unasked.
            IllegibleWarning: If the budget makes the text too small to read.
        """
        suffix, typesetter = Path(path).suffix.lower(), Typesetter()
        exports = self._exports()
        if suffix in exports:
            _check_paper(suffix, pages)
            document = write_whole(path, exports[suffix](typesetter))
            if suffix in _DRAWN_ELSEWHERE:
                self._warn_of_letters(None, typesetter, drawn=False)
            return document
        composed = self._composed(typesetter) if pages is None else None
        if composed:
            scenes = self._instead(composed.scene, suffix, typesetter, dpi, most_pixels)
        else:
            scenes = self._paged(pages or _SHEET, typesetter)
        written = save_pages(
            scenes or ([composed.scene] if composed else ()),
            path,
            dpi=dpi,
            most_pixels=most_pixels,
            typesetter=typesetter,
            others=exports,
            numbered=bool(scenes),
        )
        if composed and len(written) > 1:
            warnings.warn(_paged_unasked(composed.scene, written, most_pixels), stacklevel=2)
        self._warn_of_letters(composed, typesetter, drawn=suffix != ".svg")
        return written[0]

    def _warn_of_letters(
        self, composed: Composed | None, typesetter: Typesetter, *, drawn: bool
    ) -> None:
        """Warn of letters that no font has; the whole is composed for its texts only if need be."""
        if typesetter.missing:
            missing = _missing(composed or self._composed(typesetter), typesetter)
            if missing:
                warnings.warn(_told(missing, drawn=drawn), stacklevel=3)

    def _paged(self, paper: Paper, typesetter: Typesetter) -> Sequence[Scene]:
        """Return the chart on pages; one that is not cut into parts is one page.

        Raises:
            ChartRequestError: If there is no such paper.
        """
        refuse(unknown([paper], PAPERS, "paper"))
        parts = self._parts(paper, typesetter)
        count = len(parts)
        numbers = (f"{n} / {count}" if count > 1 else "" for n in range(1, count + 1))
        pages = zip(parts, numbers, strict=True)
        return [on_paper(scene, paper, typesetter, number) for scene, number in pages]

    def _parts(self, paper: Paper, typesetter: Typesetter) -> Sequence[Scene]:  # noqa: ARG002
        """Return the chart in parts, each to be legible on a sheet of its own."""
        return [self._composed(typesetter).scene]

    def _instead(
        self, scene: Scene, suffix: str, typesetter: Typesetter, dpi: float, most_pixels: int
    ) -> Sequence[Scene]:
        """Return pages instead of a picture that nobody could read, if several can be read."""
        if suffix == ".pdf":
            illegible = not is_legible(scene.width, scene.height)
        else:
            # Whoever asks for fewer pixels per inch than that wants a thumbnail.
            illegible = (
                suffix == ".png" and dpi >= LEGIBLE_DPI and not _readable(scene, most_pixels)
            )
        pages = self._paged(_SHEET, typesetter) if illegible else ()
        helps = len(pages) > 1 and (suffix == ".pdf" or _readable(pages[0], most_pixels))
        return pages if helps else ()


def _check_paper(suffix: str, pages: Paper | None) -> None:
    if pages and (suffix, pages) != (".pptx", _SLIDE):
        message = f"Pages of {pages} are for .png, .svg, .pdf; leave them out for {suffix}."
        raise ChartRequestError(message)


def _readable(scene: Scene, most_pixels: int) -> bool:
    return affordable_dpi(scene, most_pixels) >= LEGIBLE_DPI


def _paged_unasked(scene: Scene, written: Sequence[Path], most_pixels: int) -> PagesWarning:
    size = f"{scene.width / 72:,.0f} x {scene.height / 72:,.0f} inches"
    return PagesWarning(
        f"The picture is {size}, too large to be read within {most_pixels:,} pixels. It was "
        f"written on {len(written):,} pages of {_SHEET}, {written[0].name} to {written[-1].name}; "
        f"for all in one save it as .svg or allow more pixels."
    )


def _missing(composed: Composed, typesetter: Typesetter) -> Sequence[MissingGlyphs]:
    texts = composed.texts if typesetter.missing else ()
    found = (typesetter.missing_in(text) for text in dict.fromkeys(texts))
    return [missing for missing in found if missing]


def _told(missing: Sequence[MissingGlyphs], *, drawn: bool) -> MissingGlyphWarning:
    fonts = ", ".join(sorted({text.font for text in missing}))
    named = ", ".join(f"{_cut(text.text)!r} ({text.script})" for text in missing[:_NAMED_AT_MOST])
    more = len(missing) - _NAMED_AT_MOST
    others = f" and {more} more" if more > 0 else ""
    whole = f"No installed font can write {named}{others}"
    if drawn:
        return MissingGlyphWarning(f"{whole}; boxes stand for the letters. Install {fonts}.")
    return MissingGlyphWarning(
        f"{whole}; the room for the letters is a guess, and they show only where the file is "
        f"opened with such a font. Install {fonts} here and there."
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}\u2026"
