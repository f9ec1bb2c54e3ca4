"""What holds for every kind of chart, whatever it shows."""

import warnings
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from charts.offices import north
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from matplotlib import font_manager
from matplotlib.figure import Figure
from strategies import orgs

from orgmodel import roles
from orgmodel.charts import (
    CHART_KINDS,
    BeforeAfter,
    Icicle,
    MissingGlyphWarning,
)
from orgmodel.model import Customer, Org, Position, Territory, Where


def against_north(org, **options):
    """Compare a design with the small one."""
    return BeforeAfter(north(), org, **options)


KINDS = {
    **{name: kind.make for name, kind in CHART_KINDS.items() if kind.designs == 1},
    "icicle to the right": lambda org, **told: Icicle(org, direction="right", **told),
    "icicle by revenue": lambda org, **told: Icicle(org, size="revenue", **told),
    "comparison": against_north,
}
ALL = pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)


def named(name):
    """Make an organisation in which everybody and everything has one name."""
    org = Org(name)
    org.add(Territory("t", Where(place=["IT"]), name=name))
    org.add(Position("a", roles.SALES_MANAGER, title=name, held_by=name, covers=["t"]))
    org.add(Position("b", roles.ACCOUNT_MANAGER, held_by=f"{name}.", reports_to="a"))
    org.add(Position("c", roles.SALES_REPRESENTATIVE, reports_to="a"))
    org.add(Customer("k", name, revenue=900, key_account=True, managed_by="b"))
    org.add(Customer("l", name, revenue=500, place="IT"))
    org.add(Customer("m", name, revenue=100, managed_by="c"))
    return org


@ALL
def test_words_around_a_picture_keep_off_it(make):
    """Heading, picture and legend are below each other, for names of any length."""
    for name in ("x", "Very long " * 30, "W" * 300):
        scene = make(named(name)).scene()
        body = [b for b in scene.boxes if not b.gid.startswith("legend")]
        legend = [r.y - r.size for r in scene.texts if r.gid.startswith("legend")]
        heading = [r.y for r in scene.texts if r.gid.startswith(("title", "subtitle"))]
        assert max(heading) <= min(box.y for box in body)
        assert max(box.y + box.height for box in body) <= min(legend, default=scene.height)


@ALL
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(org=orgs())
def test_any_organisation_is_drawn(make, org):
    """Every sound organisation has a picture: all on the paper, and every part with one name."""
    scene = make(org).scene()
    parts = [*scene.lines, *scene.boxes, *scene.shapes, *scene.texts]
    gids = [part.gid for part in parts]
    assert len(gids) == len(set(gids))
    assert all(gids)
    for run in scene.texts:
        assert run.x >= -0.01
        assert run.x + run.width <= scene.width + 0.01
        assert run.y <= scene.height
    for box in scene.boxes:
        assert min(box.x, box.y, box.width, box.height) >= 0
        assert box.edge_width or not box.dash
        assert box.x + box.width <= scene.width + 0.01
        assert box.y + box.height <= scene.height + 0.01


@ALL
def test_texts_of_the_legend_keep_apart(make):
    """However much there is to explain, nothing of it lies on another."""
    scene = make(north()).scene()
    places = [
        (r.x, r.y - r.size, r.x + r.width, r.y)
        for r in scene.texts
        if r.gid.startswith("legend/") and r.gid.count("/") == 1
    ]
    for number, (left, top, right, bottom) in enumerate(places):
        for left_, top_, right_, bottom_ in places[:number]:
            assert right <= left_ or right_ <= left or bottom <= top_ or bottom_ <= top


@ALL
@pytest.mark.parametrize("name", ["$x$ A$AP", "<b>&amp;", "खाता प्रबंधक", "محمد علي", "=1+1"])
def test_names_are_written_as_they_are(make, name, tmp_path):
    """A dollar is a dollar, markup is text, and any script may be written."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MissingGlyphWarning)
        drawn = make(named(name)).save(tmp_path / "x.svg").read_bytes()
    texts = [text.text for text in ET.fromstring(drawn).iter() if text.tag.endswith("text")]  # noqa: S314
    assert [text for text in texts if text and name in text]


@ALL
@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_the_same_chart_gives_the_same_bytes(make, suffix, tmp_path):
    """Every kind can be saved in every format, twice alike."""
    one, two = (
        make(named("Ada")).save(tmp_path / f"{name}.{suffix}", dpi=60).read_bytes()
        for name in ("one", "two")
    )
    assert one == two
    assert len(one) > 500


@ALL
def test_every_kind_is_drawn_into_axes(make):
    """A chart goes into any axes, and its texts are artists there."""
    axes = Figure(figsize=(6, 4)).add_subplot()
    chart = make(named("Ada"))
    assert chart.draw(axes) is axes
    assert {text.get_gid() for text in axes.texts} == {r.gid for r in chart.scene().texts}


@ALL
def test_letters_without_a_font_are_told(make, tmp_path, monkeypatch):
    """Boxes that stand for letters come with one warning that names who and the script."""
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    with pytest.warns(MissingGlyphWarning, match=r"'प्रिया.*Devanagari") as told:
        make(named("प्रिया शर्मा")).save(tmp_path / "x.svg")
    assert len(told) == 1


@ALL
def test_an_organisation_without_anything_has_a_picture(make):
    """There is always something to look at that says why there is no more."""
    chart = make(Org("New"))
    told = " ".join(run.text for run in chart.scene().texts)
    assert "nothing to draw" in told or "Nothing depends" in told or "removed" in told


@ALL
def test_redacted_nothing_tells_who(make):
    """One switch leaves out names and amounts in every kind, also where only machines look."""
    org = named("Zebulon")
    org.add(Customer("zebulon-2", "Zebulon", revenue=77, key_account=True))
    plain = Org("Plain")
    for entity in org:
        told = {"title": None} if isinstance(entity, Position) else {}
        plain.add(replace(entity, **({"name": "T"} if isinstance(entity, Territory) else told)))
    scene = make(plain, redact=True).scene()
    parts = [*scene.lines, *scene.boxes, *scene.shapes, *scene.texts]
    told = [str(p.gid) + getattr(p, "title", "") + getattr(p, "text", "") for p in parts]
    assert not [text for text in told if "zebulon" in text.casefold() or "EUR" in text]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(orgs(), orgs(), st.booleans())
def test_any_two_organisations_are_compared(before, after, unchanged):
    """Two designs that share next to nothing are compared all the same."""
    scene = BeforeAfter(before, after, unchanged=unchanged).scene()
    gids = [part.gid for part in (*scene.lines, *scene.boxes, *scene.shapes, *scene.texts)]
    assert len(gids) == len(set(gids))
