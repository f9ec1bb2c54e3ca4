"""The one place that turns strings into shapes, each distinct word once."""

from collections.abc import Iterable, Iterator, Sequence

from matplotlib.ft2font import LoadFlags
from matplotlib.textpath import text_to_path

from orgmodel.charts.canvas.text.fonts import EM, FontShelf, FontStyle
from orgmodel.charts.canvas.text.scripts import (
    MissingGlyphs,
    font_for,
    is_attached,
    is_control,
    is_invisible,
    is_mark,
    is_right_to_left,
    script_of,
)
from orgmodel.charts.canvas.text.shaping import Glyph, Outline, Shaped, Word, in_a_row

STAND_IN = "\u25a1"
"""Drawn for a letter that no installed font has."""

CARRIER = "\u25cc"
"""Carries a mark that no font can put on its letter; every script's font has it for that."""

# Honest orthographies put at most four marks on a letter; piles of them are a prank.
_MOST_MARKS = 4
# So many words are shaped together.
_AT_ONCE = 200


class Typesetter:
    """Shapes and measures text; remembers every word that it has seen.

    One typesetter serves one chart in one thread: fonts are not shared between threads.

    Attributes:
        missing: Letters that no installed font has, in the order of their appearance.
    """

    def __init__(self) -> None:
        self.missing: dict[str, None] = {}
        self._shelves: dict[FontStyle, FontShelf] = {}
        self._outlines: dict[str, Outline] = {}
        self._lines: dict[tuple[str, FontStyle], Shaped] = {}
        self._words: dict[tuple[str, FontStyle], Word] = {}

    def shape(self, text: str, style: FontStyle = "regular") -> Shaped:
        """Return the shapes of a text on one line; `$` is a dollar sign and nothing more."""
        shaped = self._lines.get((text, style))
        if shaped is None:
            shaped = self._lines[text, style] = self._shape(text, style)
        return shaped

    def width(self, text: str, size: float, style: FontStyle = "regular") -> float:
        """Return the width of a text on one line in points, at a font size in points."""
        return self.shape(text, style).width * size / EM

    def _shape(self, text: str, style: FontStyle) -> Shaped:
        shelf = self._shelf(style)
        written = self._writable(text, shelf)
        if is_right_to_left(written):
            return self._shape_line(written, shelf)
        words = [self._word(word, style, shelf) for word in written.split()]
        return in_a_row(words, shelf.blank)

    def learn(self, texts: Iterable[str], style: FontStyle = "regular") -> None:
        """Shape the words of many texts together, which is faster than one by one.

        What is not plain ASCII is left for when it is needed: there, words may change each other.
        """
        plain = (text for text in texts if text.isascii() and text.isprintable())
        found = dict.fromkeys(word for text in plain for word in text.split())
        words = [word for word in found if (word, style) not in self._words]
        shelf = self._shelf(style)
        for start in range(0, len(words), _AT_ONCE):
            some = words[start : start + _AT_ONCE]
            glyphs = self._glyphs(" ".join(some) + " ", shelf)
            blank = self._glyphs(" ", shelf)[0].key
            for word, (own, advance) in zip(some, _parted(glyphs, blank), strict=True):
                self._words[word, style] = Word(word, own, advance)

    def _shelf(self, style: FontStyle) -> FontShelf:
        if style not in self._shelves:
            self._shelves[style] = FontShelf(style)
        return self._shelves[style]

    def _writable(self, text: str, shelf: FontShelf) -> str:
        if text.isascii() and text.isprintable():
            return text
        written = "".join(self._glyph_or_box(char, shelf) for char in tamed(text))
        return written if written.isascii() else "".join(self._carried(written, shelf))

    def _carried(self, text: str, shelf: FontShelf) -> Iterator[str]:
        """Yield a text whose every mark stands on something that is in one font with it."""
        base = ""
        for char in text:
            if is_invisible(char):
                pass  # it joins or parts what is around it
            elif not is_mark(char):
                base = char
            elif base and not shelf.has_both(base, char):
                base = CARRIER
                if not (shelf.has(CARRIER) and shelf.has_both(CARRIER, char)):
                    self.missing.setdefault(char)
                    continue
                yield CARRIER
            yield char

    def _glyph_or_box(self, char: str, shelf: FontShelf) -> str:
        if char.isspace():
            return " "
        if is_control(char):
            return ""
        if shelf.has(char):
            return char
        if is_invisible(char):
            return ""
        self.missing.setdefault(char)
        return STAND_IN

    def missing_in(self, text: str) -> MissingGlyphs | None:
        """Return what a text that was shaped lacks, or None if it can be written in full."""
        char = next((char for char in text if char in self.missing), None)
        if char is None:
            return None
        script = script_of(char)
        return MissingGlyphs(text, script, font_for(script))

    def _shape_line(self, line: str, shelf: FontShelf) -> Shaped:
        line = " ".join(line.split())
        shelf.font.set_text(line, 0.0, flags=LoadFlags.NO_HINTING)
        advance = shelf.font.get_width_height()[0] / 64
        return Shaped(line, ((Word(line, self._glyphs(line, shelf), advance), 0.0),), advance)

    def _word(self, word: str, style: FontStyle, shelf: FontShelf) -> Word:
        shaped = self._words.get((word, style))
        if shaped is None:
            # The blank after the word stands where the pen has come to.
            *glyphs, blank = self._glyphs(word + " ", shelf)
            shaped = self._words[word, style] = Word(word, tuple(glyphs), blank.x)
        return shaped

    def _glyphs(self, text: str, shelf: FontShelf) -> tuple[Glyph, ...]:
        placed, _, _ = text_to_path.get_glyphs_with_font(shelf.font, text, self._outlines)
        return tuple(Glyph(key, self._outlines[key], x, y) for key, x, y, _ in placed)


def _parted(glyphs: Iterable[Glyph], blank: str) -> Iterator[tuple[Sequence[Glyph], float]]:
    """Yield the glyphs between blanks, as if each word stood alone, and how far the pen moved."""
    word: list[Glyph] = []
    for glyph in glyphs:
        word.append(glyph)
        if glyph.key == blank:
            start = word[0].x
            own = tuple(Glyph(g.key, g.outline, g.x - start, g.y) for g in word[:-1])
            yield own, glyph.x - start
            word = []


def tamed(text: str) -> str:
    """Return the text without the marks that pile up too high on one letter."""
    if text.isascii():
        return text
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if is_attached(char) else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)
