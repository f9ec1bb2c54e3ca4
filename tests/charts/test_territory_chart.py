import pytest
from charts.offices import legend_of, north, texts_of

from orgmodel import roles
from orgmodel.charts import ChartRequestError, TerritoryChart
from orgmodel.model import Customer, Org, Position, Territory, Where


def boxes_of(chart):
    """Return the boxes of territories by gid."""
    boxes = {box.gid: box for box in chart.scene().boxes}
    return {gid: box for gid, box in boxes.items() if gid and "/" not in gid}


def land(*territories, covers=(), held="Ada", customers=()):
    """Make an organisation of some territories, one position, and customers."""
    org = Org("Land")
    for territory in territories:
        org.add(territory)
    org.add(Position("p", roles.SALES_REPRESENTATIVE, held_by=held, covers=covers))
    for customer in customers:
        org.add(customer)
    return org


IT = Territory("it", Where(place=["IT"]), name="Italy")
PIEDMONT = Territory("it-21", Where(place=["IT-21"]), name="Piedmont", within="it")


def test_a_box_says_the_rule_the_positions_and_the_customers():
    """Name, rule, who covers it, how many customers with revenue stand in a territory's box."""
    texts = texts_of(TerritoryChart(north()))
    assert texts["territory:north/name"] == "North"
    assert texts["territory:north/position:tm"] == "Tom Berg, Territory Manager"
    assert texts["territory:north/position:rep"] == "Vacant, Sales Representative"
    assert texts["territory:north/fact-1"] == "place IT-21"
    assert texts["territory:north/fact-2"] == "1 customer · EUR 600k"


def test_what_lies_within_hangs_below_and_counts():
    """A territory stands below the one around it, which counts its customers too."""
    customers = [Customer("a", place="IT-21", revenue=100), Customer("b", place="IT-62")]
    chart = TerritoryChart(land(IT, PIEDMONT, covers=["it", "it-21"], customers=customers))
    boxes, texts = boxes_of(chart), texts_of(chart)
    assert boxes["territory:it"].y + boxes["territory:it"].height <= boxes["territory:it-21"].y
    assert texts["territory:it/fact-2"] == "2 customers · EUR 100"
    assert texts["territory:it-21/fact-2"] == "1 customer · EUR 100"


def test_customers_attached_by_name_stand_apart():
    """Who has customers by name has a box of their own, with the key accounts."""
    texts = texts_of(TerritoryChart(north()))
    assert texts["by-name/name"] == "By name"
    assert texts["named:am/name"] == "Ada Rossi"
    assert texts["named:am/customer:acme"] == "Acme"
    assert texts["named:am/customer:acme/amount"] == "EUR 2.4M"


def test_a_territory_without_anybody_is_flagged_in_words_and_by_its_edge():
    """Nobody covers it: that is said, dashed, and in the legend."""
    chart = TerritoryChart(land(IT, PIEDMONT, covers=["it"]))
    assert texts_of(chart)["territory:it-21/flag-1"] == "! nobody covers it"
    assert boxes_of(chart)["territory:it-21"].dash
    assert not boxes_of(chart)["territory:it"].dash
    assert "not covered" in legend_of(chart)


def test_a_territory_that_only_holds_others_needs_nobody():
    """No alarm is raised about a frame around territories that are all covered."""
    chart = TerritoryChart(land(IT, PIEDMONT, covers=["it-21"]))
    assert "not covered" not in legend_of(chart)


def test_a_vacant_territory_names_who_stands_in():
    """Where every position is vacant, the box says so and who answers meanwhile."""
    org = Org("Land")
    org.add(IT)
    org.add(Position("boss", roles.SALES_MANAGER, held_by="Bo Boss"))
    org.add(Position("p", roles.SALES_REPRESENTATIVE, reports_to="boss", covers=["it"]))
    org.add(Customer("a", place="IT"))
    texts = texts_of(TerritoryChart(org))
    assert texts["territory:it/flag-1"] == "? every position is vacant"
    assert texts["territory:it/flag-2"] == "Bo Boss stands in"


def test_customers_outside_all_territories_have_a_box():
    """Customers whom nothing attaches to anybody are not passed over."""
    chart = TerritoryChart(land(IT, covers=["it"], customers=[Customer("a", place="FR")]))
    texts = texts_of(chart)
    assert texts["outside/name"] == "Outside all territories"
    assert texts["outside/fact-1"] == "1 customer"
    assert texts["subtitle"].endswith("without cover: 1 customer")


def test_an_overlay_says_whom_it_supports():
    """An overlay never decides about a customer; it says how many it supports."""
    overlay = Territory("big", Where(), type="overlay")
    customers = [Customer("a", place="IT"), Customer("b", place="FR")]
    texts = texts_of(TerritoryChart(land(IT, overlay, covers=["it", "big"], customers=customers)))
    assert texts["territory:big/fact-2"] == "supports 2 customers"


def test_territories_within_each_other_are_drawn():
    """A loop is opened, not followed."""
    loop = [Territory("a", within="b"), Territory("b", within="a"), Territory("c", within="c")]
    assert len(boxes_of(TerritoryChart(land(*loop)))) == 3


def test_without_territories_and_customers_it_says_so():
    """There is a picture even if there is nothing in it."""
    subtitle = texts_of(TerritoryChart(Org("New")))["subtitle"]
    assert subtitle.startswith("There is nothing to draw yet")


def test_redacted_it_names_nobody():
    """Neither people nor customers nor amounts are in a redacted chart, seen or hidden."""
    scene = TerritoryChart(north(), redact=True).scene()
    told = [run.text for run in scene.texts] + [box.title for box in scene.boxes]
    told += [str(part.gid) for part in (*scene.texts, *scene.boxes, *scene.shapes)]
    for secret in ("Tom", "Ada", "Acme", "acme", "EUR"):
        assert not [text for text in told if secret in text]


def test_what_cannot_be_drawn_is_refused():
    """A wrong request is answered with what is wrong."""
    with pytest.raises(ChartRequestError, match=r"Proportions.*no style 'spiral'"):
        TerritoryChart(north(), proportions=0, style="spiral")


def test_names_are_unique_in_a_scene():
    """Every part has a name of its own."""
    scene = TerritoryChart(north()).scene()
    gids = [part.gid for part in (*scene.lines, *scene.boxes, *scene.shapes, *scene.texts)]
    assert len(gids) == len(set(gids))
