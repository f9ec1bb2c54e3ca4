from itertools import pairwise

from charts.layout.checks import TOUCH, boxes_met, forests, grown, runs_along, strokes
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.charts.layout import Forest, Options, lay_out, route

options = st.sampled_from(["tree", "hanging", "columns", "hybrid"]).map(
    lambda style: Options(style=style)
)


@settings(max_examples=100, deadline=None)
@given(forests(most=40).filter(lambda forest: len(forest.parents) > 1), options, st.data())
def test_secondary_lines_join_two_boxes_and_cross_none(forest, options, data):
    """Between any two boxes a way is found, from edge to edge, around all others."""
    layout = lay_out(forest, options)
    number = st.integers(0, len(forest.parents) - 1)
    pairs = data.draw(st.lists(st.tuples(number, number), max_size=4))
    ways = route(layout, pairs)
    assert len(ways) == len(pairs)
    for (start, goal), way in zip(pairs, ways, strict=True):
        if start == goal:
            assert list(way) == []
            continue
        assert boxes_met(layout, way, -TOUCH) == set()
        assert boxes_met(layout, way, TOUCH) == {start, goal}
        assert start in boxes_met(layout, way[:2], TOUCH)
        assert goal in boxes_met(layout, way[-2:], TOUCH)
        assert all((x0 == x1) != (y0 == y1) for (x0, y0), (x1, y1) in pairwise(way))


@settings(max_examples=60, deadline=None)
@given(forests(most=30).filter(lambda forest: len(forest.parents) > 3), st.data())
def test_a_few_secondary_lines_have_lanes_of_their_own(forest, data):
    """Secondary lines run neither on reporting lines nor on each other."""
    layout = lay_out(forest)
    number = st.integers(0, len(forest.parents) - 1)
    pairs = data.draw(st.lists(st.tuples(number, number), min_size=1, max_size=3))
    ways = [way for way in route(layout, pairs) if way]
    assert runs_along(ways, [line.points for line in layout.lines]) == []
    assert runs_along(ways, ways) == []


def test_many_secondary_lines_all_find_a_way():
    """Where there is no room left, lines share lanes rather than cross boxes."""
    layout = lay_out(grown([4, 4, 5]))
    pairs = [(box, 100 - box) for box in range(50)] * 2
    ways = route(layout, pairs)
    assert all(ways)
    assert all(boxes_met(layout, way, -TOUCH) == set() for way in ways)


def test_boxes_without_room_between_them_have_no_secondary_line():
    """Where boxes touch on all sides, there is no way, and no box is crossed instead."""
    tight = Options(style="tree", sibling_gap=0.0, team_gap=0.0, level_gap=0.0)
    forest = Forest([-1] + [0] * 3 + [1, 2, 3], [30.0] * 7, [20.0] * 7)
    layout = lay_out(forest, tight)
    for way in route(layout, [(2, 5), (0, 5), (1, 3)]):
        assert boxes_met(layout, way, -TOUCH) == set()


def test_lines_the_same_way_run_side_by_side():
    """Lines from one team to several leads bundle: they share most of their way, lane by lane."""
    layout = lay_out(grown([6, 4]), Options(style="hanging"))
    team = [27, 28, 29, 30]
    ways = route(layout, [(team[0], 1), (team[1], 2), (team[2], 3)])
    levels = [[s for s in strokes(way) if s[1] == s[3] and s[2] - s[0] > 150] for way in ways]
    for (first,), (second,) in pairwise(levels):
        assert 0 < abs(first[1] - second[1]) < 20
