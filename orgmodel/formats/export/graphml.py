"""The graph of an organisation as GraphML, for yEd, Gephi, Neo4j and networkx itself."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from io import BytesIO

from orgmodel.formats.values.plain_values import fields_of
from orgmodel.model import Entity, Org, references
from orgmodel.network import graph
from orgmodel.text import clean

Plain = str | int | float | bool


def to_graphml(org: Org) -> bytes:
    """Return the graph of an organisation as GraphML.

    Nodes and edges are those of `orgmodel.graph`. Nodes have `kind`, `label`, `entity_id` and the
    fields of their entity that are not references, with their types: amounts are numbers of double
    precision, days are texts. Edges have `relation`, `key` and further facts of the relation.
    """
    import networkx as nx  # noqa: PLC0415 - slow to load

    whole = graph(org, customers="all")
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        name=clean(whole.graph["name"]), currency=org.currency, contract=whole.graph["contract"]
    )
    for node, data in whole.nodes(data=True):
        made.add_node(node, **{**_fields(org, data["entity"]), **_facts(data)})
    for number, (source, target, key, data) in enumerate(whole.edges(keys=True, data=True)):
        # ids of edges are unique in such a file, keys only between the same two nodes
        made.add_edge(source, target, key=f"e{number}", **_facts(data), key_in_graph=key)
    file = BytesIO()
    nx.write_graphml_xml(made, file, named_key_ids=False)
    return file.getvalue() + b"\n"


def _facts(data: Mapping[str, object]) -> dict[str, Plain]:
    return {name: _plain(value) for name, value in data.items() if name != "entity"}


def _fields(org: Org, entity: Entity) -> dict[str, Plain]:
    referring = references(type(entity))
    given = fields_of(org, entity).items()
    flat = {
        name: _plain(value)
        for name, value in given
        if name not in referring and not isinstance(value, dict) and not _nested(value)
    }
    # an attribute "id" would take the place of the ids of nodes in igraph 1.0
    return {"entity_id": entity.id, **flat}


def _nested(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict | list) for each in value)


def _plain(value: object) -> Plain:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return value.isoformat() if isinstance(value, dt.date) else str(value)
