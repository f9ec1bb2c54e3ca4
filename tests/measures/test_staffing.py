"""Spans, layers, heads, vacancies and cost."""

import datetime as dt
from decimal import Decimal

import pytest

from orgmodel import roles
from orgmodel.cover import coverage
from orgmodel.measures import cost, headcount, headcount_by, layers, spans, vacancies
from orgmodel.model import Customer, Org, PayBenchmark, Position
from orgmodel.network import OrgGraph


def team(size):
    """Make a manager with so many reports, the last of them vacant, and a coordinator."""
    org = Org("Team")
    org.add(Position("boss", roles.SALES_MANAGER, held_by="Bo", department="sales"))
    for number in range(size):
        who = f"Person {number}" if number < size - 1 else None
        org.add(
            Position(
                f"p{number}", roles.SALES_REPRESENTATIVE, held_by=who, reports_to="boss", fte=0.5
            )
        )
    org.add(Position("zoe", roles.SALES_COORDINATOR, held_by="Zoe", reports_to="boss"))
    return org


@pytest.mark.parametrize(
    ("size", "band"),
    [(1, "1"), (2, "2-3"), (3, "2-3"), (4, "4-7"), (8, "8-12"), (13, "13-16"), (17, "17+")],
)
def test_a_span_lies_in_its_band(size, band):
    """Bands are those that orgvue reports, and coordinators at the side do not count."""
    found = spans(OrgGraph(team(size)))
    assert {each.name: each.share for each in found.bands if each.share} == {band: 1.0}
    assert found.median == size


def test_coordinators_count_where_the_user_says_so():
    """With those at the side the span is one more."""
    assert spans(OrgGraph(team(4)), count_side=True).median == 5


def test_without_managers_there_is_no_span():
    """No mean of nothing is made up."""
    found = spans(OrgGraph(Org("Empty")))
    assert (found.mean, found.median) == (None, None)
    assert {band.share for band in found.bands} == {0.0}


def test_layers_tell_held_vacant_and_side_apart():
    """Every position with a top is in one layer."""
    top, below = layers(OrgGraph(team(3)))
    assert (top.number, top.held, top.size) == (1, 1, 1)
    assert (below.held, below.vacant, below.side) == (2, 1, 1)


def test_a_ring_has_no_layer():
    """What has no top has no layer, and nothing is counted twice."""
    org = Org("Ring")
    org.add(Position("a", reports_to="b"))
    org.add(Position("b", reports_to="a"))
    assert layers(OrgGraph(org)) == ()
    assert headcount_by(OrgGraph(org), "manager")["a"].positions == 0


def test_heads_are_counted_held_vacant_and_in_full_time():
    """FTE of vacancies are not mixed with those of people."""
    found = headcount(OrgGraph(team(4)))
    assert (found.held, found.vacant, found.positions) == (5, 1, 6)
    assert (found.fte, found.vacant_fte) == (3.5, 0.5)
    assert found.vacancy_rate == pytest.approx(1 / 6)


def test_a_manager_counts_all_who_are_below():
    """Direct and indirect reports count, the manager does not."""
    org = team(3)
    org.add(Position("top", held_by="Dana"))
    org.add(Position("other", held_by="Joe", reports_to="p0", fte=0.25))
    graph = OrgGraph(org)
    below = headcount_by(graph, "manager")
    assert (below["boss"].held, below["boss"].vacant) == (4, 1)
    assert below["boss"].fte == pytest.approx(2.25)
    assert set(below) == {"boss", "p0"}
    assert headcount_by(graph, "department")["sales"].held == 1
    assert headcount_by(graph, "role")["sales_representative"].positions == 3
    assert headcount_by(graph, "role")[""].positions == 2


def test_a_vacancy_says_what_waits_for_it():
    """Customers and key accounts of a vacant position are named."""
    org = team(2)
    org.add(Customer("c", revenue=70, key_account=True, managed_by="p1"))
    (vacancy,) = vacancies(coverage(org))
    assert (vacancy.position.id, vacancy.revenue) == ("p1", 70)
    assert [c.id for c in vacancy.key_accounts] == ["c"]


def benchmark(id_, **fields):
    """Make a benchmark of representatives' pay."""
    given = {"low": 40, "high": 60, "benchmark_currency": "EUR", "as_of": dt.date(2020, 1, 1)}
    return PayBenchmark(id_, "sales_representative", publisher="P", **{**given, **fields})


def test_cost_is_stated_pay_else_the_benchmark_of_the_role():
    """Own pay has one figure, a benchmark two; both are for the full-time equivalents."""
    org = team(3)
    org.add(Position("paid", held_by="Eve", pay=100, fte=0.5))
    org.add(benchmark("b"))
    found = cost(OrgGraph(org))
    assert found.held == (50 + 2 * 20, 50 + 2 * 30)
    assert found.vacant == (20, 30)
    assert found.benchmarked == 3
    assert {each.position.id for each in found.unpriced} == {"boss", "zoe"}
    assert all("no benchmark" in each.because for each in found.unpriced)


def test_a_foreign_benchmark_prices_nothing_without_a_rate():
    """No rate is assumed; with one the figures are exact."""
    org = Org("One")
    org.add(Position("p", roles.SALES_REPRESENTATIVE, held_by="Eve"))
    org.add(benchmark("b", benchmark_currency="USD"))
    (missing,) = cost(OrgGraph(org)).unpriced
    assert "no rate to EUR" in missing.because
    assert cost(OrgGraph(org), {"USD": Decimal("0.9")}).held == (36, 54)


def test_the_benchmark_of_the_narrowest_place_and_the_latest_date_counts():
    """A benchmark of elsewhere never counts."""
    org = Org("Here")
    org.add(Position("p", roles.SALES_REPRESENTATIVE, held_by="Eve", place="IT-21"))
    org.add(benchmark("world", low=1))
    org.add(benchmark("old", low=2, place="IT"))
    org.add(benchmark("new", low=3, high=None, place="IT", as_of=dt.date(2024, 1, 1)))
    org.add(benchmark("away", low=4, place="ITX"))
    (priced,) = cost(OrgGraph(org)).priced
    assert (priced.benchmark.id, priced.low, priced.high) == ("new", 3, 3)
