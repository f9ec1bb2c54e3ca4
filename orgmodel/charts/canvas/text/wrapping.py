"""Breaking text into lines of a given width."""

import re
from bisect import bisect
from dataclasses import dataclass, replace

from orgmodel.charts.canvas.text.fonts import FontStyle
from orgmodel.charts.canvas.text.scripts import is_attached
from orgmodel.charts.canvas.text.typesetter import Typesetter

ELLIPSIS = "\u2026"

# A blank may become a line break, and so may the place after a hyphen or a slash.
_CHUNK = re.compile(r"\S+?[-/\u2010](?=\S)|\S+")
# Nobody reads this far in a box; it bounds the work for texts of any length.
_MOST_CHARACTERS = 1000
# A box that was made for a text holds it, whichever way its width was added up.
_ROUNDING = 1e-6


@dataclass(frozen=True)
class Column:
    """Room for text of one look.

    Attributes:
        typesetter: Measures the text.
        width: Of the column, in points.
        size: Of the font, in points.
        style: Of the font.
    """

    typesetter: Typesetter
    width: float
    size: float
    style: FontStyle = "regular"

    def wrap(self, text: str, most_lines: int = 2, *, beside: float = 0.0) -> list[str]:
        """Return the text in lines that fit.

        Lines break at blanks, after hyphens and slashes, and within words wider than a line. When
        `most_lines` do not suffice, the last one ends in an ellipsis. The first line leaves room
        for something `beside` it, in points.
        """
        rest = " ".join(text[:_MOST_CHARACTERS].split())
        cut = len(text) > _MOST_CHARACTERS
        lines: list[str] = []
        while rest:
            column = self if lines else replace(self, width=self.width - beside)
            line = column.first_line(rest)
            if len(lines) + 1 == most_lines and (cut or len(line) < len(rest)):
                return [*lines, column.shortened(rest)]
            lines.append(line)
            rest = rest[len(line) :].lstrip()
        return lines

    def fits(self, line: str) -> bool:
        """Return whether a text fits into one line."""
        return self.typesetter.width(line, self.size, self.style) <= self.width + _ROUNDING

    def first_line(self, text: str) -> str:
        """Return as much of a text as one line holds, at least one character."""
        line = ""
        for chunk in _CHUNK.finditer(text):
            longer = text[: chunk.end()]
            if not self.fits(longer):
                break
            line = longer
        return line or self._start_of(text.split(" ", 1)[0])

    def shortened(self, text: str) -> str:
        """Return as much of a text as one line holds together with an ellipsis."""
        return self._start_of(text, ELLIPSIS).rstrip() + ELLIPSIS

    def _start_of(self, text: str, tail: str = "") -> str:
        ends = [i for i in range(1, len(text) + 1) if not is_attached(text[i : i + 1] or " ")]
        # One character must go on every line, however narrow, or there would be no end.
        fitting = bisect(ends, x=False, key=lambda end: not self.fits(text[:end] + tail))
        return text[: ends[max(fitting - 1, 0)]]
