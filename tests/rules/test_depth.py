"""Deep and wide organisations are judged like others."""

import pytest

from orgmodel import Customer, Org, Position, Territory, Where, validate

pytestmark = pytest.mark.slow

DEPTH, WIDTH = 100_000, 10_000


def codes(org):
    """The codes of what is found."""
    return {finding.code for finding in validate(org)}


def test_a_chain_of_a_hundred_thousand_is_judged():
    """Nothing recurses over the depth of the lines."""
    org = Org("Aurora")
    for n in range(DEPTH):
        boss = f"p{n - 1}" if n else None
        far = [f"p{n - 2}"] if n > 1 else []
        org.add(Position(f"p{n}", "sales_manager", reports_to=boss, dotted_to=far, grade=-n))
    assert {"SPN203", "SPN205", "ORG106"} <= codes(org)


def test_a_ring_of_a_hundred_thousand_is_told_shortly():
    """The ring is found once, and its sentence does not name everybody."""
    org = Org("Aurora")
    for n in range(DEPTH):
        boss = f"p{(n - 1) % DEPTH}"
        org.add(Position(f"p{n}", "sales_manager", held_by=f"h{n}", reports_to=boss))
    (ring,) = (finding for finding in validate(org) if finding.code == "ORG101")
    assert "a loop of 100,000 positions" in ring.sentence
    assert len(ring.sentence) < 300


def test_a_star_of_ten_thousand_is_judged():
    """No rule looks at all positions for each position, nor at all boxes of a person for each."""
    org = Org("Aurora")
    north = org.add(Territory("north", Where(place=["IT"])))
    org.add(Position("p", "sales_director", held_by="Ann Lee"))
    for n in range(WIDTH):
        role = "sales_representative"
        org.add(Position(f"p{n}", role, held_by="TBD", reports_to="p", covers=[north]))
        org.add(Customer(f"c{n}", place="IT", managed_by="missing" if n % 2 else None))
    assert {"SPN201", "TER308", "MOD001"} <= codes(org)


def test_deep_territories_and_families_are_judged():
    """Nothing recurses over the depth of territories and of account families."""
    org = Org("Aurora")
    org.add(Position("p", "sales_representative", held_by="Bob Ray", covers=["t0"]))
    for n in range(DEPTH):
        org.add(Territory(f"t{n}", within=f"t{n - 1}" if n else None))
        parent = f"c{n - 1}" if n else None
        org.add(Customer(f"c{n}", parent=parent, managed_by="p" if n else None, territories=["t0"]))
    assert {"TER310", "TER301"} <= codes(org)
