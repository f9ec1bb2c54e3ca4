"""Positions in a part that a contract names, such as deputy or owner."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from orgmodel.model import (
    AccountPlan,
    AccountRole,
    Customer,
    Id,
    Position,
    ProspectingPlan,
    Role,
    Target,
    Territory,
    TerritoryPlan,
)
from orgmodel.rules.contract_language.vocabulary import NEEDED
from orgmodel.rules.core.context import RuleContext

PAPERS = ("account plan", "territory plan", "prospecting plan", "target")
"""Parts that are documents rather than positions."""

_TEAM: dict[str, AccountRole] = {
    "owner": "owner",
    "deputy": "deputy",
    "executive sponsor": "executive sponsor",
    "specialist": "specialist",
    "coordinator": "coordinator",
}


class Parties:
    """The positions in a part for a customer, a territory or a position.

    Args:
        design: The design.
        word: The part, one of those in ``NEEDED`` or a role.
        by_name: Whether only the account team by name counts.
    """

    def __init__(self, design: RuleContext, word: str, *, by_name: bool = False) -> None:
        self._design, self._word, self._by_name = design, word, by_name
        plain = any(word in words for words in NEEDED.values())
        self._role = None if plain else design.known.titles.role_of(word)

    def of(self, one: Id[Any]) -> tuple[Position, ...]:
        """Return the positions in that part, each once."""
        found: Iterable[Position | None] = ()
        if isinstance(one, Customer):
            found = self._on_account(one)
        elif isinstance(one, Territory):
            found = self._in_territory(one)
        elif isinstance(one, Position):
            found = self._around(one)
        return tuple({p.id: p for p in found if p is not None}.values())

    def _on_account(self, customer: Customer) -> Iterable[Position | None]:
        if self._word == "account plan":
            return self._owners(AccountPlan, "customer").get(customer.id, ())
        team = [m.position for m in self._design.team_of(customer)]
        named: Sequence[Position] = self._fitting(team)
        if self._word in _TEAM:
            named = self._design.on_account(customer, _TEAM[self._word])
        return named if self._by_name else (*named, *self._by_cover(customer))

    def _by_cover(self, customer: Customer) -> Iterable[Position | None]:
        """Return the positions that cover a customer by its territory or by its owner."""
        cover, org = self._design.coverage.of(customer), self._design.org
        if self._word == "owner":
            return (cover.position,)
        if self._word == "specialist":
            return cover.specialists
        if self._word in {"deputy", "coordinator"}:
            owner = cover.position
            name = "deputy" if self._word == "deputy" else "coordinated_by"
            return (org.get(Position, getattr(owner, name)),) if owner else ()
        return self._fitting([*([cover.position] if cover.position else ()), *cover.specialists])

    def _in_territory(self, territory: Territory) -> Iterable[Position | None]:
        front, org = self._design.fronts[territory.id], self._design.org
        if self._word == "territory plan":
            return self._owners(TerritoryPlan, "territory").get(territory.id, ())
        look_up: dict[str, Callable[[], Iterable[Position | None]]] = {
            "owner": lambda: front,
            "deputy": lambda: (org.get(Position, p.deputy) for p in front),
            "coordinator": lambda: (org.get(Position, p.coordinated_by) for p in front),
        }
        found = look_up.get(self._word)
        return found() if found else self._fitting(self._design.places.coverers_of(territory))

    def _around(self, position: Position) -> Iterable[Position | None]:
        org, lines = self._design.org, self._design.lines
        look_up: dict[str, Callable[[], Iterable[Position | None]]] = {
            "manager": lambda: (lines.manager_of(position),),
            "deputy": lambda: (org.get(Position, position.deputy),),
            "coordinator": lambda: (org.get(Position, position.coordinated_by),),
            "report": lambda: lines.reports_of(position),
            "target": lambda: self._owners(Target, "position").get(position.id, ()),
            "prospecting plan": lambda: self._owners(ProspectingPlan, "owner").get(position.id, ()),
        }
        found = look_up.get(self._word)
        return found() if found else (self._managers.get(position.id),)

    def _fitting(self, positions: Iterable[Position]) -> list[Position]:
        return [each for each in positions if self._is(self._design.role_of(each))]

    def _is(self, role: Role | None) -> bool:
        return role is not None and self._role is not None and role.id == self._role.id

    def _owners(self, kind: Any, name: str) -> Mapping[str, list[Position]]:  # noqa: ANN401 - plans
        """Return the owners of the plans of a kind, by what these are for."""
        if not self._papers:
            for paper in self._design.org.all(kind):
                ref = getattr(paper, "position" if kind is Target else "owner")
                owner = self._design.org.get(Position, ref)
                if owner is not None:
                    self._papers[str(getattr(paper, name))].append(owner)
        return self._papers

    @cached_property
    def _papers(self) -> dict[str, list[Position]]:
        return defaultdict(list)

    @cached_property
    def _managers(self) -> Mapping[str, Position]:
        """The nearest manager of the role, by position; parents come before those below."""
        found: dict[str, Position] = {}
        for id_ in self._design.lines.depths:
            position = self._design.org.get(Position, id_)
            above = self._design.lines.manager_of(position) if position else None
            if above is not None:
                nearest = above if self._is(self._design.role_of(above)) else found.get(above.id)
                found.update({id_: nearest} if nearest else {})
        return found
