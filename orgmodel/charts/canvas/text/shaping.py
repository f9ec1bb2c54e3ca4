"""Shaped text: which outlines stand where, and how much room they take."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
class Word:
    """Outlines that always stand together, however often they are written.

    Attributes:
        text: The characters that are drawn, stand-ins for those without a glyph included.
        glyphs: What is drawn, in reading order of the eye.
        advance: How far the pen moved, in hundredths of the font size.
    """

    text: str
    glyphs: Sequence[Glyph]
    advance: float

    @cached_property
    def outline(self) -> Outline:
        """All outlines as one."""
        if not self.glyphs:
            return np.empty((0, 2)), np.empty(0, np.uint8)
        corners = [glyph.outline[0] + (glyph.x, glyph.y) for glyph in self.glyphs]
        return np.concatenate(corners), np.concatenate([g.outline[1] for g in self.glyphs])

    @cached_property
    def extent(self) -> tuple[float, float, float, float] | None:
        """Left, bottom, right and top of what is seen, if anything is."""
        corners, _ = self.outline
        if not len(corners):
            return None
        (left, bottom), (right, top) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
        return left, bottom, right, top


@dataclass(frozen=True)
class Shaped:
    """A piece of text in one font style, ready to be drawn at any size.

    Attributes:
        text: The characters that are drawn, stand-ins for those without a glyph included.
        words: What is drawn, each with how far right of the start it stands.
        advance: How far the pen moved, in hundredths of the font size.
    """

    text: str
    words: Sequence[tuple[Word, float]]
    advance: float

    @property
    def glyphs(self) -> Sequence[Glyph]:
        """All outlines one by one, in reading order of the eye."""
        placed = ((glyph, pen) for word, pen in self.words for glyph in word.glyphs)
        return [replace(glyph, x=glyph.x + pen) for glyph, pen in placed]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not any(word.glyphs for word, _ in self.words)

    @cached_property
    def path(self) -> Path:
        """All outlines as one path."""
        if self.is_empty:
            return Path(np.empty((0, 2)))
        corners = [word.outline[0] + (pen, 0.0) for word, pen in self.words]
        return Path(np.concatenate(corners), np.concatenate([w.outline[1] for w, _ in self.words]))

    @cached_property
    def ink(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of what is seen, the pen's way included."""
        seen = [(word.extent, pen) for word, pen in self.words if word.extent]
        if not seen:
            return 0.0, 0.0, self.advance, 0.0
        lefts, bottoms, rights, tops = zip(
            *((left + pen, bottom, right + pen, top) for (left, bottom, right, top), pen in seen),
            strict=True,
        )
        return min(0.0, *lefts), min(bottoms), max(self.advance, *rights), max(tops)

    def is_set_in(self, font: str) -> bool:
        """Return whether all outlines are from one font, named as in PostScript."""
        glyphs = (glyph for word, _ in self.words for glyph in word.glyphs)
        return all(glyph.key.rpartition("-")[0] == font for glyph in glyphs)

    @property
    def width(self) -> float:
        """Room from the left to the right, in hundredths of the font size."""
        left, _, right, _ = self.ink
        return right - left


def in_a_row(words: Iterable[Word], blank: float) -> Shaped:
    """Return words set one after the other, left to right, with a blank between them."""
    placed: list[tuple[Word, float]] = []
    pen = -blank
    for word in words:
        pen += blank
        placed.append((word, pen))
        pen += word.advance
    return Shaped(" ".join(word.text for word, _ in placed), tuple(placed), max(pen, 0.0))
