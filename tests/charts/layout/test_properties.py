from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pytest
from charts.layout.checks import TOUCH, boxes_met, forests, overlaps, runs_along
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.charts.layout import Forest, Options, Style, lay_out

STYLES = get_args(Style)
styles = st.builds(Options, style=st.sampled_from(STYLES), strict=st.booleans())


def own(line):
    """The boxes that a line may touch."""
    return {line.parent, *line.children}


@settings(max_examples=200, deadline=None)
@given(forests(), styles)
def test_no_two_boxes_overlap(forest, options):
    """Whatever hangs below whom, every box has its place to itself."""
    assert overlaps(lay_out(forest, options)) == []


@settings(max_examples=100, deadline=None)
@given(forests(), styles)
def test_everything_is_inside_the_drawing(forest, options):
    """Boxes and lines stay between 0 and the width and height that the layout names."""
    layout = lay_out(forest, options)
    for box in range(len(layout.x)):
        assert -TOUCH <= layout.x[box] <= layout.width - layout.widths[box] + TOUCH
        assert -TOUCH <= layout.y[box] <= layout.height - layout.heights[box] + TOUCH
        assert layout.widths[box] >= forest.widths[box]
    for line in layout.lines:
        for x, y in line.points:
            assert -TOUCH <= x <= layout.width + TOUCH
            assert -TOUCH <= y <= layout.height + TOUCH


@settings(max_examples=200, deadline=None)
@given(forests(most=40), styles)
def test_lines_keep_away_from_the_boxes_of_others(forest, options):
    """A reporting line passes the boxes that it does not join at 6 points at least."""
    layout = lay_out(forest, options)
    for line in layout.lines:
        assert boxes_met(layout, line.points, 6.0 - TOUCH) <= own(line) | {
            box for other in layout.lines if other.parent == line.parent for box in own(other)
        }
        assert boxes_met(layout, line.points, TOUCH) <= own(line)
        assert boxes_met(layout, line.points, -TOUCH) == set()


@settings(max_examples=100, deadline=None)
@given(forests(most=40), styles)
def test_no_line_runs_on_another(forest, options):
    """Two reporting lines may meet or cross, never share a stretch."""
    lines = [line.points for line in lay_out(forest, options).lines]
    assert runs_along(lines, lines) == []


@settings(max_examples=100, deadline=None)
@given(forests(), styles)
def test_lines_are_axis_parallel_and_reach_every_box(forest, options):
    """Every box with a parent is joined to it, by strokes that are level or upright."""
    layout = lay_out(forest, options)
    for line in layout.lines:
        for (x0, y0), (x1, y1) in pairwise(line.points):
            assert (x0 == x1) != (y0 == y1)
        assert all(forest.parents[child] == line.parent for child in line.children)
    reached = {child for line in layout.lines for child in line.children}
    assert reached == {box for box, parent in enumerate(forest.parents) if parent >= 0}
    for box in reached:
        ways = [line.points for line in layout.lines if box in line.children]
        assert any(box in boxes_met(layout, way, TOUCH) for way in ways)
        assert any(
            forest.parents[box] in boxes_met(layout, line.points, TOUCH)
            for line in layout.lines
            if line.parent == forest.parents[box]
        )


@settings(max_examples=50, deadline=None)
@given(forests(), styles)
def test_the_same_input_gives_the_same_places(forest, options):
    """A layout depends on nothing but its input."""
    assert lay_out(forest, options) == lay_out(forest, options)


@settings(max_examples=100, deadline=None)
@given(forests(sides=False))
def test_a_tree_has_parents_in_the_middle_and_children_in_order(forest):
    """In a tree, siblings keep their order, and their parent stands in the middle above them."""
    layout = lay_out(forest, Options(style="tree"))
    children: dict[int, list[int]] = {}
    for box, parent in enumerate(forest.parents):
        children.setdefault(parent, []).append(box)
    middle = [x + width / 2 for x, width in zip(layout.x, layout.widths, strict=True)]
    for parent, siblings in children.items():
        places = [middle[box] for box in siblings]
        assert places == sorted(places)
        if parent >= 0:
            assert middle[parent] == pytest.approx((places[0] + places[-1]) / 2)
            assert layout.y[siblings[0]] > layout.y[parent] + layout.heights[parent]
        assert len({layout.y[box] for box in siblings}) == 1


@settings(max_examples=150, deadline=None)
@given(forests(sides=False))
def test_the_mirror_image_of_a_tree_is_the_tree_of_the_mirror_image(forest):
    """Reversing the order of all siblings gives the same drawing, seen in a mirror."""
    boxes = len(forest.parents)
    mirrored = Forest(
        [boxes - 1 - parent if parent >= 0 else -1 for parent in reversed(forest.parents)],
        forest.widths[::-1],
        forest.heights[::-1],
    )
    layout = lay_out(forest, Options(style="tree"))
    image = lay_out(mirrored, Options(style="tree"))
    assert image.width == pytest.approx(layout.width)
    for box in range(boxes):
        right = layout.x[box] + layout.widths[box]
        assert image.x[boxes - 1 - box] == pytest.approx(layout.width - right, abs=1e-6)
        assert image.y[boxes - 1 - box] == layout.y[box]


@settings(max_examples=100, deadline=None)
@given(forests(), styles)
def test_reports_come_in_their_own_order(forest, options):
    """Leaves of one team, and teams of one lead, are read in the order in which they were given."""
    layout = lay_out(forest, options)
    parents = set(forest.parents)
    families: dict[tuple[int, bool], list[int]] = {}
    for box, parent in enumerate(forest.parents):
        if parent >= 0 and not forest.side[box]:
            families.setdefault((parent, box in parents), []).append(box)
    for siblings in families.values():
        for before, after in pairwise(siblings):
            below = layout.y[after] >= layout.y[before] + layout.heights[before]
            right = layout.x[after] >= layout.x[before] + layout.widths[before]
            assert below or right


@settings(max_examples=100, deadline=None)
@given(forests(), styles)
def test_side_boxes_stand_between_their_parent_and_its_reports(forest, options):
    """An assistant stands below the parent, and above everybody who reports to the parent."""
    layout = lay_out(forest, options)
    parents = set(forest.parents)
    for box, parent in enumerate(forest.parents):
        if forest.side[box] and parent >= 0 and box not in parents:
            assert layout.y[box] >= layout.y[parent] + layout.heights[parent]
            for other, lead in enumerate(forest.parents):
                beside = forest.side[other] and other not in parents
                if lead == parent and not beside:
                    assert layout.y[other] >= layout.y[box] + layout.heights[box]


@settings(max_examples=100, deadline=None)
@given(forests(), styles, st.sampled_from([0.5, 1.0, 16 / 9]))
def test_from_left_to_right_is_from_the_top_down_turned(forest, options, wish):
    """Whoever is below another stands to the right instead; nothing overlaps, no line crosses."""
    options = replace(options, direction="right", proportions=wish)
    layout = lay_out(forest, options)
    assert overlaps(layout) == []
    for box, parent in enumerate(forest.parents):
        if parent >= 0 and options.style == "tree":
            assert layout.x[box] >= layout.x[parent] + layout.widths[parent]
        assert layout.heights[box] >= forest.heights[box]
        assert layout.widths[box] == forest.widths[box]
    for line in layout.lines:
        assert boxes_met(layout, line.points, -TOUCH) == set()
        assert all((x0 == x1) != (y0 == y1) for (x0, y0), (x1, y1) in pairwise(line.points))
