from itertools import product
from typing import get_args

import pytest
from charts.layout.checks import TOUCH, forests, grown
from charts.layout.holding import flaws_of
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.charts.layout import Forest, Options, Style, lay_out

styles = st.builds(Options, style=st.sampled_from(get_args(Style)), strict=st.booleans())


@st.composite
def aligned(draw, most=40):
    """Forests whose boxes are asked onto lines, sensible ones and others."""
    forest = draw(forests(most=most))
    depth: list[int] = []
    for parent in forest.parents:
        depth.append(depth[parent] + 1 if parent >= 0 else 0)
    further = draw(st.lists(st.integers(0, 3), min_size=len(depth), max_size=len(depth)))
    rows = [d + f for d, f in zip(depth, further, strict=True)] if draw(st.booleans()) else further
    return Forest(forest.parents, forest.widths, forest.heights, forest.side, rows)


@settings(max_examples=200, deadline=None)
@given(aligned(), styles)
def test_boxes_on_lines_are_drawn_without_flaws(forest, options):
    """No overlap, no line through a box or on another, and everybody joined to their parent."""
    assert flaws_of(forest, lay_out(forest, options)) == []


@settings(max_examples=100, deadline=None)
@given(aligned())
def test_in_a_tree_everybody_on_a_line_starts_at_one_height(forest):
    """Boxes of one number start at one height, unless someone stands below an equal or lower one.

    Whoever is pushed below the parent takes the next line that is used.
    """
    layout = lay_out(forest, Options(style="tree"))
    line = list(forest.rows)
    for box, parent in enumerate(forest.parents):
        if parent >= 0:
            line[box] = max(line[box], line[parent] + 1)
    tops: dict[int, float] = {}
    leads = set(forest.parents)
    for box, row in enumerate(line):
        if not (forest.side[box] and forest.parents[box] >= 0 and box not in leads):
            assert tops.setdefault(row, layout.y[box]) == layout.y[box]
    heights = [tops[row] for row in sorted(tops)]
    assert heights == sorted(set(heights))


@settings(max_examples=100, deadline=None)
@given(aligned())
def test_parents_stay_in_the_middle(forest):
    """A parent stands halfway between the first and the last child, whatever lines these are on."""
    forest = Forest(forest.parents, forest.widths, forest.heights, (), forest.rows)
    layout = lay_out(forest, Options(style="tree"))
    middle = [x + w / 2 for x, w in zip(layout.x, layout.widths, strict=True)]
    for parent in set(forest.parents) - {-1}:
        below = [middle[box] for box, lead in enumerate(forest.parents) if lead == parent]
        assert below == sorted(below)
        assert middle[parent] == pytest.approx((below[0] + below[-1]) / 2)


@pytest.mark.parametrize("style", get_args(Style))
def test_stacks_start_on_the_line_of_their_boxes(style):
    """Teams of one line are drawn from one height on, whoever leads them."""
    forest = Forest(
        [-1, 0, 0, 1, 1, 1, 2, 2], [100.0] * 8, [40.0] * 8, (), [0, 1, 2, 3, 3, 3, 3, 3]
    )
    layout = lay_out(forest, Options(style=style))
    assert layout.y[3] == layout.y[6] > layout.y[2] > layout.y[1] > layout.y[0]


def test_a_report_of_equal_grade_stands_below_its_lead():
    """A line that is asked for cannot put anybody beside or above the lead."""
    layout = lay_out(Forest([-1, 0, 1], [100.0] * 3, [40.0] * 3, (), [2, 2, 0]))
    assert layout.y[0] < layout.y[1] < layout.y[2]


def test_aligned_drawings_come_near_the_wanted_proportions():
    """Two hundred boxes on four lines are no ribbon: stacks are as long as the proportions ask."""
    forest = grown([5, 5, 6])
    rows = [0] * len(forest.parents)
    for box, parent in enumerate(forest.parents):
        rows[box] = rows[parent] + 1 if parent >= 0 else 0
    forest = Forest(forest.parents, forest.widths, forest.heights, (), rows)
    ribbon = lay_out(forest, Options(style="tree"))
    layout = lay_out(forest, Options(style="hybrid"))
    assert layout.width / layout.height < 0.3 * ribbon.width / ribbon.height


def test_too_many_lines_are_refused():
    """A line for each of thousands of boxes would fill memory with nothing."""
    boxes = 3_000
    parents = [-1] + [0] * (boxes - 1)
    forest = Forest(parents, [100.0] * boxes, [40.0] * boxes, (), range(boxes))
    with pytest.raises(ValueError, match="give fewer lines"):
        lay_out(forest, Options(style="tree"))


@pytest.mark.parametrize(("style", "direction"), [*product(get_args(Style), ("down", "right"))])
def test_a_deep_chain_on_lines_is_one_column(style, direction):
    """Depth alone breaks nothing."""
    boxes = 20_000
    sizes = [40.0] * boxes
    forest = Forest(range(-1, boxes - 1), sizes, sizes, (), range(boxes))
    layout = lay_out(forest, Options(style=style, direction=direction))
    assert min(layout.width, layout.height) == pytest.approx(40.0, abs=TOUCH)
