"""Money is exact, finite, and never less than nothing unless it may be."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel import Customer, DesignError, Org
from orgmodel.model import Between, exact

FINITE = st.floats(0, 1e300) | st.integers(0, 10**40)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (0.1, "0.1"),
        (2_400_000, "2400000"),
        ("12.50", "12.50"),
        (Decimal("1E+3"), "1E+3"),
        (1e23, "1E+23"),
        (-0.0, "0"),
    ],
)
def test_an_amount_is_what_was_written(written, kept):
    """A float is the decimal that it prints as; text and decimals keep their digits."""
    assert Customer("c", revenue=written).revenue == Decimal(kept)
    assert isinstance(Customer("c", revenue=written).revenue, Decimal)


@given(FINITE)
def test_every_finite_number_is_kept_exactly(number):
    """What a number prints as is what is stored, digit by digit."""
    kept = Customer("c", revenue=number).revenue
    assert kept == Decimal(repr(number))
    assert type(number)(kept) == number


@pytest.mark.parametrize(
    "amount", [float("nan"), float("inf"), float("-inf"), "NaN", "Infinity", "sNaN", Decimal("NaN")]
)
def test_what_is_not_finite_is_no_amount(amount):
    """Neither revenue, which is at least 0, nor profit, which may be a loss, nor a bound."""
    for make in (
        lambda: Customer("c", revenue=amount),
        lambda: Customer("c", profit=amount),
        lambda: Between(amount),
    ):
        with pytest.raises(DesignError, match="finite number"):
            make()


def test_own_attributes_are_finite_too():
    """A number that is none is refused; the text that reads so is a text."""
    with pytest.raises(DesignError, match="finite number"):
        Customer("c", attributes={"x": float("nan")})
    assert Customer("c", attributes={"x": "NaN"}).attributes == {"x": "NaN"}


@pytest.mark.parametrize("amount", [True, False, "12,50", "€ 5", "1 000", "", b"\xff", [1]])
def test_what_is_no_number_is_no_amount(amount):
    """Truth values, foreign notations, signs and lists are refused, not guessed at."""
    with pytest.raises(DesignError, match="revenue"):
        Customer("c", revenue=amount)


def test_only_what_may_be_a_loss_may_be_negative():
    """Revenue and potential are at least 0; profit, own attributes and bounds may be below."""
    for field in ("revenue", "potential"):
        with pytest.raises(DesignError, match="greater than or equal to 0"):
            Customer("c", **{field: -0.01})
    loss = Customer("c", profit=-5, attributes={"growth": -0.5})
    assert (loss.profit, loss.attributes["growth"]) == (Decimal(-5), Decimal("-0.5"))
    assert Between(-5).holds(Decimal(-5))


@pytest.mark.parametrize("currency", ["eur", "EURO", "€", "", "E1R", "EUR\n"])
def test_a_currency_is_three_capitals(currency):
    """Of an organisation as of a customer, and the message says what to write."""
    with pytest.raises(DesignError, match="write three capitals, such as EUR"):
        Org("Aurora", currency=currency)
    with pytest.raises(DesignError, match="currency"):
        Customer("c", currency=currency)


def test_nothing_counts_as_zero():
    """Sums need no special case for amounts that nobody knows."""
    customers = Customer("a", revenue=0.1), Customer("b"), Customer("c", revenue=0.2)
    assert exact(None) == 0
    assert sum(exact(c.revenue) for c in customers) == Decimal("0.3")
