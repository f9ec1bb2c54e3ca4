"""Regions are exactly the sets of customers that rules hold for."""

from hypothesis import given, settings
from regions.small_markets import markets, points

from orgmodel.model import holds
from orgmodel.regions import Space


def held(where, customers):
    """Which of the customers a rule holds for, the plain way."""
    return {number for number, values in enumerate(customers) if holds(where, values)}


@given(markets(least=2, most=2))
@settings(max_examples=200, deadline=None)
def test_operations_agree_with_trying_every_customer(market):
    """Both, either, without, within and equal give what trying every customer gives."""
    (one, other), fields = market
    customers = points(fields)
    space = Space([one, other])
    left, right = space.region(one), space.region(other)
    those, others = held(one, customers), held(other, customers)
    assert left.empty == (not those)
    assert bool(left & right) == bool(those & others)
    assert (left | right == space.everything) == (len(those | others) == len(customers))
    assert (left <= right) == (those <= others)
    assert (left == right) == (those == others)
    assert (left - right == left) == (not those & others)
    assert left - (left - right) == left & right
    assert space.union([one, other]) == left | right


@given(markets(least=2, most=3))
@settings(max_examples=200, deadline=None)
def test_an_example_is_where_it_says(market):
    """An example satisfies the rules of its region and fails those taken away."""
    rules, _ = market
    space = Space(rules)
    one, other, *_ = rules
    left, right = space.region(one), space.region(other)
    for region, expected in [
        (left, (True, None)),
        (left & right, (True, True)),
        (left - right, (True, False)),
        (space.everything - left - right, (False, False)),
    ]:
        example = region.example()
        assert (example is None) == region.empty
        if example is not None:
            found = (holds(one, example), holds(other, example))
            assert all(want in (None, is_so) for is_so, want in zip(found, expected, strict=True))


@given(markets(least=1, most=3))
@settings(max_examples=100, deadline=None)
def test_every_gap_and_only_gaps_are_found(market):
    """What no rule holds for is empty if and only if some rule holds for every customer."""
    rules, fields = market
    space = Space(rules)
    gap = space.everything - space.union(rules)
    uncovered = [c for c in points(fields) if not any(holds(rule, c) for rule in rules)]
    assert gap.empty == (not uncovered)
