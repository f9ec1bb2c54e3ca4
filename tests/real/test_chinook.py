"""Chinook: customers by name only, and no territory anywhere."""

from collections import Counter, defaultdict
from decimal import Decimal

import pytest

from orgmodel import Customer, Org, Position, Role, coverage, validate
from orgmodel.charts import ContinuityChart
from orgmodel.network import OrgGraph


@pytest.fixture(scope="module")
def org(rows):
    """The company as its tables state it; its support agents are account managers."""
    org = Org("Chinook", currency="USD")
    for title in ("Sales Support Agent", "IT Manager", "IT Staff"):
        facts = {"attaches_by": "named account"} if title.startswith("Sales") else {}
        org.add(Role(title, title, manages_people=title == "IT Manager", **facts))
    for row, place in rows("chinook/employees.csv"):
        name = f"{row['first_name']} {row['last_name']}"
        above = row.get("reports_to")
        post = Position(row["employee_id"], title=row["title"], held_by=name, reports_to=above)
        org.add(post, source=place)
    revenue = {
        row["customer_id"]: row["revenue"] for row, _ in rows("chinook/customer_revenue.csv")
    }
    for row, place in rows("chinook/customers.csv"):
        customer = Customer(
            row["customer_id"],
            row.get("company") or f"{row['first_name']} {row['last_name']}",
            city=row["city"],
            postal_code=row.get("postal_code"),
            revenue=revenue[row["customer_id"]],
            managed_by=row["support_rep_id"],
        )
        org.add(customer, source=place)
    return org


def test_its_lines_are_a_tree_of_three_levels(org):
    """One general manager, two managers below, five people below them."""
    lines = OrgGraph(org).lines
    assert [head.id for head in lines.heads] == ["1"]
    assert Counter(lines.depths.values()) == {0: 1, 1: 2, 2: 5}
    assert {p.id for p in org.all(Position) if lines.reports_of(p)} == {"1", "2", "6"}


def test_every_customer_is_covered_by_its_agent(org):
    """59 customers fall to three people, by name, with the revenue that the tables sum up to."""
    covered = coverage(org)
    revenue, count = defaultdict(Decimal), Counter()
    for cover in covered:
        assert (cover.state, cover.winner.how) == ("covered", "named account")
        revenue[cover.position.id] += cover.customer.revenue
        count[cover.position.id] += 1
    assert count == {"3": 21, "4": 20, "5": 18}
    assert revenue == {"3": Decimal("833.04"), "4": Decimal("775.40"), "5": Decimal("720.16")}
    assert sum(revenue.values()) == Decimal("2328.60")


def test_there_is_nothing_to_say_about_its_coverage(org):
    """Who does not sell needs no customers, and customers by name need no territories."""
    families = {"CUS", "TER", "KEY"}
    assert [str(finding) for finding in validate(org) if finding.code[:3] in families] == []


def test_all_of_its_revenue_hangs_on_three_people(org):
    """Nobody deputises for an agent: each one's whole book is at stake."""
    texts = {run.gid: run.text for run in ContinuityChart.from_org(org).scene().texts}
    found = {texts[f"person-{n}/name"]: texts[f"person-{n}/revenue"] for n in (1, 2, 3)}
    assert found == {
        "Jane Peacock": "USD 833 · 36%",
        "Margaret Park": "USD 775 · 33%",
        "Steve Johnson": "USD 720 · 31%",
    }
