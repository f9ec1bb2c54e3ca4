"""Sizes follow the three methods, and say what one more or one less changes."""

import datetime as dt
import itertools
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel import Customer, Org, Position, Territory, Where, roles, save
from orgmodel.cli import main
from orgmodel.propose import ProposeError, SizeLimits, size
from orgmodel.propose.sizing.size import slices

DAY = dt.date(2027, 7, 1)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 5), st.integers(0, 9)), min_size=1, max_size=5),
    st.integers(1, 6),
)
def test_slices_bring_the_most_that_so_many_positions_can(work, capacity):
    """Hours and values add up, no position brings more than the one before, none is beaten."""
    found = slices([(float(h), float(v)) for h, v in work], float(capacity))
    assert sum(s.hours for s in found) == pytest.approx(sum(h for h, _ in work))
    assert sum(s.value for s in found) == pytest.approx(sum(v for _, v in work))
    assert all(s.hours <= capacity + 1e-6 for s in found)
    values = [s.value for s in found]
    assert all(a >= b - 1e-6 for a, b in itertools.pairwise(values))
    for chosen in itertools.product([False, True], repeat=len(work)):
        hours = sum(h for (h, _), c in zip(work, chosen, strict=True) if c)
        if hours <= capacity:
            assert sum(v for (_, v), c in zip(work, chosen, strict=True) if c) <= values[0] + 1e-6


def company(customers=60):
    """One representative with far more A customers than there are hours for."""
    org = Org("Company", currency="EUR")
    north = org.add(Territory("north", Where(place=["IT"])))
    head = org.add(Position("head", roles.SALES_MANAGER, held_by="Head"))
    org.add(
        Position(
            "rep", roles.SALES_REPRESENTATIVE, held_by="Rep", reports_to=head, covers=[north],
            pay=50_000,
        )
    )  # fmt: skip
    for number in range(customers):
        worth = 10_000 if number < 30 else 1_000
        org.add(Customer(f"c{number}", tier="A", place="IT", revenue=worth))
    return org


def test_workload_adds_vacant_positions_in_time_for_the_ramp():
    """2,916 hours of 1,350 are 3 positions; two are added three months before the day."""
    found = size(company(), on=DAY)
    (move,) = found.moves
    assert "2.16" in move.why
    added = [p for p in found.org.positions if p.id.startswith("north-new")]
    assert [p.since for p in added] == [dt.date(2027, 4, 1)] * 2
    assert {str(p.reports_to) for p in added} == {"head"}
    assert found.objective.value == 3


def test_return_stops_where_the_next_position_costs_more_than_it_earns():
    """The first position has the valuable customers; the next would not earn its cost."""
    found = size(company(), SizeLimits(method="return", margin=0.3))
    assert found.objective.value == 1
    assert "one more adds" in found.moves[0].why
    assert not found.scenario.changes


def test_potential_is_divided_by_what_one_can_work():
    """330,000 of potential at 100,000 each are 4 positions."""
    found = size(company(), SizeLimits(method="potential", per_head=100_000))
    assert found.objective.value == 4
    with pytest.raises(ProposeError, match="per_head"):
        SizeLimits(method="potential")


def test_too_many_are_reported_and_nobody_is_removed():
    """A territory with more positions than work says so and changes nothing."""
    org = company(1)
    org.add(Position("rep-2", roles.SALES_REPRESENTATIVE, held_by="Two", covers=["north"]))
    found = size(org)
    assert not found.scenario.changes
    assert "nobody is removed" in found.notes[0]


def test_the_command_writes_the_positions(tmp_path: Path):
    """The scenario adds them and plan counts them."""
    design, file = tmp_path / "design.yaml", tmp_path / "size.yaml"
    save(company(), design)
    done = CliRunner().invoke(
        main, ["propose", "size", str(design), "--on", str(DAY), "-o", str(file)]
    )
    assert done.exit_code == 0, done.output
    assert "north-new-1" in file.read_text(encoding="utf-8")
    plan = CliRunner().invoke(main, ["plan", str(file)])
    assert "Positions: 2 → 4" in plan.output
