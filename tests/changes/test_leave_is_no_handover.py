"""Who is away keeps the customers; who takes the position over does not."""

import datetime as dt

from orgmodel import Customer, Org, Person, Position
from orgmodel.changes import TakeOver, apply, diff
from orgmodel.cover import coverage
from orgmodel.model import Leave

DAY = dt.date(2026, 3, 1)


def design(away):
    """Give a customer of Bob, for whom Ada stands in while he is away."""
    org = Org("Aurora")
    org.add(Person("bob"))
    org.add(Position("ada", held_by="Ada"))
    org.add(Position("bob", held_by="bob", deputy="ada"))
    org.add(Customer("acme", managed_by="bob", revenue=1_000))
    if away:
        org.add(Leave("parental", "bob", since=dt.date(2026, 2, 1), stand_in="ada"))
    return org


def test_a_stand_in_answers_but_no_customer_changes_hands():
    """As the page on changes says; coverage names the stand-in."""
    found = diff(design(away=False), design(away=True), on=DAY)
    assert coverage(design(away=True), on=DAY).of("acme").stand_in.id == "ada"
    assert found.handovers == ()
    assert found.revenue == 0


def test_another_holder_is_a_handover():
    """The position stays, the person who answers for the customer is another one."""
    before = design(away=False)
    found = diff(before, apply(before, [TakeOver("Cid", "bob")]), on=DAY)
    assert [each.customer.id for each in found.handovers] == ["acme"]
