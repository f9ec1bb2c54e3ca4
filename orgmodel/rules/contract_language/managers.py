"""Managers of the territory that an entity lies in."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from orgmodel.model import Customer, Id, Position, Territory
from orgmodel.rules.core.context import RuleContext


class TerritoryManagers:
    """The positions that lead people and cover a territory, from the innermost territory outward.

    Args:
        design: The design.
    """

    def __init__(self, design: RuleContext) -> None:
        self._design = design

    def territory_of(self, one: Id[Any]) -> Territory | None:
        """Return the territory that a customer lies in, or that lies around a territory."""
        if isinstance(one, Territory):
            return self._design.places.parent_of(one)
        if not isinstance(one, Customer):
            return None
        fit = (
            c.territory
            for c in self._design.coverage.of(one).candidates
            if c.territory is not None and c.verdict not in {"excluded", "supports"}
        )
        return next(fit, None)

    def around(self, one: Id[Any]) -> Iterator[tuple[Position, ...]]:
        """Yield the managers of each territory around an entity, the nearest first."""
        territory = self.territory_of(one)
        at = territory.id if territory else None
        while at is not None:
            nearest, managers, at = self._step(at)
            if nearest:
                yield managers

    @cached_property
    def branches(self) -> Mapping[str, str]:
        """The position directly below the head that each is below or is; a head has none."""
        lines = self._design.lines
        found: dict[str, str] = {}
        for id_, depth in lines.depths.items():
            position = self._design.org.get(Position, id_)
            above = lines.manager_of(position) if position else None
            if above is not None:
                found[id_] = id_ if depth == 1 else found[above.id]
        return found

    def _step(self, at: str) -> tuple[bool, tuple[Position, ...], str | None]:
        managers, outer = self._managed.get(at, ((), None))
        return bool(managers), managers, outer

    @cached_property
    def _managed(self) -> dict[str, tuple[tuple[Position, ...], str | None]]:
        """The managers of each territory, and the next territory outward that has some."""
        places = self._design.places
        found: dict[str, tuple[tuple[Position, ...], str | None]] = {}
        for id_ in places.depths:
            territory = self._design.org.get(Territory, id_)
            if territory is not None:
                outer = places.parent_of(territory)
                led = tuple(p for p in places.coverers_of(territory) if self._leads(p))
                found[id_] = (led, self._nearest(found, outer.id) if outer else None)
        return found

    def _nearest(
        self, found: dict[str, tuple[tuple[Position, ...], str | None]], outer: str
    ) -> str | None:
        managers, further = found.get(outer, ((), None))
        return outer if managers else further

    def _leads(self, position: Position) -> bool:
        role = self._design.role_of(position)
        return bool(self._design.lines.reports_of(position)) and (
            role is None or role.manages_people
        )
