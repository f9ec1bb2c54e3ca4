"""The organisation: all its entities, and where each was written."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from orgmodel.model.accepted_finding import AcceptedFinding
from orgmodel.model.account_profile import AccountProfile
from orgmodel.model.activity import Activity
from orgmodel.model.as_of import days_of, is_dated, rows_on
from orgmodel.model.customer import Assignment, Customer
from orgmodel.model.dated_relations import Holding, Leave, ReportingLine, TerritoryAssignment
from orgmodel.model.day import today
from orgmodel.model.deal import Contract, Opportunity
from orgmodel.model.entities import Section
from orgmodel.model.goal import Goal, Result
from orgmodel.model.money import Currency
from orgmodel.model.plan import AccountPlan, PayBenchmark, ProspectingPlan, Target, TerritoryPlan
from orgmodel.model.position import Position
from orgmodel.model.product import Product
from orgmodel.model.ref import Id
from orgmodel.model.relation import Relation, RelationType, Successor
from orgmodel.model.role import Department, Person, Role
from orgmodel.model.source import DesignError, Problem, Source
from orgmodel.model.territory import Territory, TerritoryType
from orgmodel.model.validation.arguments import WrongKindError, require_day
from orgmodel.model.validation.messages import described
from orgmodel.text import clean, did_you_mean, html_table

Entity = (
    Role
    | Department
    | Person
    | Product
    | TerritoryType
    | Territory
    | Position
    | Holding
    | Leave
    | ReportingLine
    | TerritoryAssignment
    | RelationType
    | Relation
    | Successor
    | Customer
    | Assignment
    | AccountProfile
    | Opportunity
    | Contract
    | Activity
    | AccountPlan
    | TerritoryPlan
    | ProspectingPlan
    | Goal
    | Target
    | Result
    | PayBenchmark
    | AcceptedFinding
)
E = TypeVar("E", bound=Entity)

SECTIONS: dict[str, type[Entity]] = {
    "roles": Role,
    "departments": Department,
    "people": Person,
    "products": Product,
    "territory_types": TerritoryType,
    "territories": Territory,
    "positions": Position,
    "holdings": Holding,
    "leaves": Leave,
    "reporting_lines": ReportingLine,
    "territory_assignments": TerritoryAssignment,
    "relation_types": RelationType,
    "relations": Relation,
    "successors": Successor,
    "customers": Customer,
    "assignments": Assignment,
    "account_profiles": AccountProfile,
    "opportunities": Opportunity,
    "contracts": Contract,
    "activities": Activity,
    "account_plans": AccountPlan,
    "territory_plans": TerritoryPlan,
    "prospecting_plans": ProspectingPlan,
    "goals": Goal,
    "targets": Target,
    "results": Result,
    "pay_benchmarks": PayBenchmark,
    "accepted": AcceptedFinding,
}
"""Every kind of entity under the name that it has in files."""

_CURRENCY: TypeAdapter[str] = TypeAdapter(Currency)


def _rows_of(org: "Org", kind: type[E]) -> Mapping[str, E]:
    rows: Mapping[str, E] = org._entities[kind]  # noqa: SLF001 - the class that this serves
    return rows


class Org:
    """A sales organisation: entities of all kinds, in the order in which they were added.

    Args:
        name: Name of the organisation.
        currency: ISO 4217 code of all its amounts.

    Every section is available by its name: ``org.positions["director"]``, ``"director" in
    org.positions``, ``for position in org.positions``; ``get`` and ``all`` take the kind instead.
    Several threads may read one design; none may add to it meanwhile.

    Attributes:
        dated: Whether it differs from day to day.
        day: The as-of date; None for the design with all days.

    Raises:
        DesignError: If the name is empty or not text, or the currency is not three capitals.
    """

    roles = Section(Role, _rows_of)
    departments = Section(Department, _rows_of)
    people = Section(Person, _rows_of)
    products = Section(Product, _rows_of)
    territory_types = Section(TerritoryType, _rows_of)
    territories = Section(Territory, _rows_of)
    positions = Section(Position, _rows_of)
    holdings = Section(Holding, _rows_of)
    leaves = Section(Leave, _rows_of)
    reporting_lines = Section(ReportingLine, _rows_of)
    territory_assignments = Section(TerritoryAssignment, _rows_of)
    relation_types = Section(RelationType, _rows_of)
    relations = Section(Relation, _rows_of)
    successors = Section(Successor, _rows_of)
    customers = Section(Customer, _rows_of)
    assignments = Section(Assignment, _rows_of)
    account_profiles = Section(AccountProfile, _rows_of)
    opportunities = Section(Opportunity, _rows_of)
    contracts = Section(Contract, _rows_of)
    activities = Section(Activity, _rows_of)
    account_plans = Section(AccountPlan, _rows_of)
    territory_plans = Section(TerritoryPlan, _rows_of)
    prospecting_plans = Section(ProspectingPlan, _rows_of)
    goals = Section(Goal, _rows_of)
    targets = Section(Target, _rows_of)
    results = Section(Result, _rows_of)
    pay_benchmarks = Section(PayBenchmark, _rows_of)
    accepted = Section(AcceptedFinding, _rows_of)

    def __init__(self, name: str, *, currency: str = "EUR") -> None:
        self.name = clean(name) if isinstance(name, str) else ""
        if not self.name:
            given = "" if isinstance(name, str) else f", as text, not {name!r}"
            sentence = f"The organisation needs a name{given}."
            raise DesignError([Problem(sentence, Source.of_caller())])
        try:
            self.currency = _CURRENCY.validate_python(currency)
        except ValidationError:
            sentence = (
                f"Currency {currency!r} is not an ISO 4217 code; write three capitals, such as EUR."
            )
            raise DesignError([Problem(sentence, Source.of_caller())]) from None
        self._entities: dict[type[Any], dict[str, Any]] = {kind: {} for kind in SECTIONS.values()}
        self._sources: dict[str, Source] = {}
        self.dated = False
        self.day: dt.date | None = None
        self._whole: Org | None = None

    def add(self, entity: E, *, source: Source | None = None) -> E:
        """Add an entity and return it.

        Args:
            entity: Any value of the model with an id.
            source: Where it was written; by default the line that makes this call.

        Raises:
            DesignError: If an entity of this kind and id is there already (both places are named),
                or its amounts are in another currency.
        """
        source = source or Source.of_caller()
        rows = self._entities.get(type(entity))
        if rows is None:
            raise DesignError(
                [Problem(f"Cannot add {entity!r}: expected an entity such as Position.", source)]
            )
        self._check(entity, rows, source)
        rows[entity.id] = entity
        if source:
            self._sources[entity.node] = source
        self.dated = self.dated or is_dated(entity)
        return entity

    def _check(self, entity: Entity, rows: dict[str, Entity], source: Source | None) -> None:
        if entity.id in rows:
            first = self._sources.get(entity.node)
            there = f" {first}" if first else ""
            sentence = (
                f"There is a {entity_label(entity)} already, added at{there}; "
                "give this one another id."
            )
            raise DesignError([Problem(sentence, source)])
        currency = getattr(entity, "currency", None)
        if currency not in {None, self.currency}:
            sentence = (
                f"{entity_label(entity, first=True)} has amounts in {currency}, "
                f"but {self.name} counts in {self.currency}; convert them."
            )
            raise DesignError([Problem(sentence, source)])

    def as_of(self, day: dt.date | None = None) -> "Org":
        """Return the design as it is on a day.

        What does not exist on the day is left out, with the references to it and everything that
        requires it. Lines with dates are in plain fields: who holds a position in ``held_by``, its
        manager in ``reports_to`` and ``dotted_to``, its territories in ``covers``; the lines of the
        day stay as well. References to what exists on no day stay as they are.

        Args:
            day: The as-of date; by default today, or the day that the design is read on already.

        Returns:
            A design that shares what is equal with this one; this one itself if it has no dates.

        Raises:
            DesignError: If the design is read on another day already.
        """
        require_day(day)
        day = day.date() if isinstance(day, dt.datetime) else day
        if self.day is not None and day not in {None, self.day}:
            sentence = f"The design is read on {self.day} already; read the whole on {day}."
            raise DesignError([Problem(sentence, Source.of_caller())])
        if not self.dated or self.day is not None:
            return self
        view = Org(self.name, currency=self.currency)
        view.day, view._whole, view.dated = day or today(), self, True
        view._entities, view._sources = rows_on(self._entities, view.day), dict(self._sources)
        return view

    @property
    def whole(self) -> "Org":
        """The design with all days: itself, unless it is read on a day."""
        return self._whole or self

    def days(self) -> tuple[dt.date, ...]:
        """Return the days, in order, on which anything in the design begins or has ended.

        From each to the next, and before the first, the design is the same.
        """
        return tuple(days_of(self))

    def get(self, kind: type[E], ref: Id[Any] | str | None) -> E | None:
        """Return the entity of a kind that a reference names, or None.

        Raises:
            WrongKindError: If the kind is not an entity class.
        """
        try:
            return self._entities[kind].get(str(ref)) if ref is not None else None
        except (KeyError, TypeError):
            raise _no_kind("get()", kind) from None

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Return all entities of a kind, in the order in which they were added.

        Raises:
            WrongKindError: If the kind is not an entity class.
        """
        try:
            return tuple(self._entities[kind].values())
        except (KeyError, TypeError):
            raise _no_kind("all()", kind) from None

    def with_rows(
        self,
        rows: Mapping[type[Any], Iterable[Entity]],
        *,
        name: str | None = None,
        currency: str | None = None,
        sources: Mapping[str, Source] | None = None,
    ) -> "Org":
        """Return an organisation that differs in some kinds and shares all other entities.

        Args:
            rows: The entities of every kind that differs, each id once.
            name: Its name; by default as here.
            currency: Currency of its amounts; by default as here.
            sources: Where entities were written, by node, in addition to those known here.

        Raises:
            DesignError: If the name or the currency is not valid.
        """
        made = Org(name or self.name, currency=currency or self.currency)
        made._entities = {
            kind: {e.id: e for e in rows[kind]} if kind in rows else dict(mine)
            for kind, mine in self._entities.items()
        }
        made._sources = {**self._sources, **(sources or {})}
        made.dated = self.dated or any(is_dated(e) for kind in rows for e in made.all(kind))
        made.day = self.day
        return made

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

    def _repr_html_(self) -> str:
        """Return what a notebook shows: how many entities there are of each kind."""
        rows = [(name.replace("_", " "), f"{len(self.all(SECTIONS[name])):,}") for name in SECTIONS]
        notes = [f"{self.name}, amounts in {self.currency}"]
        return html_table([row for row in rows if row[1] != "0"], notes=notes)


def _no_kind(by: str, given: object) -> WrongKindError:
    names = [kind.__name__ for kind in SECTIONS.values()]
    hint = did_you_mean(given, names) if isinstance(given, str) and given not in names else "."
    what = f"{by} expected an entity class such as Position"
    return WrongKindError(f"{what}, got {described(given)}{hint}")


def entity_label(entity: Id[Any], *, first: bool = False) -> str:
    """Return the name of an entity in a sentence: its kind and quoted id, capitalised if first."""
    kind = entity.kind.replace("_", " ")
    return f"{kind.capitalize() if first else kind} {entity.id!r}"
