"""A whole company of 2022: people with several boxes, and lines five levels deep."""

from collections import Counter

import networkx as nx
import pytest

from orgmodel import Org, Position, graph, validate
from orgmodel.charts import SpansAndLayers
from orgmodel.network import OrgGraph


@pytest.fixture(scope="module")
def org(rows):
    """The company as its table states it; of several holders of a slug the first manages."""
    org = Org("Sourcegraph", currency="USD")
    for row, place in rows("sourcegraph/team_2022-07-01.csv"):
        above = row.get("manager_entry_ids", "").split(";")[0] or None
        post = Position(
            row["entry_id"], title=row["role"], held_by=row["person_id"], reports_to=above
        )
        org.add(post, source=place)
    return org


def test_it_is_one_tree_of_249_boxes(org):
    """One root, 49 managers, four levels below the head, and no ring."""
    lines = OrgGraph(org).lines
    assert len(org.all(Position)) == 249
    assert len(lines.heads) == 1
    assert sum(1 for p in org.all(Position) if lines.reports_of(p)) == 49
    assert max(lines.depths.values()) == 4
    assert lines.below(lines.heads[0]) == 248
    assert lines.loops == ()


def test_people_with_several_boxes_are_no_loops(org):
    """244 people; the head leads two functions in boxes below the head's own."""
    boxes = OrgGraph(org).boxes
    assert len(boxes) == 244
    assert Counter(map(len, boxes.values())) == {1: 240, 2: 3, 3: 1}
    head, *others = boxes["P0001"]
    assert {box.reports_to for box in others} == {head.id}
    built = graph(org)
    lines = [e for e in built.edges(keys=True) if e[2] == "reports_to"]
    assert nx.is_arborescence(built.edge_subgraph(lines).reverse())


def test_no_ring_is_reported(org):
    """Neither of positions nor of the people in them."""
    assert [str(f) for f in validate(org) if f.code == "ORG101"] == []


def test_its_spans_and_layers_are_drawn_as_they_are(org):
    """49 managers by band, and five layers."""
    texts = {run.gid: run.text for run in SpansAndLayers(org).scene().texts}
    assert texts["subtitle"].startswith("249 positions · 49 managers · 5 layers")
    bands = [texts[f"band-{number}/count"].split()[0] for number in range(1, 7)]
    assert [int(band) for band in bands] == [9, 10, 22, 6, 1, 1]
    layers = [texts[f"layer-{number}/count"] for number in range(1, 6)]
    assert layers == ["1", "11", "74", "151", "12"]
