"""The graph of a design is exactly what its page promises."""

import datetime as dt
import io
import json
import re
from decimal import Decimal
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from network.whole_design import whole_design
from strategies import orgs

from orgmodel import Assignment, Customer, Org, Position, Territory, Where, graph
from orgmodel.model import Holding
from orgmodel.network import CONTRACT

PAGE = Path(__file__).parents[2].joinpath("docs", "graph.md").read_text(encoding="utf-8")


def tables():
    """Return the tables of the page: of each its header and its rows, by cell, unquoted."""
    found = []
    for block in re.findall(r"(?:^\|.*\n)+", PAGE, flags=re.MULTILINE):
        lines = [
            [cell.strip() for cell in line.strip("|\n ").split("|")] for line in block.splitlines()
        ]
        found.append((lines[0], lines[2:]))
    return found


def promised():
    """Return what the page says of graph, nodes, kinds and edges."""
    on_graph, on_nodes, kinds, edges = (rows for _, rows in tables())
    quoted = re.compile(r"`([^`]+)`")
    return (
        {quoted.findall(row[0])[0] for row in on_graph},
        {quoted.findall(row[0])[0] for row in on_nodes},
        {quoted.findall(row[0])[0] for row in kinds},
        {tuple(quoted.findall("".join(row[:3]))): set(quoted.findall(row[3])) for row in edges},
    )


def shapes(built):
    """Return every kind of edge in a graph with the attributes that such edges carry."""
    found = {}
    for source, target, key, facts in built.edges(keys=True, data=True):
        relation = facts["relation"]
        shape = key if key == relation else f"{relation}:ID"
        ends = built.nodes[source]["kind"], built.nodes[target]["kind"]
        found.setdefault((shape, *ends), set()).update(facts.keys() - {"relation"})
    return found


def test_a_design_that_uses_everything_has_all_that_the_page_says_and_nothing_else():
    """Kinds, relations, their ends and their attributes are those of the tables."""
    built = graph(whole_design())
    on_graph, on_nodes, kinds, edges = promised()
    assert set(built.graph) == on_graph
    assert {facts["kind"] for _, facts in built.nodes(data=True)} == kinds
    assert {name for _, facts in built.nodes(data=True) for name in facts} == on_nodes
    assert shapes(built) == edges


def test_the_version_is_that_of_the_page():
    """The page, the graph and the constant agree."""
    assert f"version **{CONTRACT}**" in PAGE
    assert graph(Org("Aurora")).graph == {"name": "Aurora", "currency": "EUR", "contract": CONTRACT}


@given(orgs())
@settings(deadline=None, max_examples=50)
def test_no_design_has_more_than_the_page_says(org):
    """Whatever is stated, every node and edge is of a documented kind, its key its relation."""
    built = graph(org)
    _, on_nodes, kinds, edges = promised()
    for node, facts in built.nodes(data=True):
        assert facts.keys() == on_nodes
        assert facts["kind"] in kinds
        assert node == facts["entity"].node
    for shape, attributes in shapes(built).items():
        assert attributes <= edges[shape]
    for _, _, key, relation in built.edges(keys=True, data="relation"):
        assert key.split(":")[0] == relation


def test_edges_between_the_same_two_stay_apart():
    """A deputy by field and one by assignment, and two contacts, are edges of their own."""
    built = graph(whole_design())
    assert set(built["customer:acme"]["position:rep"]) == {
        "deputy",
        "managed_by:a-owner",
        "deputy:a-deputy",
        "executive_sponsor:a-executive sponsor",
        "specialist:a-specialist",
        "coordinator:a-coordinator",
    }
    assert built["customer:acme"]["position:ada"] == {
        "managed_by": {"relation": "managed_by"},
        "known_by:0": {
            "relation": "known_by",
            "contact": "Ida Neri",
            "buying_role": "purchasing",
        },
        "known_by:1": {"relation": "known_by", "contact": "Leo Riva"},
    }


def test_a_customer_is_in_the_territories_that_hold_for_it_or_name_it():
    """The edge says which of the two; what excludes the customer is no territory of it."""
    built = graph(whole_design())
    by = {place: facts for _, place, facts in built.out_edges("customer:acme", data="by") if facts}
    assert by == {
        "territory:italy": "rule",
        "territory:north": "rule",
        "territory:chains": "name",
    }
    assert built.has_edge("customer:acme", "territory:public", "excluded_from")


def test_who_is_excluded_from_a_whole_is_in_no_part_of_it():
    """However its parts are come by: by rule or by name, at whatever depth."""
    org = Org("Aurora")
    for id_, outer in (("italy", None), ("north", "italy"), ("milan", "north"), ("france", None)):
        org.add(Territory(id_, Where(place="IT"), within=outer))
    org.add(Customer("acme", place="IT-21", territories="milan", excluded_from="italy"))
    edges = graph(org).out_edges("customer:acme", keys=True)
    assert [place for _, place, key in edges if key == "in_territory"] == ["territory:france"]


def test_an_edge_says_when_a_line_with_dates_states_it():
    """The relation is the plain one, once; its dates and whether it is for a time go with it."""
    built = graph(whole_design())
    dates = {"since": "2026-01-01", "until": "2999-01-01"}
    held = built["position:rep"]["person:Bob Ray"]
    assert held == {"held_by": {"relation": "held_by", "temporary": True, **dates}}
    assert built["position:inside"]["position:director"] == {
        "reports_to": {"relation": "reports_to", **dates}
    }
    away = built["person:Ada Rossi"]["position:rep"]
    assert away == {"stand_in:l": {"relation": "stand_in", **dates}}
    assert built["position:ada"]["position:director"] == {"reports_to": {"relation": "reports_to"}}


def test_a_graph_is_of_a_day():
    """Today unless told; what begins later or is over is not in it."""
    org = Org("Aurora")
    org.add(Position("boss", since="2999-01-01"))
    org.add(Position("rep", reports_to="boss", until="2999-02-01"))
    org.add(Holding("h", "rep", "Ada Rossi", since="2999-01-15"))
    assert list(graph(org).edges) == []
    assert list(graph(org, on=dt.date(2999, 1, 1)).edges) == [
        ("position:rep", "position:boss", "reports_to")
    ]
    assert "person:Ada Rossi" in graph(org, on=dt.date(2999, 1, 15))
    assert set(graph(org, on=dt.date(2999, 2, 1))) == {"position:boss"}


def test_who_is_taken_for_granted_has_all_relations_too():
    """A standard role works with its departments, though the design states neither."""
    org = Org("Aurora")
    org.add(Position("rep", title="Rappresentante", held_by="Ada Rossi"))
    built = graph(org)
    assert built.has_edge("role:sales_representative", "department:marketing", "works_with")
    assert built.has_edge("role:sales_representative", "role:territory_manager", "may_report_to")
    assert built.nodes["person:Ada Rossi"]["label"] == "Ada Rossi"
    assert "role:sales_specialist" not in built


def test_a_book_is_large_above_its_limit(monkeypatch):
    """As many customers as the limit says are nodes yet."""
    org = Org("Aurora")
    for id_ in ("a", "b"):
        org.add(Customer(id_))
    monkeypatch.setattr("orgmodel.network.build.LARGEST_BOOK", 2)
    assert set(graph(org)) == {"customer:a", "customer:b"}
    org.add(Customer("c"))
    assert not set(graph(org))


def test_a_holder_with_a_colon_in_the_name_is_a_node():
    """What stands behind the first colon of a node is the id, whatever is in it."""
    org = Org("Aurora")
    org.add(Position("rep", held_by="Rossi: Ada"))
    assert "person:Rossi: Ada" in graph(org)


def test_a_label_is_what_people_call_it():
    """The name, else the title, else the id."""
    org = Org("Aurora")
    org.add(Territory("north", name="The North"))
    org.add(Territory("south"))
    org.add(Position("rep", title="Area Manager"))
    labels = dict(graph(org).nodes(data="label"))
    assert labels["territory:north"] == "The North"
    assert labels["territory:south"] == "south"
    assert labels["position:rep"] == "Area Manager"


def test_a_reference_to_nothing_makes_no_edge_and_no_node():
    """What is not there is for the rules to tell, not for the graph to invent."""
    org = Org("Aurora")
    org.add(Position("rep", "no role", reports_to="nobody", covers=["nowhere"]))
    org.add(Customer("acme", managed_by="nobody", territories=["nowhere"]))
    assert set(graph(org)) == {"position:rep", "customer:acme"}
    assert not graph(org).edges


def test_a_large_book_leaves_out_whom_nobody_is_named_for():
    """Key accounts, those with an account manager and those with an assignment stay."""
    org = whole_design()
    org.add(Customer("key", key_account=True))
    org.add(Customer("named", managed_by="ada"))
    org.add(Customer("assigned"))
    org.add(Assignment("x", "assigned", "ada"))
    org.add(Customer("many", place="IT-21"))
    few = graph(org, customers="few")
    assert {n for n, kind in few.nodes(data="kind") if kind == "customer"} == {
        "customer:acme",
        "customer:key",
        "customer:named",
        "customer:assigned",
    }
    assert set(graph(org, customers="all")) - set(few) == {"customer:group", "customer:many"}
    assert set(graph(org)) == set(graph(org, customers="all"))


@pytest.fixture
def plain():
    """The graph of everything without the values of the design, which no file can hold."""
    built = graph(whole_design())
    for _, facts in built.nodes(data=True):
        del facts["entity"]
    return built


def test_it_is_written_as_graphml(plain):
    """All that is left can be written, and reads back as the same graph."""
    file = io.BytesIO()
    nx.write_graphml(plain, file)
    back = nx.parse_graphml(file.getvalue().decode(), force_multigraph=True)
    assert dict(back.nodes(data=True)) == dict(plain.nodes(data=True))
    assert set(back.edges) == set(plain.edges)


def test_it_is_written_as_json(plain):
    """As node-link data, for the pages that draw such."""
    text = json.dumps(nx.node_link_data(plain, edges="edges"))
    back = nx.node_link_graph(json.loads(text), edges="edges")
    assert nx.utils.graphs_equal(back, plain)


def test_the_graph_is_the_callers():
    """Changing it changes neither the design nor the next graph."""
    org = whole_design()
    before = graph(org)
    graph(org).clear()
    assert nx.utils.graphs_equal(graph(org), before)
    assert before.nodes["target:target"]["entity"].revenue == Decimal(1)
