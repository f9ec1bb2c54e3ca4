"""The style `hybrid`: try a few menus, and take what comes nearest to the wish."""

from collections.abc import Iterator
from math import sqrt
from operator import itemgetter

from orgmodel.charts.layout.blocks import Blocks
from orgmodel.charts.layout.forest import Forest, Layout, Options
from orgmodel.charts.layout.forms import forms, fronts_of
from orgmodel.charts.layout.front import Front, Limits
from orgmodel.charts.layout.fronts import TOP, Fronts
from orgmodel.charts.layout.menus import menus
from orgmodel.charts.layout.placing import placed
from orgmodel.charts.layout.plan import branchings, plan_of
from orgmodel.charts.layout.price import MANY, wish_for
from orgmodel.charts.layout.structure import Structure

WASTE = 2.5
"""A drawing is about so many times as large as its boxes with the gaps between them."""
SLACK = 1.6
"""Blocks that are so many times as tall or wide as the drawing should be are not looked at."""
FREE = 1.12
"""What a drawing must gain in size for every team of leaves to have a form of its own."""
FORMS = ((2_000, 20), (6_000, 4), (float("inf"), 0))
"""Up to how many boxes how many forms of teams of leaves are looked at."""
SIZES = ((2_000, 24), (20_000, 12), (float("inf"), 6))
"""Up to how many boxes how many sizes of every block are looked at."""


def hybrid(forest: Forest, structure: Structure, options: Options) -> Layout:
    """The drawing that is largest on paper of the wanted proportions."""
    _, fronts, size = min(attempts(forest, structure, options), key=itemgetter(0))
    return placed(Blocks(fronts, size))


def attempts(
    forest: Forest, structure: Structure, options: Options
) -> Iterator[tuple[float, Fronts, int]]:
    """Every size of the whole drawing under every menu and form, after its price."""
    depth = branchings(structure)
    wish = wish_for(options.proportions, MANY if options.strict else len(depth))
    limits = limits_of(forest, options)
    looks = looks_of(forest, structure, options)
    for menu in menus(structure, depth):
        plan = plan_of(forest, structure, options, menu, depth)
        for cost, leaves in looks:
            fronts = Fronts(plan, limits, leaves)
            for place, size in enumerate(fronts.teams[TOP].sizes):
                yield wish.price(size, cost * menu.cost), fronts, place


def looks_of(
    forest: Forest, structure: Structure, options: Options
) -> list[tuple[float, dict[int, Front]]]:
    """The sizes of all teams of leaves under every form, after its cost; last, any sizes."""
    boxes = len(forest.parents)
    most = next(count for most, count in FORMS if boxes <= most)
    found = [
        (form.cost, fronts_of(form, structure, forest, options)) for form in forms(structure, most)
    ]
    alone = sum(map(bool, structure.leaves)) <= 1
    return found if found and alone else [*found, (FREE, {})]


def limits_of(forest: Forest, options: Options) -> Limits:
    """How large a drawing of these boxes may become, and how finely to look."""
    across = (width + options.sibling_gap for width in forest.widths)
    area = sum(w * (h + options.stack_gap) for w, h in zip(across, forest.heights, strict=True))
    height = SLACK * sqrt(WASTE * area / options.proportions)
    count = next(count for most, count in SIZES if len(forest.parents) <= most)
    return Limits(count, height, height * options.proportions)
