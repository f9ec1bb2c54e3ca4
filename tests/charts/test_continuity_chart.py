from decimal import Decimal

import pytest
from charts.offices import legend_of, north, texts_of
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import texts

from orgmodel import roles
from orgmodel.charts import ChartRequestError, ContinuityChart, Stake
from orgmodel.model import Assignment, Customer, Org, Position, Territory, Where


def rows_of(chart):
    """Return what the rows say: who, revenue, key accounts, territories, teams."""
    texts = texts_of(chart)
    names = [gid for gid in texts if gid.startswith("person-") and gid.endswith("/name")]
    return [
        tuple(
            texts.get(gid.replace("name", part), "")
            for part in ("name", "revenue", "0-0", "1-0", "2-0")
        )
        for gid in names
    ]


def shop(**fields):
    """Make two account managers and a customer of the first."""
    org = Org("Shop")
    ada = org.add(Position("a", roles.ACCOUNT_MANAGER, held_by="Ada"))
    org.add(Position("b", roles.ACCOUNT_MANAGER, held_by="Ben"))
    org.add(Customer("c", "Corvo", revenue=100, key_account=True, managed_by=ada, **fields))
    return org


def test_what_hangs_on_one_person_is_told():
    """Revenue with its share, key accounts, territories and teams stand beside the name."""
    assert rows_of(ContinuityChart.from_org(north())) == [
        ("Ada Rossi", "EUR 2.4M · 80%", "Acme", "", ""),
        ("Tom Berg", "no revenue", "", "North", "Territory Manager: 2 reports"),
        ("Dana Reyes", "no revenue", "", "", "Sales Director: 1 report"),
    ]


def test_a_deputy_keeps_the_cover():
    """A customer with a deputy hangs on nobody alone, however the deputy was named."""
    assert rows_of(ContinuityChart.from_org(shop(deputy="b"))) == []
    org = shop()
    org.add(Assignment("x", "c", "b", "deputy"))
    assert rows_of(ContinuityChart.from_org(org)) == []


def test_a_deputy_who_is_the_same_person_keeps_nothing():
    """Two positions of one person are lost together."""
    org = shop(deputy="a2")
    org.add(Position("a2", roles.ACCOUNT_MANAGER, held_by="Ada"))
    assert [row[0] for row in rows_of(ContinuityChart.from_org(org))] == ["Ada"]


def test_a_vacant_deputy_keeps_nothing():
    """Only somebody who is there can take over."""
    org = shop(deputy="a2")
    org.add(Position("a2", roles.ACCOUNT_MANAGER))
    assert [row[0] for row in rows_of(ContinuityChart.from_org(org))] == ["Ada"]


def test_a_shared_territory_hangs_on_nobody():
    """Two who cover the same are each other's cover."""
    org = Org("Shared")
    org.add(Territory("it", Where(place=["IT"])))
    for name in ("Ada", "Ben"):
        org.add(Position(name, roles.SALES_REPRESENTATIVE, held_by=name, covers=["it"]))
    org.add(Customer("c", place="IT", revenue=5))
    assert rows_of(ContinuityChart.from_org(org)) == []


def test_who_has_most_at_stake_comes_first_and_the_rest_is_counted():
    """Rows are in the order of weight; those without a row are not passed over in silence."""
    stakes = [
        Stake("Low", Decimal(1)),
        Stake("High", Decimal(99)),
        Stake("None", Decimal(0), ("k",)),
    ]
    chart = ContinuityChart(stakes, most=1, currency="EUR", whole=Decimal(200))
    texts = texts_of(chart)
    assert rows_of(chart) == [("High", "EUR 99 · 50%", "", "", "")]
    assert texts["rest"] == "and 2 more · EUR 1 · <1%"
    assert texts["subtitle"] == (
        "3 people without a substitute · EUR 100 (50% of all revenue) at stake, "
        "half of it with 1 person · 1 key account at stake"
    )


def test_bars_are_as_long_as_the_revenue():
    """Lengths compare as amounts do."""
    chart = ContinuityChart([Stake("A", Decimal(10)), Stake("B", Decimal(5))])
    bars = {box.gid: box.width for box in chart.scene().boxes}
    assert bars["person-1/bar"] == pytest.approx(2 * bars["person-2/bar"])


def test_long_lists_of_names_end_in_a_number():
    """As many names as fit are written, and how many there are more."""
    names = tuple(f"Territory {number}" for number in range(500))
    texts = texts_of(ContinuityChart([Stake("A", Decimal(1), territories=names)]))
    assert texts["person-1/1-1"].endswith("others")


def test_if_nothing_hangs_on_anybody_it_says_so():
    """There is a picture even if there is nothing in it."""
    chart = ContinuityChart.from_org(Org("New"))
    assert texts_of(chart)["subtitle"].startswith("Nothing depends on one person alone")
    assert legend_of(chart) == []


def test_redacted_it_names_nobody():
    """Neither people nor customers nor amounts are in a redacted chart."""
    told = texts_of(ContinuityChart.from_org(north(), redact=True)).values()
    for secret in ("Tom", "Ada", "Acme", "EUR"):
        assert not [text for text in told if secret in text]
    assert {"am", "Key account 1", "80%"} <= set(told)


def test_it_is_refused_without_rows():
    """A chart of nobody is answered with what to ask for."""
    with pytest.raises(ChartRequestError, match="use 1 or more"):
        ContinuityChart([], most=0)


@settings(max_examples=30, deadline=None)
@given(st.lists(texts(), min_size=1, max_size=5), st.integers(0, 10**15))
def test_no_text_leaves_its_column(names, revenue):
    """Whatever anything is called, columns keep apart and nothing leaves the paper."""
    stakes = [Stake(name, Decimal(revenue), *[tuple(names)] * 3) for name in names]
    scene = ContinuityChart(stakes, currency="EUR", whole=Decimal(revenue)).scene()
    starts = {"name": 24 + 140, "revenue": 24 + 430, "0": 24 + 624, "1": 24 + 818, "2": 24 + 1012}
    for run in scene.texts:
        if run.gid.startswith("person-"):
            part = run.gid.partition("/")[2].partition("-")[0]
            assert run.x + run.width <= starts[part]
