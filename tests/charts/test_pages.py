import re

import pytest
from charts.offices import Remark, north, team
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import font_manager

from orgmodel import roles
from orgmodel.charts import ChartRequestError, MissingGlyphWarning, OrgChart, SpansAndLayers
from orgmodel.model import Org, Position


def company(parents, name="Ada"):
    """Make positions that report to each other by number; -1 is a head."""
    org = Org("Company")
    for number, parent in enumerate(parents):
        boss = None if parent < 0 else f"p{parent}"
        org.add(
            Position(
                f"p{number}",
                roles.SALES_MANAGER,
                held_by=f"{name} {number}",
                reports_to=boss,
                dotted_to=[f"p{number // 2}"] if number % 7 == 3 else [],
            )
        )
    return org


def wide(*spans):
    """Return the parents in an organisation with these spans, level by level."""
    parents, level = [-1], [0]
    for span in spans:
        below = []
        for lead in level:
            below += range(len(parents), len(parents) + span)
            parents += [lead] * span
        level = below
    return parents


def boxes_on(page):
    """Return the gids of the positions that have a box on a page."""
    gids = [box.gid for box in page.scene.boxes]
    return [gid for gid in gids if gid.startswith("position:") and "/" not in gid]


def said_on(page):
    """Return the texts of a page by gid."""
    return {run.gid: run.text for run in page.scene.texts}


shapes = st.one_of(
    st.lists(st.integers(1, 9), min_size=1, max_size=3).map(lambda spans: wide(*spans)),
    st.integers(1, 120).flatmap(
        lambda size: st.tuples(*(st.integers(max(-1, n - 9), n - 1) for n in range(size)))
    ),
)


@settings(max_examples=25, deadline=None)
@given(shapes, st.sampled_from(["A4", "A3", "16:9"]), st.sampled_from([5.0, 6.0, 7.0]))
def test_everybody_is_on_a_page_and_every_text_is_legible(parents, paper, least):
    """No position is lost, no text is smaller than asked for, and nothing leaves the paper."""
    pages = OrgChart(company(parents)).pages(paper, least)
    everybody = {f"position:p{number}" for number in range(len(parents))}
    assert {gid for page in pages for gid in boxes_on(page)} == everybody
    for page in pages:
        scene = page.scene
        for run in scene.texts:
            assert run.size >= least - 0.01
            assert run.x >= 0
            assert run.x + run.width <= scene.width
            assert 0 <= run.y <= scene.height
        for box in scene.boxes:
            assert box.x >= 0
            assert box.y + box.height <= scene.height


@settings(max_examples=25, deadline=None)
@given(shapes)
def test_pages_refer_to_each_other(parents):
    """Whoever's team is elsewhere says on which page, and on that page where it came from."""
    pages = OrgChart(company(parents)).pages()
    for page in pages:
        texts = said_on(page)
        for gid in boxes_on(page):
            below = {f"position:p{n}" for n, p in enumerate(parents) if f"position:p{p}" == gid}
            turn = texts.get(f"{gid}/turn", "")
            if below and not below & set(boxes_on(page)):
                number = int(re.match(r"team on pages? (\d+)", turn)[1])
                other = pages[number - 1]
                assert below & set(boxes_on(other))
                assert said_on(other)[f"{gid}/turn"] == f"from page {page.number}"
            elif turn:
                assert turn.startswith("from page")


def test_a_small_organisation_is_one_page():
    """What is legible on one page is not split, and stands as large as on other charts."""
    (page,) = OrgChart(north()).pages()
    assert page.title == "Aurora Components"
    assert page.number == 1
    assert not [gid for gid in said_on(page) if gid.endswith("/turn")]
    assert min(run.size for run in page.scene.texts) >= 7.5


def test_the_overview_comes_first_and_the_way_down_is_told():
    """The first page shows the top levels; every other tells the way down to what it shows."""
    pages = OrgChart(company(wide(4, 4, 6))).pages()
    assert boxes_on(pages[0])[:5] == [f"position:p{number}" for number in range(5)]
    assert pages[0].breadcrumbs == ("Company", "Ada 0")
    assert all(page.breadcrumbs[:2] == ("Company", "Ada 0") for page in pages[:-1])
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))


def test_small_branches_of_one_team_share_a_page():
    """Branches that are small and complete stand beside each other, and each refers back."""
    # One large branch, so that a single page is not enough, and three small ones.
    parents = [-1, 0, 0, 0, 0, *[1] * 60, *[2] * 3, *[3] * 3, *[4] * 3]
    pages = OrgChart(company(parents)).pages("A4")
    shared = [page for page in pages if {"position:p2", "position:p3"} <= set(boxes_on(page))]
    last = shared[-1]
    assert len(boxes_on(last)) == 12
    assert last.title == "Ada 2, Ada 3, Ada 4"
    assert str(said_on(last)).count("from page 1") == 3
    assert str(said_on(pages[0])).count(f"team on page {last.number}") == 3


def test_larger_paper_takes_fewer_pages():
    """A3 never needs more pages than A4."""
    chart = OrgChart(company(wide(6, 3, 6)))
    assert len(chart.pages("A3")) <= len(chart.pages("A4"))


def test_many_pages_end_in_an_index():
    """The index names everybody with a page on which the box is; few pages have none."""
    pages = OrgChart(company(wide(8, 6, 8))).pages()
    listed = {}
    for page in pages:
        if page.breadcrumbs[-1] == "Index":
            texts = said_on(page)
            names = {gid[:-5]: t for gid, t in texts.items() if gid.endswith("/name")}
            listed |= {name: int(texts[f"{gid}/page"]) for gid, name in names.items()}
    assert len(listed) == 1 + 8 + 8 * 6 + 8 * 6 * 8
    for name, number in listed.items():
        assert f"position:p{name.split()[1]}" in boxes_on(pages[number - 1])
    few = OrgChart(company(wide(4, 4))).pages()
    assert not [page for page in few if page.title.startswith("Index")]


def test_a_flat_team_of_a_hundred_is_split_under_its_lead():
    """Every part of a team shows the lead, and the parts are about equally full."""
    pages = OrgChart(team(100)).pages()
    boxes = [set(boxes_on(page)) for page in pages if "Index" not in page.title]
    assert all("position:boss" in found for found in boxes)
    assert max(map(len, boxes)) <= 1.5 * min(map(len, boxes))
    assert pages[0].title.endswith(f"(1 of {len(boxes)})")


@pytest.mark.parametrize("parents", [[-1] * 150, list(range(-1, 299))])
def test_many_heads_and_long_chains_are_split(parents):
    """A hundred and fifty heads, or a chain of three hundred, fill pages like others."""
    pages = OrgChart(company(parents)).pages()
    assert {gid for page in pages for gid in boxes_on(page)} == {
        f"position:p{number}" for number in range(len(parents))
    }


def test_lines_that_would_leave_a_page_are_said_in_words():
    """A dotted line to somebody on another page is a line of text."""
    org = company(wide(5, 5, 6))
    org.add(
        Position("last", roles.SALES_MANAGER, held_by="Zed", reports_to="p29", dotted_to=["p1"])
    )
    page = next(p for p in OrgChart(org).pages() if "position:last" in boxes_on(p))
    assert "position:p1" not in boxes_on(page)
    assert "dotted to Ada 1" in said_on(page).values()


def test_redacted_pages_and_their_index_name_nobody():
    """Titles, breadcrumbs and the index go by ids of positions."""
    pages = OrgChart(company(wide(8, 6, 8), "Secret"), redact=True).pages()
    told = [text for page in pages for text in (*said_on(page).values(), *page.breadcrumbs)]
    assert not [text for text in told if "Secret" in text]
    assert "p7" in told


def test_marks_are_on_the_box_and_those_without_one_on_the_first_page():
    """A finding is shown once per box, and what has no box is counted on the overview."""
    org = company(wide(5, 5, 6))
    marks = [Remark(org.get(Position, "p100")), Remark(roles.SALES_MANAGER)]
    pages = OrgChart(org, marks=marks).pages()
    where = [page for page in pages if "position:p100/marks/number" in said_on(page)]
    assert len(where) == 1
    homeless = [
        p.number for p in pages if "1 more finding without a box here" in said_on(p).values()
    ]
    assert homeless == [1]


def test_a_pdf_has_all_pages_and_the_same_bytes_each_time(tmp_path):
    """One file, one page each, nothing that differs between runs."""
    chart = OrgChart(company(wide(4, 4, 5)))
    path = chart.save(tmp_path / "a.pdf", pages="A4")
    again = chart.save(tmp_path / "b.pdf", pages="A4")
    assert path.read_bytes() == again.read_bytes()
    assert len(re.findall(rb"/Type /Page\b[^s]", path.read_bytes())) == len(chart.pages())


def test_pictures_are_numbered(tmp_path):
    """A PNG per page, with the number of the page in its name."""
    chart = OrgChart(company(wide(4, 4, 3)))
    first = chart.save(tmp_path / "a.png", pages="A3", dpi=60)
    assert first == tmp_path / "a-01.png"
    count = len(chart.pages("A3"))
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        f"a-{number:02}.png" for number in range(1, count + 1)
    ]


def test_a_pdf_that_no_paper_could_hold_becomes_pages(tmp_path):
    """A thousand boxes are legible on no paper, so a PDF of them has pages; a few have one."""
    large, small = OrgChart(company(wide(9, 9, 12))), OrgChart(north())
    pages = re.findall(rb"/Type /Page\b[^s]", large.save(tmp_path / "a.pdf").read_bytes())
    assert len(pages) == len(large.pages())
    assert len(re.findall(rb"/Type /Page\b[^s]", small.save(tmp_path / "b.pdf").read_bytes())) == 1


def test_formats_and_kinds_without_pages_say_so(tmp_path):
    """Whoever asks for pages where there are none is told, and nothing is written."""
    with pytest.raises(ChartRequestError, match=r"\.png, \.svg, \.pdf"):
        OrgChart(north()).save(tmp_path / "a.html", pages="A4")
    with pytest.raises(ChartRequestError, match="There is no paper 'A9'"):
        SpansAndLayers(north()).save(tmp_path / "a.pdf", pages="A9")
    assert not list(tmp_path.iterdir())


def test_letters_without_a_font_are_told_for_pages_too(tmp_path, monkeypatch):
    """The warning about missing letters does not depend on the number of pages."""
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    with pytest.warns(MissingGlyphWarning, match="Devanagari"):
        OrgChart(company(wide(3), name="प्रिया")).save(tmp_path / "a.svg", pages="A4")


@pytest.mark.parametrize(
    ("asked", "told"),
    [({"paper": "A9"}, "There is no paper 'A9'"), ({"least_text": 0.0}, "Text of 0.0 points")],
)
def test_papers_and_sizes_that_cannot_be_are_refused(asked, told):
    """A wrong paper or size of text is answered with what there is."""
    with pytest.raises(ChartRequestError, match=told):
        OrgChart(north()).pages(**asked)
