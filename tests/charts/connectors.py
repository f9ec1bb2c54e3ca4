"""Slides read back from their files: shapes by number, and connectors as PowerPoint draws them."""

import re
import zipfile
from io import BytesIO
from typing import NamedTuple

from defusedxml.ElementTree import fromstring

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

# Corners of the presets in parts of their frames, with names for the adjustable ones
# (ECMA-376, presetShapeDefinitions.xml).
PRESETS = {
    "straightConnector1": lambda: [(0, 0), (1, 1)],
    "bentConnector2": lambda: [(0, 0), (1, 0), (1, 1)],
    "bentConnector3": lambda a: [(0, 0), (a, 0), (a, 1), (1, 1)],
    "bentConnector4": lambda a, b: [(0, 0), (a, 0), (a, b), (1, b), (1, 1)],
    "bentConnector5": lambda a, b, c: [(0, 0), (a, 0), (a, b), (c, b), (c, 1), (1, 1)],
}


class Frame(NamedTuple):
    """A rectangle in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def sites(self):
        """Where connectors are glued: top, left, bottom, right."""
        x, y, w, h = self
        return [(x + w / 2, y), (x, y + h / 2), (x + w / 2, y + h), (x + w, y + h / 2)]


def slides_of(data):
    """Return the roots of the slides of a presentation in their order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [n for n in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
        order = sorted(names, key=lambda name: int("".join(filter(str.isdigit, name))))
        return [fromstring(archive.read(name), forbid_dtd=True) for name in order]


def frame_of(shape):
    """Return where a shape or a connector stands before it is turned."""
    form = shape.find(f"{P}spPr/{A}xfrm")
    if form is None:
        return None
    off, ext = form.find(f"{A}off"), form.find(f"{A}ext")
    values = (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
    return Frame(*(int(value) / 12700 for value in values))


def boxes_of(slide):
    """Return the frames of all shapes of a slide by number."""
    shapes = [s for s in slide.iter(f"{P}sp") if frame_of(s)]
    return {int(s.find(f"{P}nvSpPr/{P}cNvPr").get("id")): frame_of(s) for s in shapes}


def corners_of(connector):
    """Return the corners of a connector on the slide, with its turn and flips carried out."""
    frame, form = frame_of(connector), connector.find(f"{P}spPr/{A}xfrm")
    geometry = connector.find(f"{P}spPr/{A}prstGeom")
    values = [int(guide.get("fmla").split()[1]) / 100_000 for guide in geometry.iter(f"{A}gd")]
    quarters, remainder = divmod(int(form.get("rot", "0")), 5_400_000)
    assert remainder == 0
    found = []
    for part_x, part_y in PRESETS[geometry.get("prst")](*values):
        x = (1 - part_x if form.get("flipH") == "1" else part_x) - 0.5
        y = (1 - part_y if form.get("flipV") == "1" else part_y) - 0.5
        x, y = x * frame.width, y * frame.height
        for _ in range(quarters):
            x, y = -y, x
        found.append((frame.x + frame.width / 2 + x, frame.y + frame.height / 2 + y))
    return found


def glue_of(connector):
    """Return to which shapes, and where on them, the ends of a connector are glued."""
    ends = (connector.find(f".//{A}{name}") for name in ("stCxn", "endCxn"))
    return [(int(end.get("id")), int(end.get("idx"))) for end in ends]
