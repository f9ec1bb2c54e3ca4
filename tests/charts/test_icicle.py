import pytest
from charts.offices import legend_of, north, team, texts_of
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import texts

from orgmodel import roles
from orgmodel.charts import ChartRequestError, Icicle
from orgmodel.model import Org, Position, Territory


def boxes_of(chart):
    """Return the boxes of positions by gid."""
    return {b.gid: b for b in chart.scene().boxes if b.gid.startswith("position:")}


def test_widths_are_headcounts():
    """A box is as wide as whoever holds it and all below, which hang under it."""
    boxes = boxes_of(Icicle(north()))
    director, tm, rep = (boxes[f"position:{id_}"] for id_ in ("director", "tm", "rep"))
    assert director.width == pytest.approx(1000)
    assert tm.width == pytest.approx(800)
    assert rep.width == pytest.approx(200)
    assert director.y + director.height == tm.y
    assert tm.y + tm.height == rep.y


def test_widths_can_be_revenues():
    """A box is as wide as what the customers buy; who has none has no box."""
    boxes = boxes_of(Icicle(north(), size="revenue"))
    assert boxes["position:am"].width == pytest.approx(800)
    assert boxes["position:rep"].width == pytest.approx(200)
    assert "position:sc" not in boxes


def test_it_can_run_to_the_right():
    """Levels can be columns, so that names fit beside each other."""
    chart = Icicle(north(), direction="right")
    boxes = boxes_of(chart)
    assert boxes["position:director"].x + boxes["position:director"].width == (
        boxes["position:tm"].x
    )
    assert texts_of(chart)["position:am/name"] == "Ada Rossi"


def test_it_runs_where_more_names_fit():
    """Few people stand in rows, more in columns where all names fit, a deep company in rows."""
    few, more = Icicle(team(4)), Icicle(team(60))
    assert boxes_of(few)["position:boss"].width == pytest.approx(1000)
    assert boxes_of(more)["position:boss"].height > 600
    assert len([gid for gid in texts_of(more) if gid.endswith("/name")]) == 61
    org = Org("Deep")
    for level in range(30):
        org.add(Position(f"p{level}", held_by="x", reports_to=f"p{level - 1}" if level else None))
    assert boxes_of(Icicle(org))["position:p0"].width == pytest.approx(1000)


def test_vacancies_are_told_apart_by_more_than_colour():
    """A vacancy says so, and its edge is dashed."""
    chart = Icicle(north())
    dashed = [gid for gid, box in boxes_of(chart).items() if box.dash]
    assert dashed == ["position:rep"]
    assert texts_of(chart)["position:rep/name"] == "Vacant"
    assert "vacant" in legend_of(chart)


def test_colours_can_be_territories():
    """Whoever covers no territory has the colour of the nearest above who does."""
    org = Org("Two")
    for area in ("it", "pl"):
        org.add(Territory(area, name=area.upper()))
        org.add(Territory(f"{area}-1", within=area))
        org.add(Position(area, held_by="x", covers=[f"{area}-1"]))
        org.add(Position(f"{area}-sc", held_by="x", reports_to=area))
    chart = Icicle(org, colour="territory")
    boxes = boxes_of(chart)
    assert boxes["position:it"].fill == boxes["position:it-sc"].fill
    assert boxes["position:it"].fill != boxes["position:pl"].fill
    assert legend_of(chart) == ["IT", "PL"]


def test_a_territory_around_all_others_tells_nothing_apart():
    """Where one territory holds everything, those within it have the colours."""
    org = Org("World")
    org.add(Territory("world"))
    for area in ("it", "pl"):
        org.add(Territory(area, name=area.upper(), within="world"))
        org.add(Position(area, held_by="x", covers=[area]))
    assert legend_of(Icicle(org, colour="territory")) == ["IT", "PL"]


def test_colours_can_be_departments():
    """Departments go by their names."""
    org = Org("Two")
    org.add(Position("a", held_by="x", department="marketing"))
    org.add(Position("b", held_by="x"))
    assert legend_of(Icicle(org, colour="department")) == ["Marketing", "none"]


def test_more_groups_than_colours_share_the_last():
    """The largest groups have colours of their own, and the rest are others."""
    org = Org("Many")
    for number in range(20):
        org.add(Territory(f"t{number}"))
        org.add(Position(f"p{number}", held_by="x", covers=[f"t{number}"]))
    legend = legend_of(Icicle(org, colour="territory"))
    assert len(legend) == 9
    assert legend[-1] == "others"


def test_thousands_are_drawn_and_the_thinnest_as_one():
    """Boxes too thin to be told apart are one, which says how many it stands for."""
    boxes = boxes_of(Icicle(team(9000), direction="down"))
    assert set(boxes) == {"position:boss", "position:p0/and-others"}
    assert boxes["position:p0/and-others"].title == "9,000 positions: Sales Representative"
    assert boxes["position:p0/and-others"].width == pytest.approx(1000 * 9000 / 9001)


def test_levels_that_are_not_drawn_are_counted():
    """A chain of thousands is cut, and the heading says so."""
    org = Org("Deep")
    for level in range(3000):
        boss = f"p{level - 1}" if level else None
        org.add(Position(f"p{level}", held_by="Somebody", reports_to=boss))
    chart = Icicle(org)
    assert len(boxes_of(chart)) == 20
    assert "2,980 below level 20 not drawn" in texts_of(chart)["subtitle"]


def test_an_empty_organisation_says_so():
    """There is a picture even if there is nothing in it."""
    assert texts_of(Icicle(Org("New")))["subtitle"].startswith("There is nothing to draw yet")
    assert texts_of(Icicle(team(2), size="revenue"))["subtitle"].endswith("nobody has any revenue")


def test_redacted_it_names_nobody():
    """No name of a person is in a redacted chart, seen or hidden."""
    scene = Icicle(north(), redact=True, direction="right").scene()
    told = [run.text for run in scene.texts] + [box.title for box in scene.boxes]
    assert not [text for text in told if "Tom" in text or "Ada" in text]
    assert "tm" in told


@pytest.mark.parametrize("options", [{"size": "x"}, {"colour": "x"}, {"direction": "x"}])
def test_what_cannot_be_drawn_is_refused(options):
    """A wrong word is answered with those that there are."""
    with pytest.raises(ChartRequestError, match="choose from"):
        Icicle(north(), **options)


@settings(max_examples=40, deadline=None)
@given(st.lists(texts(), min_size=1, max_size=12), st.sampled_from(["down", "right"]))
def test_children_lie_within_their_parents_and_texts_within_boxes(names, direction):
    """Whatever people are called, nothing overlaps and no text leaves its box."""
    org = Org("Tree")
    for number, name in enumerate(names):
        org.add(
            Position(
                f"p{number}",
                roles.SALES_MANAGER,
                held_by=name if number % 3 else None,
                reports_to=f"p{(number - 1) // 2}" if number else None,
            )
        )
    scene = Icicle(org, direction=direction).scene()
    boxes = {b.gid: b for b in scene.boxes if b.gid.startswith("position:")}
    for number in range(1, len(names)):
        box, parent = boxes[f"position:p{number}"], boxes[f"position:p{(number - 1) // 2}"]
        start, size = ("x", "width") if direction == "down" else ("y", "height")
        mine, theirs = getattr(box, start), getattr(parent, start)
        assert theirs - 0.01 <= mine
        assert mine + getattr(box, size) <= theirs + getattr(parent, size) + 0.01
    for run in scene.texts:
        box = boxes.get(run.gid.partition("/")[0])
        if box:
            assert box.x <= run.x
            assert run.x + run.width <= box.x + box.width
            assert box.y - 0.01 <= run.y - run.size
            assert run.y <= box.y + box.height
