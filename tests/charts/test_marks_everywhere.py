"""Findings on kinds of chart beside the org chart."""

import pytest
from charts.offices import Remark, legend_of, north

from orgmodel.charts import BeforeAfter, CoverageMatrix, TerritoryChart
from orgmodel.model import Customer, Org, Position, Territory


def signs(chart):
    """Return where signs of findings stand, and their numbers."""
    return {
        run.gid.removesuffix("/marks/number"): run.text
        for run in chart.scene().texts
        if run.gid.endswith("/marks/number")
    }


def remarks(org):
    """Remark on a territory, its position, customers inside and by name, and on the whole."""
    return [
        Remark(org.get(Territory, "north"), "error", "Too wide."),
        Remark(org.get(Position, "tm")),
        Remark(org.get(Customer, "bolt")),
        Remark(org.get(Customer, "acme"), "info"),
        Remark(None),
    ]


def test_territories_show_what_is_found_about_them_and_theirs():
    """Findings stand on the box of the territory, of the position by name, or in the legend."""
    org = north()
    chart = TerritoryChart(org, marks=remarks(org))
    assert signs(chart) == {"territory:north": "3", "named:am": "1"}
    assert "1 more finding without a box here" in legend_of(chart)
    assert "worst of n findings: error" in legend_of(chart)


def test_rows_of_customers_show_what_is_found_about_them():
    """A finding about a customer is a sign on its row; others are no matter of the matrix."""
    org = north()
    chart = CoverageMatrix(org, marks=remarks(org))
    assert signs(chart) == {"customer:acme": "1", "customer:bolt": "1"}
    assert {"worst of n findings: info", "worst of n findings: warning"} <= set(legend_of(chart))


def test_comparisons_show_what_is_found_in_the_later_design():
    """Signs of findings and of changes stand on one box together."""
    org = north()
    chart = BeforeAfter(Org("Empty"), org, marks=remarks(org))
    assert signs(chart) == {"position:tm": "2", "position:rep": "2", "position:am": "1"}
    assert "1 more finding without a box here" in legend_of(chart)


@pytest.mark.parametrize(
    "make",
    [TerritoryChart, CoverageMatrix, lambda org, **told: BeforeAfter(org, org, **told)],
    ids=["territories", "coverage", "comparison"],
)
def test_redacted_sentences_are_left_out(make):
    """The sign stays, the sentence, which may name somebody, goes."""
    org = north()
    marks = [Remark(org.get(Customer, "bolt"), "error", "Bolt has Zebulon")]
    scene = make(org, marks=marks, redact=True).scene()
    told = [getattr(part, "title", "") for part in (*scene.boxes, *scene.shapes)]
    assert not [text for text in told if "Zebulon" in text]
    assert signs(make(org, marks=marks, redact=True))
