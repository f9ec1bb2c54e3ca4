"""From a chosen size to relative places: where the parts of every team stand in its block."""

from dataclasses import dataclass, field

from orgmodel.charts.layout.fronts import TOP, Fronts
from orgmodel.charts.layout.leaves import grid_of
from orgmodel.charts.layout.rows import rows_of


@dataclass(slots=True)
class Group:
    """Children on one end of a line: one box reached from above, or a stack on a spine."""

    children: list[int]
    stack: bool = False
    spine: float = 0.0
    """From the left edge of the first box to the line that the stack hangs from."""


@dataclass(slots=True)
class Block:
    """A box and everything below it, seen from the top left corner of the block.

    Attributes:
        width: In points.
        height: In points.
        anchor: From the left edge to the middle of the box on top.
        left: Left edge of the box on top.
        parts: Per team and leaf, the place of its block.
        rows: The same children, as lines reach them; more than one row is joined by a spine.
        spine: Left edge of what is below the box: where rows are joined.
        direct: The spine leaves the box itself, without a bus line.
    """

    width: float
    height: float
    anchor: float
    left: float = 0.0
    parts: list[tuple[int, float, float]] = field(default_factory=list)
    rows: list[list[Group]] = field(default_factory=list)
    spine: float = 0.0
    direct: bool = False
    middle: float = 0.0


class Blocks:
    """All blocks of a plan, once the size of the whole drawing has been chosen."""

    def __init__(self, fronts: Fronts, whole: int) -> None:
        self.fronts = fronts
        self.plan = fronts.plan
        self.picked = {TOP: whole}
        self.blocks: dict[int, Block] = {}
        structure = self.plan.structure
        self.pick_below(TOP, structure.heads)
        for box in structure.order:
            if structure.teams[box]:
                self.pick_below(box, structure.teams[box])
        for box in reversed(structure.order):
            if not structure.is_leaf(box):
                self.blocks[box] = self.headed(box)
        self.blocks[TOP] = self.in_rows(TOP, structure.heads, [])

    def pick_below(self, box: int, teams: list[int]) -> None:
        """Choose sizes for the teams of a box within the budget of its own size."""
        budget = self.fronts.teams[box].sizes[self.picked[box]].budget
        wide = box != TOP and self.plan.modes[box] == "hang"
        for team in teams:
            front = self.fronts.of(team)
            self.picked[team] = front.no_wider(budget) if wide else front.no_taller(budget)

    def of(self, box: int) -> Block:
        """The block of a box."""
        found = self.blocks.get(box)
        if found is None:
            width, height = self.plan.size(box)
            found = Block(width, height, width / 2)
        return found

    def headed(self, box: int) -> Block:
        """A box above the block of its team, in the middle or flush left."""
        plan, unit = self.plan, self.plan.units[box]
        team = self.team(box)
        free = max(unit.width - team.width, 0.0)
        flush = plan.flush[box] or team.direct
        shift = 0.0 if flush else min(max(unit.trunk - team.middle, 0.0), free)
        left = max(min(team.middle + shift - unit.trunk, team.width - unit.width), 0.0)
        left = 0.0 if flush else left
        if team.direct and plan.options.style == "hanging-left":
            shift, left = free, max(team.width - unit.width, 0.0)
        down = unit.height + plan.options.level_gap
        team.parts = [(part, x + shift, y + down) for part, x, y in team.parts]
        for side, (x, y) in zip(plan.structure.sides[box], unit.places, strict=True):
            team.parts.append((side, left + unit.trunk + x, y))
        team.left = left + unit.trunk - plan.widths[box] / 2
        team.anchor = left + unit.trunk
        team.width = max(unit.width, team.width)
        team.height = down + team.height if team.rows else unit.height
        team.spine += shift
        return team

    def team(self, box: int) -> Block:
        """Everything below a box."""
        teams, leaves = self.plan.structure.teams[box], self.plan.structure.leaves[box]
        if not (teams or leaves):
            return Block(0.0, 0.0, 0.0)
        if not teams:
            return self.grid(box, leaves)
        if self.plan.modes[box] == "hang":
            return self.hanging(box, [*leaves, *teams])
        return self.in_rows(box, teams, leaves)

    def grid(self, box: int, leaves: list[int]) -> Block:
        """A team of leaves."""
        rows = self.fronts.teams[box].sizes[self.picked[box]].rows
        grid = grid_of(self.plan.sizes(leaves), rows, self.plan.options)
        hangs = rows == len(leaves) > 1
        inset = self.plan.inset(box) * hangs
        block = Block(grid.width + inset, grid.height, 0.0, rows=[[]], middle=grid.middle + inset)
        block.direct = hangs and self.plan.direct(box)
        left = 0.0 if self.plan.options.style == "hanging-left" else inset
        self.stacks(block, leaves, rows, (left, 0.0))
        return block

    def stacks(self, block: Block, leaves: list[int], rows: int, at: tuple[float, float]) -> None:
        """Add leaves to the last row of a block, as a grid at a place."""
        grid = grid_of(self.plan.sizes(leaves), rows, self.plan.options)
        hung = rows > 1
        block.rows[-1].extend(Group(s, hung, grid.spine) for s in grid.stacks(leaves))
        block.parts.extend((leaf, at[0] + x, at[1] + y) for leaf, x, y in grid.corners(leaves))
        if hung:
            widest = max(self.plan.widths[leaf] for leaf in leaves)
            for leaf in leaves:
                self.plan.widths[leaf] = widest

    def hanging(self, box: int, children: list[int]) -> Block:
        """Leaves and then teams below each other, along a spine at the left."""
        options = self.plan.options
        left = self.plan.inset(box) + options.indent
        block = Block(0.0, 0.0, 0.0, rows=[[Group(children, stack=True, spine=-options.indent)]])
        top = 0.0
        for child in children:
            part = self.of(child)
            leaf = self.plan.structure.is_leaf(child)
            top += 0.0 if leaf or not block.parts else options.team_gap - options.stack_gap
            block.parts.append((child, left, top))
            block.width = max(block.width, left + part.width)
            block.height = top + part.height
            top = block.height + options.stack_gap
        block.direct = self.plan.direct(box)
        block.middle = block.width / 2
        return block

    def in_rows(self, box: int, teams: list[int], leaves: list[int]) -> Block:
        """Teams, and then the block of leaves, in rows."""
        size = self.fronts.teams[box].sizes[self.picked[box]]
        blocks = [self.of(team) for team in teams]
        sizes = [(block.height, block.width) for block in blocks]
        grid = self.fronts.leaves[box] if leaves else None
        chosen = grid.sizes[grid.no_taller(size.budget)] if grid else None
        if chosen:
            sizes.append(chosen[:2])
        rows = rows_of(sizes, size.rows, self.plan.options)
        block = Block(rows.width, rows.height, 0.0)
        waiting = iter(zip(teams, blocks, strict=True))
        for lefts, top in zip(rows.rows, rows.tops, strict=True):
            block.rows.append([])
            for left in lefts:
                team, part = next(waiting, (None, None))
                if team is not None and part is not None:
                    block.parts.append((team, left, top))
                    block.rows[-1].append(Group([team]))
                elif chosen:
                    self.stacks(block, leaves, chosen.rows, (left, top))
        block.middle = self.middle(block)
        return block

    def middle(self, block: Block) -> float:
        """Halfway between the first and the last child of the first row."""
        if not block.rows:
            return 0.0
        row = {child for group in block.rows[0] for child in group.children}
        anchors = [x + self.of(part).anchor for part, x, _ in block.parts if part in row]
        return (min(anchors) + max(anchors)) / 2
