"""The more specific rule can be told from the others."""

from decimal import Decimal

import pytest

from orgmodel.model import Between, Where
from orgmodel.regions import Matcher

CUSTOMER = {
    "place": "IT-21-b",
    "postal_code": "20121",
    "segment": "A",
    "size": Decimal(150),
    "profit": Decimal(50),
}


@pytest.mark.parametrize(
    "rules",
    [
        (Where(place="it-21-b"), Where(place="IT-21"), Where(place="IT"), Where(place="I*")),
        (Where(postal_code="20121"), Where(postal_code="201*"), Where(postal_code="20*")),
        (Where(size=Between(100, 200)), Where(size=Between(100, 300)), Where(size=Between(100))),
        (Where(size=Between(100)), Where(size=Between(50)), Where(size=Between()), Where()),
        (Where(size=Between(None, 200)), Where(size=Between(None, 300))),
        (Where(profit=Between(None, 60)), Where(profit=Between(None, 90)), Where(profit=Between())),
        (Where(place="I*", segment="*"), Where(place="IT-21-B")),
        (Where(place="IT-21-B", segment="*"), Where(place="IT-21", segment="*")),
        (Where(segment="A"), Where(place="IT-21"), Where(size=Between(150, 151))),
        (Where(include=[Where(place="IT"), Where(place="IT", segment="A")]), Where(segment="A")),
        (Where(place=["I*", "IT-21-b"]), Where(place=["IT-21", "DE-21"])),
    ],
)
def test_the_more_specific_comes_first(rules):
    """More conditions beat fewer, then exact values, longer beginnings, narrower intervals."""
    matcher = Matcher(dict(enumerate(reversed(rules))))
    hits = sorted(matcher.match(CUSTOMER), key=lambda hit: hit.specificity)
    assert [hit.key for hit in hits] == list(range(len(rules)))


def test_the_value_met_counts_and_not_others_listed():
    """A rule that lists this place beside a beginning is exact here and not elsewhere."""
    matcher = Matcher({"mixed": Where(place=["IT*", "DE-1"])})
    (here,), (there,) = matcher.match({"place": "DE-1"}), matcher.match({"place": "IT-5"})
    assert (here.precision.exact_values, here.precision.letters) == (1, 0)
    assert (there.precision.exact_values, there.precision.letters) == (0, 2)


def test_exceptions_make_a_rule_no_more_specific():
    """What is excluded is no condition of the rule."""
    plain, careful = Matcher(
        {"plain": Where(place="IT"), "careful": Where(place="IT", exclude=Where(segment="B"))}
    ).match(CUSTOMER)
    assert plain.specificity == careful.specificity


def test_one_number_in_two_spellings_is_matched_by_each():
    """Equal numbers that print differently are not mistaken for each other as text."""
    matcher = Matcher({"text": Where(attributes={"v": "1.0"}), "all": Where()})
    names = [
        [hit.key for hit in matcher.match({"attributes.v": Decimal(spelled)})]
        for spelled in ("1", "1.0", "1.00")
    ]
    assert names == [["all"], ["text", "all"], ["all"]]
