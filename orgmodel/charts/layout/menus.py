"""The arrangements that are tried, the tidiest first."""

from collections.abc import Sequence

from orgmodel.charts.layout.plan import Menu, Mode, parts
from orgmodel.charts.layout.structure import Structure

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
    Menu(("row", "wrap"), 1.35, fewest=1),
    Menu(("wrap",), 1.45, fewest=1),
)
"""Boards read rows best, hanging teams well, and wrapped rows least; the top most of all."""
MENUS_FOR_MANY = MENUS[1], MENUS[5], MENUS[-1]
MANY = 20_000
"""With more boxes than this only a few menus are tried."""


def menus(structure: Structure, depth: Sequence[int]) -> list[Menu]:
    """All menus for what fits a wall, some for more; those that make no difference only once."""
    offered = MENUS if len(depth) <= MANY else MENUS_FOR_MANY
    branching = {
        min(depth[box], 2)
        for box in structure.order
        if structure.teams[box] and parts(structure, box) > 1
    }
    found: dict[tuple[int, tuple[Mode, ...]], Menu] = {}
    for menu in offered:
        last = len(menu.modes) - 1
        modes: tuple[Mode, ...] = tuple(menu.modes[min(at, last)] for at in sorted(branching))
        found.setdefault((menu.fewest if "wrap" in modes else 0, modes), menu)
    return list(found.values())
