"""From the leaves up: the useful sizes of every team, under the arrangements of a plan."""

from collections.abc import Iterator, Sequence
from itertools import chain

from orgmodel.charts.layout.front import Front, Limits, Size, front_of, thinned
from orgmodel.charts.layout.leaves import grids
from orgmodel.charts.layout.plan import Plan
from orgmodel.charts.layout.rows import extent, row_counts, rows_of
from orgmodel.charts.layout.unit import Unit

MOST_ROWS_BELOW_A_BOX = 10
MOST_ROWS_OF_HEADS = 300
TOP = -1


class Fronts:
    """The sizes that every team of a plan can have.

    Attributes:
        teams: Per box that is no leaf, its sizes together with everything below; `TOP` is the
            whole drawing.
        leaves: Per box with leaves, the sizes of these as a block.
    """

    def __init__(self, plan: Plan, limits: Limits, leaves: dict[int, Front]) -> None:
        self.plan = plan
        self.limits = limits
        self.leaves = leaves
        self.teams: dict[int, Front] = {}
        for box in reversed(plan.structure.order):
            if not plan.structure.is_leaf(box):
                self.teams[box] = front_of(self.blocks(box), limits)
        self.teams[TOP] = front_of(self.whole(), limits)

    def of(self, box: int) -> Front:
        """The sizes of a box with everything below it."""
        found = self.teams.get(box)
        if found is None:
            width, height = self.plan.size(box)
            found = Front([Size(height, width)], [height], [-width])
        return found

    def whole(self) -> Iterator[Size]:
        """All heads beside each other."""
        heads = [self.of(head) for head in self.plan.structure.heads]
        most = MOST_ROWS_OF_HEADS if self.plan.menu.top == "wrap" else 1
        return self.in_rows(heads, row_counts(len(heads), most))

    def blocks(self, box: int) -> Iterator[Size]:
        """The sizes of a box above the sizes of its team."""
        unit = self.plan.units[box]
        if not (self.plan.structure.teams[box] or self.plan.structure.leaves[box]):
            return iter([Size(unit.height, unit.width)])
        return (under(unit, team, self.plan.options.level_gap) for team in self.team(box))

    def team(self, box: int) -> Iterator[Size]:
        """The sizes of everything below a box."""
        plan = self.plan
        teams, leaves = plan.structure.teams[box], plan.structure.leaves[box]
        if not teams:
            return self.grid(box)
        if plan.modes[box] == "hang":
            return self.hanging(box)
        fronts = [self.of(team) for team in teams]
        if leaves:
            fronts.append(self.block_of_leaves(box))
        most = MOST_ROWS_BELOW_A_BOX if plan.modes[box] == "wrap" else 1
        return self.in_rows(fronts, row_counts(-(-len(fronts) // plan.menu.fewest), most))

    def block_of_leaves(self, box: int) -> Front:
        """The sizes of the leaves of a box."""
        if box not in self.leaves:
            sizes = self.plan.sizes(self.plan.structure.leaves[box])
            self.leaves[box] = grids(sizes, self.limits, self.plan.options)
        return self.leaves[box]

    def grid(self, box: int) -> Iterator[Size]:
        """The sizes of a team of leaves; one stack hangs from the box itself."""
        stack, inset = len(self.plan.structure.leaves[box]), self.plan.inset(box)
        for size in self.block_of_leaves(box).sizes:
            hangs = size.rows == stack > 1
            yield size._replace(width=size.width + inset) if hangs else size

    def in_rows(self, fronts: Sequence[Front], counts: Sequence[int]) -> Iterator[Size]:
        """Parts in rows: per height that a part may have and per number of rows."""
        options = self.plan.options
        floor = max((front.heights[0] for front in fronts), default=0.0)
        heights = {h for h in chain.from_iterable(f.heights for f in fronts) if h >= floor}
        for budget in thinned(sorted(heights), self.limits.count):
            sizes = [front.sizes[front.no_taller(budget)] for front in fronts]
            yield Size(*extent([size[:2] for size in sizes], options), budget, 1)
            for count in counts[1:]:
                rows = rows_of([size[:2] for size in sizes], count, options)
                yield Size(rows.height, rows.width, budget, count)

    def hanging(self, box: int) -> Iterator[Size]:
        """Parts below each other along a spine: per width that a part may have."""
        plan, options = self.plan, self.plan.options
        fronts = [self.of(team) for team in plan.structure.teams[box]]
        leaves = plan.sizes(plan.structure.leaves[box])
        above = sum(height + options.stack_gap for _, height in leaves)
        above += options.team_gap * (len(fronts) - (not leaves)) - options.stack_gap * bool(leaves)
        left = plan.inset(box) + options.indent
        widths = sorted({-n for n in chain.from_iterable(f.narrowness for f in fronts)})
        for budget in thinned(widths, self.limits.count):
            sizes = [front.sizes[front.no_wider(budget)] for front in fronts]
            widest = max([size.width for size in sizes] + [width for width, _ in leaves[:1]])
            height = above + sum(size.height for size in sizes)
            yield Size(height, left + widest, budget, len(fronts))


def under(unit: Unit, team: Size, gap: float) -> Size:
    """The size of a team together with the box above it."""
    height, width, budget, rows = team
    return Size(unit.height + gap + height, max(unit.width, width), budget, rows)
