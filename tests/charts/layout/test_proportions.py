import pytest
from charts.layout.checks import grown

from orgmodel.charts.layout import Forest, Options, lay_out

SHAPES = {
    "twelve": grown([3, 3]),
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
    """A drawing of a dozen to a thousand boxes is within a quarter of the wanted proportions."""
    layout = lay_out(SHAPES[shape], Options(proportions=wish))
    assert 1 / 1.3 <= layout.width / layout.height / wish <= 1.3


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
