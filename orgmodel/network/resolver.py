"""Resolver of references: the design's entities, the standard ones, and people by name."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from orgmodel.model import (
    SECTIONS,
    STANDARD_TYPES,
    Department,
    Entity,
    Org,
    Person,
    Position,
    Role,
    Territory,
    TerritoryType,
    kind_of,
)
from orgmodel.roles import STANDARD_DEPARTMENTS, STANDARD_ROLES, Titles

_KINDS: dict[str, Any] = {kind_of(kind): kind for kind in SECTIONS.values()}


class Known:
    """Finds the entity behind a reference: one of the design or a standard one."""

    def __init__(self, org: Org) -> None:
        self.org = org
        standard: Iterable[Entity] = (*STANDARD_ROLES, *STANDARD_DEPARTMENTS, *STANDARD_TYPES)
        self._standard = {entity.node: entity for entity in standard}

    def get(self, kind: str, ref: str) -> Entity | None:
        """Return the entity of a kind and id; somebody who is only named becomes a person."""
        stated: Entity | None = self.org.get(_KINDS[kind], ref)
        found = stated or self._standard.get(f"{kind}:{ref}")
        return found or (Person(ref) if kind == "person" else None)

    def ids(self, kind: str) -> list[str]:
        """Return the ids of a kind that a reference may name, to suggest the nearest one."""
        stated = [entity.id for entity in self.org.all(_KINDS[kind])]
        standard = [entity.id for entity in self._standard.values() if entity.kind == kind]
        return stated + [id_ for id_ in standard if id_ not in stated]

    @cached_property
    def titles(self) -> Titles:
        """The titles of the standard roles and the design's own."""
        return Titles((*STANDARD_ROLES, *self.org.all(Role)))

    def role_of(self, position: Position) -> Role | None:
        """Return a position's role: the one that it names, else the one that its title names."""
        if position.role is not None:
            role = self.get("role", str(position.role))
            return role if isinstance(role, Role) else None
        return self.titles.role_of(position.title) if position.title else None

    def name_of(self, position: Position) -> str | None:
        """Return the name of the holder of a position, or None for a vacancy."""
        person = self.get("person", str(position.held_by)) if position.held_by else None
        return (person.name or person.id) if isinstance(person, Person) else None

    def type_of(self, territory: Territory) -> TerritoryType | None:
        """Return the type of a territory."""
        found = self.get("territory_type", str(territory.type))
        return found if isinstance(found, TerritoryType) else None

    @property
    def departments(self) -> tuple[Department, ...]:
        """The departments of the company: those that the design states, else the standard ones."""
        return self.org.all(Department) or STANDARD_DEPARTMENTS

    def departments_of(self, position: Position) -> tuple[Department, ...]:
        """Return the departments that a position works with, by its role and by its own word."""
        role = self.role_of(position)
        named = dict.fromkeys([*(role.works_with if role else ()), *position.works_with])
        if "*" in named:
            return self.departments
        found = (self.get("department", str(ref)) for ref in named)
        return tuple(d for d in found if isinstance(d, Department))
