"""Random forests by the hundred thousand, each drawn in some way and looked over for flaws.

Run with `PYTHONPATH=tests:. python -m charts.layout.many 1000000` for as many as you have time for;
a flaw is told with the seed that brings it back.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from time import process_time
from typing import NamedTuple, get_args

import numpy as np
from charts.layout.holding import TOUCH, edges_of, flaws_of, meeting

from orgmodel.charts.layout import Direction, Forest, Layout, Options, Style, lay_out, route

STYLES, DIRECTIONS = get_args(Style), get_args(Direction)
LINKED = 10
"""Every so many drawings have lines of coordination, too."""
WIDTHS, HEIGHTS = (60.0, 90.0, 120.5, 200.0), (20.0, 40.0, 55.5)


class Drawn(NamedTuple):
    """A random forest with the wish for its drawing."""

    forest: Forest
    options: Options

    @property
    def kind(self) -> str:
        """How it is to be drawn."""
        lines = "aligned" if len(self.forest.rows) else "free"
        return f"{self.options.style} {self.options.direction} {lines}"


def drawn(seed: int) -> Drawn:
    """The forest and the wish of a seed."""
    chance = random.Random(seed)  # noqa: S311  # to be repeated
    boxes = chance.randint(1, 8) if chance.random() < 0.6 else chance.randint(1, 24)
    reach = chance.choice((2, 4, boxes))
    heads = chance.random() < 0.3
    parents = [-1]
    top = -1 if heads else 0
    parents += [chance.randint(max(top, box - reach), box - 1) for box in range(1, boxes)]
    one = chance.random() < 0.4
    widths = [100.0] * boxes if one else [chance.choice(WIDTHS) for _ in parents]
    heights = [40.0] * boxes if one else [chance.choice(HEIGHTS) for _ in parents]
    share = chance.choice((0.0, 0.0, 0.2, 0.6))
    side = [chance.random() < share for _ in parents]
    rows = rows_of(parents, chance) if chance.random() < 0.4 else ()
    style, direction = chance.choice(STYLES), chance.choice(DIRECTIONS)
    options = Options(style, chance.choice((0.7, 16 / 9, 4.0)), direction, chance.random() < 0.3)
    return Drawn(Forest(parents, widths, heights, side, rows), options)


def rows_of(parents: Sequence[int], chance: random.Random) -> list[int]:
    """Lines for boxes: their depth, with steps left out, or any."""
    most = chance.choice((0, 1, 3))
    rows: list[int] = []
    for parent in parents:
        above = rows[parent] + 1 if parent >= 0 and most < 3 else 0
        rows.append(above + chance.randint(0, most))
    return rows


def troubles(case: Drawn) -> Iterator[str]:
    """Say what is wrong with the drawing of a forest."""
    layout = lay_out(*case)
    yield from flaws_of(case.forest, layout)
    if lay_out(*case) != layout:
        yield "the second drawing is another one"
    across = layout.x, layout.widths
    if case.options.direction == "right":
        across = layout.y, layout.heights
    if case.options.style == "tree":
        yield from untidy(case, across)
        yield from unlike_its_mirror_image(case, across)
    yield from out_of_order(case, layout)


def untidy(case: Drawn, across: tuple[Sequence[float], Sequence[float]]) -> Iterator[str]:
    """Parents of a tree that do not stand in the middle, and children out of their order."""
    middle = [low + size / 2 for low, size in zip(*across, strict=True)]
    for parent, children in families(case.forest).items():
        places = [middle[child] for child in children]
        if places != sorted(places):
            yield f"children of {parent} stand at {places}"
        if parent >= 0 and abs(middle[parent] * 2 - places[0] - places[-1]) > TOUCH:
            yield f"{parent} stands at {middle[parent]} above {places}"


def unlike_its_mirror_image(
    case: Drawn, across: tuple[Sequence[float], Sequence[float]]
) -> Iterator[str]:
    """Boxes that stand elsewhere in the drawing of the forest in a mirror."""
    forest, boxes = case.forest, len(case.forest.parents)
    if any(forest.side):
        return
    image = Forest(
        [boxes - 1 - parent if parent >= 0 else -1 for parent in reversed(forest.parents)],
        forest.widths[::-1],
        forest.heights[::-1],
        (),
        forest.rows[::-1],
    )
    other = lay_out(image, case.options)
    lows = other.y if case.options.direction == "right" else other.x
    whole = max(low + size for low, size in zip(*across, strict=True))
    for box, (low, size) in enumerate(zip(*across, strict=True)):
        if abs(whole - low - size - lows[boxes - 1 - box]) > TOUCH:
            yield f"box {box} stands elsewhere in the mirror"


def out_of_order(case: Drawn, layout: Layout) -> Iterator[str]:
    """Teams of one lead, and leaves of one line, that are not read in their order."""
    forest, right = case.forest, case.options.direction == "right"
    leads = set(forest.parents)
    groups: dict[tuple[int, bool, int], list[tuple[float, float]]] = {}
    for parent, children in families(forest).items():
        for child in children:
            line = forest.rows[child] if len(forest.rows) else 0
            at = layout.x[child], layout.y[child]
            groups.setdefault((parent, child in leads, line), []).append(at[::-1] if right else at)
    for (parent, _, _), places in groups.items():
        by_column, by_row = sorted(places), sorted(places, key=lambda place: place[::-1])
        if places not in (by_column, by_row):
            yield f"reports of {parent} stand at {places}"


def crossed(layout: Layout, seed: int) -> Iterator[str]:
    """Lines of coordination that run through boxes, or touch others than they join."""
    boxes = len(layout.x)
    chance = random.Random(seed)  # noqa: S311  # to be repeated
    pairs = [(chance.randrange(boxes), chance.randrange(boxes)) for _ in range(3)]
    edges = edges_of(layout)
    for pair, way in zip(pairs, route(layout, pairs), strict=True):
        if bool(way) != (pair[0] != pair[1]):
            yield f"from {pair[0]} to {pair[1]} there is {way}"
        if way:
            strokes = np.array([(*np.minimum(a, b), *np.maximum(a, b)) for a, b in pairwise(way)])
            if meeting(strokes, edges, -TOUCH).any():
                yield f"the line from {pair[0]} to {pair[1]} runs through a box"
            if set(np.flatnonzero(meeting(strokes, edges, TOUCH).any(axis=0))) != {*pair}:
                yield f"the line from {pair[0]} to {pair[1]} touches others"


def families(forest: Forest) -> dict[int, list[int]]:
    """The children of every box and the heads, those at the side left out."""
    leads = set(forest.parents)
    found: dict[int, list[int]] = {}
    for box, parent in enumerate(forest.parents):
        if not (forest.side[box] and parent >= 0 and box not in leads):
            found.setdefault(parent, []).append(box)
    return found


def search(seeds: range) -> tuple[Counter[str], list[str]]:
    """Draw the forests of these seeds; return how many of each kind there were, and all flaws."""
    counts: Counter[str] = Counter()
    found: list[str] = []
    for seed in seeds:
        case = drawn(seed)
        counts[case.kind] += 1
        told = list(troubles(case))
        if seed % LINKED == 0:
            told += crossed(lay_out(*case), seed)
        found += [f"seed {seed}, {case.kind}: {trouble}" for trouble in told]
    return counts, found


def main() -> None:
    """Draw as many as are asked for, and say what was found."""
    count, *further = map(int, sys.argv[1:])
    first = further[0] if further else 0
    start = process_time()
    counts, found = search(range(first, first + count))
    for kind, number in sorted(counts.items()):
        print(f"{number:>8,}  {kind}")  # noqa: T201  # a script
    print(f"{count:,} in {process_time() - start:.0f} CPU s, {len(found)} flaws")  # noqa: T201
    print(*found[:40], sep="\n")  # noqa: T201


if __name__ == "__main__":
    main()
