"""Examples are customers that can be, and read like ones."""

from decimal import Decimal

import pytest

from orgmodel.model import Between, Customer, DesignError, Where
from orgmodel.regions import Matcher, Space, describe
from orgmodel.regions.domain import ALWAYS_ONE_OF, NEVER_NEGATIVE, WHOLE


def example_of(where, *, but_not=(), among=()):
    """Describe a customer of a rule that others do not take."""
    space = Space([where, *but_not, *among])
    found = (space.region(where) - space.union(but_not)).example()
    return None if found is None else describe(found)


def test_a_listed_value_is_shown_as_it_was_written():
    """An example names the place and the segment of the rule in their own letters."""
    rule = Where(place="IT-21", segment=["B", "C"], size=Between(300, 500))
    assert example_of(rule) == "place IT-21, segment B, size 300"


def test_what_is_left_of_a_place_is_a_place_within_it():
    """A country without its listed region and itself leaves some other region of it."""
    left = example_of(Where(place="IT-*"), but_not=[Where(place=["IT-1", "IT-2"])])
    assert left == "place IT-3"


def test_postal_codes_have_their_length():
    """The example of a beginning of postal codes is a whole code outside longer beginnings."""
    assert example_of(Where(postal_code="20*"), but_not=[Where(postal_code="200*")]) == (
        "postal code 20111"
    )


def test_any_value_is_rather_shown_than_none():
    """Who lies outside a rule has another value, and none only where every value is taken."""
    assert example_of(Where(), but_not=[Where(segment="A")]) == "any other segment"
    assert example_of(Where(), but_not=[Where(segment="*")]) == "no segment"
    assert example_of(Where(), but_not=[Where(size=Between(0, None))]) == "no size"


def test_as_few_fields_as_will_do_are_shown():
    """Who fails one of two conditions is out, and no word is lost on the other."""
    assert example_of(Where(), but_not=[Where(place="IT", segment="A")]) == "any other place"


def test_whatever_is_not_asked_for_is_not_shown():
    """Where every customer is meant, the example says so."""
    assert example_of(Where()) == "any customer"


def test_amounts_and_free_attributes_read_plainly():
    """Large amounts have no exponent, and free attributes go by their names."""
    rule = Where(revenue=Between(Decimal("2E+6"), None), attributes={"fleet_size": Between(12, 20)})
    assert example_of(rule) == "revenue 2000000, fleet size 12"


def test_the_text_of_a_number_and_its_amount_are_one_value():
    """A number that must begin with 3 and lie from 10 to below 35 is 30, and below 30 is none."""
    begins = Where(attributes={"code": "3*"})
    between = Where(attributes={"code": Between(10, 35)})
    below = Where(attributes={"code": Between(10, 30)})
    found = {
        (o.first, o.second): o.example
        for o in Matcher(dict(enumerate((begins, between, below)))).overlaps()
    }
    assert found[0, 1] == {"attributes.code": Decimal(30)}
    assert (0, 2) not in found


@pytest.mark.parametrize(
    "impossible",
    [
        Where(size=Between("10.2", "10.8")),
        Where(size=Between(None, 0)),
        Where(revenue=Between(-5, 0)),
        Where(status="lead"),
        Where(place="IT-21", exclude=Where(place="it")),
        Where(segment="A", exclude=Where()),
    ],
)
def test_a_rule_that_can_hold_for_nobody_is_an_empty_region(impossible):
    """A contradiction, or what no customer can be, is empty, has no example, overlaps nothing."""
    matcher = Matcher({"impossible": impossible, "all": Where()})
    region = matcher.region("impossible")
    assert region.empty
    assert not region
    assert region.example() is None
    assert not list(matcher.overlaps())


def test_both_kinds_of_status_are_every_customer():
    """Rules for existing customers and for prospects leave nobody over."""
    matcher = Matcher({s: Where(status=s) for s in ("existing", "prospect")})
    assert matcher.uncovered().empty
    assert matcher.gap() is None


def test_what_fields_can_be_is_what_customers_accept():
    """Whatever is held to be impossible is refused by the customer itself, and nothing else."""
    for name in NEVER_NEGATIVE:
        Customer("c", **{name: 0})
        with pytest.raises(DesignError):
            Customer("c", **{name: -1})
    Customer("c", profit=Decimal("-0.5"), potential=Decimal("0.5"), revenue=Decimal("0.5"))
    for name in WHOLE:
        with pytest.raises(DesignError):
            Customer("c", **{name: Decimal("1.5")})
    for name, values in ALWAYS_ONE_OF.items():
        assert Customer("c").values()[name] in values
        for wrong in (None, "something else"):
            with pytest.raises(DesignError):
                Customer("c", **{name: wrong})


def test_a_bound_of_any_length_has_numbers_below_it():
    """Below a bound longer than the usual precision the example is still below."""
    bound = Decimal("-1" + "0" * 40)
    found = Space([rule := Where(profit=Between(None, bound))]).region(rule).example()
    assert found is not None
    assert found["profit"] < bound
