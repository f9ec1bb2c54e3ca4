"""A design with indexed views of it, computed once and shared."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from orgmodel.model import Entity, Holding, Id, Leave, Org, Position, Territory, first_of, require
from orgmodel.network.build import assemble
from orgmodel.network.edges import edges_of
from orgmodel.network.reporting_tree import Lines
from orgmodel.network.resolver import Known
from orgmodel.network.territory_tree import Places
from orgmodel.regions import Matcher

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True)
class Dangling:
    """A reference to something that is not in the design.

    Attributes:
        entity: The entity that refers.
        field: The field with the reference.
        kind: The expected kind of entity.
        ref: The id that was not found.
    """

    entity: Entity
    field: str
    kind: str
    ref: str


class OrgGraph:
    """Indexed views of one design, built at first use; add nothing to the design meanwhile.

    Args:
        org: The design.
        on: The as-of date; by default today. It only matters if the design has dates.

    Attributes:
        org: The design as it is on the day.
        known: Its entities together with the standard ones.
        lines: Its reporting lines.
        places: Its territories.
    """

    def __init__(self, org: Org, *, on: dt.date | None = None) -> None:
        require(org, Org, by="OrgGraph()")
        self.org = org = org.as_of(on)
        self.known = Known(org)
        self.lines = Lines(org)
        self.places = Places(org)

    def __repr__(self) -> str:
        return f"<OrgGraph of {self.org!r}>"

    def reports_of(self, position: Id[Position] | str) -> tuple[Position, ...]:
        """Return the direct reports of a position, in the order in which they were added.

        Raises:
            UnknownIdError: If there is no such position.
        """
        return self.lines.reports_of(self.org.positions[position])

    def manager_of(self, position: Id[Position] | str) -> Position | None:
        """Return the position that a position reports to; None for a head. Errors as above."""
        return self.lines.manager_of(self.org.positions[position])

    def managers_of(self, position: Id[Position] | str) -> tuple[Position, ...]:
        """Return the managers of a position up to the head, the nearest first; errors as above."""
        return self.lines.chain_of(self.org.positions[position])

    @cached_property
    def nx(self) -> "nx.MultiDiGraph[str]":
        """The design as a networkx graph; see :func:`orgmodel.graph`."""
        return assemble(self.org, self.known)

    @cached_property
    def matcher(self) -> Matcher[str]:
        """The rules of all territories, compiled together.

        They are in the order of their ids, so that the order of rows does not decide which of many
        examples of a gap or an overlap is reported.
        """
        territories = sorted(self.org.all(Territory), key=lambda territory: territory.id)
        return Matcher({t.id: t.where for t in territories if t.where is not None})

    @cached_property
    def dangling(self) -> tuple[Dangling, ...]:
        """The references to nothing, on whatever day, in the order in which they were written."""
        found = []
        whole = self.org.whole
        known = self.known if whole is self.org else Known(whole)
        for edge in edges_of(whole, known):
            kind, _, ref = edge.target.partition(":")
            if known.get(kind, ref) is None:
                found.append(Dangling(edge.entity, edge.field, kind, ref))
            kind, _, ref = edge.source.partition(":")
            if known.get(kind, ref) is None:
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

    @cached_property
    def _holdings(self) -> dict[str, Holding]:
        return {str(h.position): h for h in first_of(self.org.all(Holding))}

    def holding_of(self, position: Position) -> Holding | None:
        """Return what says with dates who holds a position on the day, if anything does."""
        return self._holdings.get(position.id)

    def displaced(self, position: Position) -> str | None:
        """Return the person whom a temporary holder of a position replaces, if there is one.

        It is the holder by another dated relation, else by the field of the position itself.
        """
        holding = self.holding_of(position)
        if holding is None or not holding.temporary:
            return None
        own = (h for h in self.org.all(Holding) if h.position == position.id and not h.temporary)
        lasting = first_of(own)
        stated = self.org.whole.get(Position, position.id)
        who = lasting[0].person if lasting else stated and stated.held_by
        return str(who) if who and who != holding.person else None

    @cached_property
    def _leaves(self) -> dict[str, Leave]:
        by_id = sorted(self.org.all(Leave), key=lambda leave: leave.id, reverse=True)
        by_end = sorted(by_id, key=lambda leave: leave.until or dt.date.max)
        return {str(leave.person): leave for leave in by_end}

    def leave_of(self, position: Position) -> Leave | None:
        """Return why the holder of a position is away on the day; None for one who is there.

        Of several leaves that hold on the day, the one that ends last counts.
        """
        return self.leave_of_person(str(position.held_by)) if position.held_by else None

    def leave_of_person(self, person: str) -> Leave | None:
        """Return why somebody, by id or name, is away on the day; None for one who is there."""
        return self._leaves.get(person)

    def present(self, position: Position) -> bool:
        """Return whether somebody holds a position and is not on leave on the day."""
        return position.held_by is not None and str(position.held_by) not in self._leaves
