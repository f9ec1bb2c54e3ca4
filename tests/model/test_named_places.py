"""Rules that name places in words hold for the codes of these places."""

import pytest

from orgmodel import Customer, Org, Position, Territory, Where, coverage


@pytest.mark.parametrize("name", ["Italy", "Italien", "italia", "Lombardy"])
def test_a_name_holds_for_its_code(name):
    """``place: Italy`` is never a word that matches nobody."""
    org = Org("Aurora")
    south = org.add(Territory("south", Where(place=[name])))
    org.add(Position("rep", title="Sales Manager", held_by="Tom Berg", covers=[south]))
    org.add(Customer("acme", place="IT-25"))
    org.add(Customer("brio", place="FR"))
    found = {each.customer.id: each.state for each in coverage(org)}
    assert found == {"acme": "covered", "brio": "nobody"}
    assert org.territories["south"].where.place == (name,)
