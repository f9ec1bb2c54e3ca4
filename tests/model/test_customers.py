"""What is known of customers can be stated, and the impossible cannot."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from orgmodel import Assignment, Contact, Customer, DesignError, Position, roles


def test_a_customer_exists_unless_it_is_called_a_prospect():
    """Existing is the rule, and there is no third thing."""
    assert Customer("acme").status == "existing"
    assert Customer("brio", status="prospect").status == "prospect"
    with pytest.raises(DesignError, match="'existing' or 'prospect'"):
        Customer("coda", status="lost")


def test_a_key_account_has_a_manager_a_deputy_and_the_cost_of_losing_it():
    """Who has it, who takes over, and what it brings: revenue, profit, potential."""
    ada = Position("ada", roles.ACCOUNT_MANAGER, held_by="Ada Rossi")
    bob = Position("bob", roles.ACCOUNT_MANAGER, held_by="Bob Neri")
    acme = Customer(
        "acme",
        "Acme S.p.A.",
        key_account=True,
        managed_by=ada,
        deputy=bob,
        revenue=2_400_000,
        profit="310000.50",
        potential=4e6,
        tier="A",
    )
    assert (acme.managed_by, acme.deputy, acme.key_account) == ("ada", "bob", True)
    assert (acme.revenue, acme.profit) == (Decimal(2_400_000), Decimal("310000.50"))
    assert (acme.potential, acme.tier) == (Decimal(4_000_000), "A")


def test_a_small_customer_needs_one_contact():
    """One purchasing manager will do, and need not be put in a list."""
    small = Customer("brio", contacts=Contact("Ida Neri", "purchasing"))
    assert [(c.name, c.role, c.known_by) for c in small.contacts] == [
        ("Ida Neri", "purchasing", None)
    ]


def test_a_buying_centre_is_its_contacts_and_who_of_ours_knows_them():
    """Purchasing officials, technical decision makers and executives, each with our relation."""
    ada = Position("ada", roles.ACCOUNT_MANAGER)
    acme = Customer(
        "acme",
        contacts=[
            Contact("Ida Neri", "purchasing", title="Chief Buyer", known_by=ada),
            Contact("Leo Riva", "technical", known_by="sam"),
            Contact("Eva Sala", "executive"),
        ],
    )
    assert {c.role: c.known_by for c in acme.contacts} == {
        "purchasing": "ada",
        "technical": "sam",
        "executive": None,
    }
    with pytest.raises(DesignError, match="'purchasing', 'technical', 'executive'"):
        Contact("Ugo", "boss")


def test_rules_may_ask_for_all_that_is_known_and_only_for_that():
    """Fields without a value are left out; numbers are exact; own attributes have their prefix."""
    acme = Customer(
        "acme",
        place="IT-21",
        size=120,
        revenue=0.1,
        attributes={"fleet": 12, "score": 0.5, "plan": "gold", "code": "007"},
    )
    assert acme.values() == {
        "place": "IT-21",
        "status": "existing",
        "size": Decimal(120),
        "revenue": Decimal("0.1"),
        "attributes.fleet": Decimal(12),
        "attributes.score": Decimal("0.5"),
        "attributes.plan": "gold",
        "attributes.code": "007",
    }


def test_customers_form_families_and_have_territories_by_name():
    """A subsidiary names its parent, the territories it belongs to, and those it never does."""
    child = Customer(
        "acme-fr", parent=Customer("acme"), territories="west", excluded_from=["north"]
    )
    assert (child.parent, child.territories, child.excluded_from) == ("acme", ("west",), ("north",))


def test_an_assignment_holds_from_its_first_day_to_the_day_before_its_end():
    """The end is the day after the last, so that one follows another without a gap."""
    stated = Assignment("a", "acme", "ada", since="2026-01-01", until=dt.date(2026, 4, 1))
    days = ["2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01"]
    assert [stated.on(dt.date.fromisoformat(d)) for d in days] == [False, True, True, False]
    for_ever = replace(stated, since=None, until=None)
    assert for_ever.on(dt.date.min)
    assert for_ever.on(dt.date.max)


@pytest.mark.parametrize("day", ["01/02/2026", "2026-1-1", "20260101", 1_767_225_600, "soon"])
def test_a_day_is_written_in_one_way_only(day):
    """What some read the other way round, and seconds since 1970, are refused with the notation."""
    with pytest.raises(DesignError, match="YYYY-MM-DD"):
        Assignment("a", "acme", "ada", since=day)


@pytest.mark.parametrize(("field", "value"), [("share", 0), ("share", 100.1), ("role", "boss")])
def test_an_assignment_cannot_be_nonsense(field, value):
    """A share is above 0 and up to 100 per cent; the roles on an account are given."""
    with pytest.raises(DesignError, match=field if field == "share" else "executive sponsor"):
        Assignment("a", "acme", "ada", **{field: value})


@pytest.mark.parametrize("size", [-1, 1.5, True, "many"])
def test_a_size_is_a_number_of_people(size):
    """It is whole, not negative, and neither true nor false."""
    with pytest.raises(DesignError, match="size"):
        Customer("acme", size=size)
