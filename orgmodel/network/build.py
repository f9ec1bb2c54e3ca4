"""The design as one networkx graph."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, get_args

from orgmodel.model import (
    LINES,
    AcceptedFinding,
    Assignment,
    Customer,
    Entity,
    Org,
    Relation,
    Territory,
    choose,
    require,
)
from orgmodel.network.edges import Edge, edges_from, edges_of
from orgmodel.network.resolver import Known
from orgmodel.network.territory_tree import Places
from orgmodel.regions import Matcher

if TYPE_CHECKING:
    import networkx as nx

CONTRACT = 1
"""Version of what ``docs/graph.md`` promises; a greater one where an old use would break."""

LARGEST_BOOK = 50_000
"""Customers up to which all of them become nodes; a node costs 1,400 bytes."""

Customers = Literal["all", "few", "auto"]


def graph(
    org: Org, *, on: dt.date | None = None, customers: Customers = "auto"
) -> "nx.MultiDiGraph[str]":
    """Return the design as one graph: nodes are entities, edges are relations.

    A node is named ``KIND:ID``, such as ``position:tm-north``, and carries ``kind``, ``label`` and
    ``entity``. An edge runs from the entity that states a relation to the one that it names and
    carries ``relation``; its key is the relation too, or ``RELATION:ID`` where an
    :class:`~orgmodel.Assignment` or a contact states it. ``in_territory`` edges, from a customer
    to every territory whose rule holds for it or that it is named into, carry ``by`` (``rule`` or
    ``name``). A reference to nothing makes no edge. A standard role, department or type is a node
    where something refers to it, with its own relations. ``docs/graph.md`` lists all of it.

    Args:
        org: The design.
        on: The as-of date; by default today. It only matters if the design has dates.
        customers: Which customers become nodes: ``all``; the ``few`` that are key accounts or
            attached by name; or ``auto``, which is all in a book of up to 50,000.

    Returns:
        A new graph, which is the caller's to change.
    """
    require(org, Org, by="graph()")
    choose(customers, get_args(Customers), "choice of customers")
    org = org.as_of(on)
    return assemble(org, Known(org), customers=customers)


_NO_NODES = (AcceptedFinding, Assignment, Customer, Relation, *LINES)
"""What is an edge, is about findings, or is a node only where the book is small."""


def assemble(org: Org, known: Known, *, customers: Customers = "auto") -> "nx.MultiDiGraph[str]":
    """Return the graph of a design whose standard entities are resolved already."""
    from networkx import MultiDiGraph  # noqa: PLC0415 - slow to load, and checking needs none

    built: nx.MultiDiGraph[str] = MultiDiGraph(
        name=org.name, currency=org.currency, contract=CONTRACT
    )
    book = _book(org, customers)
    entities = [e for e in org if not isinstance(e, _NO_NODES)]
    built.add_nodes_from(_node(entity) for entity in (*entities, *book))
    granted = [e for edge in edges_of(org, known) for e in _connect(built, known, edge)]
    for entity in granted:
        for edge in edges_from(entity, known):
            granted.extend(_connect(built, known, edge))
    matcher = Matcher({t.id: t.where for t in org.all(Territory) if t.where is not None})
    names = {node: node for node in built}  # one text per node, whatever edges it has
    for source, target, by in _in_territories(book, matcher, Places(org)):
        ends = names[source], names[target]
        built.add_edge(*ends, key="in_territory", relation="in_territory", by=by)
    return built


def _node(entity: object) -> tuple[str, dict[str, object]]:
    label = getattr(entity, "name", None) or getattr(entity, "title", None) or str(entity)
    return entity.node, {"kind": entity.kind, "label": label, "entity": entity}  # type: ignore[attr-defined]  # every entity is an Id


def _book(org: Org, customers: Customers) -> list[Customer]:
    book = org.all(Customer)
    if customers == "all" or (customers == "auto" and len(book) <= LARGEST_BOOK):
        return list(book)
    assigned = {str(a.customer) for a in org.all(Assignment)}
    return [c for c in book if c.key_account or c.managed_by or c.id in assigned]


def _connect(built: "nx.MultiDiGraph[str]", known: Known, edge: Edge) -> Iterator[Entity]:
    """Add an edge; yield the entity that it names where the design takes that for granted."""
    if edge.source not in built or edge.relation == "territories":  # in_territory says these
        return
    if edge.target not in built:
        kind, _, ref = edge.target.partition(":")
        found = known.get(kind, ref)
        if found is None or isinstance(found, Customer):
            return
        built.add_nodes_from([_node(found)])
        yield found
    key = edge.key or edge.relation
    built.add_edge(edge.source, edge.target, key=key, relation=edge.relation, **edge.attributes)


def _in_territories(
    book: Iterable[Customer], matcher: Matcher[str], places: Places
) -> Iterable[tuple[str, str, str]]:
    for customer in book:
        never = {part for outer in customer.excluded_from for part in places.parts_of(str(outer))}
        named = dict.fromkeys(t for t in customer.territories if str(t) in places)
        ruled = (hit.key for hit in matcher.match(customer.values()) if hit.key not in named)
        how = [(str(t), "name") for t in named] + [(t, "rule") for t in ruled]
        node = customer.node
        for territory, by in how:
            if territory not in never:
                yield node, f"territory:{territory}", by
