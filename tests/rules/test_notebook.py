"""Reports in a notebook."""

from html.parser import HTMLParser

from orgmodel import roles, validate
from orgmodel.model import Org, Position
from orgmodel.rules import Report


class Cells(HTMLParser):
    """Collects the texts of a fragment, and refuses whatever is not a table."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.texts = []

    def handle_starttag(self, tag, attrs):
        """Allow tables and paragraphs without attributes."""
        assert tag in {"table", "tbody", "tr", "td", "p"}
        assert not attrs

    def handle_data(self, data):
        """Keep the texts."""
        self.texts.append(data)


def shown(report):
    """Return the texts that a notebook shows."""
    cells = Cells()
    cells.feed(report._repr_html_())  # what notebooks call
    return cells.texts


def test_a_notebook_shows_findings_and_the_summary():
    """Every finding is a row with its code and sentence, below them the counts."""
    org = Org("Shop")
    org.add(Position("a", roles.SALES_MANAGER, held_by="<img src=x onerror=alert(1)>\u202e"))
    org.add(Position("b", roles.SALES_REPRESENTATIVE, reports_to="gone"))
    report = validate(org)
    texts = shown(report)
    assert len(report) > 0
    for finding in report:
        assert finding.code in texts
    assert report.summary in texts
    assert "\u202e" not in "".join(texts)


def test_a_report_without_findings_says_so():
    """A sound design shows a line, not an empty table."""
    assert shown(Report(())) == [Report(()).summary]
