"""Northwind: nine people, 53 territories, and what has been known of them since 1996."""

from collections import Counter
from decimal import Decimal

import pytest

from orgmodel import Customer, Org, Position, Territory, Where, coverage, graph, roles, validate
from orgmodel.charts import TerritoryChart
from orgmodel.network import OrgGraph


@pytest.fixture(scope="module")
def org(rows):
    """Northwind Traders as its tables state it."""
    org = Org("Northwind Traders", currency="USD")
    for row, place in rows("northwind/regions.csv"):
        region = Territory(f"region {row['region_id']}", name=row["region_description"])
        org.add(region, source=place)
    for row, place in rows("northwind/territories.csv"):
        code, region = row["territory_id"], f"region {row['region_id']}"
        rule = Where(postal_code=code, attributes={"country": "USA"})
        territory = Territory(code, rule, name=row["territory_description"], within=region)
        org.add(territory, source=place)
    covers = {}
    for row, _ in rows("northwind/employee_territories.csv"):
        covers.setdefault(row["employee_id"], []).append(row["territory_id"])
    for row, place in rows("northwind/employees.csv"):
        post = Position(
            row["employee_id"],
            title=row["title"],
            held_by=f"{row['first_name']} {row['last_name']}",
            reports_to=row.get("reports_to"),
            covers=covers[row["employee_id"]],
        )
        org.add(post, source=place)
    revenue = {row["customer_id"]: row for row, _ in rows("northwind/customer_revenue.csv")}
    for row, place in rows("northwind/customers.csv"):
        customer = Customer(
            row["customer_id"],
            row["company_name"],
            city=row["city"],
            postal_code=row.get("postal_code"),
            revenue=revenue[row["customer_id"]].get("revenue"),
            attributes={"country": row["country"]},
        )
        org.add(customer, source=place)
    return org


UNCOVERED = ["29202", "72716", "75234", "78759"]


def test_its_lines_have_one_head_and_two_levels_below(org):
    """The vice president leads five, the sales manager three, and nobody is in a ring."""
    lines = OrgGraph(org).lines
    assert [head.id for head in lines.heads] == ["2"]
    assert Counter(lines.depths.values()) == {0: 1, 1: 5, 2: 3}
    spans = {p.id: len(lines.reports_of(p)) for p in org.all(Position) if lines.reports_of(p)}
    assert spans == {"2": 5, "5": 3}
    assert lines.loops == ()


def test_titles_find_their_roles(org):
    """As the company wrote them in 1992."""
    known = OrgGraph(org).known
    assert Counter(known.role_of(p) for p in org.all(Position)) == {
        roles.SALES_REPRESENTATIVE: 6,
        roles.SALES_DIRECTOR: 1,
        roles.SALES_MANAGER: 1,
        roles.SALES_COORDINATOR: 1,
    }


def test_territories_have_one_owner_each_but_for_four(org):
    """Columbia, Bentonville, Dallas and Austin have none; everybody has some."""
    places = OrgGraph(org).places
    areas = [t for t in org.all(Territory) if t.where is not None]
    owners = {t.id: [p.id for p in places.coverers_of(t)] for t in areas}
    assert len(owners) == 53
    assert [id_ for id_, found in owners.items() if not found] == UNCOVERED
    assert max(map(len, owners.values())) == 1
    counts = [len(post.covers) for post in org.all(Position)]
    assert counts == [2, 7, 4, 3, 7, 5, 10, 4, 7]


def test_everybody_covers_one_region(org):
    """Asked of the graph: from whom to which region."""
    built = graph(org)
    regions = {
        (person, region)
        for person, area, key in built.edges(keys=True)
        if key == "covers"
        for _, region, key_ in built.out_edges(area, keys=True)
        if key_ == "within"
    }
    assert Counter(region for _, region in regions) == {
        "territory:region 1": 4,
        "territory:region 2": 2,
        "territory:region 3": 2,
        "territory:region 4": 1,
    }


def test_revenue_is_exact_to_the_cent(org):
    """The figure that is published everywhere, though lines have four decimals."""
    total = sum(customer.revenue or 0 for customer in org.all(Customer))
    assert total.quantize(Decimal("0.01")) == Decimal("1265793.04")
    ordered = sorted(org.all(Customer), key=lambda c: c.revenue or 0, reverse=True)
    assert [c.id for c in ordered[:3]] == ["QUICK", "ERNSH", "SAVEA"]
    assert sum(1 for c in org.all(Customer) if not c.revenue) == 2


def test_no_customer_lives_where_a_territory_is(org):
    """None of the postal codes of American customers is one of a territory: nobody is covered."""
    assert {cover.state for cover in coverage(org)} == {"nobody"}
    assert len(org.all(Customer)) == 91
    country = Counter(c.attributes["country"] for c in org.all(Customer))
    assert country["USA"] == 13


def test_the_four_are_reported_with_their_rows(org):
    """Exactly the territories without owner, each with its line of the table."""
    found = [f for f in validate(org) if f.code == "TER301"]
    assert [f.entity.id for f in found] == UNCOVERED
    assert {f.source.file for f in found} == {"northwind/territories.csv"}
    for finding in found:
        assert org.source_of(finding.entity) == finding.source


def test_the_chart_of_territories_flags_those_four_and_no_other(org):
    """What nobody covers stands out in the picture, and nothing else does."""
    scene = TerritoryChart(org).scene()
    flagged = {run.gid: run.text for run in scene.texts if run.gid.endswith("/flag-1")}
    gaps = {f"territory:{code}/flag-1": "! nobody covers it" for code in UNCOVERED}
    assert flagged == gaps | {"outside/flag-1": "! nobody covers them"}
