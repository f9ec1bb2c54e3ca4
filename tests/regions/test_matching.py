"""The table of many rules gives the rules that hold, and the pairs that can hold together."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from regions.small_markets import CONDITIONS, customers, markets, points, wheres

from orgmodel.model import holds
from orgmodel.regions import Matcher

EVERY_FIELD = sorted(CONDITIONS)


@given(st.lists(wheres(EVERY_FIELD), max_size=4), st.lists(customers(), min_size=1, max_size=20))
@settings(max_examples=300, deadline=None)
def test_it_matches_what_holds(rules, book):
    """For likely and unlikely customers the rules found are those that hold, in order."""
    matcher = Matcher(dict(enumerate(rules)))
    for values in book:
        expected = [number for number, rule in enumerate(rules) if holds(rule, values)]
        assert [hit.key for hit in matcher.match(values)] == expected


@given(markets(least=2, most=4))
@settings(max_examples=150, deadline=None)
def test_every_overlap_and_only_overlaps_are_found(market):
    """The pairs found are those that some customer is in both of, and so is the example."""
    rules, fields = market
    everybody = points(fields)
    found = {(o.first, o.second): o.example for o in Matcher(dict(enumerate(rules))).overlaps()}
    expected = {
        (one, other)
        for one, other in combinations(range(len(rules)), 2)
        if any(holds(rules[one], c) and holds(rules[other], c) for c in everybody)
    }
    assert set(found) == expected
    for pair, example in found.items():
        assert all(holds(rules[number], example) for number in pair)


@given(markets(least=1, most=3))
@settings(max_examples=100, deadline=None)
def test_the_most_specific_alternative_counts(market):
    """A hit has as many conditions as the longest alternative that holds, and no more."""
    rules, fields = market
    everybody = points(fields)
    matcher = Matcher(dict(enumerate(rules)))
    for values in everybody[::7]:
        for hit in matcher.match(values):
            assert hit.conditions == most_conditions(rules[hit.key], values)


def most_conditions(where, values):
    """Count the conditions of the longest alternative that holds, the plain way."""
    if not holds(where, values):
        return -1
    own = where.conditions()
    plain = type(where)(**{n: getattr(where, n) for n in CONDITIONS if getattr(where, n)})
    counts = [len(own)] if (own or not where.include) and holds(plain, values) else []
    return max([*counts, *(most_conditions(also, values) for also in where.include)])


@given(markets(least=1, most=4), st.booleans())
@settings(max_examples=200, deadline=None)
def test_a_gap_is_found_where_there_is_one(market, whole):
    """A gap, in the whole market or within a rule, is found if and only if there is one."""
    rules, fields = market
    everybody = points(fields)
    matcher = Matcher(dict(enumerate(rules)))
    found = matcher.gap() if whole else matcher.gap(within=0)

    def left_over(values):
        inside = whole or holds(rules[0], values)
        return inside and not any(holds(rule, values) for rule in rules[0 if whole else 1 :])

    assert (found is None) == (not any(map(left_over, everybody)))
    if found is not None:
        assert left_over(found)
