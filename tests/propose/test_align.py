"""Alignments are balanced, connected, cheapest where proven, and say why there is none."""

import itertools
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel import Customer, Org, Position, Territory, Where, coverage, load, roles, save
from orgmodel.cli import main
from orgmodel.propose import AlignLimits, AlignmentTask, ProposeError, align, align_units

pytest.importorskip("highspy")

ROOT = Path(__file__).parents[2]
QUICK = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@st.composite
def tasks(draw, *, cut):
    """A few units with amounts, neighbours and a plan of today."""
    count, k = draw(st.integers(3, 6)), draw(st.integers(2, 3))
    pairs = list(itertools.combinations(range(count), 2))
    edges = draw(st.lists(st.sampled_from(pairs), unique=True, min_size=count - 1))
    amounts = [float(draw(st.integers(1, 4))) for _ in range(count)]
    mean, tolerance = sum(amounts) / k, draw(st.sampled_from([0.2, 0.5]))
    now = [draw(st.integers(0, k - 1)) for _ in range(count)]
    prices = [float(draw(st.integers(1, 5))) for _ in range(count)]
    costs = [
        [0.0 if t == n else price for t in range(k)] for n, price in zip(now, prices, strict=True)
    ]
    return AlignmentTask(
        [f"u{u}" for u in range(count)],
        [f"t{t}" for t in range(k)],
        {"work": amounts},
        {"work": [mean * (1 - tolerance)] * k},
        {"work": [mean * (1 + tolerance)] * k},
        edges=edges,
        cut=[1.0] * len(edges) if cut else None,
        costs=None if cut else costs,
        now=now,
    )


def cheapest(task):
    """Return the least cost of all plans that keep the limits, or None."""
    plans = itertools.product(range(task.k), repeat=task.count)
    return min((task.cost(plan) for plan in plans if not task.faults(plan)), default=None)


@QUICK
@given(tasks(cut=False))
def test_no_plan_that_enumeration_finds_moves_less(task):
    """The cheapest change of a plan is proven; none means that enumeration finds none either."""
    best, found = cheapest(task), align_units(task, seconds=20, starts=1)
    assert (found.plan is None) is (best is None)
    if found.plan is None:
        assert found.reasons
    else:
        assert not task.faults(found.plan)
        assert found.cost == pytest.approx(best)
        assert found.bound == pytest.approx(best)


@QUICK
@given(tasks(cut=True))
def test_the_fewest_parted_neighbours_are_found(task):
    """The same where what counts is how many neighbours are parted."""
    best, found = cheapest(task), align_units(task, seconds=20, starts=1, goal=-1)
    assert (found.plan is None) is (best is None)
    if found.plan is not None:
        assert not task.faults(found.plan)
        assert found.cost == pytest.approx(best)
        assert found.bound <= best + 1e-6


def company():
    """Two territories over places, one of them with three quarters of the revenue."""
    org = Org("Company", currency="EUR")
    west = org.add(Territory("west", Where(place=["IT-1*", "IT-20"])))
    east = org.add(Territory("east", Where(place=["IT-30", "IT-31"])))
    org.add(Position("w", roles.SALES_REPRESENTATIVE, held_by="W", covers=[west]))
    org.add(Position("e", roles.SALES_REPRESENTATIVE, held_by="E", covers=[east]))
    for place, revenue in (
        ("IT-10", 300),
        ("IT-11", 200),
        ("IT-20", 250),
        ("IT-30", 150),
        ("IT-31", 100),
    ):
        org.add(Customer(f"c-{place}", place=place, revenue=revenue))
    return org


def home(org):
    """Return the territory of every customer."""
    return {c.customer.place: c.territory.id for c in coverage(org)}


def test_the_least_revenue_changes_hands_and_rules_stay_short():
    """One area moves, out of a beginning by exclusion; every customer follows the plan."""
    found = align(company(), AlignLimits(tolerance=0.11))
    assert found.status == "optimal"
    assert found.objective.value == 200
    assert [m.subject for m in found.moves] == ["area:IT-11"]
    assert home(found.org)["IT-11"] == "east"
    where = found.org.territories["west"].where
    assert where.place == ("IT-1*", "IT-20")
    assert where.exclude[0].place == ("IT-11",)
    assert not found.notes


def test_neighbours_keep_territories_connected():
    """Where the cheapest area has no border with the other territory another one moves."""
    pairs = [("IT-10", "IT-11"), ("IT-10", "IT-20"), ("IT-20", "IT-30"), ("IT-30", "IT-31")]
    found = align(company(), AlignLimits(tolerance=0.11, neighbours=pairs))
    assert [m.subject for m in found.moves] == ["area:IT-20"]
    assert found.moves[0].price > 0 or found.moves[0].price == float("inf")


def test_locks_hold_and_their_contradiction_is_proven():
    """A locked area stays; with all of them locked an exact search proves that there is no plan."""
    found = align(company(), AlignLimits(tolerance=0.11, locked=["IT-11"]))
    assert "area:IT-11" not in {m.subject for m in found.moves}
    none = align(company(), AlignLimits(tolerance=0.11, locked=["IT"]))
    assert not none
    assert "proven" in none.reasons[0]


def test_an_area_above_every_limit_is_named_at_once():
    """No search begins where one unit alone is too large."""
    org = company()
    org.add(Customer("giant", place="IT-30", revenue=5000))
    (reason, *_) = align(org).reasons
    assert "IT-30 alone has 5,150 of revenue" in reason


def test_mistakes_end_in_sentences():
    """Unknown territories and rules over other fields are named."""
    with pytest.raises(ProposeError, match="west"):
        align(company(), AlignLimits(territories=["wets", "east"]))
    with pytest.raises(ProposeError, match="territories within"):
        align(load(ROOT / "examples" / "aurora.yaml"), AlignLimits(territories=["north", "south"]))


def test_the_command_reads_neighbours_and_writes_rules(tmp_path):
    """Twice the same bytes for a seed, and plan reads the scenario."""
    design, borders = tmp_path / "design.yaml", tmp_path / "borders.csv"
    save(company(), design)
    borders.write_text("IT-10,IT-11\nIT-10,IT-20\nIT-20,IT-30\nIT-30,IT-31\n", encoding="utf-8")
    files = [tmp_path / "one.yaml", tmp_path / "two.yaml"]
    for file in files:
        args = ["--tolerance", "0.11", "--neighbours", str(borders), "-o", str(file)]
        done = CliRunner().invoke(main, ["propose", "align", str(design), *args])
        assert done.exit_code == 0, done.output
    assert files[0].read_bytes() == files[1].read_bytes()
    assert "rule:" in files[0].read_text(encoding="utf-8")
    plan = CliRunner().invoke(main, ["plan", str(files[0])])
    assert "EUR 250" in plan.output
