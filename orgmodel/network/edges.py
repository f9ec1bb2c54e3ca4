"""Every relation of a design, read off its entities."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Any

from orgmodel.model import Accepted, Assignment, Customer, Entity, Org, Position, Role, references
from orgmodel.network.known import Known

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
        relation: What kind of relation it is; also the edge key, unless ``key`` says otherwise.
        entity: The entity that states it.
        field: The field in which it does.
        attributes: What else is stated; texts, numbers and truths only.
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
    """Yield the relations that a design states, whether or not their targets are there."""
    for entity in org:
        if isinstance(entity, Assignment):
            yield from _assigned(entity)
        elif not isinstance(entity, Accepted):
            yield from edges_from(entity, known)
        if isinstance(entity, Customer):
            yield from _contacts(entity)


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
    facts = _stated(
        share=assignment.share,
        since=assignment.since,
        until=assignment.until,
        temporary=assignment.temporary,
    )
    source, target = f"customer:{assignment.customer}", f"position:{assignment.position}"
    relation = RELATION_OF_ROLE[assignment.role]
    key = f"{relation}:{assignment.id}"
    yield Edge(source, target, relation, assignment, "position", facts, key)


def _stated(**facts: object) -> dict[str, object]:
    """Return what is known, days as text, which is all that graph files can hold."""
    known = {name: fact for name, fact in facts.items() if fact is not None}
    return {n: f.isoformat() if isinstance(f, dt.date) else f for n, f in known.items()}
