"""Shaped text: which outlines stand where, and how much room they take."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

Outline: TypeAlias = tuple[NDArray[np.float64], NDArray[np.uint8]]


@dataclass(frozen=True)
class Glyph:
    """One outline and where it stands; x to the right, y upwards, in hundredths of the font size.

    Attributes:
        key: Name of the outline: the same key is the same outline.
        outline: Corners and path codes.
        x: Right of the start of the text.
        y: Above the base line.
    """

    key: str
    outline: Outline
    x: float
    y: float


@dataclass(frozen=True)
class Shaped:
    """A piece of text in one font style, ready to be drawn at any size.

    Attributes:
        text: The characters that are drawn, stand-ins for those without a glyph included.
        glyphs: What is drawn, in reading order of the eye.
        advance: How far the pen moved, in hundredths of the font size.
    """

    text: str
    glyphs: Sequence[Glyph]
    advance: float

    @cached_property
    def path(self) -> Path:
        """All outlines as one path."""
        if not self.glyphs:
            return Path(np.empty((0, 2)))
        corners = [glyph.outline[0] + (glyph.x, glyph.y) for glyph in self.glyphs]
        codes = [glyph.outline[1] for glyph in self.glyphs]
        return Path(np.concatenate(corners), np.concatenate(codes))

    @cached_property
    def ink(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of what is seen, the pen's way included."""
        corners = np.asarray(self.path.vertices, float)
        if not len(corners):
            return 0.0, 0.0, self.advance, 0.0
        (left, bottom), (right, top) = corners.min(axis=0), corners.max(axis=0)
        return min(float(left), 0.0), float(bottom), max(float(right), self.advance), float(top)

    def is_set_in(self, font: str) -> bool:
        """Return whether all outlines are from one font, named as in PostScript."""
        return all(glyph.key.rpartition("-")[0] == font for glyph in self.glyphs)

    @property
    def width(self) -> float:
        """Room from the left to the right, in hundredths of the font size."""
        left, _, right, _ = self.ink
        return right - left


def in_a_row(words: Iterable[Shaped], blank: float) -> Shaped:
    """Return words set one after the other, left to right, with a blank between them."""
    glyphs: list[Glyph] = []
    texts: list[str] = []
    pen = -blank
    for word in words:
        texts.append(word.text)
        pen += blank
        glyphs += [Glyph(g.key, g.outline, g.x + pen, g.y) for g in word.glyphs]
        pen += word.advance
    return Shaped(" ".join(texts), tuple(glyphs), max(pen, 0.0))
