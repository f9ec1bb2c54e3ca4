"""Entities name each other by themselves or by id, and only those of the right kind."""

from dataclasses import FrozenInstanceError, replace

import pytest

from orgmodel import (
    AcceptedFinding,
    Customer,
    Department,
    DesignError,
    Person,
    Position,
    Role,
    Territory,
    roles,
)
from orgmodel.model import AccountPlan, TerritoryType, references


def test_a_reference_is_written_as_an_entity_or_its_id_and_kept_as_the_id():
    """Both ways of writing give equal entities, also in lists, of which one may stand alone."""
    boss, north = Position("boss"), Territory("north")
    by_entity = Position("p", roles.SALES_MANAGER, reports_to=boss, covers=[north, "south"])
    by_id = Position("p", "sales_manager", reports_to="boss", covers=("north", "south"))
    assert by_entity == by_id
    assert hash(by_entity) == hash(by_id)
    assert (by_entity.role, by_entity.reports_to) == ("sales_manager", "boss")
    assert Position("p", covers=north).covers == Position("p", covers="north").covers == ("north",)


def test_a_reference_may_run_ahead():
    """An id may name what is not there yet, or never will be; the design is judged later."""
    assert Position("p", reports_to="later").reports_to == "later"


def test_a_reference_finds_its_id_however_it_is_typed():
    """References are cleaned like ids, so that a blank or a decomposed accent misses nothing."""
    assert Position("p", reports_to=" Zoe\u0301 ").reports_to == Position("Zo\u00e9").id


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Position("p", reports_to=Territory("north")),
            "reports_to.*expected a position, got the territory 'north'",
        ),
        (
            lambda: Position("p", covers=["south", Position("boss")]),
            "covers.1.*expected a territory, got the position 'boss'",
        ),
        (
            lambda: Position("p", Department("it")),
            "expected a role, got the department 'it'",
        ),
        (
            lambda: Customer("c", managed_by=Person("Ada")),
            "managed_by.*expected a position, got the person 'Ada'",
        ),
        (
            lambda: Territory("t", type=Territory("u")),
            "type.*expected a territory_type, got the territory 'u'",
        ),
        (
            lambda: AccountPlan("a", Position("p"), Customer("c")),
            "expected a customer, got the position 'p'(.|\n)*a position, got the customer 'c'",
        ),
    ],
    ids=["solid line", "in a list", "role", "person for a post", "type", "all at once"],
)
def test_an_entity_of_another_kind_is_refused(make, message):
    """The message says in which field, which kind is wanted, and what was given."""
    with pytest.raises(DesignError, match=f"(?s){message}"):
        make()


@pytest.mark.parametrize("value", [5, 1.5, {"id": "boss"}, ["boss"], object()])
def test_only_an_entity_or_a_text_is_a_reference(value):
    """Numbers and structures are no ids; an id is never guessed from them."""
    with pytest.raises(DesignError, match="reports_to"):
        Position("p", reports_to=value)


def test_several_references_are_no_mapping():
    """A mapping is refused as one reference, and is not read as the list of its keys."""
    with pytest.raises(DesignError, match="covers"):
        Position("p", covers={"north": 1})


def test_an_accepted_finding_is_about_any_kind_of_entity():
    """It names the kind with the id, for ids of two kinds may be alike."""
    about = [
        AcceptedFinding("a", "KEY502", x, because="so").about
        for x in (Customer("x"), Position("x"))
    ]
    assert about == ["customer:x", "position:x"]
    assert AcceptedFinding("a", "KEY502", "customer:x", because="so").about == "customer:x"


def test_fields_that_refer_are_known_with_the_kind_that_they_point_to():
    """Whoever walks the references of an entity finds all of them."""
    assert references(Position) == {
        "role": "role",
        "held_by": "person",
        "reports_to": "position",
        "dotted_to": "position",
        "coordinated_by": "position",
        "deputy": "position",
        "coach": "position",
        "covers": "territory",
        "works_with": "department",
        "department": "department",
    }
    assert references(Territory) == {"within": "territory", "type": "territory_type"}
    assert references(AcceptedFinding) == {"about": None}
    assert references(TerritoryType) == {}


def test_values_do_not_change():
    """An entity is a value: to change it is to make another, which is checked like the first."""
    acme = Customer("acme", revenue=5, attributes={"a": 1})
    with pytest.raises(FrozenInstanceError):
        acme.revenue = 6
    changed = replace(acme, revenue="7.50", managed_by=Position("ada"))
    assert (changed.revenue, changed.managed_by, acme.managed_by) == (7.5, "ada", None)
    with pytest.raises(DesignError, match="greater than or equal to 0"):
        replace(acme, revenue=-1)
    with pytest.raises(DesignError, match="expected a position"):
        replace(acme, managed_by=Territory("north"))


def test_a_misspelt_field_is_refused():
    """Nothing is kept under a name that the model does not know."""
    with pytest.raises(DesignError, match="no field 'report_to'; did you mean 'reports_to'"):
        Position("p", report_to="boss")


def test_entities_are_equal_if_they_say_the_same_and_are_of_one_kind():
    """Equal ids are not enough, and a role is no department."""
    assert Customer("x", attributes={"a": 1}) == Customer("x", attributes={"a": 1.0})
    assert Customer("x", attributes={"a": 1}) != Customer("x", attributes={"a": 2})
    assert Person("x") != Department("x")
    assert len({Customer("x", attributes={"a": 1}), Customer("x", attributes={"a": 1})}) == 1
    assert len({Role("x", "X", titles={"en": ["Y"]}), Role("x", "X", titles={"en": ["Y"]})}) == 1


@pytest.mark.parametrize(
    ("entity", "kind", "node"),
    [
        (Position("tm north"), "position", "position:tm north"),
        (TerritoryType("direct", 1), "territory_type", "territory_type:direct"),
        (AccountPlan("a:b", "c", "p"), "account_plan", "account_plan:a:b"),
    ],
    ids=["position", "territory type", "account plan"],
)
def test_an_entity_knows_its_kind_and_its_node(entity, kind, node):
    """It prints as its id, and its node in the graph is kind, colon, id."""
    assert (str(entity), entity.kind, entity.node) == (entity.id, kind, node)
