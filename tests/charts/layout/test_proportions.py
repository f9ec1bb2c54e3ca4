import pytest
from charts.layout.checks import TOUCH, forests, grown
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.charts.layout import Forest, Options, lay_out

SHAPES = {
    "flat team of 60": grown([60]),
    "four layers, 100": grown([4, 4, 5]),
    "four layers, 300": grown([6, 6, 7], uneven=2),
    "forty teams": grown([40, 4], uneven=3),
    "a thousand": grown([7, 5, 4, 6], uneven=2),
    "one large team among small ones": Forest(
        [-1] + [0] * 6 + [1] * 30 + [2] * 3 + [3] * 2 + [4] * 4, [120.0] * 46, [40.0] * 46
    ),
    "thirty heads": Forest([-1] * 30, [120.0] * 30, [40.0] * 30),
}


@pytest.mark.parametrize("wish", [1.0, 2**0.5, 16 / 9])
@pytest.mark.parametrize("shape", SHAPES)
def test_hybrid_comes_near_the_wanted_proportions(shape, wish):
    """A drawing of thirty to a thousand boxes is within a third of the wanted proportions."""
    layout = lay_out(SHAPES[shape], Options(proportions=wish))
    assert 1 / 1.3 <= layout.width / layout.height / wish <= 1.3


@pytest.mark.parametrize("wish", [1.0, 2**0.5, 16 / 9])
def test_few_boxes_are_nearly_in_the_wanted_proportions(wish):
    """A dozen boxes may be somewhat wider or taller than wished, for the sake of tidiness."""
    layout = lay_out(grown([3, 3]), Options(proportions=wish))
    assert 1 / 1.7 <= layout.width / layout.height / wish <= 1.7


@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_a_small_flat_team_is_a_row(size):
    """Up to five reports of one head stand beside each other, the head in the middle above."""
    layout = lay_out(Forest([-1] + [0] * size, [120.0] * (size + 1), [46.0] * (size + 1)))
    assert len(set(layout.y[1:])) == 1
    assert layout.x[0] == pytest.approx((layout.x[1] + layout.x[-1]) / 2)


def shapes_of(layout, forest):
    """Per lead of leaves, whether these are a row, a stack or a block."""
    leads = set(forest.parents)
    teams: dict[int, list[int]] = {}
    for box, lead in enumerate(forest.parents):
        if lead >= 0 and box not in leads:
            teams.setdefault(lead, []).append(box)
    found = {}
    for lead, team in teams.items():
        columns, rows = len({layout.x[b] for b in team}), len({layout.y[b] for b in team})
        found[lead] = "row" if rows == 1 else "stack" if columns == 1 else "block"
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(2, 4), min_size=2, max_size=4))
def test_small_teams_side_by_side_are_drawn_in_one_way(teams):
    """Teams of two to four below one head are all rows or all stacks, none of them uneven."""
    leads = len(teams)
    parents = [-1] + [0] * leads + [lead for lead, size in enumerate(teams, 1) for _ in range(size)]
    forest = Forest(parents, [130.0] * len(parents), [50.0] * len(parents))
    assert len(set(shapes_of(lay_out(forest), forest).values())) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=8))
def test_no_few_leaves_stand_in_uneven_columns(teams):
    """A team of three or five is never two columns of different lengths."""
    parents = [-1] + [0] * len(teams)
    parents += [lead for lead, size in enumerate(teams, 1) for _ in range(size)]
    forest = Forest(parents, [130.0] * len(parents), [50.0] * len(parents))
    shapes = shapes_of(lay_out(forest), forest)
    assert not [lead for lead, size in enumerate(teams, 1) if size == 3 and shapes[lead] == "block"]


@settings(max_examples=60, deadline=None)
@given(forests(most=40, sides=False))
def test_heads_stand_above_their_rows(forest):
    """A lead above a row of leaves stands above it, not beside it."""
    boxes = len(forest.parents)
    forest = Forest(forest.parents, [130.0] * boxes, [50.0] * boxes)
    layout = lay_out(forest)
    leads = set(forest.parents)
    for lead, shape in shapes_of(layout, forest).items():
        team = [box for box, parent in enumerate(forest.parents) if parent == lead]
        if shape == "row" and not leads.intersection(team):
            low, high = min(layout.x[box] for box in team), max(layout.x[box] for box in team)
            assert low - TOUCH <= layout.x[lead] <= high + TOUCH


def test_a_stack_with_a_coordinator_hangs_straight():
    """The line of a stack runs straight down from its lead, past the box at the side."""
    forest = Forest([-1, 0, 0, 0, 0], [120.0] * 5, [46.0] * 5, [False, True, False, False, False])
    layout = lay_out(forest, Options(style="hanging"))
    trunks = {x for line in layout.lines for x, y in line.points if y == layout.heights[0]}
    assert len(trunks) == 1
    assert max(len(line.points) for line in layout.lines) == 3


def test_boxes_of_a_stack_are_equally_wide():
    """No ragged edges: everybody on one spine is as wide as the widest of them."""
    widths = [100.0, 80.0, 120.0, 90.0, 60.0]
    layout = lay_out(Forest([-1, 0, 0, 0, 0], widths, [40.0] * 5), Options(style="hanging"))
    assert list(layout.widths[1:]) == [120.0] * 4
    assert len(set(layout.x[1:])) == 1


def test_columns_split_large_teams_and_leave_small_ones_whole():
    """Twenty reports stand in several stacks, three in one."""
    forest = Forest([-1, 0, 0] + [1] * 20 + [2] * 3, [100.0] * 26, [40.0] * 26)
    layout = lay_out(forest, Options(style="columns"))
    assert len(set(layout.x[3:23])) > 1
    assert len(set(layout.x[23:])) == 1


def test_single_reports_are_never_between_teams():
    """Single reports of a lead with teams form one block, after the teams of the row."""
    forest = Forest([-1, 0, 0, 0, 0, 2, 2, 4, 4], [100.0] * 9, [40.0] * 9)
    layout = lay_out(forest, Options(style="hanging"))
    assert layout.x[1] == layout.x[3] > layout.x[4] > layout.x[2]


def test_one_assistant_stands_at_the_right_and_two_on_both_sides():
    """The first box at the side stands to the right of the trunk, the second to the left."""
    forest = Forest([-1, 0, 0, 0, 0], [100.0] * 5, [40.0] * 5, [False, True, True, False, False])
    layout = lay_out(forest)
    trunk = layout.x[0] + 50.0
    assert layout.x[1] > trunk > layout.x[2] + layout.widths[2]
    assert layout.y[1] == layout.y[2]


def test_a_side_box_with_reports_is_an_ordinary_box():
    """Somebody who leads others hangs below the line like everybody else."""
    forest = Forest([-1, 0, 0, 1], [100.0] * 4, [40.0] * 4, [False, True, False, False])
    layout = lay_out(forest, Options(style="tree"))
    assert layout.y[1] == layout.y[2]


def test_stacks_hang_at_the_side_that_is_asked_for():
    """At the right of the line, at the left as seen in a mirror, or in pairs at both sides."""
    forest = Forest([-1, 0, 0, 0, 0, 0], [120.0] * 6, [40.0] * 6)
    right, left, both = (
        lay_out(forest, Options(style=style))
        for style in ("hanging", "hanging-left", "hanging-both")
    )
    assert [right.width - x - 120.0 for x in right.x] == pytest.approx(list(left.x))
    assert list(left.y) == list(right.y)
    middle = both.x[0] + 60.0
    assert [x + 60.0 < middle for x in both.x[1:]] == [True, False, True, False, True]
    assert both.y[1] == both.y[2] < both.y[3] == both.y[4] < both.y[5]
    assert middle - both.x[1] - 120.0 == pytest.approx(both.x[2] - middle)


def test_managers_of_one_level_have_their_teams_drawn_in_one_way():
    """A director with one manager and one with two have managers whose teams look alike."""
    parents = [-1, 0, 0, 0, 1, 1, 2, 3]
    for manager in (4, 5, 6, 7):
        for _ in range(3):
            parents.append(manager)
            parents += [len(parents) - 1] * 7
    boxes = len(parents)
    layout = lay_out(Forest(parents, [130.0] * boxes, [50.0] * boxes))
    shapes = set()
    for manager in (4, 5, 6, 7):
        below = [box for box, parent in enumerate(parents) if parent == manager]
        x, y = layout.x[manager], layout.y[manager]
        shapes.add(tuple((round(layout.x[b] - x, 3), round(layout.y[b] - y, 3)) for b in below))
    assert len(shapes) == 1
