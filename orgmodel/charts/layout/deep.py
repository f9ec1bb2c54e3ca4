"""The tidy tree, family by family: for organisations deeper than they are wide."""

from collections.abc import Sequence

from orgmodel.charts.layout.contours import Contour, merged, packed


def middles(
    order: Sequence[int],
    children: Sequence[Sequence[int]],
    reach: tuple[Sequence[float], Sequence[float]],
    gaps: tuple[float, float],
) -> list[float]:
    """The middle of every box; linear in the boxes, however deep they hang.

    Args:
        order: The boxes, parents first.
        children: The children of every box, and last the heads.
        reach: How far each box reaches to the left and to the right of its middle.
        gaps: Between siblings, and between boxes of different parents.
    """
    found = [0.0] * (len(order) + 1)
    contours: list[Contour | None] = [None] * len(order)
    for box in reversed(order):
        left, right = -reach[0][box], reach[1][box]
        below = children[box]
        if not below:
            contours[box] = Contour([left], [right])
            continue
        family = [c for c in (contours[child] for child in below) if c]
        places = centred(packed(family, gaps))
        contours[box] = merged(family, places, (left, right))
        for child, place in zip(below, places, strict=True):
            found[child], contours[child] = place, None
    heads = [c for c in (contours[head] for head in children[-1]) if c]
    for head, place in zip(children[-1], packed(heads, (gaps[1], gaps[1])), strict=True):
        found[head] = place
    for box in order:
        for child in children[box]:
            found[child] += found[box]
    return found[:-1]


def centred(places: list[float]) -> list[float]:
    """Seen from halfway between the first and the last."""
    middle = (places[0] + places[-1]) / 2
    return [place - middle for place in places]
