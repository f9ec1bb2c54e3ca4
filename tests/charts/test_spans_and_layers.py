import pytest
from charts.offices import legend_of, north, team, texts_of
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import texts

from orgmodel import roles
from orgmodel.charts import SpansAndLayers
from orgmodel.model import Org, Position


@pytest.mark.parametrize(
    ("size", "band"),
    [(1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4), (12, 4), (13, 5), (16, 5), (17, 6), (99, 6)],
)
def test_every_span_has_its_band(size, band):
    """The bands are 1, 2 to 3, 4 to 7, 8 to 12, 13 to 16, and 17 or more."""
    texts = texts_of(SpansAndLayers(team(size)))
    shares = [texts[f"band-{number}/share"] for number in range(1, 7)]
    assert shares == ["100%" if number == band else "0%" for number in range(1, 7)]
    assert texts[f"band-{band}/names"] == f"Bo Boss ({size})"


def test_coordinators_count_in_layers_and_not_in_spans():
    """Those at the side are told apart in the layers; spans leave them out."""
    texts = texts_of(SpansAndLayers(north()))
    assert texts["band-2/names"] == "Tom Berg (2)"
    assert texts["band-1/names"] == "Dana Reyes (1)"
    assert [texts[f"layer-{n}/count"] for n in (1, 2, 3)] == ["1", "1", "3"]
    assert texts["layer-3/parts"] == "1 vacant, 1 at the side"


def test_vacancies_are_told_apart_by_more_than_colour():
    """The vacant part of a bar is empty and dashed, and the legend explains it."""
    chart = SpansAndLayers(north())
    boxes = {box.gid: box for box in chart.scene().boxes}
    assert boxes["layer-3/vacant"].dash
    assert boxes["layer-3/vacant"].fill == "#ffffff"
    assert not boxes["layer-3/held"].dash
    assert "vacant" in legend_of(chart)


def test_bars_are_as_long_as_their_numbers():
    """Lengths compare as the numbers do."""
    boxes = {box.gid: box for box in SpansAndLayers(team(4)).scene().boxes}
    assert boxes["layer-2/held"].width == pytest.approx(4 * boxes["layer-1/held"].width)


def test_the_heading_counts():
    """Positions, managers and layers are counted in the heading."""
    subtitle = texts_of(SpansAndLayers(team(4)))["subtitle"]
    assert subtitle.startswith("5 positions · 1 manager · 2 layers")


def test_deep_organisations_are_cut_and_counted():
    """Layers beyond those that fit on a page are counted, not drawn."""
    org = Org("Deep")
    for level in range(5000):
        boss = f"p{level - 1}" if level else None
        org.add(Position(f"p{level}", held_by="Somebody", reports_to=boss))
    texts = texts_of(SpansAndLayers(org))
    assert texts["layers/rest"] == "and 4,976 more layers with 4,976 positions"


def test_people_without_managers_are_one_layer():
    """Where nobody manages anybody, no share is made up."""
    org = Org("Loose")
    org.add(Position("a", roles.SALES_REPRESENTATIVE, held_by="Ada"))
    texts = texts_of(SpansAndLayers(org))
    assert {texts[f"band-{number}/share"] for number in range(1, 7)} == {"0%"}
    assert legend_of(SpansAndLayers(org)) == []


def test_an_empty_organisation_says_so():
    """There is a picture even if there is nothing in it."""
    subtitle = texts_of(SpansAndLayers(Org("New")))["subtitle"]
    assert subtitle.startswith("There is nothing to draw yet")


def test_redacted_it_names_nobody():
    """No name of a person is in a redacted chart."""
    told = texts_of(SpansAndLayers(north(), redact=True)).values()
    assert not [text for text in told if "Tom" in text or "Dana" in text]
    assert "tm (2)" in told


@settings(max_examples=30, deadline=None)
@given(st.lists(texts(), min_size=1, max_size=9), st.integers(1, 30))
def test_nothing_leaves_the_paper(names, size):
    """Whatever managers are called, and however many they are, no text leaves its panel."""
    org = Org("Long")
    for number, name in enumerate(names):
        org.add(Position(f"m{number}", roles.SALES_MANAGER, held_by=name))
        for report in range(size):
            org.add(Position(f"m{number}-{report}", held_by="x", reports_to=f"m{number}"))
    scene = SpansAndLayers(org).scene()
    for run in scene.texts:
        right = 24 + 470 if run.gid.startswith("band") else scene.width
        assert run.x >= 0
        assert run.x + run.width <= right


def test_positions_in_a_ring_are_counted_though_they_have_no_layer():
    """Lines that end in a ring have no top; nobody gets lost for that."""
    org = Org("Ring")
    org.add(Position("a", reports_to="b"))
    org.add(Position("b", reports_to="a"))
    org.add(Position("c"))
    subtitle = texts_of(SpansAndLayers(org))["subtitle"]
    assert subtitle.startswith("3 positions · 2 managers · 1 layer")
    assert "2 positions in no layer" in subtitle
