import sys
import zipfile
from io import BytesIO
from itertools import pairwise
from typing import get_args

import pytest
from charts.connectors import A, P, boxes_of, corners_of, glue_of, slides_of
from charts.offices import Remark, north, team
from defusedxml.ElementTree import fromstring, tostring
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image
from strategies import orgs

from orgmodel import roles
from orgmodel.charts import (
    BookOfBusiness,
    ChartLook,
    ChartRequestError,
    CoverageMatrix,
    Icicle,
    LookRule,
    OrgChart,
    SpansAndLayers,
    Style,
    TerritoryChart,
)
from orgmodel.charts.output.slides.elbows import elbow, straightened
from orgmodel.charts.output.slides.markup import Label, Markup
from orgmodel.model import Org, Position

# Made-up names have letters that no font has.
pytestmark = pytest.mark.filterwarnings("ignore::orgmodel.charts.MissingGlyphWarning")

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

pptx = pytest.importorskip("pptx", reason="slides need the extra office")


def saved(chart, folder):
    """Save a chart as slides and return the bytes."""
    return chart.save(folder / "chart.pptx").read_bytes()


def told(slide):
    """Return the texts of a slide, one per paragraph."""
    runs = ((r.text or "" for r in paragraph.iter(f"{A}t")) for paragraph in slide.iter(f"{A}p"))
    return ["".join(texts) for texts in runs]


def big(managers, each):
    """Make a director with managers who have as large teams."""
    org = Org("Big")
    org.add(Position("top", roles.SALES_DIRECTOR, held_by="Top Boss"))
    for m in range(managers):
        lead = org.add(
            Position(f"m{m}", roles.SALES_MANAGER, held_by=f"Lead {m}", reports_to="top")
        )
        for r in range(each):
            org.add(Position(f"m{m}r{r}", roles.SALES_REPRESENTATIVE, reports_to=lead))
    return org


def test_a_slide_says_what_the_boxes_say(tmp_path):
    """Title, names, job titles and key accounts are texts that can be edited."""
    (slide,) = slides_of(saved(OrgChart(north()), tmp_path))
    texts = told(slide)
    assert texts[0] == "Aurora Components"
    assert {"Dana Reyes", "Territory Manager", "Vacant", "vacant", "2 customers · EUR 3M"} <= set(
        texts
    )
    assert "★ Acme\tEUR 2.4M" in texts


def test_slides_are_16_to_9(tmp_path):
    """Slides have the format of today's screens."""
    deck = pptx.Presentation(OrgChart(north()).save(tmp_path / "chart.pptx"))
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9)


def test_shapes_have_names_and_say_what_they_are(tmp_path):
    """The selection pane and screen readers know who a box is and what a line means."""
    (slide,) = slides_of(saved(OrgChart(north()), tmp_path))
    named = {e.get("name"): e.get("descr") for e in slide.iter(f"{P}cNvPr")}
    assert named["Ada Rossi, Account Manager"].startswith("Ada Rossi. Account Manager")
    assert named["Ada Rossi reports to Tom Berg"]
    assert named["dotted reporting line: vacant Sales Representative to Ada Rossi"]
    for element in slide.iter(f"{P}cNvPr"):
        assert element.get("name") or element.get("id") == "1"


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_connectors_are_glued_where_they_end(tmp_path_factory, data):
    """Every connector begins and ends at the glued sites, and runs along the axes."""
    org = data.draw(orgs(most=6))
    for slide in slides_of(saved(OrgChart(org), tmp_path_factory.mktemp("deck"))):
        boxes = boxes_of(slide)
        for connector in slide.iter(f"{P}cxnSp"):
            corners = corners_of(connector)
            ends = zip(glue_of(connector), (corners[0], corners[-1]), strict=True)
            for (number, site), end in ends:
                assert end == pytest.approx(boxes[number].sites[site], abs=0.6)
            for (x0, y0), (x1, y1) in pairwise(corners):
                assert min(abs(x0 - x1), abs(y0 - y1)) < 0.6


@pytest.mark.parametrize("direction", ["down", "right"])
@pytest.mark.parametrize("style", get_args(Style))
@pytest.mark.parametrize("org", [north(), team(9), big(3, 6), big(8, 3)])
def test_connectors_cross_no_box(org, style, direction, tmp_path):
    """No line runs through a box, on any slide, however the boxes are arranged."""
    for slide in slides_of(saved(OrgChart(org, style=style, direction=direction), tmp_path)):
        boxes = boxes_of(slide)
        connectors = list(slide.iter(f"{P}cxnSp"))
        glued = {number for connector in connectors for number, _ in glue_of(connector)}
        for connector in connectors:
            for (x0, y0), (x1, y1) in pairwise(corners_of(connector)):
                for x, y, w, h in (boxes[number] for number in glued):
                    beside = max(x0, x1) < x + 1 or min(x0, x1) > x + w - 1
                    assert beside or max(y0, y1) < y + 1 or min(y0, y1) > y + h - 1


CORNERS = st.lists(st.integers(-300, 300), min_size=2, max_size=6, unique=True)


@given(CORNERS, CORNERS, st.booleans())
@example(xs=[0, 100], ys=[0, 50], down=True)
def test_elbows_pass_their_corners(xs, ys, down):
    """Whatever way an elbow goes, PowerPoint's geometry gives its corners back."""
    size = min(len(xs), len(ys))
    points = [(xs[0], ys[0])]
    for i in range(1, size):
        turn = (i % 2 == 0) == down
        points.append((xs[i], points[-1][1]) if turn else (points[-1][0], ys[i]))
    corners = straightened(points)
    if not 2 <= len(corners) <= 6:
        return
    xml = Markup(1).connector(Label("x"), elbow(corners), "", [(1, 0), (2, 0)])
    # An extent of nothing is widened to a point, or else there were nothing to take parts of.
    for corner, drawn in zip(corners, corners_of(fromstring(xml)), strict=True):
        assert drawn == pytest.approx(corner, abs=0.6)


def test_dotted_lines_and_vacancies_are_dashed(tmp_path):
    """What is dashed on paper is dashed on slides."""
    (slide,) = slides_of(saved(OrgChart(north()), tmp_path))
    dashes = {}
    for shape in (*slide.iter(f"{P}cxnSp"), *slide.iter(f"{P}sp")):
        dash = shape.find(f"{P}spPr/{A}ln/{A}prstDash")
        if dash is not None:
            dashes[shape.find(f".//{P}cNvPr").get("name")] = dash.get("val")
    dotted = next(name for name in dashes if name.startswith("dotted"))
    assert dashes[dotted] == "sysDot"
    assert dashes["Vacant, Sales Representative"] == "dash"
    assert dashes["Ada Rossi, Account Manager"] == "solid"


def test_colours_follow_the_theme(tmp_path):
    """Standard roles, text and background have colours that a template changes."""
    (slide,) = slides_of(saved(OrgChart(north()), tmp_path))
    used = {e.get("val") for e in slide.iter(f"{A}schemeClr")}
    assert {"tx1", "bg1", "tx2", "accent2", "accent3", "accent4", "accent6"} <= used


def test_no_text_is_smaller_than_nine_points(tmp_path):
    """Everything can be read from the back of a room."""
    for slide in slides_of(
        saved(OrgChart(big(6, 8), marks=[Remark(Position("m1")), Remark(None)]), tmp_path)
    ):
        sizes = [int(looks.get("sz", "1800")) for looks in slide.iter(f"{A}rPr")]
        assert min(sizes) >= 900


def test_large_organisations_take_several_slides(tmp_path):
    """Nobody is left out, no slide is crowded, and signs lead from slide to slide and back."""
    org = big(7, 9)
    data = saved(OrgChart(org), tmp_path)
    slides = slides_of(data)
    assert len(slides) > 1
    texts = [told(slide) for slide in slides]
    for m in range(7):
        assert any(f"Lead {m}" in text for text in texts)
    vacant = sum(text.count("Vacant") for text in texts)
    assert vacant == 7 * 9
    for slide in slides:
        assert len(list(slide.iter(f"{P}grpSp"))) <= 30
    deck = pptx.Presentation(tmp_path / "chart.pptx")
    signs = [s for slide in deck.slides for s in slide.shapes if " slide " in s.name]
    assert len(signs) == 2 * 7  # teams of two leads may share a slide
    for sign in signs:
        number = int(sign.name.rpartition(" ")[2])
        assert sign.click_action.target_slide == deck.slides[number - 1]


def test_a_team_too_large_for_a_slide_goes_on(tmp_path):
    """A flat team of sixty is shown in parts that say so, each below its manager."""
    slides = slides_of(saved(OrgChart(team(60)), tmp_path))
    texts = [told(slide) for slide in slides]
    assert [text[0] for text in texts] == [
        f"Flat ({n} of {len(slides)})" for n in range(1, len(slides) + 1)
    ]
    assert all("Bo Boss" in text for text in texts)
    people = [name for text in texts for name in text if name.startswith("Person")]
    assert sorted(people) == sorted(f"Person {n}" for n in range(60))


def test_many_slides_end_in_an_index_that_leads_to_them(tmp_path):
    """Everybody is in the index once, with the number of a slide on which their box is."""
    path = OrgChart(big(24, 19)).save(tmp_path / "chart.pptx")
    deck = pptx.Presentation(path)
    last = deck.slides[-1]
    assert last.shapes.title.text.startswith("Big: index")
    listed = {}
    for slide in deck.slides:
        if "index" not in slide.shapes.title.text:
            continue
        for shape in slide.shapes:
            for paragraph in shape.text_frame.paragraphs if shape.name.startswith("Index") else ():
                name, page = paragraph.runs[0].text.strip(), paragraph.runs[-1]
                link = page._r.rPr.find(f"{A}hlinkClick")  # noqa: SLF001  # no other door
                target = slide.part.related_part(link.get(f"{R}id"))
                number = int(page.text)
                assert target == deck.slides[number - 1].part
                listed.setdefault(name, []).append(number)
    assert len(listed["Top Boss"]) == 1
    assert len(listed["Vacant"]) == 24 * 19
    texts = [told(slide) for slide in slides_of(path.read_bytes())]
    for lead in range(24):
        (number,) = listed[f"Lead {lead}"]
        assert f"Lead {lead}" in texts[number - 1]
    few = slides_of(saved(OrgChart(big(2, 3)), tmp_path))
    assert not [slide for slide in few if "index" in told(slide)[0]]


def test_photos_initials_and_badges_are_on_slides(tmp_path):
    """A photo is a round picture that the file holds once; initials and badges are shapes."""
    Image.new("RGB", (60, 90), "#a04020").save(tmp_path / "ada.png")
    look = ChartLook(
        [LookRule("leads", badge="TL", colour="#993366", at_least={"span": 1})], initials=True
    )
    chart = OrgChart(north(), look=look, photos={"Ada Rossi": tmp_path / "ada.png"})
    data = saved(chart, tmp_path)
    (slide,) = slides_of(data)
    (picture,) = slide.iter(f"{P}pic")
    assert picture.find(f".//{P}cNvPr").get("descr") == "Photo of Ada Rossi"
    assert picture.find(f"{P}spPr/{A}prstGeom").get("prst") == "ellipse"
    texts = told(slide)
    assert {"TL", "DR", "TB"} <= set(texts)
    assert "AR" not in texts
    assert "993366" in {e.get("val") for e in slide.iter(f"{A}srgbClr")}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert len([n for n in archive.namelist() if n.startswith("ppt/media/")]) == 1
    assert saved(chart, tmp_path) == data


def test_every_connector_is_glued_to_a_shape_that_is_there(tmp_path):
    """Both ends name shapes of the same slide, and no number is given twice."""
    for slide in slides_of(saved(OrgChart(big(6, 8), align="layer"), tmp_path)):
        numbers = [element.get("id") for element in slide.iter(f"{P}cNvPr")]
        assert len(numbers) == len(set(numbers))
        for connector in slide.iter(f"{P}cxnSp"):
            assert {str(number) for number, _ in glue_of(connector)} <= set(numbers)


def test_findings_are_signs_and_notes(tmp_path):
    """A finding is a sign with an alternative text, and its sentence is in the speaker's notes."""
    chart = OrgChart(north(), marks=[Remark(Position("am"), sentence="No deputy.")])
    deck = pptx.Presentation(chart.save(tmp_path / "chart.pptx"))
    (slide,) = deck.slides
    assert slide.notes_slide.notes_text_frame.text == "Ada Rossi, Account Manager:\n- No deputy."
    assert 'descr="No deputy."' in tostring(
        slides_of((tmp_path / "chart.pptx").read_bytes())[0], "unicode"
    )


def test_redacted_slides_name_nobody(tmp_path):
    """Names, customers, amounts and sentences stay out of slides, notes and alternative texts."""
    marks = [Remark(Position("am"), sentence="Ada sells too little.")]
    chart = OrgChart(north(), marks=marks, redact=True)
    deck = pptx.Presentation(chart.save(tmp_path / "chart.pptx"))
    assert not deck.slides[0].has_notes_slide
    text = tostring(slides_of((tmp_path / "chart.pptx").read_bytes())[0], "unicode")
    for secret in ("Ada", "Dana", "Acme", "EUR"):
        assert secret not in text


def test_nothing_to_draw_is_a_slide_that_says_so(tmp_path):
    """An organisation without positions makes one slide with a sentence."""
    (slide,) = slides_of(saved(OrgChart(Org("New")), tmp_path))
    assert any("nothing to draw yet" in text for text in told(slide))


def test_a_deep_chain_is_cut_into_slides(tmp_path):
    """Three hundred levels take many slides and no recursion."""
    org = Org("Deep")
    for level in range(300):
        org.add(Position(f"p{level}", held_by="S", reports_to=f"p{level - 1}" if level else None))
    slides = slides_of(saved(OrgChart(org, show=["title"]), tmp_path))
    assert len(slides) > 10


def test_what_is_missing_is_named(tmp_path, monkeypatch):
    """Without python-pptx there is one sentence that says what to install, and no file."""
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(ChartRequestError, match=r'pip install "orgmodel\[office\]"'):
        OrgChart(north()).save(tmp_path / "chart.pptx")
    assert not list(tmp_path.iterdir())


def test_slides_are_pages_of_their_own(tmp_path):
    """Asking for pages of slides changes nothing; asking for paper is answered with a sentence."""
    plain = OrgChart(north()).save(tmp_path / "a.pptx").read_bytes()
    assert OrgChart(north()).save(tmp_path / "b.pptx", pages="16:9").read_bytes() == plain
    with pytest.raises(ChartRequestError, match=r"Pages of A4 are for \.png"):
        OrgChart(north()).save(tmp_path / "c.pptx", pages="A4")


@pytest.mark.parametrize(
    "chart", [CoverageMatrix, SpansAndLayers, TerritoryChart, BookOfBusiness, Icicle]
)
def test_every_kind_of_chart_is_a_slide(chart, tmp_path):
    """Charts of all kinds are titled slides of native shapes that stay on the slide."""
    slide, *_ = slides_of(saved(chart(north()), tmp_path))
    assert told(slide)[0].startswith("Aurora Components")
    boxes = list(boxes_of(slide).values())
    assert len(boxes) > 3
    for x, y, width, height in boxes:
        assert x >= -1
        assert y >= -1
        assert x + width <= 961
        assert y + height <= 541
