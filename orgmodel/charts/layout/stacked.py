"""The styles `hanging` (to any side) and `columns`: teams in rows, leaves in stacks."""

from collections.abc import Sequence

from orgmodel.charts.layout.blocks import Blocks
from orgmodel.charts.layout.forest import Forest, Layout, Options
from orgmodel.charts.layout.front import Front, Limits, Size
from orgmodel.charts.layout.fronts import Fronts
from orgmodel.charts.layout.leaves import grids
from orgmodel.charts.layout.placing import placed
from orgmodel.charts.layout.plan import Menu, branchings, plan_of
from orgmodel.charts.layout.price import Wish
from orgmodel.charts.layout.structure import Structure

SHORTEST = 4
"""A stack is not split into stacks shorter than this."""
ALL = Limits(1_000_000, float("inf"), float("inf"))


def stacked(forest: Forest, structure: Structure, options: Options) -> Layout:
    """Teams in rows; leaves in one stack, or in the columns that suit the proportions."""
    depth = branchings(structure)
    plan = plan_of(forest, structure, options, Menu(("row",), top="row"), depth)
    leaves = {}
    for box in structure.order:
        if structure.leaves[box]:
            front = grids(plan.sizes(structure.leaves[box]), ALL, options)
            if options.style == "columns":
                size = columns(front.sizes, len(structure.leaves[box]), options)
            else:
                size = front.sizes[-1]
            leaves[box] = Front([size], [size.height], [-size.width])
    return placed(Blocks(Fronts(plan, ALL, leaves), 0))


def columns(sizes: Sequence[Size], leaves: int, options: Options) -> Size:
    """The stacks that come nearest to the wanted proportions, none of them shorter than four."""
    tall = [size for size in sizes if size.rows >= min(leaves, SHORTEST)]
    return min(tall, key=Wish(options.proportions).price)
