"""Counts, percentages, amounts and lists read the same wherever they are printed."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.text import (
    before_after,
    counted,
    listed,
    money,
    more,
    percent,
    quoted,
    short_money,
)


@pytest.mark.parametrize(
    ("number", "noun", "text"),
    [
        (0, "customer", "0 customers"),
        (1, "customer", "1 customer"),
        (1_200, "customer", "1,200 customers"),
        (2, "territory", "2 territories"),
        (2, "day", "2 days"),
        (2, "business", "2 businesses"),
        (2, "named person", "2 named people"),
        (2, "new customer", "2 new customers"),
        (3, "info", "3 info"),
    ],
)
def test_a_number_agrees_with_its_noun(number, noun, text):
    """Only one of a thing is singular, and thousands are separated."""
    assert counted(number, noun) == text


def test_a_plural_can_be_given():
    """Where the noun is not the last word."""
    assert counted(2, "day without cover", "days without cover") == "2 days without cover"
    assert counted(1, "day without cover", "days without cover") == "1 day without cover"


@pytest.mark.parametrize(
    ("part", "whole", "places", "text"),
    [
        (12, 100, 0, "12%"),
        (0, 5, 0, "0%"),
        (1, 1000, 0, "<1%"),
        (1, 100_000, 1, "<0.1%"),
        (9_999, 10_000, 0, ">99%"),
        (9_999, 10_000, 1, ">99.9%"),
        (1, 1, 0, "100%"),
        (3, 2, 0, "150%"),
        (Decimal("0.035"), 1, 1, "3.5%"),
        (0.1, 1, 1, "10.0%"),
        (-1, 4, 0, "-25%"),
    ],
)
def test_a_percentage_never_claims_nothing_or_everything(part, whole, places, text):
    """A small part is not 0%, and a large one is not 100%, unless exactly so."""
    assert percent(part, whole, places) == text


@pytest.mark.parametrize(
    ("amount", "exact", "text"),
    [
        (Decimal(2_400_000), True, "EUR 2,400,000"),
        (Decimal("1234.5"), True, "EUR 1,234.50"),
        (Decimal("1234.5"), False, "EUR 1,234"),
        (Decimal("1E+3"), True, "EUR 1,000"),
        (Decimal(-5), True, "EUR -5"),
        (0.25, True, "EUR 0.25"),
    ],
)
def test_an_amount_is_exact_unless_it_is_an_estimate(amount, exact, text):
    """Cents are shown where there are any."""
    assert money(amount, "EUR", exact=exact) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Decimal(999), "EUR 999"),
        (Decimal(3_400_000), "EUR 3.4M"),
        (Decimal(999_950), "EUR 1M"),
        (Decimal(12_300_000_000), "EUR 12bn"),
        (Decimal(10) ** 40, "EUR 1e+40"),
    ],
)
def test_a_short_amount_has_two_or_three_digits(amount, text):
    """And never a thousand of one unit."""
    assert short_money(amount, "EUR") == text


def test_a_change_is_shown_once_where_nothing_changed():
    """So that a reader sees at a glance what moved."""
    assert before_after(1_000, 1_000) == "1,000"
    assert before_after(10, 12) == "10 → 12"


@pytest.mark.parametrize(
    ("names", "most", "text"),
    [
        ([], 3, ""),
        (["a"], 3, "a"),
        (["a", "b"], 3, "a and b"),
        (["a", "b", "c", "d"], 3, "a, b, c and d"),
        (["a", "b", "c", "d", "e"], 3, "a, b, c and 2 more"),
        (["a", "b", "c", "d", "e"], None, "a, b, c, d and e"),
    ],
)
def test_a_list_reads_as_a_sentence_does(names, most, text):
    """With "and" before the last one, or the number of the others."""
    assert listed(names, most) == text


@given(st.lists(st.from_regex("[a-z]{1,5}", fullmatch=True)), st.integers(1, 6))
@settings(deadline=None)
def test_a_list_accounts_for_every_name(names, most):
    """What is named and what is counted add up to all there is."""
    text = listed(names, most)
    named, _, rest = text.partition(" and ")
    count, said, _ = rest.partition(" more")
    shown = len(named.split(", ")) if named else 0
    others = int(count) if said else bool(rest)
    assert shown + others == len(names)


def test_more_is_empty_where_nothing_is_left_out():
    """A full list does not end with "and 0 more"."""
    assert not more(20, 20)
    assert more(1_220, 20) == "and 1,200 more"


def test_quotes_stand_around_each_name():
    """So that an empty name or one with blanks is seen."""
    assert listed(quoted(["a b", ""])) == "'a b' and ''"
