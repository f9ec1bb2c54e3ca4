"""The views of a design look up what users ask for, without looking at everything."""

from network.whole_design import whole_design

from orgmodel import Assignment, Contact, Customer, Org, Position, Territory, roles
from orgmodel.network import OrgGraph


def test_nothing_dangles_in_a_sound_design():
    """Standard entities and people who are only named are there without being stated."""
    assert OrgGraph(whole_design()).dangling == ()


def test_every_reference_to_nothing_is_found_with_its_field():
    """In fields, in lists, in contacts and at both ends of an assignment, in the order written."""
    org = Org("Aurora")
    org.add(Territory("north", within="europe", type="outer"))
    org.add(Position("rep", "no role", reports_to="boss", covers=["north", "south"]))
    org.add(Customer("acme", contacts=Contact("Ida", known_by="ghost")))
    org.add(Assignment("a", "nobody", "ghost"))
    found = {(d.entity.id, d.field, d.kind, d.ref) for d in OrgGraph(org).dangling}
    assert found == {
        ("north", "within", "territory", "europe"),
        ("north", "type", "territory_type", "outer"),
        ("rep", "role", "role", "no role"),
        ("rep", "reports_to", "position", "boss"),
        ("rep", "covers", "territory", "south"),
        ("acme", "contacts", "position", "ghost"),
        ("a", "position", "position", "ghost"),
        ("a", "customer", "customer", "nobody"),
    }


def test_a_person_may_hold_several_boxes():
    """Boxes are gathered by person, whether stated or only named."""
    org = Org("Aurora")
    one = org.add(Position("ceo", roles.EXECUTIVE, held_by="Dana Reyes"))
    two = org.add(Position("interim", held_by="Dana Reyes", reports_to=one))
    org.add(Position("vacant", reports_to=two))
    graph = OrgGraph(org)
    assert graph.boxes == {"Dana Reyes": (one, two)}
    assert graph.lines.loops == ()
    assert graph.lines.chain_of(two) == (one,)


def test_the_one_who_holds_a_position_has_a_name():
    """That of the person stated, else the one given; none for a vacancy."""
    known = OrgGraph(whole_design()).known
    names = {p.id: known.name_of(p) for p in known.org.all(Position)}
    assert names == {
        "director": "Dana Reyes",
        "ada": "Ada Rossi",
        "inside": None,
        "rep": "Bob Ray",
    }


def test_a_nearest_match_may_be_stated_or_standard():
    """Ids to choose from are the design's own before those that every design knows, each once."""
    known = OrgGraph(whole_design()).known
    assert known.ids("territory_type") == ["partner", "direct", "channel", "overlay"]
    assert known.ids("role")[:2] == ["hunter", "executive"]
