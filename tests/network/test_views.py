"""The views of a design look up what users ask for, without looking at everything."""

import datetime as dt

import networkx as nx
from network.whole_design import whole_design

from orgmodel import (
    Assignment,
    Contact,
    Customer,
    Department,
    Org,
    Position,
    Territory,
    graph,
    roles,
)
from orgmodel.model import Holding, Leave
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


def test_a_reference_to_nothing_is_found_whatever_the_day_and_the_id():
    """Of who is there on another day only, too; and an id with a colon is told whole."""
    org = Org("Aurora")
    org.add(Position("rep", reports_to="eu:boss", since="2030-01-01"))
    org.add(Assignment("a", "acme:it", "rep"))
    early = OrgGraph(org, on=dt.date(2026, 1, 1))
    assert [(d.entity.id, d.field, d.ref) for d in early.dangling] == [
        ("rep", "reports_to", "eu:boss"),
        ("a", "customer", "acme:it"),
    ]


def test_who_refers_to_nothing_is_told_for_departments_and_leaves_too():
    """Whoever says so is named, with the field."""
    org = Org("Aurora")
    org.add(Position("rep", works_with=["legal"], held_by="Ada"))
    leave = org.add(Leave("l", "Ada", stand_in="ghost"))
    found = OrgGraph(org).dangling
    assert [(d.entity.id, d.field, d.ref) for d in found] == [
        ("rep", "works_with", "legal"),
        ("l", "stand_in", "ghost"),
    ]
    assert found[1].entity is leave


def test_departments_are_those_of_the_role_and_of_the_position():
    """Each once; a star is all that the company has, stated or standard."""
    org = Org("Aurora")
    rep = org.add(Position("rep", roles.SALES_REPRESENTATIVE, works_with=["marketing", "lost"]))
    ceo = org.add(Position("ceo", roles.EXECUTIVE))
    own = org.add(Position("own", works_with="engineering"))
    known = OrgGraph(org).known
    assert [d.id for d in known.departments_of(rep)] == ["marketing"]
    assert [d.id for d in known.departments_of(ceo)] == ["marketing", "logistics", "engineering"]
    assert [d.id for d in known.departments_of(own)] == ["engineering"]
    built = graph(org)
    assert {
        target
        for source, target, key in built.edges(keys=True)
        if (source, key) == ("role:executive", "works_with")
    } == {"department:marketing", "department:logistics", "department:engineering"}
    legal = org.add(Department("legal", "Legal"))
    assert OrgGraph(org).known.departments_of(ceo) == (legal,)


def test_lines_and_coordinators_are_looked_up():
    """Managers, reports, and whoever a coordinator works for."""
    org = Org("Aurora")
    boss = org.add(Position("boss"))
    zoe = org.add(Position("zoe", roles.SALES_COORDINATOR, reports_to=boss))
    rep = org.add(Position("rep", reports_to=boss, coordinated_by=zoe))
    found = OrgGraph(org)
    assert (found.lines.manager_of(rep), found.lines.manager_of(boss)) == (boss, None)
    assert found.lines.reports_of(boss) == (zoe, rep)
    assert (found.coordinated_by(zoe), found.coordinated_by(rep)) == ((rep,), ())
    org.add(Customer("acme"))
    assert nx.utils.graphs_equal(OrgGraph(org).nx, graph(org))


def test_nobody_is_displaced_where_nobody_holds_for_a_time():
    """Neither in a position without dates nor by who holds it for good."""
    org = Org("Aurora")
    plain = org.add(Position("plain", held_by="Ada"))
    dated = org.add(Position("dated", held_by="Ada"))
    for_a_time = org.add(Position("for-a-time", held_by="Ada"))
    org.add(Holding("h1", dated, "Ben"))
    org.add(Holding("h2", for_a_time, "Ben", temporary=True))
    found = OrgGraph(org)
    assert [found.displaced(p) for p in (plain, dated, for_a_time)] == [None, None, "Ada"]


def test_of_two_leaves_the_one_that_ends_last_counts_then_the_first_by_id():
    """However they were written down."""
    until = dt.date(2999, 1, 1)
    rows = [Leave(id_, "Ada", until=until) for id_ in ("a", "b")]
    rows.append(Leave("c", "Ada", until=until - dt.timedelta(1)))
    for written in (rows, rows[::-1]):
        org = Org("Aurora")
        post = org.add(Position("am", held_by="Ada"))
        for row in written:
            org.add(row)
        assert OrgGraph(org).leave_of(post).id == "a"


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
