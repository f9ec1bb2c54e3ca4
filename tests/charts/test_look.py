import datetime as dt
import tomllib
from dataclasses import replace

import pytest
from charts.offices import Remark, legend_of, north, team, texts_of

from orgmodel.charts import BeforeAfter, ChartLook, ChartRequestError, LookRule, OrgChart
from orgmodel.charts.cards.styling.initials import initials_of
from orgmodel.model import Customer, Department, Holding, Org, Person, Position, Territory, Where


def looking(org, *rules, **options):
    """Draw an organisation with rules for its look."""
    return OrgChart(org, look=ChartLook(rules), **options)


def painted(chart, part="accent", value="#123456"):
    """Return the positions whose boxes have a colour in some part."""
    boxes = [box for box in chart.scene().boxes if box.gid.startswith("position:")]
    return {b.gid[9:] for b in boxes if "/" not in b.gid and getattr(b, part) == value}


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({"role": "account_manager"}, {"am"}),
        ({"role": ["account_manager", "sales_coordinator"]}, {"am", "sc"}),
        ({"territory": "north"}, {"tm", "rep"}),
        ({"territory": "world"}, {"tm", "rep"}),
        ({"vacant": True}, {"rep"}),
        ({"vacant": False, "role": "sales_representative"}, set()),
        ({"department": "exports"}, {"am"}),
        ({"at_least": {"grade": 4}}, {"am"}),
        ({"below": {"grade": 5}}, {"am"}),
        ({"at_least": {"span": 2}}, {"tm"}),
        ({"at_least": {"everyone": 3}}, {"director"}),
        ({"at_least": {"customers": 1}, "below": {"revenue": 1_000_000}}, {"rep"}),
        ({"finding": ["error", "warning"]}, {"tm"}),
        ({}, {"director", "tm", "sc", "am", "rep"}),
    ],
)
def test_conditions_choose_positions(condition, found):
    """A rule is about those for whom all of its conditions hold."""
    source, org = north(), Org("Same")
    org.add(Territory("world", Where()))
    for entity in source:
        changed = entity
        if entity == source.get(Position, "am"):
            changed = replace(entity, grade=4, department="exports")
        elif entity == source.get(Territory, "north"):
            changed = replace(entity, within="world")
        org.add(changed)
    org.add(Department("exports"))
    rule = LookRule("Chosen", colour="#123456", **condition)
    marks = [Remark(org.get(Position, "tm"), "error")]
    assert painted(looking(org, rule, marks=marks)) == found


def test_the_first_rule_counts_and_others_fill_in():
    """Of two rules for one part of a box the first is taken; each part has its own."""
    first = LookRule("First", colour="#111111", vacant=True)
    second = LookRule("Second", colour="#222222", fill="#eeeeee", border="#333333")
    chart = looking(north(), first, second)
    assert painted(chart, "accent", "#111111") == {"rep"}
    assert painted(chart, "accent", "#222222") == {"director", "tm", "sc", "am"}
    assert len(painted(chart, "fill", "#eeeeee")) == len(painted(chart, "edge", "#333333")) == 5


def test_badges_and_texts_stand_in_the_box():
    """A badge is a pill beside the name, a text a further line."""
    rule = LookRule("Hard to fill", badge="H", text="search since May", vacant=True)
    chart = looking(north(), rule)
    texts = texts_of(chart)
    assert texts["position:rep/badge-1/number"] == "H"
    assert "search since May" in [t for g, t in texts.items() if g.startswith("position:rep/")]
    assert "Hard to fill" in legend_of(chart)


def test_the_legend_says_what_rules_mean_and_only_of_those_that_occur():
    """Colours from rules replace the entries of roles; rules about nobody are left out."""
    reps = LookRule("The field", colour="#123456", role="sales_representative")
    nobody = LookRule("Nobody", border="#654321", role="executive")
    assert legend_of(looking(team(2), reps, nobody)) == [
        "Sales Manager",
        "The field",
        "direct reports",
    ]


def test_screen_readers_hear_what_a_rule_means():
    """What a colour says is said in words, too."""
    chart = looking(north(), LookRule("Hard to fill", border="#123456", vacant=True))
    box = next(box for box in chart.scene().boxes if box.gid == "position:rep")
    assert "Hard to fill" in box.title


def test_redacted_charts_do_not_tell_amounts_by_colour():
    """A rule about revenue does nothing where amounts are left out."""
    rule = LookRule("Large book", colour="#123456", at_least={"revenue": 1_000_000})
    assert painted(looking(north(), rule)) == {"am"}
    assert painted(looking(north(), rule, redact=True)) == set()


def test_a_look_is_data():
    """A table of a settings file says the same as values in a script."""
    data = tomllib.loads(
        """
        initials = true
        [[rules]]
        meaning = "Wide span"
        border = "#b3261e"
        at_least = {span = 9}
        [[rules]]
        meaning = "North"
        colour = "#0072b2"
        territory = "north"
        """
    )
    assert ChartLook.from_data(data) == ChartLook(
        (
            LookRule("Wide span", border="#b3261e", at_least={"span": 9}),
            LookRule("North", colour="#0072b2", territory=("north",)),
        ),
        initials=True,
    )


def test_all_mistakes_of_a_look_are_told_at_once_with_their_place():
    """A wrong colour, an unknown key and an unknown quantity are named with the rule."""
    rules = [
        {"meaning": "a", "colour": "red"},
        {"meaning": "b", "color": "#000000"},
        {"meaning": "c", "at_least": {"height": 3}},
    ]
    with pytest.raises(ChartRequestError) as told:
        ChartLook.from_data({"rules": rules})
    assert "rule 1, colour" in str(told.value)
    assert "rule 2, color" in str(told.value)
    assert "rule 3, at_least, height" in str(told.value)


def test_initials_stand_in_a_circle_and_vacancies_have_none():
    """With initials, every box has a circle, and all texts move aside alike."""
    scene = OrgChart(north(), look=ChartLook(initials=True)).scene()
    texts = {run.gid: run for run in scene.texts}
    assert texts["position:director/initials/letters"].text == "DR"
    boxes = {box.gid: box for box in scene.boxes}
    for id_ in ("director", "tm", "sc", "am", "rep"):
        circle, name = boxes[f"position:{id_}/initials"], texts[f"position:{id_}/name"]
        assert circle.x + circle.width < name.x
        assert (
            circle.y + circle.height <= boxes[f"position:{id_}"].y + boxes[f"position:{id_}"].height
        )


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Dana Reyes", "DR"),
        ("Ada", "A"),
        ("Ana Maria de Souza", "AS"),
        ("प्रिया शर्मा", "पश"),
        ("  ", ""),
        (None, ""),
        ("'); DROP", "D"),
    ],
)
def test_initials_are_of_the_first_and_the_last_name(name, letters):
    """Any script has initials; signs have none."""
    assert initials_of(name) == letters


def dated():
    """Make a small design with tiers of customers, and days on which people came."""
    org = north()
    day = dt.date(2026, 1, 1)
    org.add(Holding("h1", "tm", "Tom Berg", since=dt.date(2016, 1, 1)))
    org.add(Person("Ada Rossi", since=dt.date(2025, 10, 1)))
    for number in range(40):
        name = f"big-{number}"
        org.add(Customer(name, name, tier="A", managed_by="am"))
    return org, day


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({"at_least": {"tenure": 5}}, {"tm"}),
        ({"below": {"tenure": 0.5}}, {"am"}),
        ({"at_least": {"load": 0.5}}, {"am"}),
        ({"below": {"load": 0.01}}, {"rep"}),
    ],
)
def test_tenure_and_load_choose_positions(condition, found):
    """Rules know for how many years somebody is there, and how much work the customers are."""
    org, day = dated()
    rule = LookRule("Chosen", colour="#123456", **condition)
    assert painted(looking(org, rule, on=day)) == found


def test_changes_choose_positions_in_a_comparison():
    """A rule about changes is about what became of a position, and the legend says it."""
    after = Org("Aurora Components")
    for entity in north():
        if entity.node != "position:am":
            filled = entity.node == "position:rep"
            after.add(replace(entity, held_by="Mia", dotted_to=[]) if filled else entity)
    rules = (
        LookRule("Loses its post", change="removed", fill="#123456"),
        LookRule("Other news", change=["changed", "moved"], fill="#654321"),
    )
    chart = BeforeAfter(north(), after, look=ChartLook(rules))
    assert painted(chart, "fill") == {"am"}
    assert painted(chart, "fill", "#654321") == {"rep"}
    assert {"Loses its post", "Other news"} <= set(legend_of(chart))


def test_roles_have_the_colours_that_a_look_gives_them():
    """The bars of a role, its entry in the legend, and only these, have its colour."""
    look = ChartLook(colours={"account_manager": "#123456", "executive": "#654321"})
    chart = OrgChart(north(), look=look)
    assert painted(chart) == {"am"}
    assert legend_of(chart).count("Account Manager") == 1


def test_a_chart_shows_the_organisation_of_a_day():
    """Whoever holds a position on the day stands in its box."""
    org = Org("Dated")
    org.add(Position("a", "sales_manager"))
    org.add(Holding("h", "a", "Ada", since=dt.date(2027, 1, 1)))
    for year, told in ((2026, "Vacant"), (2027, "Ada")):
        assert texts_of(OrgChart(org, on=dt.date(year, 6, 1)))["position:a/name"] == told
