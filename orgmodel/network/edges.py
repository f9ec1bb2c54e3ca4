"""Every relation of a design, read off its entities."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Any

from orgmodel.model import (
    AcceptedFinding,
    Assignment,
    Customer,
    Dated,
    Entity,
    Holding,
    Leave,
    Org,
    Position,
    Relation,
    ReportingLine,
    Role,
    TerritoryAssignment,
    references,
)
from orgmodel.network.resolver import Known

RELATION_OF_ROLE = {
    "owner": "managed_by",
    "deputy": "deputy",
    "executive sponsor": "executive_sponsor",
    "specialist": "specialist",
    "coordinator": "coordinator",
}
"""The relation between a customer and a position by the position's role on the account."""


@dataclasses.dataclass(frozen=True)
class Edge:
    """One relation between two entities, as it goes into the graph.

    Attributes:
        source: Node of the entity that states the relation.
        target: Node of the entity that it names.
        relation: What kind of relation it is; also the edge key, unless ``key`` is given.
        entity: The entity that states it.
        field: The field in which it does.
        attributes: Further facts; texts, numbers and booleans only.
        key: The edge key where that is not the relation.
    """

    source: str
    target: str
    relation: str
    entity: Entity
    field: str
    attributes: dict[str, Any] = dataclasses.field(default_factory=dict)
    key: str = ""


def edges_of(org: Org, known: Known) -> Iterator[Edge]:
    """Yield the relations that a design states, whether or not their targets are there.

    A dated relation of a position appears twice: as a relation of the position, where the design is
    read on a day, and as one of the dated relation itself, which is not a node.
    """
    dates = _dates(org)
    for entity in org:
        if isinstance(entity, Assignment):
            yield from _assigned(entity)
        elif isinstance(entity, Leave):
            yield from _away(entity)
        elif not isinstance(entity, AcceptedFinding):
            yield from _with_dates(edges_from(entity, known), dates)
        if isinstance(entity, Customer):
            yield from _contacts(entity)
        elif isinstance(entity, Relation):
            yield _related(entity)


_Stated = tuple[str, str, str]
"""Who states what about whom."""


def _dates(org: Org) -> dict[_Stated, dict[str, Any]]:
    """Return the dates of every relation of a position that a line states."""
    found: dict[_Stated, dict[str, Any]] = {}
    for held in org.all(Holding):
        relation = f"position:{held.position}", "held_by", f"person:{held.person}"
        found[relation] = _terms(held, temporary=held.temporary)
    for line in org.all(ReportingLine):
        name = "dotted_to" if line.dotted else "reports_to"
        found[f"position:{line.position}", name, f"position:{line.manager}"] = _terms(line)
    for each in org.all(TerritoryAssignment):
        relation = f"position:{each.position}", "covers", f"territory:{each.territory}"
        found[relation] = _terms(each, temporary=each.temporary)
    return found


def _with_dates(edges: Iterator[Edge], dates: dict[_Stated, dict[str, Any]]) -> Iterator[Edge]:
    for edge in edges:
        found = dates and dates.get((edge.source, edge.relation, edge.target))
        yield dataclasses.replace(edge, attributes=found) if found else edge


def _away(leave: Leave) -> Iterator[Edge]:
    if leave.stand_in is not None:
        source, target = f"person:{leave.person}", f"position:{leave.stand_in}"
        key = f"stand_in:{leave.id}"
        yield Edge(source, target, "stand_in", leave, "stand_in", _terms(leave), key)


def _related(relation: Relation) -> Edge:
    source, target = f"position:{relation.position}", f"position:{relation.to}"
    facts = _terms(relation, type=str(relation.type))
    return Edge(source, target, "relation", relation, "to", facts, f"relation:{relation.id}")


def edges_from(entity: Entity, known: Known) -> Iterator[Edge]:
    """Yield the relations that the fields of one entity state."""
    for name, kind in references(type(entity)).items():
        value = getattr(entity, name)
        for ref in (value,) if isinstance(value, str) else value or ():
            if ref == "*" and name == "works_with":
                everyone = known.departments
                yield from (Edge(entity.node, d.node, name, entity, name) for d in everyone)
            else:
                yield Edge(entity.node, f"{kind}:{ref}", name, entity, name)
    if isinstance(entity, Position) and entity.role is None:
        role = known.role_of(entity)
        if isinstance(role, Role):
            yield Edge(entity.node, role.node, "role", entity, "title")


def _contacts(customer: Customer) -> Iterator[Edge]:
    for number, contact in enumerate(customer.contacts):
        if contact.known_by is not None:
            facts = _stated(contact=contact.name, buying_role=contact.role)
            target, key = f"position:{contact.known_by}", f"known_by:{number}"
            yield Edge(customer.node, target, "known_by", customer, "contacts", facts, key)


def _assigned(assignment: Assignment) -> Iterator[Edge]:
    facts = _terms(assignment, share=assignment.share, temporary=assignment.temporary)
    source, target = f"customer:{assignment.customer}", f"position:{assignment.position}"
    relation = RELATION_OF_ROLE[assignment.role]
    key = f"{relation}:{assignment.id}"
    yield Edge(source, target, relation, assignment, "position", facts, key)


def _terms(line: Dated, **facts: object) -> dict[str, object]:
    return _stated(**facts, since=line.since, until=line.until)


def _stated(**facts: object) -> dict[str, object]:
    """Return what is known, days as text, which is all that graph files can hold."""
    known = {name: fact for name, fact in facts.items() if fact is not None}
    return {n: f.isoformat() if isinstance(f, dt.date) else f for n, f in known.items()}
