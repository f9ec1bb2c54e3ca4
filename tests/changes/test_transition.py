"""The order of changes: what comes first so that no key account is without cover."""

import random

import pytest
from hypothesis import given, settings
from strategies import orgs

from orgmodel import Customer, Org, Position, Territory, Where, coverage, roles
from orgmodel.changes import Depart, Hire, Reassign, Remove, Set, apply, diff, same, transition


def office():
    """Return two account managers below a head, with a key account each."""
    org = Org("Aurora Components")
    org.add(Position("head", roles.SALES_MANAGER, held_by="Dana"))
    for name, who in (("am-1", "Ada"), ("am-2", "Max")):
        org.add(Position(name, roles.ACCOUNT_MANAGER, held_by=who, reports_to="head"))
    org.add(Customer("acme", key_account=True, managed_by="am-1"))
    org.add(Customer("bolt", key_account=True, managed_by="am-2"))
    return org


def walked(before, found):
    """Yield the design after every step."""
    org = before
    for step in found.steps:
        org = apply(org, step.changes)
        yield step, org


def uncovered(org):
    """Return the key accounts that no held position covers."""
    covers = coverage(org)
    return {c.customer.id for c in covers if c.customer.key_account and c.state != "covered"}


def covered_all_the_way(before, found):
    """Return whether key accounts stay covered at every step, once they are."""
    open_ = uncovered(before)
    for _, org in walked(before, found):
        if uncovered(org) - open_:
            return False
        open_ &= uncovered(org)
    return True


def test_hire_before_leave_and_hand_over_between():
    """First the successor is in place, then the account goes over, then somebody leaves."""
    before = office()
    before.add(Position("am-3", roles.ACCOUNT_MANAGER, reports_to="head"))
    after = apply(before, [Hire("Zoe", "am-3"), Reassign("am-3", ["acme"]), Depart("Ada")])
    found = transition(diff(before, after))
    assert [step.what for step in found.steps] == [
        "Zoe takes position 'am-3'",
        "Hand over key account 'acme' to Zoe",
        "Ada leaves position 'am-1'",
    ]
    assert found.steps[1].because == "Zoe is in place"
    assert found.steps[2].because == "others have acme by now"
    assert covered_all_the_way(before, found)
    assert found.obstacles == ()


def test_people_who_change_places_need_somebody_to_stand_in():
    """A swap begins with a temporary owner, who stays in place, and ends without one."""
    before = office()
    after = apply(
        before,
        [Set(Position, "am-1", {"held_by": "Max"}), Set(Position, "am-2", {"held_by": "Ada"})],
    )
    found = transition(diff(before, after))
    assert [step.what for step in found.steps] == [
        "Dana stands in for the key accounts of 'am-1'",
        "Ada leaves 'am-1'",
        "Ada succeeds Max in position 'am-2'",
        "Max takes position 'am-1'",
        "End the temporary cover for 'am-1'",
    ]
    assert covered_all_the_way(before, found)
    *_, (_, last) = walked(before, found)
    assert same(last, after)


def test_a_swap_that_nobody_can_bridge_is_an_obstacle():
    """The ring and the account are named."""
    before = apply(office(), [Set(Position, "head", {"held_by": None})])
    after = apply(
        before,
        [Set(Position, "am-1", {"held_by": "Max"}), Set(Position, "am-2", {"held_by": "Ada"})],
    )
    found = transition(diff(before, after))
    (obstacle,) = found.obstacles
    assert obstacle == (
        "Ada (am-1), Max (am-2) swap positions in a ring, "
        "and nobody can stand in for acme meanwhile."
    )


def test_an_account_that_nobody_covers_after_all_is_an_obstacle():
    """No order helps where the later design itself leaves a key account alone."""
    before = office()
    found = transition(diff(before, apply(before, [Depart("Ada")])))
    assert found.obstacles == ("Nobody covers key account 'acme' after the changes.",)


def test_territories_are_redrawn_once_somebody_is_there():
    """A new territory begins with who covers it, and the old one goes when it is empty."""
    before = Org("Aurora Components")
    before.add(Territory("north", Where(place=["IT-21", "IT-25"])))
    before.add(Position("rep", held_by="Ada", covers=["north"]))
    before.add(Customer("acme", place="IT-21", key_account=True))
    after = Org("Aurora Components")
    after.add(Territory("west", Where(place=["IT-21"])))
    after.add(Position("new", held_by="Zoe", covers=["west"]))
    after.add(Customer("acme", place="IT-21", key_account=True))
    found = transition(diff(before, after))
    assert covered_all_the_way(before, found)
    *_, (_, last) = walked(before, found)
    assert same(last, after)


@settings(max_examples=20, deadline=None)
@given(orgs(), orgs())
def test_the_steps_lead_to_the_later_design(before, after):
    """Made one after the other they change just what differs."""
    found = transition(diff(before, after))
    last = [before, *(org for _, org in walked(before, found))][-1]
    assert same(last, after)


def made_up(seed):
    """Return a random organisation of account managers, sellers, territories and key accounts."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated
    org = Org("Made-up Components")
    places = ["IT-21", "IT-25", "DE-BY", "DE-BW"]
    for place in chance.sample(places, chance.randint(2, 4)):
        org.add(Territory(f"t-{place}", Where(place=[place])))
    if chance.random() < 0.7:
        org.add(Territory("t-IT", Where(place=["IT"])))
    people = ["Ada", "Max", "Zoe", "Tom", "Eva", "Leo", None]
    names = people[:6]
    chance.shuffle(names)
    org.add(Position("head", roles.SALES_MANAGER, held_by="Dana"))
    for number in chance.sample(range(6), chance.randint(3, 6)):
        who = names.pop() if chance.random() < 0.85 else None
        covers = chance.sample([t.id for t in org.all(Territory)], chance.randint(0, 2))
        org.add(Position(f"p{number}", held_by=who, reports_to="head", covers=covers))
    posts = [p.id for p in org.all(Position)]
    for number in range(5):
        owner = chance.choice([*posts, None, None])
        place = chance.choice(places)
        org.add(Customer(f"c{number}", key_account=True, place=place, managed_by=owner))
    return org


@pytest.mark.parametrize("seed", range(60))
def test_no_key_account_is_left_alone_on_the_way(seed):
    """Whatever is reorganised, who is covered before and after is covered at every step."""
    before, after = made_up(seed), made_up(seed + 1000)
    found = transition(diff(before, after, guess_renames=False))
    open_, last = uncovered(before), uncovered(after)
    for step, org in walked(before, found):
        assert uncovered(org) <= open_ | last, step.what
        open_ &= uncovered(org)
    assert same(org, after)


def test_nothing_to_do_needs_no_steps():
    """Two equal designs have no order."""
    assert transition(diff(office(), office())).steps == ()


def test_a_closed_position_goes_last():
    """It stays until its accounts are elsewhere."""
    before = office()
    after = apply(before, [Reassign("am-2", ["acme"]), Remove(Position, "am-1")])
    steps = [step.what for step in transition(diff(before, after)).steps]
    assert steps == ["Hand over key account 'acme' to Max", "Close position 'am-1'"]
