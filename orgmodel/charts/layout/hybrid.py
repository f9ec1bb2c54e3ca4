"""The styles made of blocks: try a few menus, and take what comes nearest to the wish."""

from collections.abc import Sequence
from math import log, sqrt

from orgmodel.charts.layout.blocks import Blocks
from orgmodel.charts.layout.boxes import Boxes
from orgmodel.charts.layout.forest import Forest, Layout, Options
from orgmodel.charts.layout.front import Front, Limits, Size
from orgmodel.charts.layout.fronts import TOP, Fronts
from orgmodel.charts.layout.leaves import grids
from orgmodel.charts.layout.plan import Menu, Mode, branchings, parts, plan_of
from orgmodel.charts.layout.structure import Structure
from orgmodel.charts.layout.wiring import wires

MENUS = (
    Menu(("row",)),
    Menu(("row", "row", "hang"), 1.02),
    Menu(("row", "row", "wrap"), 1.04),
    Menu(("row", "hang"), 1.06),
    Menu(("row", "wrap", "hang"), 1.08),
    Menu(("row", "wrap"), 1.1),
    Menu(("wrap", "row", "hang"), 1.15),
    Menu(("wrap", "hang"), 1.18),
    Menu(("wrap",), 1.22),
    Menu(("hang", "row"), 1.26),
    Menu(("hang",), 1.3),
)
MISFIT = 0.8
WASTE = 2.5
SLACK = 1.6
SHORTEST = 4
FEW, MANY = 2_000, 20_000


def hybrid(forest: Forest, structure: Structure, options: Options) -> Layout:
    """The drawing that is largest on paper of the wanted proportions."""
    depth = branchings(structure)
    limits = limits_of(forest, options)
    leaves: dict[int, Front] = {}
    best: tuple[float, Fronts, int] | None = None
    for menu in menus(structure, depth):
        fronts = Fronts(plan_of(forest, structure, options, menu, depth), limits, leaves)
        for place, size in enumerate(fronts.teams[TOP].sizes):
            price = menu.cost * price_of(size, options.proportions)
            if best is None or price < best[0]:
                best = price, fronts, place
    if best is None:
        raise AssertionError
    return placed(Blocks(best[1], best[2]))


def menus(structure: Structure, depth: Sequence[int]) -> list[Menu]:
    """All menus for what fits a wall, some for more; those that make no difference only once."""
    offered = MENUS if len(depth) <= MANY else [MENUS[1], MENUS[5], MENUS[8]]
    branching = {
        min(depth[box], 2)
        for box in structure.order
        if structure.teams[box] and parts(structure, box) > 1
    }
    found: dict[tuple[Mode, ...], Menu] = {}
    for menu in offered:
        last = len(menu.modes) - 1
        found.setdefault(tuple(menu.modes[min(at, last)] for at in sorted(branching)), menu)
    return list(found.values())


def price_of(size: Size, proportions: float) -> float:
    """The height of a page that the drawing fills, and more the worse it fills it."""
    page = max(size.width / proportions, size.height)
    return page * (1 + MISFIT * abs(log(size.width / size.height / proportions)))


def limits_of(forest: Forest, options: Options) -> Limits:
    """How large a drawing of these boxes may become, and how finely to look."""
    across = (width + options.sibling_gap for width in forest.widths)
    area = sum(w * (h + options.stack_gap) for w, h in zip(across, forest.heights, strict=True))
    height = SLACK * sqrt(WASTE * area / options.proportions)
    boxes = len(forest.parents)
    count = 24 if boxes <= FEW else 12 if boxes <= MANY else 6
    return Limits(count, height, height * options.proportions)


def stacked(forest: Forest, structure: Structure, options: Options) -> Layout:
    """Teams in rows; leaves in one stack, or in the columns that suit the proportions."""
    depth = branchings(structure)
    plan = plan_of(forest, structure, options, Menu(("row",), top="row"), depth)
    limits = Limits(1_000_000, float("inf"), float("inf"))
    leaves = {}
    for box in structure.order:
        if structure.leaves[box]:
            front = grids(plan.sizes(structure.leaves[box]), limits, options)
            if options.style == "hanging":
                size = front.sizes[-1]
            else:
                size = columns(front.sizes, len(structure.leaves[box]), options)
            leaves[box] = Front([size], [size.height], [-size.width])
    return placed(Blocks(Fronts(plan, limits, leaves), 0))


def columns(sizes: Sequence[Size], leaves: int, options: Options) -> Size:
    """The stacks that come nearest to the wanted proportions, none of them shorter than four."""
    tall = [size for size in sizes if size.rows >= min(leaves, SHORTEST)]
    return min(tall, key=lambda size: price_of(size, options.proportions))


def placed(blocks: Blocks) -> Layout:
    """From relative to absolute places, and the lines between them."""
    plan = blocks.plan
    boxes = len(plan.widths)
    x, y, lefts = [0.0] * boxes, [0.0] * boxes, [0.0] * boxes
    top = blocks.blocks[TOP]
    for head, left, above in top.parts:
        lefts[head], y[head] = left, above
    for box in plan.structure.order:
        block = blocks.blocks.get(box)
        x[box] = lefts[box] + (block.left if block else 0.0)
        for part, left, down in block.parts if block else ():
            lefts[part], y[part] = lefts[box] + left, y[box] + down
    found = Boxes(x, y, plan.widths, plan.forest.heights)
    lines = list(wires(blocks, found, lefts))
    return Layout(x, y, plan.widths, plan.forest.heights, lines, top.width, top.height)
