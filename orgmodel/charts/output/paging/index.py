"""The index: who is on which page."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.charts.canvas.palette import INK, MUTED
from orgmodel.charts.canvas.sketch import Look, Sketch
from orgmodel.charts.canvas.text import Column, FontStyle, Typesetter
from orgmodel.charts.output.paging.paper import Size

_ROW, _COLUMN, _GAP = 1.5, 180.0, 18.0
_SIZE = 8.0
_ASIDE = 6.0


@dataclass(frozen=True)
class Listed:
    """A line of the index.

    Attributes:
        name: Who it is.
        title: What the job is called.
        page: Where the box is.
    """

    name: str
    title: str
    page: int


@dataclass(frozen=True)
class Index:
    """Lines in columns, as many as a page has room for.

    Attributes:
        room: Of a page, in points.
        size: Of the text, in points.
    """

    room: Size
    size: float = _SIZE

    @property
    def columns(self) -> int:
        """How many columns stand beside each other."""
        return max(int((self.room.width + _GAP) / (_COLUMN * self.size / _SIZE + _GAP)), 1)

    @property
    def rows(self) -> int:
        """How many lines a column has."""
        return max(int(self.room.height / (_ROW * self.size)), 1)

    def bodies(self, lines: Sequence[Listed], typesetter: Typesetter) -> list[Sketch]:
        """Return the bodies of the pages that the lines need."""
        each = self.columns * self.rows
        return [
            self._body(lines[start : start + each], typesetter)
            for start in range(0, len(lines), each)
        ]

    def _body(self, lines: Sequence[Listed], typesetter: Typesetter) -> Sketch:
        sketch = Sketch(typesetter)
        width = (self.room.width + _GAP) / self.columns - _GAP
        for place, line in enumerate(lines):
            column, row = divmod(place, self.rows)
            left, base = column * (width + _GAP), (row + 0.7) * _ROW * self.size
            self._write(sketch, line, (left, left + width, base), f"index/{place}")
        return sketch

    def _write(
        self, sketch: Sketch, line: Listed, at: tuple[float, float, float], gid: str
    ) -> None:
        left, right, base = at
        look = Look(self.size, colour=INK)
        page = sketch.write(str(line.page), right, base, look, gid=f"{gid}/page", anchor="end")
        parts: tuple[tuple[str, str, FontStyle, str], ...] = (
            ("name", line.name, "bold", INK),
            ("title", line.title, "regular", MUTED),
        )
        for part, text, style, ink in parts:
            column = Column(sketch.typesetter, page.x - _ASIDE - left, self.size, style)
            if column.width < self.size * 2:
                break
            for cut in column.wrap(text, most_lines=1):
                look = Look(self.size, style, ink)
                written = sketch.write(cut, left, base, look, gid=f"{gid}/{part}")
                left = written.x + written.width + _ASIDE
