"""Plans, targets and pay benchmarks can be stated with all that belongs to them."""

import datetime as dt
from decimal import Decimal

import pytest

from orgmodel import Customer, DesignError, Org, Position, Territory, graph, roles
from orgmodel.model import (
    AccountPlan,
    PayBenchmark,
    PlannedActivity,
    ProspectingPlan,
    Target,
    TerritoryPlan,
)


def test_an_account_plan_has_targets_by_product_actions_and_competitors():
    """Revenue per product, what the company must do, and how the competitors stand."""
    plan = AccountPlan(
        "acme-2026",
        Customer("acme"),
        Position("ada", roles.ACCOUNT_MANAGER),
        period="2026",
        targets={"valves": 900_000, "pumps": "450000.50"},
        actions=["Board meeting in spring", "Second source for seals"],
        competitors={"Bolt & Co": "strong in valves", "Coda": "new"},
    )
    assert (plan.customer, plan.owner, plan.period) == ("acme", "ada", "2026")
    assert sum(plan.targets.values()) == Decimal("1350000.50")
    assert plan.actions == ("Board meeting in spring", "Second source for seals")
    assert plan.competitors["Bolt & Co"] == "strong in valves"


def test_a_territory_plan_has_seminars_trade_shows_costs_and_improvements():
    """Activities with kind, day and cost, under a budget; what is to improve profit."""
    plan = TerritoryPlan(
        "north-2026",
        Territory("north"),
        "tm-north",
        activities=[
            PlannedActivity("Valve seminar", "seminar", cost=4_000, day="2026-03-10"),
            PlannedActivity("Hannover fair", "trade show", cost=21_500.5),
            PlannedActivity("Cold calls in Turin", "prospecting"),
        ],
        improvements=["Fewer visits to class C"],
        budget=30_000,
    )
    assert (plan.territory, plan.owner) == ("north", "tm-north")
    assert [a.kind for a in plan.activities] == ["seminar", "trade show", "prospecting"]
    assert sum(a.cost or 0 for a in plan.activities) == Decimal("25500.5") <= plan.budget
    assert plan.activities[0].day == dt.date(2026, 3, 10)
    assert plan.improvements == ("Fewer visits to class C",)


def test_a_prospecting_plan_has_trends_areas_calls_meetings_and_an_aim():
    """It is a territory manager's or a representative's, and aims at a number of customers."""
    plan = ProspectingPlan(
        "rep-1-spring",
        Position("rep-1", roles.SALES_REPRESENTATIVE),
        territory="north",
        trends=["Heat pumps"],
        areas=["Bergamo", "Brescia"],
        calls=200,
        meetings=30,
        new_customers=5,
    )
    assert (plan.owner, plan.territory, plan.trends) == ("rep-1", "north", ("Heat pumps",))
    assert (plan.areas, plan.calls, plan.meetings, plan.new_customers) == (
        ("Bergamo", "Brescia"),
        200,
        30,
        5,
    )


def test_managers_set_targets_down_the_lines():
    """Every target says whose it is, for when, and which manager set it."""
    org = Org("Aurora")
    director = org.add(Position("director", roles.SALES_DIRECTOR))
    tm = org.add(Position("tm", roles.TERRITORY_MANAGER, reports_to=director))
    rep = org.add(Position("rep", roles.SALES_REPRESENTATIVE, reports_to=tm))
    org.add(Target("t1", tm, "2026", revenue=1_000_000, profit=90_000, set_by=director))
    org.add(Target("t2", rep, "2026-Q1", revenue=120_000, new_customers=3, set_by=tm))
    built = graph(org)
    for target in org.all(Target):
        assert str(target.set_by) == org.get(Position, target.position).reports_to
        assert built.has_edge(target.node, f"position:{target.position}", "position")
        assert built.has_edge(target.node, f"position:{target.set_by}", "set_by")


# Bureau of Labor Statistics, May 2010, mean a year; territory managers count as sales managers.
BENCHMARKS = [
    PayBenchmark(
        "us-sales-managers",
        roles.SALES_MANAGER,
        114_100,
        benchmark_currency="USD",
        publisher="Bureau of Labor Statistics",
        as_of=dt.date(2010, 5, 1),
        place="US",
    ),
    PayBenchmark(
        "us-representatives",
        roles.SALES_REPRESENTATIVE,
        60_430,
        high=84_360,
        benchmark_currency="USD",
        publisher="Bureau of Labor Statistics",
        as_of="2010-05-01",
        note="mean by industry and product",
    ),
]


def test_pay_is_a_benchmark_with_source_and_date_in_its_own_currency():
    """Figures of May 2010 in dollars stand in a design that counts in euros."""
    org = Org("Aurora", currency="EUR")
    managers, sellers = (org.add(benchmark) for benchmark in BENCHMARKS)
    assert (managers.role, managers.low, managers.high) == ("sales_manager", 114_100, None)
    assert (sellers.low, sellers.high) == (60_430, 84_360)
    assert {b.publisher for b in org.all(PayBenchmark)} == {"Bureau of Labor Statistics"}
    assert {b.as_of for b in org.all(PayBenchmark)} == {dt.date(2010, 5, 1)}
    assert {b.benchmark_currency for b in org.all(PayBenchmark)} == {"USD"}


@pytest.mark.parametrize("missing", ["benchmark_currency", "publisher", "as_of"])
def test_a_figure_without_source_or_date_is_no_benchmark(missing):
    """Currency, publisher and date must be given."""
    given = {"benchmark_currency": "USD", "publisher": "BLS", "as_of": "2010-05-01"}
    del given[missing]
    with pytest.raises(DesignError, match=missing):
        PayBenchmark("b", "sales_manager", 1, **given)


@pytest.mark.parametrize(
    "stated",
    [
        Customer("acme", currency="USD"),
        AccountPlan("p", "acme", "ada", currency="USD"),
        TerritoryPlan("p", "north", "tm", currency="USD"),
        Target("t", "tm", "2026", currency="USD"),
    ],
    ids=lambda stated: stated.kind,
)
def test_amounts_of_another_currency_are_refused(stated):
    """Currencies are never mixed: the message names the entity and both currencies."""
    org = Org("Aurora", currency="EUR")
    with pytest.raises(DesignError, match=r"has amounts in USD, but Aurora counts in EUR"):
        org.add(stated)
    assert Org("Aurora", currency="USD").add(stated) is stated


def test_ids_keep_their_letter_case_in_what_is_said_about_them():
    """Whoever searches for the id finds it."""
    with pytest.raises(DesignError, match="Customer 'ACME' has amounts in USD"):
        Org("Aurora", currency="EUR").add(Customer("ACME", currency="USD"))
