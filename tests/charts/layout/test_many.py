from dataclasses import replace

import pytest
from charts.layout.holding import flaws_of
from charts.layout.many import drawn, search

from orgmodel.charts.layout import Forest, Line, Options, lay_out


@pytest.mark.slow
def test_thousands_of_random_forests_have_no_flaws():
    """In whatever style, direction and alignment, nothing overlaps, crosses or stands askew."""
    counts, found = search(range(4_000))
    assert len(counts) == 24
    assert found == []


def test_the_same_seed_brings_the_same_forest_back():
    """A flaw that was found can be looked at again."""
    assert drawn(7) == drawn(7) != drawn(8)


def broken(**changes):
    """A drawing of a head with two reports in which something is wrong."""
    forest = Forest([-1, 0, 0], [100.0] * 3, [40.0] * 3)
    layout = lay_out(forest, Options(style="tree"))
    assert flaws_of(forest, layout) == []
    return " ".join(flaws_of(forest, replace(layout, **{k: v(layout) for k, v in changes.items()})))


def test_flaws_are_found():
    """Whoever looks for flaws in drawings finds those that are there."""
    assert "boxes 1 and 2 overlap" in broken(x=lambda drawing: [*drawing.x[:2], drawing.x[1] + 9])
    assert "leaves 0 to" in broken(width=lambda drawing: drawing.width - 1)
    assert "arrives at {1, 2}" in broken(lines=lambda drawing: drawing.lines[:1])
    through = Line(((0.0, 50.0), (0.0, 90.0), (200.0, 90.0)), 0, (1,))
    assert "runs through box" in broken(lines=lambda drawing: [*drawing.lines, through])
    assert "on each other" in broken(lines=lambda drawing: [*drawing.lines, drawing.lines[0]])
    askew = Line(((50.0, 50.0), (60.0, 60.0)), 0, ())
    assert "askew" in broken(lines=lambda drawing: [*drawing.lines, askew])
    assert "no line arrives at {2}" in broken(y=lambda drawing: [*drawing.y[:2], drawing.y[2] + 9])
