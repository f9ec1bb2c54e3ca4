"""What is found in territories, with examples of customers that can be checked by hand."""

import pytest
from rules.findings import about, sentences

from orgmodel import DesignError

REPS = """
positions:
  bob: {role: sales_representative, held_by: Bob Ray, covers: [%s]}
  joe: {role: sales_representative, held_by: Joe Kay, covers: [%s]}
"""


def market(bob, joe, territories):
    """Write two representatives and their territories."""
    rows = "".join(f"  {row}\n" for row in territories)
    return f"territories:\n{rows}{REPS % (bob, joe)}"


def test_an_overlap_that_specificity_decides_is_fine():
    """A narrower rule, a deeper territory and a higher rank each decide."""
    narrower = ["a: {where: {place: [IT]}}", "b: {where: {place: [IT-21]}}"]
    more = ["a: {where: {place: [IT]}}", "b: {where: {place: [IT], industry: [x]}}"]
    deeper = ["a: {where: {place: [IT]}}", "g: {}", "b: {where: {industry: [x]}, within: g}"]
    ranked = ["a: {where: {place: [IT]}}", "b: {where: {industry: [x]}, type: channel}"]
    overlay = ["a: {where: {place: [IT]}}", "b: {where: {place: [IT]}, type: overlay}"]
    for territories in (narrower, more, deeper, ranked, overlay):
        assert not sentences(market("a", "b", territories), "TER303"), territories


def test_an_overlap_of_the_same_people_is_fine():
    """Whoever comes first in the alphabet, the same position serves."""
    same = ["a: {where: {place: [IT]}}", "b: {where: {industry: [x]}}"]
    assert not sentences(market("'a', b", "'b', a", same), "TER303")
    assert sentences(market("a", "b", same), "TER303")


def test_an_overlap_that_a_third_territory_takes_is_fine():
    """Where a stronger territory holds for all that two tie for, the alphabet decides nothing."""
    two = ["a: {where: {place: [IT]}}", "b: {where: {industry: [x]}}"]
    third = "c: {where: {place: [IT], industry: [x]}}"
    assert not sentences(market("a, c", "b", [*two, third]), "TER303")
    (sentence,) = sentences(market("a, c", "b", [*two, third.replace("[IT]", "[IT-21]")]), "TER303")
    assert "'a' and 'b'" in sentence
    assert "IT-21" not in sentence


def test_a_group_needs_no_position_while_its_parts_take_everybody():
    """A whole without an owner is a gap only for customers whom none of its parts holds for."""
    whole = "it: {where: {place: [IT]}}"
    parts = [
        "big: {where: {place: [IT], size: {at_least: 100}}, within: it}",
        "small: {where: {place: [IT], size: {below: 100}}, within: it}",
    ]
    group = ["it: {}", *(part for part in parts)]
    assert not about(market("big", "small", group), "TER301")
    (sentence,) = sentences(market("big", "small", [whole, *parts]), "TER301")
    assert "no size" in sentence
    everybody = [whole, parts[0], "rest: {where: {place: [IT]}, within: it}"]
    assert not about(market("big", "rest", everybody), "TER301")


def test_parts_of_a_group_within_a_group_count():
    """A part may be a group itself; its own parts take the customers then."""
    nested = [
        "it: {where: {place: [IT]}}",
        "group: {within: it}",
        "all: {where: {place: [IT]}, within: group}",
    ]
    assert not about(market("all", "all", nested), "TER301")


def test_customers_of_a_territory_without_owner_are_told_with_it():
    """The territory is the cause: it has the count and the revenue, and no customer repeats it."""
    text = market("a", "a", ["a: {where: {place: [IT]}}", "b: {where: {place: [FR]}}"])
    text += "customers:\n  x: {place: FR, revenue: 1000}\n  y: {place: FR, revenue: 500}\n"
    assert sentences(text, "TER301") == [
        "Territory 'b' is covered by nobody, with 2 customers worth EUR 1,500 a year."
    ]
    assert not sentences(text, "CUS401")


def test_a_vacant_front_is_a_gap_though_its_manager_covers_too():
    """The manager stands in; the territory has nobody at the front all the same."""
    text = """
territories: {a: {where: {place: [IT]}}}
positions:
  tom: {role: territory_manager, held_by: Tom Berg, covers: [a]}
  rep: {role: sales_representative, reports_to: tom, covers: [a]}
customers: {x: {place: IT, revenue: 1000}}
"""
    (sentence,) = sentences(text, "TER302")
    assert "'rep'" in sentence
    assert "1 customer worth EUR 1,000" in sentence
    assert not sentences(text, "CUS402")
    assert not sentences(text, "TER308")


def test_a_catch_all_closes_the_market():
    """Without one the finding names a customer that is left out; complete rules need none."""
    assert sentences(market("a", "a", ["a: {where: {place: [IT]}}"]), "TER305")
    assert not sentences(market("a", "a", ["a: {where: {}}"]), "TER305")
    split = ["a: {where: {status: [prospect]}}", "b: {where: {status: [existing]}}"]
    assert not sentences(market("a", "b", split), "TER305")
    overlay = ["a: {where: {place: [IT]}}", "b: {where: {}, type: overlay}"]
    assert sentences(market("a", "b", overlay), "TER305")


def test_a_whole_is_not_shadowed_by_its_parts():
    """Parts take all customers of a whole; that is what they are for."""
    parts = [
        "it: {where: {place: [IT]}}",
        "a: {where: {place: [IT], status: [prospect]}, within: it}",
        "b: {where: {place: [IT], status: [existing]}, within: it}",
    ]
    assert not about(market("it, a", "b", parts), "TER307")
    apart = [row.replace(", within: it", "") for row in parts]
    assert about(market("it, a", "b", apart), "TER307") == ["territory:it"]


def test_contradictions_of_intervals_and_exclusions_are_found():
    """An interval without whole numbers holds for no size; one that ends first is not even read."""
    empty = "a: {where: {revenue: {at_least: 10, below: 5}}}"
    touching = "a: {where: {revenue: {at_least: 5, below: 5}}}"
    whole = "a: {where: {size: {at_least: 5.2, below: 6}}}"
    fine = "a: {where: {revenue: {at_least: 5, below: 5.01}}}"
    for row in (empty, touching):
        with pytest.raises(DesignError, match="no number lies between"):
            about(market("a", "a", [row]), "TER304")
    assert about(market("a", "a", [whole]), "TER304") == ["territory:a"]
    assert not about(market("a", "a", [fine]), "TER304")


def test_a_misspelt_attribute_is_found_by_the_book():
    """Nobody in the book has the field that the rule asks for."""
    text = market("a", "a", ["a: {where: {attributes: {chanel: [web]}}}"])
    text += "customers:\n  x: {attributes: {channel: web}, managed_by: bob}\n"
    (sentence,) = sentences(text, "TER312")
    assert sentence == "The rule of territory 'a' uses 'chanel', which none of 1 customers has."
    assert not sentences(text.replace("chanel", "channel"), "TER312")


def test_specialists_may_share_an_overlay():
    """An overlay is there to be shared; a territory that sells is not."""
    shared = market("a", "a", ["a: {where: {place: [IT]}}"])
    assert sentences(shared, "TER308")
    assert not sentences(shared.replace("}}", "}, type: overlay}", 1), "TER308")


def test_whoever_covers_for_somebody_on_leave_shares_nothing():
    """The territory has one position that is there; without the leave it has two."""
    rows = """
    territories: {north: {where: {place: [IT-21]}}}
    positions:
      bob: {role: sales_representative, held_by: Bob Ray, covers: [north]}
      joe: {role: sales_representative, held_by: Joe Kay}
    territory_assignments: {t: {territory: north, position: joe, temporary: true}}
    """
    text = "\n".join(line.removeprefix("    ") for line in rows.splitlines())
    assert about(text, "TER308") == ["territory:north"]
    assert about(f"{text}\nleaves: {{l: {{person: Bob Ray}}}}\n", "TER308") == []
