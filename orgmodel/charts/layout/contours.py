"""Contours of subtrees, level by level: how near siblings may come."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Contour:
    """The outer edges of a subtree, seen from the middle of its top.

    The lists run from the deepest level up, so that a box on top is an append, and a subtree
    that is moved is one number.

    Attributes:
        lefts: Left edges, to which `move` is to be added.
        rights: Right edges, to which `move` is to be added.
        move: How far the subtree has been moved.
    """

    lefts: list[float]
    rights: list[float]
    move: float = 0.0


def packed(family: Sequence[Contour], gaps: tuple[float, float]) -> list[float]:
    """Where siblings stand: the mean of packing them to the left and to the right.

    Both keep all distances, hence so does their mean; it is the same in a mirror, and a small
    subtree between large ones stands in the middle.

    Args:
        family: The siblings, in order.
        gaps: Between siblings, and between boxes below them.
    """
    from_left = leaning(family, gaps, 1.0)
    from_right = leaning(family[::-1], gaps, -1.0)
    total = from_left[-1]
    return [
        (low + total - high) / 2 for low, high in zip(from_left, reversed(from_right), strict=True)
    ]


def leaning(family: Sequence[Contour], gaps: tuple[float, float], side: float) -> list[float]:
    """Distances from the first sibling, everybody as near as can be.

    Only the siblings that a newcomer can see are compared: they wait on a stack, the nearest and
    shallowest on top. A comparison costs the depth of the shallower of the two.
    """
    found = [0.0]
    visible = [0]
    for place in range(1, len(family)):
        newcomer = family[place]
        depth, seen, nearest = len(newcomer.lefts), 0, float("-inf")
        while visible and seen < depth:
            other = family[visible[-1]]
            deep = len(other.lefts)
            if deep > seen:
                shift = distance(other, newcomer, (seen, min(deep, depth)), gaps, side)
                nearest = max(nearest, found[visible[-1]] + shift)
                seen = min(deep, depth)
            if deep > depth:
                break
            visible.pop()
        visible.append(place)
        found.append(nearest)
    return found


def distance(
    before: Contour,
    after: Contour,
    levels: tuple[int, int],
    gaps: tuple[float, float],
    side: float,
) -> float:
    """Between the middles of two subtrees that touch somewhere on these levels."""
    low, high = levels
    outer, inner = (before.rights, after.lefts) if side > 0 else (before.lefts, after.rights)
    moved = side * (before.move - after.move)
    nearest = side * (outer[-1] - inner[-1]) + gaps[0] if low == 0 else float("-inf")
    for level in range(-max(low, 1) - 1, -high - 1, -1):
        nearest = max(nearest, side * (outer[level] - inner[level]) + gaps[1])
    return nearest + moved


def merged(family: Sequence[Contour], places: Sequence[float], top: tuple[float, float]) -> Contour:
    """The contour of a box above its children, which lose theirs to it.

    The deepest child lends its lists, and the others overwrite what they hide: that costs no more
    than their own depths.

    Args:
        family: The children, in order.
        places: Their middles, seen from the middle of the parent.
        top: Left and right edge of the parent.
    """
    deepest = max(range(len(family)), key=lambda child: len(family[child].lefts))
    whole = family[deepest]
    whole.move += places[deepest]
    overwrite(whole.lefts, whole.move, family, places, range(deepest))
    overwrite(whole.rights, whole.move, family, places, range(len(family) - 1, deepest, -1))
    whole.lefts.append(top[0] - whole.move)
    whole.rights.append(top[1] - whole.move)
    return whole


def overwrite(
    edges: list[float],
    move: float,
    family: Sequence[Contour],
    places: Sequence[float],
    children: range,
) -> None:
    """Put the edges of children, outermost first, over those of the deepest child."""
    done = 0
    for child in children:
        contour = family[child]
        own = contour.lefts if children.step > 0 else contour.rights
        for level in range(done + 1, len(own) + 1):
            edges[-level] = own[-level] + contour.move + places[child] - move
        done = max(done, len(own))
