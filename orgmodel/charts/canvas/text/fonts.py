"""The fonts that a chart writes with: DejaVu Sans first, then whatever is installed."""

from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, TypeAlias

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

from orgmodel.charts.canvas.text.scripts import script_of

FontStyle: TypeAlias = Literal["regular", "bold", "italic"]

EM = 100.0
"""Points per em while shaping; outlines and positions are in hundredths of the font size."""

_BUNDLED: dict[FontStyle, list[str]] = {
    "regular": ["DejaVuSans.ttf"],
    "bold": ["DejaVuSans-Bold.ttf", "DejaVuSans.ttf"],
    "italic": ["DejaVuSans-Oblique.ttf", "DejaVuSans.ttf"],
}
# Letters of one script that no font has, after which no more are looked for.
_MOST_FAILURES = 8
# Stands in for every character there is: the very boxes that are to be avoided.
_NO_FONT = "LastResort"


@cache
def first_font(style: FontStyle) -> str:
    """Return the file of the font that a style begins with; it comes with matplotlib."""
    return _bundled(style)[0]


def _bundled(style: FontStyle) -> list[str]:
    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    return [str(folder / name) for name in _BUNDLED[style]]


class FontShelf:
    """Fonts of one style, in the order in which they are asked for a glyph.

    The first ones come with matplotlib and are the same on every machine. Others are looked for
    among the files on this machine, not in matplotlib's list, which is cached across sessions and
    would not know a font that was installed to fill a gap.
    """

    def __init__(self, style: FontStyle) -> None:
        self._style: FontStyle = style
        self._paths = _bundled(style)
        self._known: dict[str, bool] = {}
        self._failures: Counter[str] = Counter()

    @property
    def font(self) -> FT2Font:
        """The fonts of the shelf as one, at the size at which text is shaped."""
        font = font_manager.get_font(self._paths)
        font.set_size(EM, 72)  # every time: matplotlib's own texts share the font and resize it
        return font

    def has(self, char: str) -> bool:
        """Return whether a font for the character is installed; a new one joins the shelf."""
        if char not in self._known:
            self._known[char] = any(_has(path, char) for path in self._paths) or self._find(char)
        return self._known[char]

    def _find(self, char: str) -> bool:
        script = script_of(char)
        if self._failures[script] == _MOST_FAILURES:
            return False
        candidates = font_manager.findSystemFonts()
        for path in sorted(candidates, key=_Fitness(self._style, script)):
            if _has(path, char):
                self._paths.append(path)
                return True
        self._failures[script] += 1
        return False

    def has_both(self, base: str, mark: str) -> bool:
        """Return whether one font of the shelf has a letter and the mark on it."""
        pair = base + mark
        if pair not in self._known:
            self._known[pair] = any(_has(p, base) and _has(p, mark) for p in self._paths)
        return self._known[pair]

    @cached_property
    def blank(self) -> float:
        """How far a blank moves the pen, in hundredths of the font size."""
        glyph = self.font.load_char(ord(" "), flags=LoadFlags.NO_HINTING)
        return glyph.linearHoriAdvance / 65536


class _Fitness:
    """Sorting key of font files: the script's own sans serif in the right weight first."""

    def __init__(self, style: FontStyle, script: str) -> None:
        self._weight = "bold" if style == "bold" else "regular"
        self._wanted = f"notosans{script.lower()}"

    def __call__(self, path: str) -> tuple[bool, bool, bool, str, str]:
        family, _, face = Path(path).stem.lower().partition("-")
        return (
            family != self._wanted,
            not family.startswith("notosans"),
            face != self._weight,
            family,
            path,
        )


def _has(path: str, char: str) -> bool:
    if _NO_FONT in path:
        return False
    return any(font.get_char_index(ord(char)) for font in _opened(path))


def _opened(path: str) -> Iterator[FT2Font]:
    try:
        yield FT2Font(path)
    except (OSError, RuntimeError):  # not a font that FreeType can read: as good as absent
        return
