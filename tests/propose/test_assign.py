"""Assignments are the best there are, keep every limit, and say why there is none."""

import itertools
import json
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel import Customer, Org, Position, coverage, load, roles, validate
from orgmodel.cli import main
from orgmodel.cover import coverage as covered
from orgmodel.measures import Norms
from orgmodel.propose import Limits, ProposeError, Weights, assign
from orgmodel.propose.assignment.task import TaskBuilder
from orgmodel.propose.core import solvers

pytest.importorskip("ortools")
pytest.importorskip("highspy")

ROOT = Path(__file__).parents[2]
AURORA = ROOT / "examples" / "aurora.yaml"
QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@st.composite
def small_companies(draw):
    """A company of a few sellers and customers, some of them owned already."""
    org = Org("Small")
    boss = org.add(Position("boss", roles.SALES_MANAGER, held_by="Boss"))
    sellers = []
    for number in range(draw(st.integers(1, 3))):
        role = draw(st.sampled_from([roles.ACCOUNT_MANAGER, roles.SALES_REPRESENTATIVE]))
        place = draw(st.sampled_from(["IT-21", "IT-25", "FR-75"]))
        sellers.append(
            org.add(
                Position(f"p{number}", role, held_by=f"Person {number}", reports_to=boss,
                         place=place, fte=draw(st.sampled_from([0.02, 0.05, 0.1])))
            )
        )  # fmt: skip
    for number in range(draw(st.integers(1, 5))):
        org.add(
            Customer(
                f"c{number}",
                status=draw(st.sampled_from(["existing", "existing", "prospect"])),
                place=draw(st.sampled_from(["IT-21", "IT-25", "FR-75"])),
                tier=draw(st.sampled_from(["A", "B", "C"])),
                revenue=draw(st.integers(1, 9)) * 1000,
                managed_by=draw(st.sampled_from([None, *sellers])),
            )
        )
    return org


def best_by_enumeration(org, limits):
    """Return the least cost of all assignments that keep the limits, or None."""
    task = TaskBuilder(covered(org), limits, Weights(), Norms()).task()
    best = None
    for choice in itertools.product(*task.costs):
        used = [0.0] * len(task.room)
        for customer, position in enumerate(choice):
            used[position] += task.loads[customer]
        fits = all(u <= room + 1e-9 for u, room in zip(used, task.room, strict=True))
        lost = {
            owner: sum(
                who == owner and task.positions[p].id != owner
                for who, p in zip(task.owners, choice, strict=True)
            )
            for owner in set(task.owners) - {None}
        }
        if fits and (limits.most_lost is None or all(n <= limits.most_lost for n in lost.values())):
            cost = sum(task.costs[c][p] for c, p in enumerate(choice))
            best = cost if best is None else min(best, cost)
    return best


@QUICK
@given(small_companies(), st.sampled_from(["hours", "customers"]), st.sampled_from([None, 0, 1]))
def test_no_assignment_that_enumeration_finds_is_better(org, unit, most_lost):
    """The proposal costs as little as the best of all assignments, or there is none."""
    limits = Limits(scope="all", unit=unit, most_customers=30, most_lost=most_lost)
    best, found = best_by_enumeration(org, limits), assign(org, limits, priced=0)
    assert bool(found) is (best is not None)
    if best is None:
        assert found.reasons
    else:
        assert found.status == "optimal"
        assert found.objective.value == pytest.approx(best, abs=1e-6)
        assert found.objective.bound <= found.objective.value


@QUICK
@given(small_companies())
def test_what_is_proposed_covers_everybody_within_contracts(org):
    """The ordinary rules find no customer without an owner and no prospect with a wrong role."""
    found = assign(org, Limits(full=20), priced=0)
    if found:
        codes = {f.code for f in validate(found.org, select=["CUS401", "ROL103"])}
        assert not codes
        for move in found.moves:
            customer = move.subject.partition(":")[2]
            assert coverage(found.org).of(customer).position.id == move.now


def company(*tiers, fte=1.0, sellers=2):
    """A company with customers of some tiers that nobody covers."""
    org = Org("Company")
    for number in range(sellers):
        org.add(Position(f"p{number}", roles.SALES_REPRESENTATIVE, held_by=f"P{number}", fte=fte))
    for number, tier in enumerate(tiers):
        org.add(Customer(f"c{number}", tier=tier, revenue=1000 * (number + 1)))
    return org


def test_the_reason_is_the_group_that_is_too_large():
    """A sentence names the customers, their work, and the room of the positions in question."""
    found = assign(company("A", "A", "A", fte=0.04))
    assert not found
    (reason,) = found.reasons
    assert "3 customers" in reason
    assert "145.8" in reason
    assert "108.0" in reason


def test_a_customer_that_nobody_may_have_is_named():
    """A prospect without anybody who wins new business is the reason, by name."""
    org = Org("Farmers")
    org.add(Position("am", roles.ACCOUNT_MANAGER, held_by="Ada"))
    org.add(Customer("lead", status="prospect", tier="C"))
    (reason,) = assign(org).reasons
    assert "'lead'" in reason
    assert "prospect" in reason


def test_locks_are_never_broken():
    """A locked customer stays where it is, even where another fits better."""
    org = company("C")
    org.add(Customer("own", tier="C", place="IT-21", revenue=10, managed_by="p0"))
    org.add(Position("near", roles.SALES_REPRESENTATIVE, held_by="Near", place="IT-21"))
    free = Weights(change=0)
    moved = assign(org, Limits(scope="all"), free)
    assert "customer:own" in {m.subject for m in moved.moves}
    kept = assign(org, Limits(scope="all", locked=["own"]), free)
    assert "customer:own" not in {m.subject for m in kept.moves}
    assert kept.locked == ["customer 'own', by name"]


def test_key_accounts_go_to_roles_that_attach_by_name():
    """A key account without an owner goes to an account manager and never to its deputy."""
    org = company("C")
    org.add(Position("am-1", roles.ACCOUNT_MANAGER, held_by="Ada"))
    org.add(Position("am-2", roles.ACCOUNT_MANAGER, held_by="Ivo"))
    org.add(Customer("key", key_account=True, tier="A", revenue=9, deputy="am-1"))
    found = assign(org)
    assert {m.subject: m.now for m in found.moves}["customer:key"] == "am-2"


def test_the_price_of_a_move_is_what_forbidding_it_costs():
    """The price is the difference to the best plan without the move."""
    found = assign(load(AURORA))
    (move,) = found.moves
    customer = move.subject.partition(":")[2]
    other = assign(load(AURORA), Limits(forbidden=[(customer, move.now)]))
    assert move.price == pytest.approx(other.objective.value - found.objective.value)
    assert move.instead == other.moves[0].now


def test_large_books_are_divided_and_rounded_with_a_bound(monkeypatch):
    """Above the size of the exact program the plan keeps all limits and its bound is below it."""
    org = company(*(["A", "B", "C"] * 8), fte=0.3, sellers=3)
    exact = assign(org, priced=0)
    monkeypatch.setattr("orgmodel.propose.assignment.solving.MOST_PAIRS", 0)
    rounded = assign(org, priced=0)
    assert rounded.objective.bound <= exact.objective.value + 1e-6 <= rounded.objective.value + 1e-3
    assert all(t.after <= t.limit + 1e-9 for t in rounded.touched)


def test_meridian_gets_everybody_covered():
    """In the larger example every customer of a vacant position gets a present owner."""
    org = load(ROOT / "examples" / "meridian.py")
    found = assign(org, priced=1)
    assert found.status == "optimal"
    assert not [c for c in coverage(found.org) if c.position is None or c.position.vacant]


def run(*args):
    """Run the command."""
    return CliRunner().invoke(main, ["propose", "assign", *map(str, args)])


def test_the_scenario_is_read_by_plan_and_is_the_same_for_a_seed(tmp_path):
    """The file names its base and its changes, twice the same bytes, and plan takes it."""
    files = [tmp_path / "one.yaml", tmp_path / "two.yaml"]
    for file in files:
        assert run(AURORA, "-o", file, "--seed", 3).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert yaml.safe_load(files[0].read_text(encoding="utf-8"))["changes"]
    planned = CliRunner().invoke(main, ["plan", str(files[0])])
    assert "Customers that change hands (1 customer)" in planned.output


def test_no_plan_is_exit_code_1_and_writes_nothing(tmp_path):
    """The reason is printed and no file appears."""
    file = tmp_path / "none.yaml"
    done = run(AURORA, "--full", 0.001, "-o", file)
    assert done.exit_code == 1
    assert "There is no plan" in done.output
    assert not file.exists()


def test_the_account_is_json_for_programs():
    """Objective, bound, gap and every move are there."""
    found = json.loads(run(AURORA, "--format", "json").output)
    assert found["objective"]["gap"] == 0
    assert found["moves"][0]["subject"] == "customer:calma"


def test_an_unknown_id_names_the_nearest():
    """A misspelt lock ends in a sentence and exit code 2."""
    done = run(AURORA, "--lock", "acne")
    assert done.exit_code == 2
    assert "'acme'" in done.output


def test_without_the_extra_a_sentence_says_what_to_install(monkeypatch):
    """A missing solver ends in a sentence with the command to install it."""
    monkeypatch.setitem(sys.modules, "ortools.graph.python.min_cost_flow", None)
    with pytest.raises(ProposeError, match=r"pip install 'orgmodel\[propose\]'"):
        solvers.solver("ortools.graph.python.min_cost_flow")
