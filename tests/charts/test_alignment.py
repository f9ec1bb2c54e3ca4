import pytest
from charts.offices import north

from orgmodel import roles
from orgmodel.charts import ChartRequestError, OrgChart
from orgmodel.model import Org, Position

STYLES = ["tree", "hanging", "hanging-left", "hanging-both", "columns", "hybrid"]


def graded():
    """Make two branches of different depths, with grades, one of them missing."""
    org = Org("Graded")
    for name, above, grade in (
        ("head", None, 12),
        ("north", "head", 10),
        ("south", "head", 8),
        ("area", "north", 8),
        ("rep", "area", 5),
        ("agent", "south", 5),
        ("trainee", "south", None),
        ("star", "rep", 10),
    ):
        org.add(
            Position(name, roles.SALES_MANAGER, held_by=name, reports_to=above, grade=grade),
        )
    return org


def tops(chart):
    """Return the upper edge of every position's box."""
    boxes = chart.scene().boxes
    return {b.gid.removeprefix("position:"): b.y for b in boxes if b.gid and "/" not in b.gid}


@pytest.mark.parametrize("style", STYLES)
def test_boxes_of_one_grade_start_on_one_line(style):
    """A higher grade stands higher, however many steps below the top; none means below the lead."""
    found = tops(OrgChart(graded(), align="grade", style=style))
    assert found["area"] == found["south"]
    assert found["agent"] == found["rep"]
    assert found["head"] < found["north"] < found["south"] < found["trainee"]
    assert found["star"] > found["rep"]


def test_boxes_of_one_layer_start_on_one_line():
    """All who are as many steps below the top stand on one line, in stacks as well."""
    found = tops(OrgChart(graded(), align="layer", style="tree"))
    assert found["north"] == found["south"]
    assert found["area"] == found["agent"] == found["trainee"]


@pytest.mark.parametrize("suffix", ["pptx", "html", "svg", "pdf"])
def test_aligned_charts_are_saved_in_every_format(suffix, tmp_path):
    """Alignment is part of the picture, not of a format."""
    path = OrgChart(graded(), align="grade").save(tmp_path / f"chart.{suffix}")
    assert path.stat().st_size


def test_aligned_charts_have_pages():
    """Boxes of one grade start on one line on every page."""
    (page,) = OrgChart(graded(), align="grade").pages()
    found = {b.gid: b.y for b in page.scene.boxes if b.gid}
    assert found["position:area"] == found["position:south"]


def test_alignments_that_cannot_be_are_refused():
    """A wrong word, or a grade of its own for everybody, is answered with what can be had."""
    with pytest.raises(ChartRequestError, match="no alignment 'pay'; choose from team, layer, gr"):
        OrgChart(north(), align="pay")
    org = Org("Odd")
    for number in range(100):
        org.add(Position(f"p{number}", held_by="S", grade=number))
    with pytest.raises(ChartRequestError, match="100 different grades, and 60 lines"):
        OrgChart(org, align="grade")


@pytest.mark.parametrize("direction", ["down", "right"])
def test_lines_say_what_they_are(direction):
    """Every layer or grade has its name where its line begins, and nothing stands on the names."""
    scene = OrgChart(graded(), align="grade", direction=direction).scene()
    names = {run.text: run for run in scene.texts if (run.gid or "").startswith("row-")}
    assert list(names) == ["Grade 12", "Grade 10", "Grade 8", "Grade 5"]
    boxes = {b.gid: b for b in scene.boxes if b.gid}
    north, name = boxes["position:north"], names["Grade 10"]
    if direction == "down":
        assert north.y < name.y < north.y + north.height
        assert max(run.x + run.width for run in names.values()) < min(
            box.x for gid, box in boxes.items() if gid.startswith("position:")
        )
    else:
        assert name.x == pytest.approx(north.x)
        assert name.y < min(box.y for gid, box in boxes.items() if gid.startswith("position:"))
    layers = OrgChart(graded(), align="layer").scene()
    assert "Layer 4" in [run.text for run in layers.texts]


def test_redacted_charts_name_no_grades():
    """Grades are near to pay."""
    scene = OrgChart(graded(), align="grade", redact=True).scene()
    assert not [run.text for run in scene.texts if "Grade " in run.text]
