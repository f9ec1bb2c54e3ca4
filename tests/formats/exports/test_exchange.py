"""What other programs get is what the design says."""

import csv
import io
import json
import re

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from orgmodel import graph
from orgmodel.formats import load
from orgmodel.formats.export import to_csv_roster, to_csv_tables, to_graphml, to_jsonld
from orgmodel.model import Customer, Org, Person, Position, Territory, Where
from orgmodel.text import escape_formula, unescape_formula


@pytest.fixture
def org():
    """Give a small organisation."""
    org = Org("Aurora")
    org.add(Person("dana", "Dana Reyes", email="dana@x.example"))
    north = org.add(Territory("north", Where(place=["IT-21", "IT-25"])))
    boss = org.add(Position("boss", "sales_director", held_by="dana", place="IT-21"))
    org.add(Position("rep", title="-3 Rep", reports_to=boss, covers=[north], grade=-3))
    org.add(Customer("acme", revenue="1E+3", profit="-5.50", place="IT-21"))
    return org


def rows(data):
    """Read a table of text."""
    return [*csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))]


@given(texts() | st.text())
def test_guarded_texts_come_back(text):
    """Also those that begin with an apostrophe of their own."""
    assert unescape_formula(escape_formula(text)) == text
    assert escape_formula(text)[:1] not in {*"=+-@\t\r\0"} - {""}


def test_a_roster_has_a_row_for_every_position(org):
    """With names and addresses of whoever holds them."""
    boss, rep = rows(to_csv_roster(org))
    assert (boss["name"], boss["email"], boss["title"]) == (
        "Dana Reyes",
        "dana@x.example",
        "Sales Director",
    )
    assert (rep["name"], rep["manager"], rep["title"]) == ("", "Dana Reyes", "'-3 Rep")
    assert rep["grade"] == "-3"  # a number is no formula


def test_tables_have_their_fields_and_numbers_as_they_are(org):
    """A table for every section; what has fields of its own is JSON."""
    tables = to_csv_tables(org)
    assert [*tables] == [
        "organisation.csv", "people.csv", "territories.csv", "positions.csv", "customers.csv",
    ]  # fmt: skip
    (acme,) = rows(tables["customers.csv"])
    assert (acme["revenue"], acme["profit"]) == ("1000", "-5.50")
    (north,) = rows(tables["territories.csv"])
    assert json.loads(north["where"]) == {"place": ["IT-21", "IT-25"]}


def test_excel_knows_utf_8_by_its_mark(org):
    """Unless told otherwise; separators can be chosen."""
    assert to_csv_roster(org).startswith(b"\xef\xbb\xbfposition_id,")
    assert to_csv_roster(org, mark=False, separator=";").startswith(b"position_id;")


def test_graphml_is_the_graph_with_types(org):
    """The same nodes and edges; numbers are numbers."""
    read = nx.read_graphml(io.BytesIO(to_graphml(org)))
    whole = graph(org)
    assert set(read) == set(whole)
    edges = sorted((s, t, told["key_in_graph"]) for s, t, told in read.edges(data=True))
    assert edges == sorted(whole.edges(keys=True))
    assert read.nodes["customer:acme"]["revenue"] == 1000.0
    assert read.nodes["position:rep"]["grade"] == -3
    assert read.graph["currency"] == "EUR"
    assert to_graphml(org) == to_graphml(org)


def test_graphml_keeps_ids_apart_from_attributes(org):
    """Igraph 1.0 drops the ids of nodes where an attribute is called id, and misreads edge ids."""
    written = to_graphml(org)
    assert b'attr.name="id"' not in written
    read = nx.read_graphml(io.BytesIO(written))
    assert read.nodes["customer:acme"]["entity_id"] == "acme"
    ids = re.findall(rb'<edge[^>]* id="([^"]+)"', written)
    assert len(ids) == len(set(ids)) == read.number_of_edges()


def test_linked_data_uses_the_words_of_the_ontology(org):
    """Posts report to posts, holders are members, and whoever is on top heads the whole."""
    nodes = {node["id"]: node for node in json.loads(to_jsonld(org))["@graph"]}
    rep, dana = nodes["urn:orgmodel:position:rep"], nodes["urn:orgmodel:person:dana"]
    assert (rep["type"], rep["reportsTo"]) == ("org:Post", "urn:orgmodel:position:boss")
    assert dana["headOf"] == "urn:orgmodel:organisation:Aurora"
    assert nodes["urn:orgmodel:membership:boss"]["member"] == dana["id"]
    assert nodes["urn:orgmodel:site:IT-21"]["type"] == "org:Site"


def test_all_that_linked_data_names_is_there(org):
    """No IRI leads nowhere, also where positions have only names for holders."""
    org.add(Position("am", "account_manager", held_by="Ada Rossi", reports_to="boss"))
    nodes = json.loads(to_jsonld(org))["@graph"]
    there = {node["id"] for node in nodes}
    named = {
        value
        for node in nodes
        for many in node.values()
        for value in (many if isinstance(many, list) else [many])
        if isinstance(value, str) and value.startswith("urn:orgmodel:")
    }
    assert named == there


def test_examples_are_exported(request):
    """The ones that everybody tries first."""
    folder = request.config.rootpath / "examples"
    for name in ("aurora.yaml", "meridian.py"):
        org = load(folder / name)
        assert len(rows(to_csv_roster(org))) == len(org.all(Position))
