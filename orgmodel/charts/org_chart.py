"""The organisation as a chart."""

import os
import warnings
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import get_args

from matplotlib.axes import Axes

from orgmodel.charts.card_filling import ALL_FIELDS, Field
from orgmodel.charts.composing import Picture, compose
from orgmodel.charts.drawing import MOST_PIXELS, paint, save
from orgmodel.charts.errors import ChartRequestError, MissingGlyphWarning
from orgmodel.charts.layout import Options, Style
from orgmodel.charts.marks import Mark
from orgmodel.charts.picturing import Request, picture_of
from orgmodel.charts.scene import Scene
from orgmodel.charts.text import MissingGlyphs, Typesetter
from orgmodel.model import Org, Position, Ref

_NAMED_AT_MOST = 3
_TALLEST = 0.01


@dataclass(frozen=True)
class OrgChart:
    """The boxes and lines of an organisation as a picture, or those of one branch of it.

    A box says who holds a position (or that it is vacant), the title, territories, customers and
    their yearly revenue, the key accounts, and for whoever leads others how many. Lines beside the
    solid ones are dotted reporting lines, coordination, and reporting lines that close a loop.

    Attributes:
        org: The organisation; a chart shows it as it is at the time of drawing.
        marks: Remarks to be shown on the boxes of whatever they are about, such as findings.
        title: The heading; left out, the name of the organisation.
        proportions: Wanted width divided by height; 16 / 9 is a slide.
        style: How the boxes are arranged; see :class:`orgmodel.charts.layout.Options`.
        show: What the boxes say beside the name.
        under: Only this position and those below it.
        depth: Only so many levels below the top one; None is all.
        redact: Whether to leave out names of people and customers, and amounts.

    Raises:
        ChartRequestError: If a field, style, branch or number is asked for that cannot be.
    """

    org: Org
    marks: Iterable[Mark] = ()
    title: str | None = None
    proportions: float = 16 / 9
    style: Style = "hybrid"
    show: Collection[Field] = ALL_FIELDS
    under: Ref[Position] | None = None
    depth: int | None = None
    redact: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "marks", tuple(self.marks))
        problems = [*self._unknown_words(), *self._bad_numbers(), *self._unknown_branch()]
        if problems:
            raise ChartRequestError(" ".join(problems))

    def _unknown_words(self) -> Iterable[str]:
        for told, known, noun in (
            (self.show, ALL_FIELDS, "field"),
            ((self.style,), get_args(Style), "style"),
        ):
            for word in told:
                if word not in known:
                    yield f"There is no {noun} {word!r}; choose from {', '.join(known)}."

    def _bad_numbers(self) -> Iterable[str]:
        if not _TALLEST <= self.proportions <= 1 / _TALLEST:
            yield f"Proportions of {self.proportions} cannot be drawn; give width / height."
        if self.depth is not None and self.depth < 0:
            yield f"A depth of {self.depth} shows nobody; 0 is the top level alone."

    def _unknown_branch(self) -> Iterable[str]:
        if self.under is not None and self.org.get(Position, self.under) is None:
            ids = [position.id for position in self.org.all(Position)]
            near = get_close_matches(str(self.under), ids, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "name one that was added."
            yield f"There is no position {str(self.under)!r} to draw the branch of; {hint}"

    def scene(self) -> Scene:
        """Return all that stands on the paper, as plain values in points."""
        return self._composed(Typesetter())

    def _composed(self, typesetter: Typesetter) -> Scene:
        return compose(self._picture(), Options(self.style, self.proportions), typesetter)

    def _picture(self) -> Picture:
        under = None if self.under is None else str(self.under)
        request = Request(self.title, tuple(self.show), under, self.depth, redact=self.redact)
        return picture_of(self.org, tuple(self.marks), request)

    def missing_glyphs(self) -> Sequence[MissingGlyphs]:
        """Return the texts that no installed font can write; boxes stand for their letters."""
        typesetter = Typesetter()
        self._composed(typesetter)
        return self._missing(typesetter)

    def _missing(self, typesetter: Typesetter) -> Sequence[MissingGlyphs]:
        texts = self._picture().texts if typesetter.missing else ()
        found = (typesetter.missing_in(text) for text in dict.fromkeys(texts))
        return [missing for missing in found if missing]

    def draw(self, ax: Axes) -> Axes:
        """Draw the chart into matplotlib axes, as large as they are, and return the axes.

        Every text is an artist in `ax.texts`, with `gid`s such as `position:ID/name`.
        """
        typesetter = Typesetter()
        return paint(self._composed(typesetter), ax, typesetter)

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        dpi: float = 144.0,
        most_pixels: int = MOST_PIXELS,
    ) -> Path:
        """Write the chart to a `.png`, `.svg` or `.pdf` file and return its path.

        The same chart gives the same bytes, and the file appears only when it is complete.

        Args:
            path: Where to; the suffix says the format.
            dpi: Pixels per inch of a PNG, in which names are 10 points high.
            most_pixels: Budget of a PNG; the resolution is lowered to keep it.

        Raises:
            ChartRequestError: If the suffix is unknown.
            ChartFileError: If the place cannot be written to.

        Warns:
            MissingGlyphWarning: If a text needs letters that no installed font has.
            IllegibleWarning: If the budget makes the text too small to read.
        """
        typesetter = Typesetter()
        scene = self._composed(typesetter)
        saved = save(scene, path, dpi=dpi, most_pixels=most_pixels, typesetter=typesetter)
        if missing := self._missing(typesetter):
            warnings.warn(_told(missing), stacklevel=2)
        return saved


def _told(missing: Sequence[MissingGlyphs]) -> MissingGlyphWarning:
    fonts = ", ".join(sorted({text.font for text in missing}))
    scripts = ", ".join(sorted({text.script for text in missing}))
    named = ", ".join(repr(text.text) for text in missing[:_NAMED_AT_MOST])
    more = len(missing) - _NAMED_AT_MOST
    others = f" and {more} more" if more > 0 else ""
    return MissingGlyphWarning(
        f"No installed font can write {named}{others} ({scripts}); boxes stand for the letters. "
        f"Install {fonts}."
    )
