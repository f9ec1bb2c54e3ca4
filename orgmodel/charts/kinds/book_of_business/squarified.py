"""Rectangles for numbers: a squarified treemap.

The method is that of Bruls, Huizing and van Wijk (2000). The package `squarify` has it too, yet
recurses once per row, so that a thousand customers of one owner would end it.
"""

from collections.abc import Sequence

from orgmodel.charts.canvas.sketch import Place


def squarified(sizes: Sequence[float], place: Place) -> list[Place]:
    """Return a rectangle for every size, together filling a place; as near to squares as may be.

    Args:
        sizes: All above 0, the largest first.
        place: What they share, in proportion to their sizes.
    """
    found: list[Place] = []
    total = sum(sizes)
    scale = place.width * place.height / total if total else 0.0
    rest, start = place, 0
    while start < len(sizes):
        side = min(rest.width, rest.height)
        end = _row_end(sizes, start, scale, side)
        row = [size * scale for size in sizes[start:end]]
        placed, rest = _laid(row, rest)
        found += placed
        start = end
    return found


def _row_end(sizes: Sequence[float], start: int, scale: float, side: float) -> int:
    """Return the end of the row that begins at a start: it ends before it gets worse."""
    area, end, worst = 0.0, start, float("inf")
    while end < len(sizes):
        area += sizes[end] * scale
        thickness = area / side if side else 0.0
        worse = _worst(sizes[start] * scale, sizes[end] * scale, thickness)
        if worse > worst:
            break
        end, worst = end + 1, worse
    return end


def _worst(largest: float, smallest: float, thickness: float) -> float:
    """Return the greatest ratio of sides in a row that is so thick."""
    square = thickness * thickness
    return max(largest / square, square / smallest) if square and smallest else float("inf")


def _laid(row: Sequence[float], rest: Place) -> tuple[list[Place], Place]:
    """Return the rectangles of a row along the shorter side, and what is left of the place."""
    x, y, width, height = rest
    upright = width >= height
    side = height if upright else width
    thickness = min(sum(row) / side, width if upright else height) if side else 0.0
    found, along = [], 0.0
    for area in row:
        length = area / thickness if thickness else 0.0
        if upright:
            found.append(Place(x, y + along, thickness, length))
        else:
            found.append(Place(x + along, y, length, thickness))
        along += length
    if upright:
        return found, Place(x + thickness, y, width - thickness, height)
    return found, Place(x, y + thickness, width, height - thickness)
