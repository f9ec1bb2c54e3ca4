"""A design with everything that can be looked up in it, worked out once and shared."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from orgmodel.model import Entity, Org, Position, Territory
from orgmodel.network.build import assemble
from orgmodel.network.edges import edges_of
from orgmodel.network.known import Known
from orgmodel.network.lines import Lines
from orgmodel.network.places import Places
from orgmodel.regions import Matcher

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True)
class Dangling:
    """A reference to something that is not in the design.

    Attributes:
        entity: Who refers.
        field: In which field.
        kind: The kind of entity wanted.
        ref: The id that was not found.
    """

    entity: Entity
    field: str
    kind: str
    ref: str


class OrgGraph:
    """Indexed views of one design, built at first use; add nothing to the design meanwhile.

    Attributes:
        org: The design.
        known: Its entities together with the standard ones.
        lines: Its reporting lines.
        places: Its territories.
    """

    def __init__(self, org: Org) -> None:
        self.org = org
        self.known = Known(org)
        self.lines = Lines(org)
        self.places = Places(org)

    @cached_property
    def nx(self) -> "nx.MultiDiGraph[str]":
        """The design as a networkx graph; see :func:`orgmodel.graph`."""
        return assemble(self.org, self.known)

    @cached_property
    def matcher(self) -> Matcher[str]:
        """The rules of all territories, compiled together.

        They are in the order of their ids, so that the order of rows does not decide which of many
        examples of a gap or an overlap is told.
        """
        territories = sorted(self.org.all(Territory), key=lambda territory: territory.id)
        return Matcher({t.id: t.where for t in territories if t.where is not None})

    @cached_property
    def dangling(self) -> tuple[Dangling, ...]:
        """The references to nothing, in the order in which they were written."""
        found = []
        for edge in edges_of(self.org, self.known):
            kind, _, ref = edge.target.partition(":")
            if self.known.get(kind, ref) is None:
                found.append(Dangling(edge.entity, edge.field, kind, ref))
            kind, _, ref = edge.source.partition(":")
            if self.known.get(kind, ref) is None:
                found.append(Dangling(edge.entity, kind, kind, ref))
        return tuple(found)

    @cached_property
    def _coordinated(self) -> dict[str, list[Position]]:
        found: dict[str, list[Position]] = defaultdict(list)
        for position in self.org.all(Position):
            if position.coordinated_by:
                found[str(position.coordinated_by)].append(position)
        return found

    def coordinated_by(self, coordinator: Position) -> tuple[Position, ...]:
        """Return the positions that a coordinator does the inside work for."""
        return tuple(self._coordinated.get(coordinator.id, ()))

    @cached_property
    def boxes(self) -> dict[str, tuple[Position, ...]]:
        """The positions of every person who holds any, by person id."""
        found: dict[str, list[Position]] = defaultdict(list)
        for position in self.org.all(Position):
            if position.held_by:
                found[str(position.held_by)].append(position)
        return {person: tuple(positions) for person, positions in found.items()}
