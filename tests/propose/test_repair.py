"""Repairs take the fewest changes, and the rules themselves find nothing afterwards."""

import itertools
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel import Customer, Org, Position, load, roles, validate
from orgmodel.changes import Reassign, Scenario, Set
from orgmodel.cli import main
from orgmodel.propose import REPAIRABLE, ProposeError, repair

pytest.importorskip("highspy")

ROOT = Path(__file__).parents[2]
AURORA = ROOT / "examples" / "aurora.yaml"
RULES = ("CUS401", "CUS402", "KEY501", "KEY502", "KEY503", "ROL103")
QUICK = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@st.composite
def faulty(draw):
    """A small company with owners and deputies that rules find fault with."""
    org, names = Org("Faulty"), []
    for number in range(draw(st.integers(1, 3))):
        role = draw(st.sampled_from([roles.ACCOUNT_MANAGER, roles.SALES_REPRESENTATIVE]))
        holder = draw(st.sampled_from([None, f"Person {number}", "Twin"]))
        names.append(f"p{number}")
        org.add(Position(names[-1], role, held_by=holder))
    for number in range(draw(st.integers(1, 2))):
        prospect = draw(st.booleans())
        org.add(
            Customer(
                f"c{number}",
                status="prospect" if prospect else "existing",
                key_account=not prospect and draw(st.booleans()),
                managed_by=draw(st.sampled_from([None, *names])),
                deputy=draw(st.sampled_from([None, *names])),
            )
        )
    return org


def sound(org):
    """Return whether the rules find nothing, and no owner is its own deputy."""
    return not validate(org, select=[*RULES, "ACC602"])


def fewest(org):
    """Return the least number of changes of owners and deputies that leaves nothing to find."""
    held = [p.id for p in org.positions if not p.vacant]
    options = []
    for customer in org.customers:
        deputies = (None, *held) if customer.key_account else (None,)
        options.append([(customer.id, o, d) for o in (None, *held) for d in deputies])
    best = None
    for choice in itertools.product(*options):
        changes = []
        for id_, owner, deputy in choice:
            changes += [Reassign(owner, customers=[id_])] if owner else []
            changes += [Set(Customer, id_, {"deputy": deputy})] if deputy else []
        if (best is None or len(changes) < best) and sound(Scenario(org, changes).org):
            best = len(changes)
    return best


@QUICK
@given(faulty())
def test_no_plan_that_enumeration_finds_has_fewer_changes(org):
    """The rules find nothing after the repair, and no smaller set of changes does that."""
    if validate(org, select="ACC602"):
        return  # not among what a repair is asked for here
    found, best = repair(org, RULES), fewest(org)
    assert bool(found) is (best is not None)
    if found:
        assert found.status == "optimal"
        assert sound(found.org)
        assert found.objective.value == best
    else:
        assert "contradict each other" in found.reasons[0]


def test_a_locked_customer_is_the_reason():
    """The smallest contradiction names the customer, the rule and the lock, and nothing else."""
    found = repair(load(AURORA), locked=["nova"])
    (reason,) = found.reasons
    assert "'nova' needs a deputy (KEY502) and may not change" in reason
    assert "calma" not in reason


def test_the_conflict_is_the_smallest_set():
    """Too little capacity names the position and the customers in question, one less would do."""
    org = Org("Full")
    org.add(Position("p", roles.SALES_REPRESENTATIVE, held_by="P", fte=0.04))
    for name in ("a", "b"):
        org.add(Customer(name, tier="A", revenue=1))
    (reason,) = repair(org, ["CUS401"]).reasons
    assert "'a'" in reason
    assert "'b'" in reason
    assert "'p' has at most 65 hours" in reason


def test_wide_spans_and_unfitting_managers_are_repaired():
    """Reports move to managers who have room and whom their role may report to."""
    org = Org("Wide")
    head = org.add(Position("head", roles.SALES_DIRECTOR, held_by="Head"))
    first = org.add(Position("m1", roles.SALES_MANAGER, held_by="One", reports_to=head))
    org.add(Position("m2", roles.SALES_MANAGER, held_by="Two", reports_to=head))
    for number in range(12):
        org.add(
            Position(
                f"r{number}", roles.SALES_REPRESENTATIVE, held_by=f"R{number}", reports_to=first
            )
        )
    found = repair(org, ["SPN201", "ROL101"])
    assert found.objective.value == 2
    assert not validate(found.org, select=["SPN201", "ROL101"])
    assert {move.now for move in found.moves} == {"m2"}


def test_meridian_has_nothing_left_to_repair():
    """In the larger example the rules in question find nothing afterwards."""
    found = repair(load(ROOT / "examples" / "meridian.py"))
    assert found.status == "optimal"
    assert not validate(found.org, select=REPAIRABLE)


def test_a_rule_that_cannot_be_repaired_is_refused():
    """The sentence lists what can be."""
    with pytest.raises(ProposeError, match="CUS401"):
        repair(load(AURORA), ["MOD003"])


def test_the_command_offers_a_scenario(tmp_path):
    """`propose repair` writes a scenario that check passes for these rules."""
    file = tmp_path / "repair.yaml"
    done = CliRunner().invoke(main, ["propose", "repair", str(AURORA), "-o", str(file)])
    assert done.exit_code == 0, done.output
    assert "no plan within the limits has less" in done.output
    assert "deputy" in file.read_text(encoding="utf-8")
