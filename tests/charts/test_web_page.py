"""Pages as files; what they do in a browser is in test_browser."""

from html.parser import HTMLParser

import pytest
from charts.checked import check_html
from charts.offices import Remark, north, team
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import orgs

from orgmodel import roles
from orgmodel.charts import OrgChart
from orgmodel.model import Customer, Org, Position

# Made-up names have letters that no font has.
pytestmark = pytest.mark.filterwarnings("ignore::orgmodel.charts.MissingGlyphWarning")


def saved(chart, folder):
    """Save a chart as a page and return its bytes."""
    return chart.save(folder / "chart.html").read_bytes()


class Outline(HTMLParser):
    """Reads the nested list of a page: depth and text of every entry."""

    def __init__(self):
        super().__init__()
        self.depth, self.entries, self.inside = 0, [], False

    def handle_starttag(self, tag, _attrs):
        """Follow the nesting."""
        self.depth += tag == "ul"
        self.inside = tag == "li"
        if self.inside:
            self.entries.append([self.depth, ""])

    def handle_endtag(self, tag):
        """Follow the nesting."""
        self.depth -= tag == "ul"
        self.inside = False

    def handle_data(self, data):
        """Keep the text of the entry."""
        if self.inside:
            self.entries[-1][1] += data


def outline_of(page):
    """Return the nested list of a page."""
    reader = Outline()
    reader.feed(page.decode())
    return reader.entries


def test_a_page_holds_all_that_the_boxes_say(tmp_path):
    """Names, territories, customers and lines are there as data, in the order of the positions."""
    data = check_html(saved(OrgChart(north()), tmp_path))
    names = [box["name"] for box in data["boxes"]]
    assert names == ["Dana Reyes", "Tom Berg", "Zoe Bianchi", "Ada Rossi", "Vacant"]
    assert [box["above"] for box in data["boxes"]] == [-1, 0, 1, 1, 1]
    assert data["boxes"][3]["customers"] == [["Acme", "EUR 2.4M"]]
    assert data["boxes"][4]["facts"][0] == "North"
    assert {link["meaning"] for link in data["links"]} >= {"dotted reporting line"}


def test_findings_are_told_in_full(tmp_path):
    """The data has the sentences, the gravest level and the number of all findings of a box."""
    marks = [Remark(Position("am"), "info", "So."), Remark(Position("am"), "error", "No deputy.")]
    box = check_html(saved(OrgChart(north(), marks=marks), tmp_path))["boxes"][3]
    assert (box["level"], box["count"], box["findings"]) == ("error", 2, ["No deputy.", "So."])


def test_the_list_nests_as_the_organisation_does(tmp_path):
    """Whoever cannot see the picture reads the same as a nested list."""
    entries = outline_of(saved(OrgChart(north()), tmp_path))
    assert [(depth, text.split(";")[0]) for depth, text in entries] == [
        (1, "Dana Reyes"),
        (2, "Tom Berg"),
        (3, "Zoe Bianchi"),
        (3, "Ada Rossi"),
        (3, "Vacant"),
    ]


def test_redacted_pages_name_nobody(tmp_path):
    """Names, customers, amounts and sentences of findings are nowhere in the file."""
    marks = [Remark(Position("am"), sentence="Ada sells too little.")]
    page = saved(OrgChart(north(), marks=marks, redact=True), tmp_path).decode()
    for secret in ("Ada", "Dana", "Acme", "Bolt", "EUR"):
        assert secret not in page


def test_what_is_not_shown_is_not_in_the_file(tmp_path):
    """A chart without customers keeps them out of the data, too."""
    page = saved(OrgChart(north(), show=["title"]), tmp_path).decode()
    assert "Acme" not in page
    assert "Bolt" not in page


def test_large_books_are_cut(tmp_path):
    """A position with hundreds of customers names the largest and counts the others."""
    org = Org("Many")
    org.add(Position("p", roles.ACCOUNT_MANAGER, held_by="Ada"))
    for number in range(300):
        org.add(Customer(f"c{number}", revenue=number, managed_by="p"))
    box = check_html(saved(OrgChart(org), tmp_path))["boxes"][0]
    assert box["customers"][0][0] == "c299"
    assert len(box["customers"]) + box["more"] == 300


def test_deep_chains_do_not_crash(tmp_path):
    """Two thousand levels are a page whose list stops nesting before browsers do."""
    org = Org("Deep")
    for level in range(2000):
        org.add(Position(f"p{level}", held_by="S", reports_to=f"p{level - 1}" if level else None))
    entries = outline_of(saved(OrgChart(org), tmp_path))
    assert len(entries) == 2000
    assert max(depth for depth, _ in entries) < 50


def test_an_empty_organisation_is_a_page(tmp_path):
    """There is something to open even if there is nothing in it."""
    data = check_html(saved(OrgChart(Org("New")), tmp_path))
    assert data["boxes"] == []


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_every_organisation_makes_a_sound_page(tmp_path_factory, data):
    """Pages have a box in the picture, in the list and in the data for every position."""
    org = data.draw(orgs(most=5))
    page = saved(OrgChart(org), tmp_path_factory.mktemp("page"))
    count = len(org.all(Position))
    assert len(check_html(page)["boxes"]) == len(outline_of(page)) == count
    assert page.count(b'class="card"') == count


def test_flat_teams_keep_their_order(tmp_path):
    """The list names reports in the order in which they were added."""
    entries = outline_of(saved(OrgChart(team(12)), tmp_path))
    assert [text.split(";")[0] for _, text in entries[1:]] == [f"Person {n}" for n in range(12)]
