"""Every line and attachment of the trade can be stated and read back."""

from orgmodel import Assignment, Customer, Department, Org, Position, Territory, Where, roles
from orgmodel.network import OrgGraph


def test_lines_between_positions():
    """One solid line, any number of dotted ones, a coordinator, a deputy, and departments."""
    org = Org("Aurora")
    legal = org.add(Department("legal", "Legal"))
    boss = org.add(Position("boss", roles.SALES_MANAGER, held_by="Dana Reyes"))
    product = org.add(Position("product", title="Product Lead"))
    inside = org.add(Position("inside", roles.SALES_COORDINATOR, reports_to=boss))
    rep = org.add(
        Position(
            "rep",
            roles.SALES_REPRESENTATIVE,
            reports_to=boss,
            dotted_to=[product, "abroad"],
            coordinated_by=inside,
            deputy=boss,
            works_with=[legal],
            department=legal,
        )
    )
    assert (rep.reports_to, rep.dotted_to) == ("boss", ("product", "abroad"))
    assert (rep.coordinated_by, rep.deputy) == ("inside", "boss")
    graph = OrgGraph(org)
    assert graph.lines.reports_of(boss) == (inside, rep)
    assert graph.coordinated_by(inside) == (rep,)
    assert [d.id for d in graph.known.departments_of(rep)] == ["marketing", "legal"]


def test_territories_from_a_city_to_a_group_of_states():
    """Territories lie within each other, and posts cover them."""
    org = Org("Aurora", currency="USD")
    west = org.add(Territory("west", Where(place=["US-CA", "US-OR", "US-WA"])))
    city = org.add(Territory("portland", Where(city=["Portland"]), within=west))
    post = org.add(Position("tm", roles.TERRITORY_MANAGER, covers=[west, city]))
    places = OrgGraph(org).places
    assert places.chain_of(city) == (west,)
    assert places.coverers_of(city) == places.coverers_of(west) == (post,)


def test_a_customer_is_attached_by_rule_by_name_or_as_an_account():
    """The rule of a territory, a named territory, an account manager, and a team around it."""
    org = Org("Aurora")
    north = org.add(Territory("north", Where(place=["IT-21"])))
    chain = org.add(Territory("chains"))
    ada = org.add(Position("ada", roles.ACCOUNT_MANAGER))
    sam = org.add(Position("sam", roles.SALES_SPECIALIST))
    eva = org.add(Position("eva", roles.EXECUTIVE))
    acme = org.add(Customer("acme", place="IT-21", territories=[chain], managed_by=ada))
    team = [
        org.add(Assignment("s", acme, sam, "specialist")),
        org.add(Assignment("e", acme, eva, "executive sponsor", since="2026-01-01")),
    ]
    graph = OrgGraph(org)
    assert [hit.key for hit in graph.matcher.match(acme.values())] == [north.id]
    assert (acme.territories, acme.managed_by) == (("chains",), "ada")
    assert [(a.customer, a.position, a.role) for a in team] == [
        ("acme", "sam", "specialist"),
        ("acme", "eva", "executive sponsor"),
    ]


def test_credit_is_split_by_shares():
    """Two owners share the credit; a specialist's overlay share comes on top."""
    parts = [
        Assignment("a", "acme", "ada", share=60),
        Assignment("b", "acme", "bob", share=40),
        Assignment("c", "acme", "sam", "specialist", share=25.5),
    ]
    assert [part.share for part in parts] == [60.0, 40.0, 25.5]
    assert sum(part.share for part in parts if part.role == "owner") == 100
