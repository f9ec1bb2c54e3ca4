"""Rules of territories mean what they read as."""

from dataclasses import replace
from decimal import Decimal

import pytest

from orgmodel import Between, Customer, DesignError, Where
from orgmodel.model import holds

CASES = [
    # rule, customer, whether it holds
    (Where(), {}, True),
    (Where(place="IT"), {"place": "IT"}, True),
    (Where(place="IT"), {"place": "IT-21"}, True),
    (Where(place="it-2"), {"place": "IT-21"}, False),
    (Where(place="IT-2*"), {"place": "IT-21"}, True),
    (Where(place="IT"), {"place": "ITX"}, False),
    (Where(place="IT"), {}, False),
    (Where(place=["IT", "FR"]), {"place": "FR"}, True),
    (Where(city="IT"), {"city": "IT-21"}, False),
    (Where(city="milano"), {"city": "MILANO"}, True),
    (Where(city="STRASSE"), {"city": "Straße"}, True),
    (Where(postal_code="20*"), {"postal_code": "20121"}, True),
    (Where(postal_code="20*"), {"postal_code": "02012"}, False),
    (Where(postal_code="20"), {"postal_code": "20121"}, False),
    (Where(industry="*"), {"industry": "steel"}, True),
    (Where(industry="*"), {}, False),
    (Where(status="prospect"), {"status": "prospect"}, True),
    (Where(status="prospect"), {}, False),
    (Where(tier="A", segment="retail"), {"tier": "A", "segment": "retail"}, True),
    (Where(tier="A", segment="retail"), {"tier": "A"}, False),
    (Where(size=Between(50, 250)), {"size": 50}, True),
    (Where(size=Between(50, 250)), {"size": 250}, False),
    (Where(size=Between(50, 250)), {}, False),
    (Where(revenue=Between(below=0.3)), {"revenue": 0.1}, True),
    (Where(profit=Between(at_least=0)), {"profit": -1}, False),
    (Where(potential=Between()), {"potential": 0}, True),
    (Where(potential=Between()), {}, False),
    (Where(attributes={"fleet": Between(10)}), {"attributes": {"fleet": 12}}, True),
    (Where(attributes={"fleet": Between(10)}), {"attributes": {"fleet": "12"}}, False),
    (Where(attributes={"fleet": ["12"]}), {"attributes": {"fleet": 12}}, True),
    (Where(attributes={"plan": "gold"}), {"attributes": {"plan": "Gold"}}, True),
    (Where(attributes={"plan": "gold"}), {"attributes": {}}, False),
    (Where(include=[Where(place="IT"), Where(place="FR")]), {"place": "FR"}, True),
    (Where(include=[Where(place="IT"), Where(place="FR")]), {"place": "DE"}, False),
    (Where(tier="A", include=Where(place="IT")), {"place": "IT", "tier": "B"}, True),
    (Where(place="IT", exclude=Where(city="Roma")), {"place": "IT", "city": "Roma"}, False),
    (Where(place="IT", exclude=Where(city="Roma")), {"place": "IT"}, True),
    (Where(exclude=Where(place="IT")), {"place": "FR"}, True),
    (Where(include=Where(place="IT"), exclude=Where(place="IT-21")), {"place": "IT-21"}, False),
]


@pytest.mark.parametrize(("rule", "facts", "expected"), CASES)
def test_a_rule_holds_for_whom_it_describes(rule, facts, expected):
    """Letter case does not count, places nest, intervals are half-open, nothing meets nothing."""
    assert holds(rule, Customer("c", **facts).values()) is expected


def test_a_rule_reads_as_it_was_meant():
    """Printed, it is a phrase with its alternatives and exceptions."""
    rule = Where(
        place=["IT-21", "IT-25"],
        postal_code="20*",
        size=Between(50, 250),
        attributes={"fleet_size": Between(below=10), "plan": ["gold"]},
        include=Where(tier="A"),
        exclude=[Where(industry="public"), Where(city="Roma")],
    )
    assert str(rule) == (
        "place IT-21 or IT-25; postal code 20*; size at least 50 and below 250; "
        "fleet size below 10; plan gold; or (tier A); but not (industry public); "
        "but not (city Roma)"
    )
    assert str(Where()) == "everything"
    assert str(Between()) == "any number"


def test_only_a_rule_without_any_condition_catches_all():
    """Alternatives and exceptions are conditions too."""
    assert Where().catches_all
    for rule in (Where(tier="A"), Where(include=Where()), Where(exclude=Where(tier="A"))):
        assert not rule.catches_all


def test_an_interval_lacks_its_upper_end():
    """Two that meet share no number and leave none between them."""
    low, high = Between(below=100), Between(at_least=100)
    for number in (Decimal("99.99"), Decimal(100), Decimal("100.01")):
        assert low.holds(number) is not high.holds(number)
    assert not low.holds(None)
    assert not low.holds("5")


NO_CONDITIONS = {
    "misspelt field": lambda: Where(plaice="IT"),
    "empty text": lambda: Where(place=[""]),
    "number for text": lambda: Where(place=[5]),
    "text for interval": lambda: Where(size="50-250"),
    "text for bound": lambda: Where(size=Between("many")),
    "text for rule": lambda: Where(exclude=["IT"]),
    "empty name": lambda: Where(attributes={"": "x"}),
    "replaced by nothing": lambda: replace(Where(place="IT"), place=[None]),
}


@pytest.mark.parametrize("make", NO_CONDITIONS.values(), ids=NO_CONDITIONS)
def test_what_is_no_condition_is_refused(make):
    """Unknown fields, empty values and texts in place of intervals do not pass as rules."""
    with pytest.raises(DesignError):
        make()


LISTS_OF_NOTHING = {
    "alone": lambda: Where(place=[]),
    "beside another": lambda: Where(tier="A", segment=[]),
    "set": lambda: Where(status=set()),
    "alternatives": lambda: Where(include=[]),
    "attribute": lambda: Where(attributes={"plan": []}),
    "attribute, tuple": lambda: Where(attributes={"plan": ()}),
    "inside": lambda: Where(exclude=[Where(city=[])]),
    "replaced": lambda: replace(Where(place="IT"), place=[]),
}


@pytest.mark.parametrize("make", LISTS_OF_NOTHING.values(), ids=LISTS_OF_NOTHING)
def test_a_list_of_nothing_is_refused(make):
    """It reads as nobody, and a rule without the condition would hold for everybody."""
    with pytest.raises(DesignError, match="lists no value; list some, or leave it out to hold"):
        make()


def test_a_rule_can_be_changed_in_one_field():
    """What is left out of it stays left out."""
    assert replace(Where(place="IT"), tier="A") == Where(place="IT", tier="A")
    assert replace(Where(place="IT", exclude=[Where(tier="A")]), exclude=[]) == Where(place="IT")


def test_the_same_rule_is_the_same_value():
    """However its values are listed, so that rules can be compared and looked up."""
    assert Where(place="IT", size=Between(5)) == Where(place=["IT"], size=Between(5.0))
    assert hash(Where(place="IT")) == hash(Where(place=("IT",)))
