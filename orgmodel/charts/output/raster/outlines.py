"""Outlines of boxes with round corners."""

from functools import cache

import numpy as np
from matplotlib.path import Path

from orgmodel.charts.canvas.scene import Box

# How far the handles of a cubic curve reach along the tangents of a quarter circle.
_HANDLE = 4 / 3 * (2**0.5 - 1)

_CURVE = [Path.CURVE4] * 3
_CODES = [Path.MOVETO, *([Path.LINETO, *_CURVE] * 4), Path.CLOSEPOLY]


@cache
def _round_rectangle(width: float, height: float, radius: float) -> Path:
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _HANDLE)
    w, h = width, height
    points = [
        *[(r, 0), (w - r, 0), (w - k, 0), (w, k), (w, r)],
        *[(w, h - r), (w, h - k), (w - k, h), (w - r, h)],
        *[(r, h), (k, h), (0, h - k), (0, h - r)],
        *[(0, r), (0, k), (k, 0), (r, 0)],
        (r, 0),
    ]
    return Path(np.array(points), _CODES)


def outline(box: Box) -> Path:
    """Return the outline of a box, in points."""
    path = _round_rectangle(box.width, box.height, box.radius)
    return Path(np.add(path.vertices, (box.x, box.y)), path.codes)


def accent(box: Box) -> Path:
    """Return the outline of the coloured bar inside the left edge of a box, in points."""
    r, w, x, y, h = box.radius, box.accent_width, box.x, box.y, box.height
    k = r * (1 - _HANDLE)
    points = [
        *[(x + w, y), (x + w, y + h), (x + r, y + h)],
        *[(x + k, y + h), (x, y + h - k), (x, y + h - r)],
        *[(x, y + r), (x, y + k), (x + k, y), (x + r, y)],
        (x + w, y),
    ]
    line = Path.LINETO
    codes = [Path.MOVETO, line, line, *_CURVE, line, *_CURVE, Path.CLOSEPOLY]
    return Path(np.array(points), codes)
