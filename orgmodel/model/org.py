"""The organisation: all its entities, and where each was written."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from orgmodel.model.accepted import Accepted
from orgmodel.model.customer import Assignment, Customer
from orgmodel.model.money import Currency
from orgmodel.model.plan import AccountPlan, PayBenchmark, ProspectingPlan, Target, TerritoryPlan
from orgmodel.model.position import Position
from orgmodel.model.ref import Id
from orgmodel.model.role import Department, Person, Role
from orgmodel.model.source import DesignError, Problem, Source
from orgmodel.model.territory import Territory, TerritoryType
from orgmodel.model.text import clean

Entity = (
    Role
    | Department
    | Person
    | TerritoryType
    | Territory
    | Position
    | Customer
    | Assignment
    | AccountPlan
    | TerritoryPlan
    | ProspectingPlan
    | Target
    | PayBenchmark
    | Accepted
)
E = TypeVar("E", bound=Entity)

SECTIONS: dict[str, type[Entity]] = {
    "roles": Role,
    "departments": Department,
    "people": Person,
    "territory_types": TerritoryType,
    "territories": Territory,
    "positions": Position,
    "customers": Customer,
    "assignments": Assignment,
    "account_plans": AccountPlan,
    "territory_plans": TerritoryPlan,
    "prospecting_plans": ProspectingPlan,
    "targets": Target,
    "pay_benchmarks": PayBenchmark,
    "accepted": Accepted,
}
"""Every kind of entity under the name that it has in files."""

_CURRENCY: TypeAdapter[str] = TypeAdapter(Currency)


class Org:
    """A sales organisation: entities of all kinds, in the order in which they were added.

    Args:
        name: What the organisation is called.
        currency: ISO 4217 code of all its amounts.

    Raises:
        DesignError: If the name is empty or the currency is not three capital letters.
    """

    def __init__(self, name: str, *, currency: str = "EUR") -> None:
        self.name = clean(name)
        if not self.name:
            raise DesignError([Problem("The organisation needs a name.", Source.of_caller())])
        try:
            self.currency = _CURRENCY.validate_python(currency)
        except ValidationError:
            sentence = f"Currency {currency!r} is no ISO 4217 code; write three capitals, as EUR."
            raise DesignError([Problem(sentence, Source.of_caller())]) from None
        self._entities: dict[type[Any], dict[str, Any]] = {kind: {} for kind in SECTIONS.values()}
        self._sources: dict[str, Source] = {}

    def add(self, entity: E, *, source: Source | None = None) -> E:
        """Take an entity in and return it.

        Args:
            entity: Any value of the model with an id.
            source: Where it was written; left out, the line that makes this call.

        Raises:
            DesignError: If an entity of this kind and id is there already (both places are named),
                or its amounts are in another currency.
        """
        source = source or Source.of_caller()
        rows = self._entities.get(type(entity))
        if rows is None:
            raise DesignError(
                [Problem(f"{entity!r} is nothing that an organisation holds.", source)]
            )
        self._check(entity, rows, source)
        rows[entity.id] = entity
        if source:
            self._sources[entity.node] = source
        return entity

    def _check(self, entity: Entity, rows: dict[str, Entity], source: Source | None) -> None:
        if entity.id in rows:
            first = self._sources.get(entity.node)
            there = f" {first}" if first else ""
            sentence = (
                f"There is a {said(entity)} already, added at{there}; give this one another id."
            )
            raise DesignError([Problem(sentence, source)])
        currency = getattr(entity, "currency", None)
        if currency not in {None, self.currency}:
            sentence = (
                f"{said(entity).capitalize()} has amounts in {currency}, but {self.name} counts in "
                f"{self.currency}; convert them."
            )
            raise DesignError([Problem(sentence, source)])

    def get(self, kind: type[E], ref: Id[Any] | str | None) -> E | None:
        """Return the entity of a kind that a reference names, or None."""
        return self._entities[kind].get(str(ref)) if ref is not None else None

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Return all entities of a kind, in the order in which they were added."""
        return tuple(self._entities[kind].values())

    def source_of(self, entity: Id[Any]) -> Source | None:
        """Return where an entity was written, if that is known."""
        return self._sources.get(entity.node)

    def __iter__(self) -> Iterator[Entity]:
        for rows in self._entities.values():
            yield from rows.values()

    def __len__(self) -> int:
        return sum(len(rows) for rows in self._entities.values())

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        """Two organisations are equal if they hold equal entities in the same order."""
        if not isinstance(other, Org):
            return NotImplemented
        mine, theirs = (self.name, self.currency, *self), (other.name, other.currency, *other)
        return mine == theirs

    __hash__ = None  # type: ignore[assignment]  # it changes as entities are added

    def __repr__(self) -> str:
        filled = (
            f"{len(rows)} {name}"
            for name, kind in SECTIONS.items()
            if (rows := self._entities[kind])
        )
        return f"<Org {self.name!r}: {', '.join(filled) or 'empty'}>"


def said(entity: Id[Any]) -> str:
    """Return how a sentence names an entity: kind and quoted id."""
    return f"{entity.kind.replace('_', ' ')} {entity.id!r}"
