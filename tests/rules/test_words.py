"""How findings name and count things."""

import pytest

from orgmodel import Customer, Org
from orgmodel.rules import RuleContext
from orgmodel.rules.core.phrases import alike, foremost, listed, worth


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("", ""),
        ("a", "'a'"),
        ("ba", "'a' and 'b'"),
        ("cab", "'a', 'b' and 'c'"),
        ("dcab", "'a', 'b', 'c' and 'd'"),
        ("edcab", "'a', 'b', 'c' and 2 more"),
    ],
)
def test_names_are_listed_in_order_and_never_one_short(names, said):
    """Four names are all told, for 'and 1 more' would be no shorter."""
    assert listed(names) == said


def test_revenue_is_summed_exactly_and_told_in_the_currency():
    """Cents stay cents, millions have no exponent, and nothing known is not zero."""
    org = Org("Aurora", currency="PLN")
    one, other, none = (
        org.add(Customer("a", revenue=0.1)),
        org.add(Customer("b", revenue=2.4e6)),
        org.add(Customer("c")),
    )
    design = RuleContext.of(org)
    assert worth(design, [one, other, none]) == "PLN 2,400,000.1 a year"
    assert worth(design, [none]) == "unknown revenue"


def test_beyond_the_foremost_the_others_are_counted():
    """What is left is told in one, unless it is just one."""
    issues = [(None, f"Number {n}.") for n in range(5)]
    assert list(foremost(issues, 4, "things")) == issues
    *first, (about, rest) = foremost(issues, 3, "things are wrong")
    assert first == issues[:3]
    assert about is None
    assert rest == "2 more things are wrong, beyond the 3 that are listed."


def test_what_is_true_of_everyone_is_told_once():
    """Of one alone, or of some, each is told."""
    issues = [(None, "A."), (None, "B.")]
    assert list(alike(issues, 2, "All.")) == [(None, "All.")]
    assert list(alike(issues, 3, "All.")) == issues
    assert list(alike(issues[:1], 1, "All.")) == issues[:1]
