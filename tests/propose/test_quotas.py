"""Quotas add up exactly, keep their bounds, and explain every figure."""

import itertools
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel import Customer, Org, Position, load, roles, validate
from orgmodel.cli import main
from orgmodel.model import Target
from orgmodel.propose import Basis, ProposeError, QuotaLimits, quotas
from orgmodel.propose.quota.apportion import apportion

ROOT = Path(__file__).parents[2]
AURORA = ROOT / "examples" / "aurora.yaml"
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@MANY
@given(
    st.integers(0, 12),
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 3), st.one_of(st.none(), st.integers(0, 6))),
        min_size=1,
        max_size=3,
    ),
)
def test_units_add_up_within_bounds_and_deviate_least(total, parts):
    """The sum is exact, bounds hold, and no other whole numbers deviate less."""
    shares, floors, caps = ([p[at] for p in parts] for at in range(3))
    found = apportion(total, [Fraction(s) for s in shares], floors, caps)
    choices = [
        units
        for units in itertools.product(range(total + 1), repeat=len(parts))
        if sum(units) == total
        and all(
            f <= u and (c is None or u <= c) for u, f, c in zip(units, floors, caps, strict=True)
        )
    ]
    assert (found is not None) is bool(choices)
    if found is None:
        return
    units, exact = found
    assert tuple(units) in choices
    assert sum(exact) == total

    def deviation(chosen):
        return sum(abs(u - e) for u, e in zip(chosen, exact, strict=True))

    assert deviation(units) == min(map(deviation, choices))
    free = [
        e / s
        for e, s, f, c in zip(exact, shares, floors, caps, strict=True)
        if s and f < e and (c is None or e < c)
    ]
    assert len(set(free)) <= 1


def company():
    """A director with two representatives and an assistant."""
    org = Org("Company", currency="EUR")
    head = org.add(Position("head", roles.SALES_DIRECTOR, held_by="Head"))
    org.add(Position("aide", roles.SALES_COORDINATOR, held_by="Aide", reports_to=head))
    for name, potential, revenue in (("r1", 900_000, 100_000), ("r2", 300_000, 200_000)):
        org.add(Position(name, roles.SALES_REPRESENTATIVE, held_by=name.upper(), reports_to=head))
        org.add(Customer(f"c-{name}", potential=potential, revenue=revenue, managed_by=name))
    return org


def amounts(proposal):
    """Return the targets of the proposed design by position."""
    return {str(t.position): t.revenue for t in proposal.org.all(Target)}


def test_a_figure_is_divided_by_what_is_asked_for():
    """By potential alone, three quarters go to who has three quarters of it."""
    found = quotas(company(), 400_000, "2027", basis=Basis(potential=1, revenue=0, capacity=0))
    assert amounts(found) == {"head": 400_000, "r1": 300_000, "r2": 100_000}
    assert found.moves[1].why == "75.0% of the target of 'head' (potential 75.0%)"
    assert "aide" not in amounts(found)


def test_hedges_floors_and_caps_hold():
    """Reports get 10% more in sum; nobody less than the present revenue or more than the cap."""
    limits = QuotaLimits(hedge={1: 0.1}, floor=1.0, cap=0.34)
    only = Basis(potential=1, revenue=0, capacity=0)
    found = quotas(company(), 400_000, "2027", limits, only)
    assert not found
    assert "'r1' and 'r2'" in found.reasons[0]
    assert "EUR 440,000" in found.reasons[0]
    found = quotas(company(), 400_000, "2027", QuotaLimits(hedge={1: 0.1}, floor=1.0), only)
    assert amounts(found) == {"head": 400_000, "r1": 240_000, "r2": 200_000}
    assert found.moves[2].why.endswith("its floor")


def test_sums_are_exact_in_the_larger_example():
    """The rules on sums of targets find nothing, and the heads have the whole."""
    org = load(ROOT / "examples" / "meridian.py")
    found = quotas(org, 50_000_000, "2027", QuotaLimits(unit=500))
    assert amounts(found)["director"] == 50_000_000
    codes = {f.code for f in validate(found.org, select=["TGT802", "TGT803", "TGT805"])
             if "2027" in f.sentence}  # fmt: skip
    assert not codes


def test_a_given_quota_stays():
    """A fixed figure is kept and the others divide what is left."""
    limits = QuotaLimits(fixed={"r2": Decimal(150_000)})
    found = quotas(company(), 400_000, "2027", limits)
    assert amounts(found)["r2"] == 150_000
    assert amounts(found)["r1"] == 250_000
    with pytest.raises(ProposeError, match="multiple"):
        quotas(company(), 400_001, "2027")


def test_the_command_writes_targets(tmp_path):
    """`propose quotas` writes a scenario with a target for everybody who sells."""
    file = tmp_path / "quotas.yaml"
    args = ["--total", "4000000", "--period", "2027", "--hedge", "1=0.05", "-o", str(file)]
    done = CliRunner().invoke(main, ["propose", "quotas", str(AURORA), *args])
    assert done.exit_code == 0, done.output
    assert "4200000" not in file.read_text(encoding="utf-8")
    plan = CliRunner().invoke(main, ["plan", str(file)])
    assert "EUR 4,000,000" in plan.output
