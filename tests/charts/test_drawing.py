import subprocess
import sys
from xml.etree import ElementTree as ET

import matplotlib as mpl
import numpy as np
import pytest
from charts.offices import north, team
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from orgmodel.charts import (
    BookOfBusiness,
    ChartRequestError,
    CoverageMatrix,
    IllegibleWarning,
    MissingGlyphWarning,
    OrgChart,
    PagesWarning,
)
from orgmodel.charts.canvas.scene import Scene, TextRun
from orgmodel.charts.output.raster import save
from orgmodel.files import CannotWriteError
from orgmodel.model import Customer, Org, Position

SVG = "{http://www.w3.org/2000/svg}"


def axes(width=8, height=5):
    """Make axes that nobody else sees."""
    return Figure((width, height)).add_axes((0.05, 0.05, 0.9, 0.9))


def test_draw_returns_its_axes_with_a_text_per_line():
    """The axes given come back, with texts that can be found by their names."""
    ax = axes()
    chart = OrgChart(north())
    assert chart.draw(ax) is ax
    drawn = {text.get_gid(): text.get_text() for text in ax.texts}
    assert drawn == {run.gid: run.text for run in chart.scene().texts}
    assert drawn["position:am/name"] == "Ada Rossi"


def test_boxes_and_lines_are_one_artist_each():
    """However large the chart, its boxes and lines are few artists."""
    ax = axes()
    OrgChart(team(30)).draw(ax)
    assert [c.get_gid() for c in ax.collections] == ["lines", "boxes", "accents"]


def test_texts_stay_in_their_boxes_at_any_size():
    """In small axes the texts shrink with their boxes."""
    ax = axes(2, 1.5)
    chart = OrgChart(north())
    chart.draw(ax)
    scene = chart.scene()
    box = next(b for b in scene.boxes if b.gid == "position:tm")
    corners = ax.transData.transform([(box.x, box.y + box.height), (box.x + box.width, box.y)])
    for text in ax.texts:
        if text.get_gid().startswith("position:tm/"):
            extent = text.get_window_extent()
            assert extent.x0 >= corners[0][0]
            assert extent.x1 <= corners[1][0] + 0.01
            assert corners[0][1] <= extent.y0 <= extent.y1 <= corners[1][1]


def test_a_text_can_be_restyled_like_any_other():
    """Colour and visibility of a drawn text are the user's."""
    figure = Figure((8, 5), dpi=50)
    ax = figure.add_axes((0, 0, 1, 1))
    OrgChart(Org("Nothing")).draw(ax)
    for text in ax.texts:
        text.set_color("#ff0000")
    ax.texts[1].set_visible(False)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    pixels = np.asarray(canvas.buffer_rgba())[:, :, :3].astype(int)
    assert (pixels[:, :, 0] - pixels[:, :, 1] > 100).any()
    assert not (pixels.max(axis=2) < 200).any()


def test_axes_can_be_saved_by_matplotlib_with_a_tight_box(tmp_path):
    """A chart in a user's own figure survives matplotlib's own ways of saving."""
    ax = axes()
    OrgChart(north()).draw(ax)
    for suffix in ("png", "svg", "pdf"):
        ax.figure.savefig(tmp_path / f"own.{suffix}", bbox_inches="tight")


def test_png_has_the_size_and_resolution_of_the_scene(tmp_path):
    """One point of the scene is 1/72 inch in the file."""
    chart = OrgChart(north())
    path = chart.save(tmp_path / "a.png", dpi=100)
    scene = chart.scene()
    with Image.open(path) as image:
        image.load()
        assert image.size == (int(scene.width * 100 / 72), int(scene.height * 100 / 72))
        assert image.info["dpi"] == pytest.approx((100, 100), abs=0.1)
        assert image.getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_the_same_chart_gives_the_same_bytes(tmp_path, suffix):
    """No date, no random id and no version is in a file."""
    one = OrgChart(north()).save(tmp_path / f"one.{suffix}").read_bytes()
    two = OrgChart(north()).save(str(tmp_path / f"two.{suffix}")).read_bytes()
    assert one == two
    assert b"atplotlib" not in one


def test_svg_is_searchable_and_told(tmp_path):
    """An SVG has real text under its name, and each box says all it knows to a screen reader."""
    path = OrgChart(north()).save(tmp_path / "a.svg")
    root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314  # written by the test
    texts = {e.get("id"): e.text for e in root.iter(f"{SVG}text")}
    assert texts["position:am/name"] == "Ada Rossi"
    groups = {e.get("id"): e.findtext(f"{SVG}title") for e in root.iter(f"{SVG}g")}
    assert "Acme EUR 2.4M" in groups["position:am"]
    assert root.findtext(f"{SVG}title") == "Aurora Components"


def test_svg_is_valid_with_any_text(tmp_path):
    """Signs of XML in names are text in the file."""
    org = Org("A & B <i>")
    org.add(Position("x<y>&\"'", held_by='<b>"Bo"</b> & Co'))
    root = ET.fromstring(OrgChart(org).save(tmp_path / "a.svg").read_bytes())  # noqa: S314
    assert '<b>"Bo"</b> & Co' in {e.text for e in root.iter(f"{SVG}text")}


def test_svg_turns_texts_from_right_to_left(tmp_path):
    """A Hebrew name runs from right to left as a whole, in the same place."""
    org = Org("Bidi")
    org.add(Position("a", held_by="שלום כהן (North)"))
    root = ET.fromstring(OrgChart(org).save(tmp_path / "a.svg").read_bytes())  # noqa: S314
    name = next(e for e in root.iter(f"{SVG}text") if e.get("id") == "position:a/name")
    assert (name.get("direction"), name.get("text-anchor")) == ("rtl", "end")


def test_pdf_is_small_because_its_texts_are_texts(tmp_path):
    """A PDF has its texts in fonts, not as outlines."""
    path = OrgChart(team(60)).save(tmp_path / "a.pdf")
    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    assert b"DejaVuSans-Bold" in data
    assert len(data) < 100_000


def test_unknown_suffixes_are_refused(tmp_path):
    """The message names the suffixes that there are."""
    with pytest.raises(ChartRequestError, match=r"saved as \.png, \.svg, \.pdf"):
        OrgChart(north()).save(tmp_path / "chart.jpeg")


@pytest.mark.parametrize("options", [{"dpi": 0}, {"dpi": float("nan")}, {"most_pixels": 0}])
def test_pictures_without_pixels_are_refused(tmp_path, options):
    """A resolution or a budget of nothing is a mistake, and told as one."""
    with pytest.raises(ChartRequestError, match="give no picture"):
        OrgChart(north()).save(tmp_path / "a.png", **options)


def test_a_missing_folder_is_told(tmp_path):
    """A place that cannot be written to is named, as an OSError."""
    with pytest.raises(CannotWriteError, match=r"Cannot write .*nowhere") as told:
        OrgChart(north()).save(tmp_path / "nowhere" / "a.png")
    assert isinstance(told.value, OSError)


def test_nothing_is_left_half_written(tmp_path, monkeypatch):
    """If writing fails midway, the old file stays as it was and no other is there."""
    target = tmp_path / "a.svg"
    target.write_text("old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("orgmodel.files.whole.os.fsync", full)
    with pytest.raises(CannotWriteError, match="No space left"):
        OrgChart(north()).save(target)
    assert [path.name for path in tmp_path.iterdir()] == ["a.svg"]
    assert target.read_text() == "old"


def test_large_pictures_keep_to_the_budget(tmp_path):
    """The resolution is lowered so that no more pixels are drawn than asked for."""
    path = OrgChart(north()).save(tmp_path / "a.png", dpi=600, most_pixels=400_000)
    with Image.open(path) as image:
        assert image.width * image.height <= 400_000


def test_illegible_pictures_are_told(tmp_path):
    """A budget so small that nobody can read the text gives one warning, and the file."""
    with pytest.warns(IllegibleWarning, match="too small to read") as told:
        path = OrgChart(north()).save(tmp_path / "a.png", most_pixels=10_000)
    assert path.exists()
    assert len(told) == 1


def test_a_picture_that_nobody_could_read_becomes_pages(tmp_path):
    """Pages that can be read are written instead; the first is returned, a warning names all."""
    with pytest.warns(PagesWarning, match=r"pages of A4, a-01\.png to a-\d\d\.png") as told:
        path = OrgChart(wide(400)).save(tmp_path / "a.png", most_pixels=600_000)
    assert [len(told), told[0].filename] == [1, __file__]
    assert path == tmp_path / "a-01.png"
    found = sorted(tmp_path.iterdir())
    assert len(found) > 5
    for page in found:
        with Image.open(page) as image:
            assert 584 * 413 <= image.width * image.height <= 600_000


def test_tables_that_nobody_could_read_become_pages_too(tmp_path):
    """The same holds for rows, which go on from page to page."""
    org = Org("Many")
    for number in range(150):
        org.add(Customer(f"c{number}", revenue=1))
    with pytest.warns(PagesWarning):
        CoverageMatrix(org, most=150).save(tmp_path / "a.png", most_pixels=600_000)
    assert len(list(tmp_path.iterdir())) > 1


def test_who_asks_for_a_thumbnail_gets_one(tmp_path):
    """A resolution at which nobody could read anything is a wish, not a mistake."""
    with pytest.warns(IllegibleWarning):
        OrgChart(wide(400)).save(tmp_path / "a.png", dpi=20, most_pixels=600_000)
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


def wide(people):
    """Make a company of one manager over many."""
    org = Org("Wide")
    boss = org.add(Position("boss", held_by="Bo Boss"))
    for number in range(people):
        org.add(Position(f"p{number}", held_by=f"Person {number}", reports_to=boss))
    return org


@pytest.mark.parametrize("suffix", ["pptx", "html"])
def test_documents_tell_missing_letters_too(tmp_path, monkeypatch, suffix):
    """Slides and pages leave letters to the fonts of others, and the author learns of it here."""
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    org = Org("图表")
    org.add(Position("a", held_by="प्रिया शर्मा"))
    org.add(Customer("c", "客户", revenue=1))
    for chart in (OrgChart(org), BookOfBusiness(org)):
        with pytest.warns(MissingGlyphWarning, match=r"'图表' \(CJK\)") as told:
            chart.save(tmp_path / f"a.{suffix}")
        assert [len(told), told[0].filename] == [1, __file__]
        assert "boxes stand" not in str(told[0].message)


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_missing_letters_give_one_clear_warning(tmp_path, monkeypatch, suffix):
    """A name that cannot be written is told once, with its script and a font to install."""
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    org = Org("Scripts")
    org.add(Position("a", held_by="प्रिया शर्मा"))
    chart = OrgChart(org)
    with pytest.warns(MissingGlyphWarning, match=r"'प्रिया शर्मा' \(Devanagari\).*Noto Sans") as told:
        chart.save(tmp_path / f"a.{suffix}")
    assert len(told) == 1
    assert told[0].filename == __file__
    assert [missing.text for missing in chart.missing_glyphs()] == ["प्रिया शर्मा"]


def test_drawing_touches_no_global_state(tmp_path):
    """Settings of matplotlib stay as they are."""
    before = dict(mpl.rcParams)
    OrgChart(north()).save(tmp_path / "a.png")
    OrgChart(north()).save(tmp_path / "a.pdf")
    assert dict(mpl.rcParams) == before


def test_pyplot_is_never_loaded():
    """Charts need no window system, and the package itself no matplotlib."""
    code = (
        "import sys, orgmodel; assert 'matplotlib' not in sys.modules;"
        "import orgmodel.charts; assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("dpi", [72, 100, 110, 144])
def test_dashes_are_seen_wherever_they_stand(dpi, tmp_path):
    """A letter that is one thin bar is drawn at any height of the page."""
    rows = [(10 + 20.37 * number) for number in range(20)]
    texts = [TextRun(20, y, "\u2013", 4, 7.5, gid=f"t{y}") for y in rows]
    saved = save(Scene(60, 420, texts=texts), tmp_path / "x.png", dpi=dpi)
    with Image.open(saved) as image:
        grey = image.convert("L")
        for y in rows:
            box = (0, int((y - 6) * dpi / 72), grey.width, int((y + 2) * dpi / 72))
            assert grey.crop(box).getextrema()[0] < 200
