"""Every kind of chart on sheets of paper: whole, legible, and nothing lost."""

import pytest
from charts.offices import Remark, north
from charts.test_kinds import KINDS
from pypdf import PdfReader

from orgmodel import roles
from orgmodel.charts import (
    BeforeAfter,
    ContinuityChart,
    CoverageMatrix,
    OrgChart,
    TerritoryChart,
)
from orgmodel.charts.output.paging.paper import SIZES
from orgmodel.model import Customer, Org, Position, Territory, Where


def many(regions=12, each=9):
    """Make an organisation with territories, representatives and customers of each."""
    org = Org("Large Company", currency="EUR")
    boss = org.add(Position("boss", roles.SALES_DIRECTOR, held_by="Bo Boss"))
    for r in range(regions):
        region = org.add(Territory(f"region-{r}", name=f"Region {r}"))
        lead = org.add(
            Position(
                f"tm-{r}", roles.TERRITORY_MANAGER, held_by=f"Manager {r}", reports_to=boss,
                covers=[region],
            )
        )  # fmt: skip
        for n in range(each):
            code = f"{r}-{n}"
            where = Where(postal_code=code)
            area = org.add(Territory(f"area-{code}", where, name=f"Area {code}", within=region))
            org.add(
                Position(
                    f"rep-{code}", roles.SALES_REPRESENTATIVE, held_by=f"Rep {code}",
                    reports_to=lead, covers=[area],
                )
            )  # fmt: skip
            org.add(Customer(f"c-{code}", f"Customer {code}", revenue=100 + n, postal_code=code))
    return org


def read(chart, folder, paper="A4"):
    """Save a chart as pages and read them again."""
    reader = PdfReader(chart.save(folder / "x.pdf", pages=paper))
    for page in reader.pages:
        size = SIZES[paper]
        assert abs(page.mediabox.width - size.width) < 1
        assert abs(page.mediabox.height - size.height) < 1
    return [page.extract_text() for page in reader.pages]


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("paper", ["A4", "16:9"])
def test_every_kind_goes_on_paper(make, paper, tmp_path):
    """A small chart of any kind is one sheet, on which all text can be read."""
    assert len(read(make(north()), tmp_path, paper)) == 1
    for scene in make(north()).sheets(paper):
        assert min(run.size for run in scene.texts) >= 5.99


@pytest.mark.parametrize(
    "make",
    [
        lambda org: CoverageMatrix(org, most=100),
        lambda org: ContinuityChart.from_org(org, most=100),
    ],
    ids=["coverage", "continuity"],
)
def test_tables_go_on_over_pages(make, tmp_path):
    """Every row is on one page, in order, and the rest is counted on the last."""
    pages = read(make(many()), tmp_path)
    assert len(pages) > 1
    assert all(page.count("Large Company") == 1 for page in pages)
    assert all(f"{n} / {len(pages)}" in page for n, page in enumerate(pages, 1))
    assert "more" in pages[-1].partition("Large Company")[2]


def test_every_territory_is_on_a_page(tmp_path):
    """A territory that is shown elsewhere says where; none is lost."""
    told = " ".join(read(TerritoryChart(many()), tmp_path))
    assert all(f"Area {r}-{n}" in told for r in range(12) for n in range(9))
    assert "team on page" in told


def test_two_large_designs_are_compared_over_pages(tmp_path):
    """What differs is on some page, with its sign in the legend of that page."""
    after = Org("Large Company", currency="EUR")
    before = many()
    for entity in before:
        if entity != before.get(Position, "rep-3-3"):
            after.add(entity)
    pages = read(BeforeAfter(before, after), tmp_path)
    removed = [page for page in pages if "removed" in page]
    assert len(pages) > 1
    assert any("Rep 3-3" in page for page in removed)
    assert len(removed) < len(pages)


def test_marks_are_on_pages_of_branches():
    """The sign of a finding is on the page of its box."""
    org = many()
    chart = OrgChart(org, [Remark(org.get(Position, "rep-11-8"), "error")])
    scenes = [page.scene for page in chart.pages()]
    marked = [s for s in scenes if any("rep-11-8/marks" in str(x.gid) for x in s.shapes)]
    assert marked


def test_later_pages_go_on_with_the_other_customers():
    """Customers beside key accounts are called so, also on pages without key accounts."""
    org = many()
    org.add(Customer("key", "Key", revenue=10**6, key_account=True, managed_by="tm-1"))
    *_, last = CoverageMatrix(org, most=100).sheets("A4")
    told = [run.text for run in last.texts]
    assert "108 other customers" in told
    assert "1 key account" not in told
