import struct
from dataclasses import replace

import pytest
from charts.offices import Remark, legend_of, north, team, texts_of
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import texts

from orgmodel import roles
from orgmodel.charts import ChartRequestError, OrgChart
from orgmodel.charts.canvas.palette import OWN
from orgmodel.model import Org, Position, Role


def boxes_of(chart):
    """Return the boxes of positions by gid."""
    boxes = chart.scene().boxes
    return {b.gid: b for b in boxes if b.gid.startswith("position:") and "/" not in b.gid}


def test_a_box_says_who_what_where_and_how_much():
    """Name, title, territories, customers with revenue, and key accounts stand in the box."""
    texts = texts_of(OrgChart(north()))
    assert texts["position:tm/name"] == "Tom Berg"
    assert texts["position:tm/title"] == "Territory Manager"
    assert texts["position:tm/fact-1"] == "North"
    assert texts["position:tm/fact-2"] == "2 customers · EUR 3M"
    assert texts["position:am/customer:acme"] == "Acme"
    assert texts["position:am/customer:acme/amount"] == "EUR 2.4M"


def test_customers_count_where_their_territory_is_served():
    """A customer that nobody manages by name counts with the post of its territory."""
    assert texts_of(OrgChart(north()))["position:rep/fact-2"] == "1 customer · EUR 600k"


def test_the_heading_counts():
    """The heading names the organisation and says how much of it there is."""
    texts = texts_of(OrgChart(north()))
    assert texts["title"] == "Aurora Components"
    assert texts["subtitle"] == "5 positions · 1 vacant · 2 customers · EUR 3M a year"


def test_a_title_can_be_given():
    """The heading is the user's to choose."""
    assert texts_of(OrgChart(north(), title="Plan B"))["title"] == "Plan B"


def test_spans_leave_coordinators_out():
    """The number beside a manager's name counts reports, directly and in all, without the side."""
    texts = texts_of(OrgChart(north()))
    assert texts["position:director/span/number"] == "1 / 3"
    assert texts["position:tm/span/number"] == "2"
    assert "position:am/span/number" not in texts


def test_a_vacancy_is_written_and_dashed():
    """A position without a holder says Vacant and has a dashed edge, and no other has."""
    chart = OrgChart(north())
    assert texts_of(chart)["position:rep/name"] == "Vacant"
    assert [gid for gid, box in boxes_of(chart).items() if box.dash] == ["position:rep"]


def test_a_coordinator_stands_beside_the_line():
    """A coordinator is drawn between the manager and the manager's reports."""
    boxes = boxes_of(OrgChart(north()))
    tm, coordinator, report = (boxes[f"position:{id_}"] for id_ in ("tm", "sc", "am"))
    assert tm.y + tm.height <= coordinator.y
    assert coordinator.y + coordinator.height <= report.y


def test_dotted_and_coordination_lines_are_drawn():
    """Further relations are dashed lines of their own, and the legend explains them."""
    chart = OrgChart(north())
    dashed = {line.gid.partition("-")[0] for line in chart.scene().lines if line.dash}
    assert {"position:rep/dotted", "position:rep/coordinated"} <= dashed
    assert {"dotted reporting line", "coordinated by"} <= set(legend_of(chart))


def test_the_legend_explains_what_occurs_and_nothing_else():
    """Roles, vacancy, spans and key accounts are explained if they are there."""
    assert legend_of(OrgChart(team(3))) == [
        "Sales Manager",
        "Sales Representative",
        "direct reports",
    ]
    assert "key account" in legend_of(OrgChart(north()))
    assert "vacant" in legend_of(OrgChart(north()))


def test_a_company_s_own_roles_have_colours_and_entries_of_their_own():
    """A role outside the standard ones shares neither colour nor entry with a standard one."""
    org = Org("Own")
    org.add(Role("unused", "Somebody else"))
    role = org.add(Role("kam", "Global Account Lead", attaches_by="named account"))
    org.add(Position("a", role, held_by="Ada"))
    org.add(Position("b", roles.ACCOUNT_MANAGER, held_by="Bo", reports_to="a"))
    chart = OrgChart(org)
    assert legend_of(chart)[:2] == ["Account Manager", "Global Account Lead"]
    whole = {gid: box.accent for gid, box in boxes_of(chart).items()}
    part = boxes_of(OrgChart(org, depth=0))["position:a"].accent
    assert len(set(whole.values())) == 2
    assert whole["position:a"] == part == OWN[1].colour


def test_roles_beyond_the_palette_share_an_entry_only_with_each_other():
    """With more own roles than colours, two may look alike, and the legend names both."""
    org = Org("Many")
    for number in range(len(OWN) + 1):
        role = org.add(Role(f"r{number}", f"Kind {number}", attaches_by="territory"))
        org.add(Position(f"p{number}", role, held_by="Ada"))
    org.add(Position("rep", roles.SALES_REPRESENTATIVE, held_by="Bo"))
    assert legend_of(OrgChart(org))[:2] == ["Sales Representative", f"Kind 0, Kind {len(OWN)}"]


def test_a_role_is_known_by_its_title():
    """A position with only a title gets the colour of the role that the title names."""
    org = Org("Titles")
    org.add(Position("a", title="Head of Sales", held_by="Ada"))
    org.add(Position("b", roles.SALES_DIRECTOR, held_by="Bo"))
    assert len({box.accent for box in boxes_of(OrgChart(org)).values()}) == 1


def test_an_empty_organisation_says_so():
    """There is a picture even if there is nothing in it."""
    assert texts_of(OrgChart(Org("New")))["subtitle"].startswith("There is nothing to draw yet")


def test_several_heads_are_drawn():
    """Positions that report to nobody, or to somebody who is not there, are heads."""
    org = Org("Two heads")
    org.add(Position("a", roles.SALES_MANAGER, held_by="Ada"))
    org.add(Position("b", roles.SALES_MANAGER, held_by="Bo", reports_to="nobody"))
    assert len(boxes_of(OrgChart(org))) == 2


def test_a_loop_is_opened_and_shown():
    """Positions in a loop are drawn, and the line that closes it stands out."""
    org = Org("Loop")
    for who, boss in ("ab", "bc", "ca"):
        org.add(Position(who, roles.SALES_MANAGER, held_by=who, reports_to=boss))
    chart = OrgChart(org)
    assert len(boxes_of(chart)) == 3
    assert [line.gid for line in chart.scene().lines if line.dash and "/loop" in line.gid]
    assert "reporting line that closes a loop" in legend_of(chart)


def test_a_position_that_reports_to_itself_is_a_head():
    """The smallest loop does not stop a chart."""
    org = Org("Self")
    org.add(Position("a", roles.SALES_MANAGER, held_by="Ada", reports_to="a"))
    assert len(boxes_of(OrgChart(org))) == 1


def test_a_branch_alone():
    """Only a position and those below it are drawn, and the heading says that it is a part."""
    chart = OrgChart(north(), under="tm")
    assert set(boxes_of(chart)) == {f"position:{id_}" for id_ in ("tm", "sc", "am", "rep")}
    assert texts_of(chart)["subtitle"].startswith("4 of 5 positions")


def test_the_top_levels_alone():
    """A depth cuts what is below, and spans still count it."""
    chart = OrgChart(north(), depth=1)
    assert set(boxes_of(chart)) == {"position:director", "position:tm"}
    assert texts_of(chart)["position:tm/span/number"] == "2"


def test_fields_can_be_left_out():
    """Boxes say only what is asked for."""
    texts = texts_of(OrgChart(north(), show=["title"]))
    assert "position:tm/title" in texts
    assert not [gid for gid in texts if "fact" in gid or "customer" in gid or "span" in gid]


def test_lines_can_be_left_out():
    """Without their fields neither dotted nor coordination lines are drawn."""
    chart = OrgChart(north(), show=["title"])
    assert not [line for line in chart.scene().lines if line.dash]


def coordinated(size, beside="boss", some=None):
    """Make a flat team with a coordinator of some of it, who stands beside somebody."""
    org = team(size)
    org.add(Position("deputy", roles.SALES_MANAGER, held_by="Di", reports_to="boss"))
    org.add(Position("sc", roles.SALES_COORDINATOR, held_by="Zoe", reports_to=beside))
    whole = Org("Whole")
    for position in org.all(Position):
        chosen = position.id in [f"p{number}" for number in range(size if some is None else some)]
        whole.add(replace(position, coordinated_by="sc") if chosen else position)
    return whole


def coordination_in(chart):
    """Return what the cards say of coordination, and how many lines say it."""
    told = {
        g.split("/")[0]: t for g, t in texts_of(chart).items() if t.startswith(("with ", "coo"))
    }
    told = {gid: text for gid, text in told.items() if gid.startswith("position:")}
    return told, len([line for line in chart.scene().lines if "/coordinated" in line.gid])


def test_a_coordinator_of_a_whole_team_says_so_in_words():
    """Many lines from one coordinator to a whole team would hide more than they show."""
    whole = Org("Whole")
    for position in coordinated(4).all(Position):
        if position.id != "deputy":
            whole.add(position)
    said = {"position:sc": "coordinates the whole team"}
    assert coordination_in(OrgChart(whole)) == (said, 0)


def test_two_of_the_own_team_are_joined_to_their_coordinator_by_lines():
    """Few short lines are clearer than words."""
    told, lines = coordination_in(OrgChart(coordinated(4, some=2)))
    assert told == {"position:sc": "coordinates 2 positions"}
    assert lines == 2


@pytest.mark.parametrize(("beside", "some"), [("boss", 3), ("deputy", 1)])
def test_many_and_those_of_other_teams_say_who_coordinates_them(beside, some):
    """More than two lines, or lines across teams, are said on the cards of both instead."""
    told, lines = coordination_in(OrgChart(coordinated(4, beside, some)))
    assert told.pop("position:sc").startswith(f"coordinates {some} position")
    assert told == {f"position:p{number}": "with Zoe" for number in range(some)}
    assert lines == 0


def test_lines_and_words_of_coordination_can_be_forced():
    """Whoever asks for lines gets them all, and whoever asks for words gets no line."""
    many, few = coordinated(4, some=3), coordinated(4, some=2)
    assert coordination_in(OrgChart(many, coordination="lines"))[1] == 3
    told, lines = coordination_in(OrgChart(few, coordination="words"))
    assert told["position:p0"] == told["position:p1"] == "with Zoe"
    assert lines == 0


def test_a_coordinator_without_a_box_is_named():
    """In a branch without the coordinator, the cards still say who it is."""
    told, _ = coordination_in(OrgChart(coordinated(3, some=1), under="p0"))
    assert told == {"position:p0": "with Zoe"}


def test_the_words_of_coordination_name_nobody_in_a_redacted_chart():
    """A coordinator goes by the id of the position where names are left out."""
    told, _ = coordination_in(OrgChart(coordinated(3, some=3), redact=True))
    assert told["position:p0"] == "with sc"


def test_dotted_lines_end_in_a_tip_at_the_superior():
    """The direction of a dotted line can be seen: its tip touches the box of whoever leads."""
    scene = OrgChart(north()).scene()
    (shape,) = [s for s in scene.shapes if s.gid.startswith("position:rep/dotted")]
    lead = next(box for box in scene.boxes if box.gid == "position:am")
    x, y = shape.points[0]
    across = x in (pytest.approx(lead.x), pytest.approx(lead.x + lead.width))
    down = y in (pytest.approx(lead.y), pytest.approx(lead.y + lead.height))
    assert across or down
    assert shape.fill == next(line.colour for line in scene.lines if line.gid == shape.gid[:-4])


def test_a_chart_can_run_from_left_to_right():
    """Reports stand to the right of whom they report to."""
    boxes = boxes_of(OrgChart(north(), direction="right", style="tree"))
    for above, below in (("director", "tm"), ("tm", "am"), ("tm", "rep")):
        lead, report = boxes[f"position:{above}"], boxes[f"position:{below}"]
        assert report.x >= lead.x + lead.width


def test_a_notebook_shows_a_chart_of_bounded_size():
    """A chart shows itself as a PNG; a large one has no more pixels than a screen."""
    small, large = OrgChart(north())._repr_png_(), OrgChart(team(600))._repr_png_()
    for png in (small, large):
        assert png.startswith(b"\x89PNG")
        width, height = struct.unpack(">II", png[16:24])
        assert 100_000 < width * height < 6_100_000


def test_redacted_charts_name_nobody():
    """No name of a person or customer and no amount is in a redacted chart, seen or hidden."""
    org = north()
    marks = [Remark(org.get(Position, "tm"), "error", "Tom Berg is far from Acme.")]
    scene = OrgChart(org, marks=marks, redact=True).scene()
    told = [run.text for run in scene.texts] + [box.title for box in scene.boxes]
    told += [shape.title for shape in scene.shapes]
    for secret in ("Dana", "Tom", "Zoe", "Ada", "Acme", "EUR", "3M"):
        assert not [text for text in told if secret in text]
    assert "tm" in told


def test_marks_land_where_they_belong():
    """A mark is shown at the position, or at those that answer for what it is about."""
    org = north()
    entities = {entity.id: entity for entity in org}
    marks = [
        Remark(entities["director"], "info"),
        Remark(entities["acme"], "error", "No deputy."),
        Remark(entities["bolt"]),
        Remark(entities["north"]),
        Remark(roles.SALES_MANAGER),
    ]
    chart = OrgChart(org, marks=iter(marks))
    texts = texts_of(chart)
    counts = {gid.split("/")[0]: t for gid, t in texts.items() if gid.endswith("/marks/number")}
    assert counts == {
        "position:director": "1",
        "position:am": "1",
        "position:tm": "1",
        "position:rep": "2",
    }
    assert "No deputy." in boxes_of(chart)["position:am"].title
    assert {f"worst of n findings: {level}" for level in ("error", "warning", "info")} <= set(
        legend_of(chart)
    )


def test_marks_without_a_box_are_counted_in_the_legend():
    """Nothing that was remarked is lost in silence."""
    chart = OrgChart(
        north(), marks=[Remark(roles.SALES_MANAGER), Remark(Position("gone")), Remark(None)]
    )
    assert "3 more findings without a box here" in legend_of(chart)


def test_marks_of_hidden_positions_land_on_their_manager():
    """What is cut off by the depth is still counted, at the nearest box above."""
    org = north()
    rep = org.get(Position, "rep")
    texts = texts_of(OrgChart(org, marks=[Remark(rep)], depth=1))
    assert texts["position:tm/marks/number"] == "1"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"under": "tmm"}, "did you mean 'tm'"),
        ({"show": ["colour"]}, "There is no field 'colour'"),
        ({"style": "spiral"}, "There is no style 'spiral'"),
        ({"proportions": 0}, "Proportions of 0"),
        ({"proportions": float("nan")}, "Proportions of nan"),
        ({"direction": "up"}, "There is no direction 'up'; choose from down, right"),
        ({"coordination": "dots"}, "There is no way to tell coordination 'dots'"),
        ({"depth": -1}, "A depth of -1"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_reason(options, told):
    """A wrong request is answered with what is wrong and what there is."""
    with pytest.raises(ChartRequestError, match=told):
        OrgChart(north(), **options)


def test_all_that_is_wrong_is_told_at_once():
    """Two mistakes give one message with both."""
    with pytest.raises(ChartRequestError, match=r"field.*depth"):
        OrgChart(north(), show=["colour"], depth=-1)


def test_long_chains_do_not_crash():
    """Two thousand levels are drawn without recursion."""
    org = Org("Deep")
    for level in range(2000):
        boss = f"p{level - 1}" if level else None
        org.add(Position(f"p{level}", held_by="Somebody", reports_to=boss))
    assert len(boxes_of(OrgChart(org))) == 2000


@settings(max_examples=30, deadline=None)
@given(st.lists(texts(), min_size=1, max_size=8), texts(), st.booleans())
def test_heading_boxes_and_legend_never_overlap(titles, name, vacant):
    """Whatever things are called, the parts of the picture keep apart and on the paper."""
    org = Org(name)
    for number, title in enumerate(titles):
        role = org.add(Role(f"r{number}", title))
        holder = None if vacant and number % 2 else title
        org.add(Position(f"p{number}", role, held_by=holder, reports_to=f"p{number // 2 - 1}"))
    scene = OrgChart(org).scene()
    places = [(r.gid, r.x, r.y - r.size, r.x + r.width, r.y) for r in scene.texts]
    around = [p for p in places if not p[0].startswith("position:")]
    for i, (_, left, top, right, bottom) in enumerate(around):
        assert left >= 0
        assert top >= 0
        assert right <= scene.width
        assert bottom <= scene.height
        for _, left_, top_, right_, bottom_ in around[:i]:
            assert right <= left_ or right_ <= left or bottom <= top_ or bottom_ <= top
    cards = [b for b in scene.boxes if b.gid.startswith("position:")]
    legend = min(top for gid, _, top, _, _ in around if gid.startswith("legend"))
    assert max(b.y + b.height for b in cards) <= legend


def test_names_are_unique_in_a_scene():
    """Every part has a name of its own, so that an SVG is valid and a part can be found."""
    scene = OrgChart(north(), marks=[Remark(Position("tm"))]).scene()
    parts = (*scene.lines, *scene.boxes, *scene.shapes, *scene.texts)
    gids = [part.gid for part in parts]
    assert len(gids) == len(set(gids))


def test_a_branch_tells_of_its_own_findings_only():
    """What is wrong elsewhere, or with the whole, is no matter of one branch."""
    org = north()
    marks = [Remark(org.get(Position, "am")), Remark(org.get(Position, "director")), Remark(None)]
    branch = OrgChart(org, marks, under="tm")
    assert not [meaning for meaning in legend_of(branch) if "without a box" in meaning]
    assert str(branch.extent) == "4 of 5 positions, 1 of 3 findings marked"
    assert str(OrgChart(org, marks, depth=0).extent) == "1 of 5 positions, 2 of 3 findings marked"
    assert str(OrgChart(org, marks[:1]).extent) == "5 positions, 1 finding marked"
