"""Published data sets come in by one command and a few lines; what is known of them comes out."""

import json
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from orgmodel import Customer, Person, Position, Territory, coverage, validate
from orgmodel.cli import main
from orgmodel.formats import load
from orgmodel.network import OrgGraph

MAPPINGS = Path(__file__).parent / "mappings"


@pytest.fixture(scope="module")
def imported(data, tmp_path_factory):
    """Import a data set by command, and give the design and the report."""
    folder = tmp_path_factory.mktemp("designs")

    def run(name):
        if not (data / name).is_dir():
            pytest.skip(f"there is no {name} in {data}")
        design, report = folder / f"{name}.yaml", folder / f"{name}.json"
        if not design.exists():
            mapping = str(MAPPINGS / f"{name}.yaml")
            asked = ["import", str(data / name), "--mapping", mapping]
            result = CliRunner().invoke(main, [*asked, "-o", str(design), "--report", str(report)])
            assert result.exit_code == 0, result.output
        return load(design), json.loads(report.read_text(encoding="utf-8"))

    return run


@pytest.mark.parametrize("name", ["northwind", "chinook", "wideworldimporters", "sourcegraph"])
def test_ten_lines_are_enough(imported, name):
    """And nothing in these files is a problem."""
    assert len((MAPPINGS / f"{name}.yaml").read_text(encoding="utf-8").splitlines()) <= 10
    _, report = imported(name)
    assert report["problems"] == []


def test_northwind_is_what_it_is_known_for(imported):
    """Nine people, 53 territories in four regions, four of them without an owner."""
    org, _ = imported("northwind")
    lines = OrgGraph(org).lines
    assert [head.id for head in lines.heads] == ["2"]
    assert Counter(lines.depths.values()) == {0: 1, 1: 5, 2: 3}
    assert [len(post.covers) for post in org.all(Position)] == [2, 7, 4, 3, 7, 5, 10, 4, 7]
    regions = Counter(str(t.within) for t in org.all(Territory) if t.within)
    assert (sum(regions.values()), len(regions)) == (53, 4)
    revenue = sum(customer.revenue or 0 for customer in org.all(Customer))
    assert revenue.quantize(Decimal("0.01")) == Decimal("1265793.04")
    uncovered = [f.entity.id for f in validate(org) if f.code == "TER301"]
    assert uncovered == ["29202", "72716", "75234", "78759"]
    assert len(org.all(Customer)) == 91


def test_chinook_is_what_it_is_known_for(imported):
    """59 customers by name with three people, to the cent."""
    org, report = imported("chinook")
    lines = OrgGraph(org).lines
    assert Counter(lines.depths.values()) == {0: 1, 1: 2, 2: 5}
    revenue, count = defaultdict(Decimal), Counter()
    for cover in coverage(org):
        assert (cover.state, cover.winner.how) == ("covered", "named account")
        revenue[cover.position.id] += cover.customer.revenue
        count[cover.position.id] += 1
    assert count == {"3": 21, "4": 20, "5": 18}
    assert revenue == {"3": Decimal("833.04"), "4": Decimal("775.40"), "5": Decimal("720.16")}
    assert [each["title"] for each in report["unknown_titles"]] == ["IT Staff", "IT Manager"]


def test_wide_world_importers_is_what_it_is_known_for(imported):
    """Nine sales territories of 53 states, and nobody who covers any of them."""
    org, _ = imported("wideworldimporters")
    states = Counter(str(each.within) for each in org.all(Territory) if each.within)
    assert states == {
        "Southeast": 12,
        "Plains": 7,
        "Far West": 6,
        "New England": 6,
        "Mideast": 6,
        "Great Lakes": 5,
        "Rocky Mountain": 5,
        "Southwest": 4,
        "External": 2,
    }
    above = {each.id: str(each.within) for each in org.all(Territory)}
    population, cities = Counter(), Counter()
    for customer in org.all(Customer):
        if customer.id in above:
            population[above[customer.place.removeprefix("US-")]] += customer.attributes[
                "population"
            ]
        else:
            cities[customer.place] += 1
    assert sum(population.values()) == 319_698_019
    assert (population["Southeast"], population["External"]) == (80_583_680, 3_578_919)
    assert (sum(cities.values()), len(cities)) == (38_186, 53)
    people = len(org.all(Person)) + len(org.all(Position))
    selling = [post for post in org.all(Position) if post.role == "sales_representative"]
    assert (people, len(selling)) == (46, 10)
    assert not any(post.covers or post.reports_to for post in org.all(Position))


def test_sourcegraph_is_what_it_is_known_for(imported):
    """249 boxes of 244 people, 49 managers, one head."""
    org, _ = imported("sourcegraph")
    lines = OrgGraph(org).lines
    assert len(org.all(Position)) == 249
    assert len({post.held_by for post in org.all(Position)}) == 244
    assert len(lines.heads) == 1
    assert sum(1 for post in org.all(Position) if lines.reports_of(post)) == 49
    assert max(lines.depths.values()) == 4
    assert lines.loops == ()
