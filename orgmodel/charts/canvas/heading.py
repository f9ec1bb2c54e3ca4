"""The lines above a chart: what it shows, and how much of it there is."""

from orgmodel.charts.canvas.palette import MUTED
from orgmodel.charts.canvas.sketch import ASCENT, LEADING, Look, Sketch
from orgmodel.charts.canvas.text import Column

_TITLE = Look(16.0, "bold")
_SUBTITLE = Look(9.5, colour=MUTED)


def draw_heading(sketch: Sketch, title: str, subtitle: str, width: float) -> float:
    """Add a title and a subtitle at the top left corner; return the height that they take."""
    height = 0.0
    for name, text, look in (("title", title, _TITLE), ("subtitle", subtitle, _SUBTITLE)):
        column = Column(sketch.typesetter, width, look.size, look.style)
        for number, line in enumerate(column.wrap(text)):
            gid = f"{name}-{number + 1}" if number else name
            sketch.write(line, 0.0, height + look.size * ASCENT, look, gid=gid)
            height += look.size * LEADING
    return height
