"""Cover, workload, concentration, balance, targets and handover against known answers."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.cover import coverage
from orgmodel.measures import (
    Calls,
    Norms,
    balance,
    concentration,
    coverage_ratio,
    handovers,
    periods,
    revenue_per_head,
    targets,
    totals,
    workload,
)
from orgmodel.model import Customer, Holding, Org, Position, Target, Territory, Where
from orgmodel.network import OrgGraph

amounts = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3), st.integers(0, 10**9).map(Decimal), max_size=8
)


def test_kotlers_example_needs_sixty_heads():
    """1,000 A accounts with 36 calls and 2,000 B with 12 are 60,000 calls: 60 heads of 1,000."""
    org = Org("Textbook")
    org.add(Position("rep", held_by="Eve"))
    for number in range(3_000):
        tier = "A" if number < 1_000 else "B"
        org.add(Customer(f"c{number}", tier=tier, managed_by="rep"))
    found = workload(coverage(org))
    assert found.heads == pytest.approx(60)
    assert found.positions["rep"].index == pytest.approx(60)


def shared():
    """Make a territory that two serve, one of them half-time, with a customer of 90 hours."""
    org = Org("Shared")
    org.add(Territory("it", Where(place=["IT"])))
    org.add(Position("full", held_by="Ada", covers=["it"]))
    org.add(Position("half", held_by="Ben", covers=["it"], fte=0.5))
    org.add(Customer("c", place="IT", tier="A", revenue=30))
    org.add(Customer("d", place="FR", tier="A", revenue=10))
    org.add(Customer("e", place="IT"))
    return org


NORMS = Norms({"A": Calls(30, 3)}, selling_hours=1_000)


def test_work_is_divided_by_full_time_equivalents():
    """Whoever has half the time does half as much; work that nobody has is told."""
    found = workload(coverage(shared()), NORMS)
    assert {who: load.hours for who, load in found.positions.items()} == {"full": 60, "half": 30}
    assert found.positions["half"].index == pytest.approx(0.06)
    assert (found.hours, found.uncovered, found.unrated) == (180, 90, 1)
    assert found.territories == {"it": 90}


def test_without_tiers_work_is_silent():
    """Nothing is guessed where no customer says what it asks for."""
    org = Org("Bare")
    org.add(Customer("c"))
    assert "tier" in workload(coverage(org)).silent


def test_a_new_holder_has_less_capacity():
    """Capacity follows the ramp of whoever holds the position on the day."""
    org = shared()
    org.add(Holding("h", "full", "Ada", since=dt.date(2026, 1, 1), ramp=[0.0, 0.5]))
    first, second, third = (
        workload(coverage(org, on=dt.date(2026, month, 15)), NORMS).positions["full"]
        for month in (1, 2, 3)
    )
    assert (first.capacity, first.index) == (0, None)
    assert (second.capacity, third.capacity) == (500, 1_000)


def test_cover_is_a_share_of_customers_and_of_revenue():
    """What a vacancy or nobody would have is not covered."""
    found = coverage_ratio(coverage(shared()))
    assert (found.customers.covered, found.customers.nobody) == (2, 1)
    assert found.revenue.ratio == pytest.approx(0.75)
    assert found.unknown == 1
    assert found.key_accounts.ratio is None


def test_revenue_per_head_is_over_those_who_are_there():
    """Heads, full-time equivalents and sellers are three different divisors."""
    org = shared()
    org.add(Position("empty"))
    found = revenue_per_head(coverage(org))
    assert (found.per_head, found.per_seller) == (20, 40)
    assert float(found.per_fte) == pytest.approx(40 / 1.5)


def test_revenue_is_summed_by_whoever_has_it():
    """Families add up to their highest parent, managers have what all reports have."""
    org = shared()
    org.add(Customer("sub", place="IT", revenue=5, parent="c"))
    org.add(Position("boss", held_by="Bo"))
    org.add(Position("low", held_by="Leo", reports_to="boss"))
    org.add(Customer("own", revenue=7, managed_by="low"))
    found = coverage(org)
    assert totals(found, "revenue", "family").by == {"c": 35, "d": 10, "own": 7}
    assert totals(found, "revenue", "manager").by == {"boss": 7}
    by_person = totals(found, "revenue", "person")
    assert (by_person.by, by_person.whole, by_person.unknown) == ({"Ada": 35, "Leo": 7}, 52, 1)


def test_concentration_has_its_known_values():
    """Shares 0.5, 0.3 and 0.2 give 0.38, which is 3,800 points; nobody's part adds nothing."""
    found = concentration({"a": Decimal(50), "b": Decimal(30), "c": Decimal(20)})
    assert found.hhi == pytest.approx(0.38)
    assert found.points == pytest.approx(3_800)
    assert found.top(2) == pytest.approx(0.8)
    assert [share.name for share in found.at_least(0.3)] == ["a", "b"]
    assert concentration({"a": Decimal(50)}, Decimal(100)).hhi == pytest.approx(0.25)
    assert concentration({}).hhi is None


@given(amounts)
def test_concentration_lies_between_equal_parts_and_one_holder(values):
    """The index is at least that of equal parts and at most 1."""
    found = concentration(values)
    if found.shares:
        assert 1 / len(found.shares) - 1e-9 <= found.hhi <= 1 + 1e-9
        assert sum(share.share for share in found.shares) == pytest.approx(1)


def test_balance_has_its_known_values():
    """Of 1, 2 and 3 the mean is 2, the Gini coefficient 2/9, the variation 0.408."""
    found = balance({"a": 1.0, "b": 2.0, "c": 3.0})
    assert [each.index for each in found.indices] == [0.5, 1.0, 1.5]
    assert found.gini == pytest.approx(2 / 9)
    assert found.cv == pytest.approx(0.408248, abs=1e-6)
    assert [each.name for each in found.outside(0.25)] == ["a", "c"]
    assert not found.outside(0.5)
    assert balance({"a": 1.0}).gini is None


@given(amounts)
def test_balance_does_not_depend_on_the_unit(values):
    """Thousands of euros are as even as euros, and Gini is 0 to below 1."""
    found, larger = balance(values), balance({name: v * 1000 for name, v in values.items()})
    if found.indices:
        assert found.gini == pytest.approx(larger.gini)
        assert found.cv == pytest.approx(larger.cv)
        assert -1e-9 <= found.gini < 1


def lines():
    """Make a head, a manager, two reports and an overlay, with targets."""
    org = Org("Lines")
    org.add(Territory("special", type="overlay"))
    org.add(Position("head", held_by="Dana"))
    org.add(Position("boss", held_by="Bo", reports_to="head"))
    org.add(Position("a", held_by="Ada", reports_to="boss"))
    org.add(Position("b", reports_to="boss"))
    org.add(Position("s", held_by="Sam", reports_to="boss", covers=["special"]))
    org.add(Position("n", held_by="Nina", reports_to="boss"))
    for who, revenue in (("boss", 100), ("a", 60), ("b", 55), ("s", 30)):
        org.add(Target(f"t-{who}", who, "2026", revenue=revenue))
    return org


def test_targets_roll_up_along_the_lines():
    """Over-assignment leaves overlays out, and whoever has no target is named."""
    found = targets(OrgGraph(lines()), "2026")
    assert periods(OrgGraph(lines())) == ("2026",)
    boss = next(each for each in found.managers if each.manager.id == "boss")
    assert (boss.reports, boss.overlay) == (145, 30)
    assert boss.over_assignment == pytest.approx(0.15)
    assert [each.id for each in boss.missing] == ["n"]
    assert [each.id for each in found.vacant] == ["b"]
    assert found.whole == 100


def test_who_has_no_target_stands_for_those_below():
    """A manager without a target passes on what is set below."""
    org = lines()
    org.add(Target("t-head", "head", "2026", revenue=90))
    (head,) = [m for m in targets(OrgGraph(org), "2026").managers if m.manager.id == "head"]
    assert head.reports == 100
    assert targets(OrgGraph(org), "2027").managers == ()


@pytest.mark.parametrize(
    ("fields", "deputies", "how", "taker"),
    [
        ({}, {}, "nobody", None),
        ({"deputy": "b"}, {}, "deputy", "b"),
        ({"deputy": "empty"}, {}, "vacant", None),
        ({"deputy": "a2"}, {}, "same person", None),
        ({}, {"deputy": "b"}, "deputy", "b"),
    ],
)
def test_a_handover_says_who_takes_over(fields, deputies, how, taker):
    """A deputy must exist, be held, and be somebody else."""
    org = Org("Shop")
    org.add(Position("a", held_by="Ada", **deputies))
    org.add(Position("a2", held_by="Ada"))
    org.add(Position("b", held_by="Ben"))
    org.add(Position("empty"))
    org.add(Customer("c", managed_by="a", tier="A", **fields))
    (found,) = handovers(coverage(org), NORMS)
    assert (found.person, found.how, found.taker and found.taker.id) == ("Ada", how, taker)
    assert found.index == (pytest.approx(0.09) if taker else None)


def test_a_deputy_with_a_full_desk_is_overfull_afterwards():
    """Load after the handover is what the deputy has already and what comes."""
    org = Org("Full")
    org.add(Position("a", held_by="Ada", deputy="b"))
    org.add(Position("b", held_by="Ben", fte=0.1))
    org.add(Customer("c", managed_by="a", tier="A"))
    org.add(Customer("d", managed_by="b", tier="A"))
    found = next(each for each in handovers(coverage(org), NORMS) if each.person == "Ada")
    assert (found.before, found.hours, found.capacity) == (90, 90, 100)
    assert found.index == pytest.approx(1.8)


def test_a_colleague_in_the_territory_takes_over_first():
    """Who serves the same customers already needs no deputy."""
    found = {each.person: each for each in handovers(coverage(shared()), NORMS)}
    assert (found["Ada"].how, found["Ada"].taker.id, found["Ada"].hours) == (
        "colleague",
        "half",
        60,
    )


@pytest.mark.parametrize("wrong", [-1, float("nan"), float("inf")])
def test_calls_and_hours_are_numbers_of_something(wrong):
    """Norms that cannot be are refused when they are made."""
    with pytest.raises(ValueError, match="at least 0"):
        Calls(wrong, 1)
    with pytest.raises(ValueError, match="above 0"):
        Norms(selling_hours=wrong)
