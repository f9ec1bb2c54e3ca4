from dataclasses import replace

import pytest
from charts.offices import legend_of, north, texts_of
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import texts

from orgmodel import roles
from orgmodel.charts import BeforeAfter, ChartRequestError
from orgmodel.model import Customer, Org, Position


def changed(org, *, drop=(), edit=None, add=()):
    """Return a copy of an organisation with entities dropped, edited and added."""
    new = Org(org.name, currency=org.currency)
    for entity in org:
        if entity.id not in drop:
            new.add(replace(entity, **(edit or {}).get(entity.id, {})))
    for entity in add:
        new.add(entity)
    return new


def heading_of(chart, name):
    """Return the title or subtitle of a chart, its lines joined."""
    texts = texts_of(chart)
    return " ".join(texts[gid] for gid in (name, f"{name}-2") if gid in texts)


def flags_of(chart):
    """Return what the flags say, by the id of the position."""
    found = {}
    for gid, text in texts_of(chart).items():
        box, _, part = gid.partition("/")
        if part.startswith("flag-"):
            found.setdefault(box.removeprefix("position:"), []).append(text)
    return found


def boxes_of(chart):
    """Return the boxes of positions by gid."""
    boxes = {box.gid: box for box in chart.scene().boxes}
    return {g: b for g, b in boxes.items() if g.startswith("position:") and "/" not in g}


def compare(**changes):
    """Return the chart of the small organisation before and after some changes."""
    return BeforeAfter(north(), changed(north(), **changes))


def test_nothing_differs():
    """The same design twice has no flags, and the heading says so."""
    chart = compare()
    assert flags_of(chart) == {}
    assert heading_of(chart, "subtitle") == "no position differs"
    assert heading_of(chart, "title") == "Aurora Components: before and after"


def test_an_added_position():
    """A new box says so."""
    chart = compare(add=[Position("new", held_by="Nia", reports_to="tm")])
    assert flags_of(chart) == {"new": ["+ added"]}
    assert "added" in legend_of(chart)


def test_a_removed_position_stands_where_it_was():
    """A box that is gone is drawn, dashed, below its former manager, and counts for nobody."""
    chart = compare(drop=["am"])
    boxes = boxes_of(chart)
    assert flags_of(chart) == {"am": ["\u2212 removed"]}
    assert boxes["position:am"].dash
    assert boxes["position:am"].y > boxes["position:tm"].y + boxes["position:tm"].height
    assert texts_of(chart)["position:tm/span/number"] == "1"


def test_a_moved_position_says_from_whom():
    """Words name the former manager, and a line comes from there."""
    chart = compare(edit={"am": {"reports_to": "director"}})
    assert flags_of(chart) == {"am": ["→ moved", "from Tom Berg"]}
    assert [line.gid for line in chart.scene().lines if "/moved-" in line.gid]
    assert "where it was moved from" in legend_of(chart)


def test_a_position_that_was_at_the_top_says_so():
    """Being put below somebody is a move, too."""
    chart = compare(edit={"director": {"reports_to": "ceo"}}, add=[Position("ceo", held_by="Cleo")])
    assert flags_of(chart)["director"] == ["→ moved", "was at the top"]


def test_a_renamed_manager_moves_nobody():
    """Whoever reports to the same position stays, although somebody else holds it."""
    chart = compare(edit={"tm": {"held_by": "Max Neu"}})
    assert flags_of(chart) == {"tm": ["≠ changed", "was held by Tom Berg"]}


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ({"am": {"held_by": None}}, "was held by Ada Rossi"),
        ({"rep": {"held_by": "Nia"}}, "was vacant"),
        ({"am": {"title": "Key Account Manager"}}, "was Account Manager"),
        ({"am": {"covers": ["north"]}}, "territories: + North"),
        ({"rep": {"fte": 0.5}}, "was 1 full-time equivalents"),
        ({"am": {"grade": 3, "deputy": "tm"}}, "other deputy, grade"),
    ],
)
def test_a_changed_position_says_what_it_was(edit, told):
    """Holder, title, territories, hours and the rest are compared."""
    (id_,) = edit
    assert flags_of(compare(edit=edit))[id_][:2] == ["≠ changed", told]


def test_customers_that_change_hands_are_summed_up():
    """The heading counts them with their revenue and names the key accounts."""
    chart = compare(edit={"acme": {"managed_by": "tm"}})
    assert flags_of(chart) == {
        "am": ["≠ changed", "customers: \u22121"],
        "tm": ["≠ changed", "takes over Acme", "customers: +1"],
    }
    assert heading_of(chart, "subtitle") == (
        "2 changed · 3 as before · "
        "changing hands: 1 customer · EUR 2.4M, among them key account Acme"
    )


def test_who_takes_a_position_takes_its_customers():
    """Customers change hands when their position does, although nothing else is written."""
    chart = compare(edit={"am": {"held_by": "Nia"}})
    assert "changing hands: 1 customer" in heading_of(chart, "subtitle")


def test_many_differences_of_one_box_are_cut():
    """Three are told, and how many more."""
    edit = {"held_by": "X", "title": "Y", "covers": ["north"], "fte": 0.5, "grade": 4}
    assert flags_of(compare(edit={"am": edit}))["am"][-1] == "and 4 more differences"


def test_only_what_differs_can_be_drawn():
    """Boxes as before are left out, unless they are above others that differ."""
    before = north()
    after = changed(before, edit={"am": {"held_by": "Nia"}})
    boxes = boxes_of(BeforeAfter(before, after, unchanged=False))
    assert set(boxes) == {f"position:{id_}" for id_ in ("director", "tm", "am")}


def test_a_whole_branch_that_is_gone_hangs_together():
    """Removed positions keep their own reporting lines, loops opened."""
    before = changed(north(), add=[Position("x", reports_to="y"), Position("y", reports_to="x")])
    chart = BeforeAfter(before, changed(north(), drop=["tm", "am", "rep", "sc"]))
    boxes = boxes_of(chart)
    assert set(flags_of(chart)) == {"tm", "am", "rep", "sc", "x", "y"}
    assert boxes["position:am"].y > boxes["position:tm"].y


def test_many_moves_are_told_in_words_alone():
    """More than a dozen lines would hide more than they show."""
    before = Org("Move")
    for lead in ("a", "b"):
        before.add(Position(lead, held_by=lead))
    for number in range(13):
        before.add(Position(f"p{number}", held_by="x", reports_to="a"))
    after = changed(before, edit={f"p{number}": {"reports_to": "b"} for number in range(13)})
    chart = BeforeAfter(before, after)
    assert not [line for line in chart.scene().lines if "/moved-" in line.gid]
    assert flags_of(chart)["p12"] == ["→ moved", "from a"]


def test_a_renamed_position_is_one_box():
    """Whoever has another id and nothing else is no newcomer, and the box says the former id."""
    after = changed(north(), drop=["rep"])
    old = north().get(Position, "rep")
    after.add(replace(old, id="rep-north"))
    chart = BeforeAfter(
        changed(north(), edit={"rep": {"held_by": "Nia"}}),
        changed(after, edit={"rep-north": {"held_by": "Nia"}}),
    )
    assert flags_of(chart) == {"rep-north": ["≠ renamed", "was rep"]}


def test_who_stays_in_a_team_with_another_manager_has_not_moved():
    """A position that took the place of the manager's is no other team."""
    edit = {id_: {"reports_to": "tm-2"} for id_ in ("am", "rep", "sc")}
    new = replace(north().get(Position, "tm"), id="tm-2", held_by="Nia")
    chart = compare(drop=["tm"], edit=edit, add=[new])
    flags = flags_of(BeforeAfter(chart.before, chart.after, guess_renames=False))
    assert flags["am"][:2] == ["≠ changed", "led by Tom Berg before"]


def test_two_empty_designs_say_so():
    """There is a picture even if there is nothing in it; names that differ are both told."""
    texts = texts_of(BeforeAfter(Org("Old"), Org("New")))
    assert texts["subtitle"].startswith("There is nothing to draw yet")
    assert texts["title"] == "Old → New"


def test_redacted_it_names_nobody():
    """Neither people nor customers nor amounts are in a redacted chart, seen or hidden."""
    after = changed(north(), edit={"am": {"reports_to": "director"}, "acme": {"managed_by": "tm"}})
    scene = BeforeAfter(north(), after, redact=True).scene()
    told = [run.text for run in scene.texts] + [box.title for box in scene.boxes]
    for secret in ("Tom", "Ada", "Acme", "EUR"):
        assert not [text for text in told if secret in text]
    assert "from tm" in told


def test_what_cannot_be_drawn_is_refused():
    """All that is wrong with a request is told at once."""
    with pytest.raises(ChartRequestError, match=r"no field 'x'.*no style 'y'.*Proportions"):
        BeforeAfter(north(), north(), show=["x"], style="y", proportions=0)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(texts(), st.integers(-1, 6), st.booleans()), max_size=7),
    st.lists(st.tuples(texts(), st.integers(-1, 6), st.booleans()), max_size=7),
)
def test_any_two_designs_compare(old, new):
    """Whatever is compared, every position of both has one box, and names are unique."""
    designs = []
    for people in (old, new):
        org = Org("Any")
        for number, (name, boss, there) in enumerate(people):
            if there:
                above = f"p{boss}" if boss >= 0 else None
                role = roles.SALES_COORDINATOR if boss == number - 1 else roles.SALES_MANAGER
                org.add(Position(f"p{number}", role, held_by=name, reports_to=above))
                org.add(Customer(f"c{number}", name, managed_by=f"p{number}"))
        designs.append(org)
    chart = BeforeAfter(*designs, guess_renames=False)
    ids = {position.node for org in designs for position in org.all(Position)}
    assert set(boxes_of(chart)) == ids
    scene = chart.scene()
    gids = [part.gid for part in (*scene.lines, *scene.boxes, *scene.shapes, *scene.texts)]
    assert len(gids) == len(set(gids))
