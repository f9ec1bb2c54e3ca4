"""The part of the settings that applies to a finding."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from orgmodel.model import Customer, Id, Position, Territory, kind_of, references
from orgmodel.rules.core.context import RuleContext
from orgmodel.rules.core.finding import Finding
from orgmodel.rules.settings.sections import Part, PartSeverity
from orgmodel.text import did_you_mean

E = TypeVar("E", Customer, Position, Territory)


@dataclass(frozen=True)
class Scope:
    """A part of the settings with the entity at its top, found in a design.

    Attributes:
        size: The number of positions or territories below that entity.
    """

    part: Part
    top: Position | Territory
    size: int


class Scopes:
    """The parts of the settings in one design.

    Where several apply, the nearest decides: the one with the fewest entities below its top;
    among equals, the last.

    Args:
        design: The design.
        parts: The parts in the settings.
    """

    def __init__(self, design: RuleContext, parts: Sequence[Part]) -> None:
        self._design = design
        found = [(part, self._top(part)) for part in parts]
        scopes = [Scope(part, top, self._size(top)) for part, top in found if top is not None]
        scopes.reverse()  # sorting keeps the order of equals
        self._nearest_first = sorted(scopes, key=lambda scope: scope.size)
        self._lost = [part for part, top in found if top is None]

    def _top(self, part: Part) -> Position | Territory | None:
        org = self._design.org
        if part.under is not None:
            return org.get(Position, part.under.removeprefix("position:"))
        return org.get(Territory, (part.within or "").removeprefix("territory:"))

    def _size(self, top: Position | Territory) -> int:
        graph = self._design
        return graph.lines.below(top) if isinstance(top, Position) else graph.places.below(top)

    @property
    def notes(self) -> Iterator[str]:
        """Notes about parts whose top the design does not have."""
        for part in self._lost:
            kind = Position if part.under is not None else Territory
            known = [entity.node for entity in self._design.org.all(kind)]
            hint = did_you_mean(part.under or part.within or "", known)
            yield f"The settings name a part {part}, which the design does not have{hint}"

    def severity_of(self, finding: Finding) -> PartSeverity | None:
        """Return the severity of a finding in its part; None if no part sets it."""
        about = finding.entity
        if about is None:
            return None
        for scope in self._nearest_first:
            if scope.part.concerns(finding) and self._holds(scope, about):
                return scope.part.severity
        return None

    def _holds(self, scope: Scope, about: Id[Any]) -> bool:
        top = scope.top
        if isinstance(top, Position):
            places = self._positions(about)
            return any(p.id == top.id or self._design.nesting.above(top, p) for p in places)
        regions = self._territories(about)
        return any(t.id == top.id or self._design.regions.above(top, t) for t in regions)

    def _positions(self, about: Id[Any]) -> Iterable[Position]:
        """Return the positions that are responsible for an entity."""
        if isinstance(about, Position):
            return (about,)
        if isinstance(about, Territory):
            return self._design.places.coverers_of(about)
        if isinstance(about, Customer):
            cover = self._design.coverage.of(about)
            return tuple(filter(None, (cover.position or cover.stand_in,)))
        return self._referred(Position, about)

    def _territories(self, about: Id[Any]) -> Iterable[Territory]:
        """Return the territories that an entity belongs to."""
        if isinstance(about, Territory):
            return (about,)
        if isinstance(about, Position):
            refs = about.covers
            return tuple(filter(None, (self._design.org.get(Territory, ref) for ref in refs)))
        if isinstance(about, Customer):
            winners = self._design.coverage.of(about).winners
            return tuple(winner.territory for winner in winners if winner.territory)
        customers = self._referred(Customer, about)
        return self._territories(customers[0]) if customers else self._referred(Territory, about)

    def _referred(self, kind: type[E], about: Id[Any]) -> tuple[E, ...]:
        """Return the entity that a plan, a target or an assignment is for: the first it names."""
        names = (n for n, to in references(type(about)).items() if to == kind_of(kind))
        first = self._design.org.get(kind, getattr(about, next(names, ""), None))
        return (first,) if first is not None else ()
