from typing import get_args

import numpy as np
import pytest
from charts.layout.checks import forests, overlaps
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.charts.layout import Forest, Options, Style, deep, lay_out, tidy
from orgmodel.charts.layout.levels import levels_of
from orgmodel.charts.layout.structure import structure_of

STYLES = get_args(Style)


def boxes(parents):
    """Boxes of one size."""
    return Forest(parents, [100.0] * len(parents), [40.0] * len(parents))


@pytest.mark.parametrize("style", STYLES)
def test_an_empty_forest_is_an_empty_drawing(style):
    """Nothing to draw has no size."""
    layout = lay_out(Forest((), (), ()), Options(style=style))
    assert (layout.width, layout.height, list(layout.x), list(layout.lines)) == (0, 0, [], [])


@pytest.mark.parametrize("style", STYLES)
def test_one_box_is_the_whole_drawing(style):
    """A single head fills its drawing."""
    layout = lay_out(boxes([-1]), Options(style=style))
    assert (layout.width, layout.height, layout.x[0], layout.y[0]) == (100.0, 40.0, 0.0, 0.0)


@pytest.mark.parametrize("style", STYLES)
def test_a_chain_of_100_000_is_one_column(style):
    """Depth alone breaks nothing."""
    layout = lay_out(boxes(range(-1, 99_999)), Options(style=style))
    assert layout.width == 100.0
    assert set(layout.x) == {0.0}


@pytest.mark.parametrize("style", STYLES)
def test_a_star_of_10_000_has_no_overlaps(style):
    """Width alone breaks nothing."""
    assert overlaps(lay_out(boxes([-1] + [0] * 10_000), Options(style=style))) == []


def test_a_comb_of_30_000_with_leaves_at_every_step():
    """A deep chain with two leaves beside every step is as wide as three boxes."""
    parents = [-1]
    for step in range(10_000):
        parents.extend([3 * step - 1 if step else 0] * 3)
    layout = lay_out(boxes(parents), Options(style="tree"))
    assert layout.width == pytest.approx(3 * 100.0 + 2 * 14.0)


def test_children_may_come_before_their_parents():
    """The order of the boxes says nothing about who hangs below whom."""
    layout = lay_out(boxes([2, 2, -1, 1]), Options(style="tree"))
    assert layout.y[2] < layout.y[0] == layout.y[1] < layout.y[3]


def test_a_leaf_beside_a_wide_team_is_as_near_as_a_sibling():
    """The team below the second child may reach below the first: no gap is left."""
    layout = lay_out(boxes([-1, 0, 0, 2, 2, 2]), Options(style="tree", sibling_gap=14.0))
    assert layout.x[2] - layout.x[1] == pytest.approx(114.0)


def test_boxes_that_hang_from_themselves_are_refused():
    """A loop cannot be drawn, and the message says which boxes are in it."""
    with pytest.raises(ValueError, match=r"2 boxes are in or below a loop \(1, 2\)"):
        lay_out(boxes([-1, 2, 1]))


@pytest.mark.parametrize("width", [float("nan"), float("inf"), -1.0])
def test_sizes_that_are_no_sizes_are_refused(width):
    """A box needs a finite width, which is not negative."""
    with pytest.raises(ValueError, match="finite"):
        lay_out(Forest([-1, 0], [100.0, width], [40.0, 40.0]))


@pytest.mark.parametrize("style", STYLES)
def test_boxes_without_size_are_placed(style):
    """Nothing is divided by the size of a drawing."""
    layout = lay_out(Forest([-1], [0.0], [0.0]), Options(style=style))
    assert (layout.width, layout.height) == (0.0, 0.0)


def test_sequences_of_different_lengths_are_refused():
    """Every box needs a parent, a width and a height."""
    with pytest.raises(ValueError, match="one value per box"):
        lay_out(Forest([-1, 0], [100.0], [40.0, 40.0]))


@settings(max_examples=150, deadline=None)
@given(forests(sides=False).filter(lambda forest: forest.parents), st.sampled_from([10.0, 24.0]))
def test_both_ways_to_a_tidy_tree_agree(forest, gap):
    """Whole levels as arrays and single families as lists give the same places."""
    structure = structure_of(forest)
    half = [width / 2 for width in forest.widths]
    children = [*structure.children, structure.heads]
    by_family = deep.middles(structure.order, children, (half, half), (10.0, gap))
    reach = np.array(half)
    levels = levels_of(np.array(forest.parents), len(half))
    by_level = tidy.middles(levels, (reach, reach), (10.0, gap))
    first = by_family[0] - by_level[0]
    assert (by_level + first).tolist() == pytest.approx(by_family)
