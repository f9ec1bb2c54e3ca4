"""Breaking text into lines of a given width."""

import re
from collections.abc import Iterator

from orgmodel.charts.text.fonts import FontStyle
from orgmodel.charts.text.scripts import is_attached
from orgmodel.charts.text.typesetter import Typesetter

ELLIPSIS = "\u2026"

# A blank may become a line break, and so may the place after a hyphen or a slash.
_CHUNK = re.compile(r"\S+?[-/\u2010](?=\S)|\S+")
# Nobody reads this far in a box; it bounds the work for texts of any length.
_MOST_CHARACTERS = 1000


def wrap(
    typesetter: Typesetter,
    text: str,
    width: float,
    size: float,
    style: FontStyle = "regular",
    most_lines: int = 2,
) -> list[str]:
    """Return the text in lines no wider than a width in points.

    Lines break at blanks, after hyphens and slashes, and within words that are wider than a line.
    When `most_lines` do not suffice, the last one ends in an ellipsis.
    """

    def fits(line: str) -> bool:
        return typesetter.width(line, size, style) <= width

    if fits(text[:_MOST_CHARACTERS]) and len(text) <= _MOST_CHARACTERS:
        return [text] if text.strip() else []
    breaker = _Breaker(typesetter, width, size, style)
    lines: list[str] = []
    for line in breaker.lines(text[:_MOST_CHARACTERS]):
        if len(lines) == most_lines:
            lines[-1] = breaker.shortened(lines[-1])
            break
        lines.append(line)
    return lines


class _Breaker:
    """Breaks text for one width, size and style."""

    def __init__(
        self, typesetter: Typesetter, width: float, size: float, style: FontStyle
    ) -> None:
        self._typesetter = typesetter
        self._width = width
        self._size = size
        self._style = style

    def _fits(self, line: str) -> bool:
        return self._typesetter.width(line, self._size, self._style) <= self._width

    def lines(self, text: str) -> Iterator[str]:
        line = ""
        for chunk, glued in _chunks(text):
            longer = line + chunk if glued or not line else f"{line} {chunk}"
            if self._fits(longer):
                line = longer
                continue
            if line:
                yield line
            line = chunk
            while not self._fits(line):
                head = self._longest_start(line)
                yield head
                line = line[len(head) :]
        if line:
            yield line

    def _longest_start(self, word: str, tail: str = "") -> str:
        ends = [i for i in range(1, len(word)) if not is_attached(word[i])]
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) // 2
            if self._fits(word[: ends[middle]] + tail):
                low = middle + 1
            else:
                high = middle
        # One character must go on every line, however narrow, or there would be no end.
        return word[: ends[max(low - 1, 0)]] if ends else word

    def shortened(self, line: str) -> str:
        if self._fits(line + ELLIPSIS):
            return line + ELLIPSIS
        return self._longest_start(line, ELLIPSIS).rstrip() + ELLIPSIS


def _chunks(text: str) -> Iterator[tuple[str, bool]]:
    for word in text.split():
        for place, chunk in enumerate(_CHUNK.findall(word)):
            yield chunk, place > 0
