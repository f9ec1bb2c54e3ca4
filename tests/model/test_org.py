"""An organisation holds entities in order, each once, and knows where each was written."""

from pathlib import Path

import pytest

from orgmodel import Customer, Department, DesignError, Org, Position, Territory
from orgmodel.model import SECTIONS, Problem, Source

HERE = Path(__file__)


def line_of(text):
    """Return the number of the line in this file that holds a marked comment."""
    lines = HERE.read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if line.endswith(f"# {text}"))


def test_what_is_added_is_returned_and_found_again():
    """By kind and by id or entity; ids of two kinds may be alike."""
    org = Org("Aurora")
    north, post = org.add(Territory("north")), org.add(Position("north"))
    assert org.get(Territory, "north") is north
    assert org.get(Position, post) is post
    assert org.get(Position, "south") is None
    assert org.get(Position, None) is None
    assert (org.all(Territory), org.all(Customer), len(org)) == ((north,), (), 2)


def test_entities_keep_their_order_within_their_kind():
    """Kinds come in a fixed order, those of one kind as they were added."""
    org = Org("Aurora")
    for entity in (Customer("z"), Position("b"), Customer("a"), Position("a")):
        org.add(entity)
    assert [e.node for e in org] == ["position:b", "position:a", "customer:z", "customer:a"]


def test_an_organisation_is_true_even_without_entities():
    """It is one from the start, and says what it holds."""
    org = Org("Aurora")
    assert org
    assert repr(org) == "<Org 'Aurora': empty>"
    org.add(Department("it"))
    org.add(Customer("a"))
    assert repr(org) == "<Org 'Aurora': 1 departments, 1 customers>"


def test_equal_organisations_hold_equal_entities_in_the_same_order():
    """Name, currency, entities and their order count; where they were written does not."""

    def made(*ids, name="Aurora", currency="EUR"):
        org = Org(name, currency=currency)
        for id_ in ids:
            org.add(Customer(id_), source=Source(f"{name}.csv", len(org) + 1))
        return org

    assert made("a", "b") == made("a", "b")
    assert made("a", "b") != made("b", "a")
    assert made("a") != made("a", name="Borealis")
    assert made("a") != made("a", currency="USD")
    assert made("a") != "a"
    with pytest.raises(TypeError, match="unhashable"):
        hash(made())


def test_the_line_that_adds_an_entity_is_remembered():
    """Also where the statement takes several lines, and where a function of the user adds."""
    org = Org("Aurora")

    def add(id_):
        return org.add(Customer(id_))  # inside a function

    one = org.add(Customer("one"))  # on one line
    two = org.add(  # on several lines
        Customer(
            "two",
        ),
    )
    three = add("three")
    places = [org.source_of(entity) for entity in (one, two, three)]
    assert [place.line for place in places] == [
        line_of("on one line"),
        line_of("on several lines"),
        line_of("inside a function"),
    ]
    assert {HERE.samefile(place.file) for place in places} == {True}


def test_a_place_is_named_from_where_one_stands(tmp_path, monkeypatch):
    """The script is shown as one would type it there and then, whatever folder it was before."""
    org = Org("Aurora")
    places = []
    for number, folder in enumerate((HERE.parent, HERE.parent.parent, tmp_path)):
        monkeypatch.chdir(folder)
        places.append(org.source_of(org.add(Customer(f"c{number}"))).file)
    assert places[0] == HERE.name
    assert places[1] == f"{HERE.parent.name}/{HERE.name}"
    assert HERE.samefile(places[2])


def test_a_place_may_be_said():
    """A row of a table, a cell of a sheet, or the line of a file."""
    org = Org("Aurora")
    org.add(Customer("a"), source=Source("book.csv", 7))
    assert str(org.source_of(Customer("a"))) == "book.csv:7"
    assert str(Source("plan.xlsx", sheet="People", cell="B4")) == "plan.xlsx:People!B4"
    assert str(Source("plan.yaml")) == "plan.yaml"
    assert org.source_of(Customer("b")) is None


def test_an_id_is_given_once_and_both_places_are_named():
    """The second one is refused, and the first one stays."""
    org = Org("Aurora")
    first = org.add(Territory("north", name="First"), source=Source("plan.py", 3))
    with pytest.raises(DesignError) as caught:
        org.add(Territory("north", name="Second"), source=Source("plan.py", 9))
    assert str(caught.value) == (
        "plan.py:9: There is a territory 'north' already, added at plan.py:3; give this one "
        "another id."
    )
    assert org.all(Territory) == (first,)


@pytest.mark.parametrize("thing", ["x", 5, None, Source("a")], ids=repr)
def test_only_entities_are_taken_in(thing):
    """Anything else is refused with what it was and where."""
    with pytest.raises(DesignError, match=r"test_org.py:\d+: .*Cannot add .*: expected an entity"):
        Org("Aurora").add(thing)


def test_an_organisation_needs_a_name():
    """The name is cleaned like every text, and something must be left of it."""
    assert Org("  Aurora\n").name == "Aurora"
    with pytest.raises(DesignError, match=r"test_org.py:\d+: The organisation needs a name"):
        Org(" ")
    with pytest.raises(DesignError, match=r"test_org.py:\d+: .* needs a name, as text, not 5\."):
        Org(5)


def test_every_kind_of_entity_can_be_held():
    """Each has a section of its own in files, in the order in which they build on each other."""
    assert list(SECTIONS) == [
        "roles",
        "departments",
        "people",
        "products",
        "territory_types",
        "territories",
        "positions",
        "holdings",
        "leaves",
        "reporting_lines",
        "territory_assignments",
        "relation_types",
        "relations",
        "successors",
        "customers",
        "assignments",
        "account_profiles",
        "opportunities",
        "contracts",
        "activities",
        "account_plans",
        "territory_plans",
        "prospecting_plans",
        "goals",
        "targets",
        "results",
        "pay_benchmarks",
        "accepted",
    ]


def test_an_error_tells_every_problem():
    """One line each, with its place where there is one."""
    error = DesignError([Problem("One.", Source("a.py", 1)), Problem("Two.")])
    assert str(error) == "a.py:1: One.\nTwo."
    assert len(error.problems) == 2
