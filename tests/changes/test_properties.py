"""What must hold between any two designs."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import orgs

from orgmodel import Org
from orgmodel.changes import apply, compose, diff, expand, same, undo


def shuffled(org, seed):
    """Return the same organisation with its entities added in another order."""
    entities = list(org)
    random.Random(seed).shuffle(entities)  # noqa: S311 - to be repeated
    new = Org(org.name, currency=org.currency)
    for entity in entities:
        new.add(entity)
    return new


@settings(max_examples=60, deadline=None)
@given(orgs(), orgs())
def test_the_diff_of_two_designs_leads_from_one_to_the_other(before, after):
    """Its changes give the same entities, and in their order where that is asked for."""
    found = diff(before, after)
    assert same(apply(before, found.changes), after)
    assert apply(before, found.ordered) == after


@settings(max_examples=60, deadline=None)
@given(orgs(), orgs())
def test_a_change_and_its_undoing_cancel(before, after):
    """What was done is undone to the last detail, order and all."""
    changes = diff(before, after).changes
    there = apply(before, changes)
    back = undo(before, changes)
    assert apply(there, back) == before
    assert apply(before, compose(changes, back)) == before


@settings(max_examples=40, deadline=None)
@given(orgs(), st.integers(0, 1000))
def test_the_order_of_rows_is_no_difference(org, seed):
    """A design and the same rows in any order differ in nothing."""
    other = shuffled(org, seed)
    assert not diff(org, other)
    assert diff(org, other).changes == ()
    assert apply(org, diff(org, other).ordered) == other


@settings(max_examples=40, deadline=None)
@given(orgs(), orgs(), st.integers(0, 1000))
def test_the_order_of_rows_changes_no_list_of_what_differs(before, after, seed):
    """Whoever joined, left, moved or got another title is the same whatever the order."""
    one = diff(before, after)
    other = diff(shuffled(before, seed), shuffled(after, seed + 1))
    lists = ("joined", "left", "moved", "retitled", "new_managers")
    for name in lists:
        mine, theirs = (getattr(found.people, name) for found in (one, other))
        assert {p.person for p in mine} == {p.person for p in theirs}, name
    assert set(one.renamings) == set(other.renamings)
    assert {h.customer.id for h in one.handovers} == {h.customer.id for h in other.handovers}


@settings(max_examples=40, deadline=None)
@given(orgs(), orgs())
def test_changes_share_what_they_do_not_touch(before, after):
    """Every entity that stays as it was is the very same object."""
    changes = expand(before, diff(before, after, guess_renames=False).changes)
    there = apply(before, changes)
    for entity in there:
        old = before.get(type(entity), entity.id)
        if (
            old is not None
            and old == entity
            and all(old.id != getattr(c, "id", "") for c in changes)
        ):
            assert entity is old
