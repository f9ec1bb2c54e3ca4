"""Changes in the words of the trade, and what they mean for a design."""

import datetime as dt

import pytest

from orgmodel import Assignment, Customer, Org, Position, Territory, Where, coverage, roles
from orgmodel.changes import (
    Add,
    ChangeRule,
    ChangeTarget,
    Depart,
    Hire,
    MergeTerritories,
    Move,
    Promote,
    Reassign,
    Remove,
    Rename,
    Scenario,
    Set,
    SplitTerritory,
    TakeOver,
    apply,
    undo,
)
from orgmodel.model import AccountPlan, Contact, DesignError, Holding, Person, Target

JULY = dt.date(2026, 7, 1)


def north():
    """Return a small organisation with two territories and a key account."""
    org = Org("Aurora Components")
    org.add(Territory("north", Where(place=["IT-21", "IT-25"])))
    org.add(Territory("south", Where(place=["IT-72"])))
    org.add(Position("head", roles.SALES_MANAGER, held_by="Dana"))
    org.add(Position("am-1", roles.ACCOUNT_MANAGER, held_by="Ada", reports_to="head"))
    org.add(Position("am-2", roles.ACCOUNT_MANAGER, reports_to="head"))
    org.add(Position("rep-1", held_by="Tom", reports_to="head", covers=["north"]))
    org.add(Position("rep-2", held_by="Eva", reports_to="head", covers=["south"]))
    known = Contact("Ruth", known_by="am-1")
    org.add(Customer("acme", place="IT-21", key_account=True, managed_by="am-1", contacts=[known]))
    org.add(Customer("bolt", place="IT-25"))
    org.add(Customer("corn", place="IT-72"))
    org.add(AccountPlan("plan", "acme", "am-1"))
    org.add(Target("t", "am-1", "2026", revenue=100))
    return org


def owner_of(org, customer, on=None):
    """Return who answers for a customer."""
    found = coverage(org, on=on)
    return found.of(found.graph.org.get(Customer, customer)).position.held_by


def test_hire_fills_a_vacancy():
    """The position is held; nothing else differs."""
    org = apply(north(), [Hire("Zoe", "am-2")])
    assert org.get(Position, "am-2").held_by == "Zoe"
    assert list(org)[:4] == list(north())[:4]


def test_leave_empties_every_position_that_somebody_holds():
    """Whoever holds two boxes leaves both."""
    org = apply(north(), [TakeOver("Ada", "am-2", keeps=True), Depart("Ada")])
    assert [p.held_by for p in org.all(Position)] == ["Dana", None, None, "Tom", "Eva"]


def test_leaving_on_a_day_holds_until_then():
    """The design says so on every day."""
    org = apply(north(), [Depart("Ada", on=JULY), Hire("Zoe", "am-1", on=JULY)])
    assert owner_of(org, "acme", on=JULY - dt.timedelta(1)) == "Ada"
    assert owner_of(org, "acme", on=JULY) == "Zoe"


def test_somebody_who_takes_over_leaves_their_own_position():
    """One box each, unless it is said that the former is kept."""
    org = apply(north(), [TakeOver("Tom", "am-2")])
    assert [p.held_by for p in org.all(Position)] == ["Dana", "Ada", "Tom", None, "Eva"]


def test_move_and_promote():
    """Another manager, another title and grade."""
    org = apply(north(), [Move("rep-1", "rep-2"), Promote("rep-2", title="Lead", grade=7)])
    assert org.get(Position, "rep-1").reports_to == "rep-2"
    assert (org.get(Position, "rep-2").title, org.get(Position, "rep-2").grade) == ("Lead", 7)


def test_reassigning_takes_the_account_plan_and_the_share_along():
    """Whoever answers for a customer owns its plan, and has the credit that the other had."""
    base = north()
    base.add(Assignment("credit", "acme", "am-1", share=70))
    org = apply(base, [Hire("Zoe", "am-2"), Reassign("am-2", from_position="am-1")])
    assert owner_of(org, "acme") == "Zoe"
    assert org.get(AccountPlan, "plan").owner == "am-2"
    assert org.get(Assignment, "credit") == Assignment("credit", "acme", "am-2", share=70)


def test_reassigning_on_a_day_leaves_no_day_between():
    """Until the day the one answers, from the day on the other."""
    org = apply(north(), [Hire("Zoe", "am-2"), Reassign("am-2", ["acme"], on=JULY)])
    assert owner_of(org, "acme", on=JULY - dt.timedelta(1)) == "Ada"
    assert owner_of(org, "acme", on=JULY) == "Zoe"


def test_reassigning_on_a_day_hands_the_share_on():
    """Whoever follows one of two owners has the share, and the other owner stays."""
    base = north()
    base.add(Assignment("mine", "bolt", "am-1", share=70))
    base.add(Assignment("yours", "bolt", "rep-2", share=30))
    org = apply(base, [Reassign("am-2", ["bolt"], from_position="am-1", on=JULY)])
    before, after = (
        {(a.position, a.share) for a in org.as_of(day).all(Assignment)}
        for day in (JULY - dt.timedelta(1), JULY)
    )
    assert before == {("am-1", 70), ("rep-2", 30)}
    assert after == {("am-2", 70), ("rep-2", 30)}
    alone = apply(base, [Reassign("am-2", ["bolt"], on=JULY)]).as_of(JULY)
    assert {(a.position, a.share) for a in alone.all(Assignment)} == {("am-2", 70)}


def test_a_design_read_on_a_day_is_not_changed():
    """What holds on other days would be lost."""
    base = apply(north(), [Hire("Zoe", "am-2", on=JULY)])
    with pytest.raises(DesignError, match=r"is read on 2026-07-01; change org.whole"):
        apply(base.as_of(JULY), [Depart("Ada")])


def test_splitting_a_territory():
    """Its parts lie where it lay, and those who are named cover them."""
    parts = [Territory("west", Where(place=["IT-21"])), Territory("east", Where(place=["IT-25"]))]
    split = SplitTerritory("north", parts, covered_by={"east": ["rep-2"]})
    org = apply(north(), [split])
    assert org.get(Territory, "north") is None
    assert org.get(Position, "rep-1").covers == ("west",)
    assert org.get(Position, "rep-2").covers == ("south", "east")
    assert owner_of(org, "bolt") == "Eva"


def test_merging_territories():
    """The whole takes in what the parts took, and whoever is named covers it."""
    org = apply(north(), [MergeTerritories(["north", "south"], "north", covered_by=["rep-1"])])
    assert org.get(Territory, "north").where == Where(place=["IT-21", "IT-25", "IT-72"])
    assert owner_of(org, "corn") == "Tom"
    assert org.get(Position, "rep-2").covers == ()


def test_rules_of_different_kinds_merge_into_alternatives():
    """Customers of either belong to the whole, and no others."""
    base = apply(north(), [ChangeRule("south", Where(industry=["food"]))])
    org = apply(base, [MergeTerritories(["north", "south"], "all", name="All")])
    rule = org.get(Territory, "all").where
    assert rule == Where(include=[Where(place=["IT-21", "IT-25"]), Where(industry=["food"])])


def test_targets_change_or_begin():
    """One that is there changes; a position without one gets one."""
    org = apply(
        north(),
        [ChangeTarget("am-1", "2026", revenue=200), ChangeTarget("am-2", "2026", revenue=50)],
    )
    assert [(t.position, t.revenue) for t in org.all(Target)] == [("am-1", 200), ("am-2", 50)]


def test_a_renamed_position_is_renamed_wherever_it_is_named():
    """In lines, customers, contacts, plans and targets."""
    org = apply(north(), [Rename(Position, "am-1", "key-1")])
    acme = org.get(Customer, "acme")
    assert (acme.managed_by, acme.contacts[0].known_by) == ("key-1", "key-1")
    assert org.get(AccountPlan, "plan").owner == "key-1"
    assert org.get(Target, "t").position == "key-1"
    assert [p.id for p in org.all(Position)] == ["head", "key-1", "am-2", "rep-1", "rep-2"]


def test_a_person_who_is_merely_named_can_be_renamed():
    """Somebody who marries keeps the job."""
    org = apply(north(), [Rename(Person, "Ada", "Ada Rossi")])
    assert org.get(Position, "am-1").held_by == "Ada Rossi"


@pytest.mark.parametrize(
    "change",
    [
        Hire("Zoe", "am-2"),
        Hire("Zoe", "am-2", on=JULY),
        Depart("Ada"),
        Depart("Ada", on=JULY),
        TakeOver("Tom", "am-2"),
        Move("rep-1", "rep-2"),
        Move("rep-1", "rep-2", on=JULY),
        Promote("rep-2", title="Lead"),
        Reassign("am-2", ["acme", "bolt"]),
        Reassign("am-2", ["acme", "bolt"], on=JULY),
        SplitTerritory("north", [Territory("a"), Territory("b")]),
        MergeTerritories(["south", "north"], "all"),
        ChangeRule("north", None),
        ChangeTarget("head", "2026", revenue=1),
        Rename(Position, "am-1", "x"),
        Remove(Territory, "north"),
        Add(Position("new")),
        Set(Customer, "acme", {"place": "IT-72"}),
    ],
    ids=str,
)
def test_every_change_and_its_undoing_cancel(change):
    """The base is as it was, to the order of its entities; and it was never touched."""
    base = north()
    there = apply(base, [change])
    assert there != base
    assert base == north()
    assert apply(there, undo(base, [change])) == base


def test_all_mistakes_are_told_at_once_each_with_its_change():
    """What is wrong, in which change, and what may have been meant."""
    changes = [Hire("Zoe", "am-3"), Move("head", "rep-1"), Hire("Zoe", "am-2"), Depart("Adda")]
    with pytest.raises(DesignError) as error:
        apply(north(), changes)
    first, second, third = str(error.value).splitlines()
    assert first == (
        "Change 1 of 4 (hire 'Zoe' as 'am-3'): There is no position 'am-3'; did you mean 'am-2'?"
    )
    assert second == (
        "Change 2 of 4 (move 'head' to 'rep-1'): 'rep-1' reports to 'head', directly or not; "
        "move that first."
    )
    assert third == (
        "Change 4 of 4 (leave 'Adda'): There is no position that 'Adda' holds; did you mean 'Ada'?"
    )


def test_scenarios_stand_side_by_side_on_one_base():
    """Each has its own design, and shares with the base all that it does not change."""
    base = north()
    one = Scenario(base).then(Hire("Zoe", "am-2"))
    other = Scenario(base).then(Depart("Ada")).then(Hire("Max", "am-1"))
    assert one.org.get(Position, "am-2").held_by == "Zoe"
    assert other.org.get(Position, "am-1").held_by == "Max"
    assert one.org.get(Customer, "acme") is other.org.get(Customer, "acme")
    assert apply(other.org, other.undone) == base
    assert other.on(one.org).org.get(Position, "am-2").held_by == "Zoe"


def test_a_mistake_in_a_scenario_names_the_line_that_wrote_it():
    """As findings about a design do."""
    with pytest.raises(DesignError, match=r"test_verbs\.py:\d+: Change 1 of 1"):
        _ = Scenario(north()).then(Hire("Zoe", "nowhere")).org


def test_holdings_end_when_somebody_leaves():
    """Dated lines of whoever leaves end on the day, and later ones go."""
    base = north()
    base.add(Holding("h", "am-2", "Zoe", since=dt.date(2026, 1, 1)))
    base.add(Holding("later", "am-2", "Zoe", since=dt.date(2027, 1, 1)))
    org = apply(base, [Depart("Zoe", on=JULY)])
    assert [(h.id, h.until) for h in org.all(Holding)] == [("h", JULY)]
