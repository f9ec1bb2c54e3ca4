"""Changes of territories: new rules, splits and merges."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, field, replace
from typing import Any

from orgmodel.changes.verbs.primitives import Add, Primitive, Remove, Set
from orgmodel.changes.verbs.references import names_in, renamed
from orgmodel.changes.verbs.working_copy import Draft
from orgmodel.model import (
    Customer,
    DesignError,
    OneOrMany,
    Position,
    Problem,
    Ref,
    Territory,
    Text,
    Where,
    checked,
    holds,
)

_LISTS = ("place", "postal_code", "city", "industry", "segment", "tier", "status")


@checked
class ChangeRule:
    """A territory takes other customers.

    Attributes:
        territory: The territory.
        where: Its new rule; None makes it a group without a rule.
    """

    territory: Ref[Territory]
    where: Where | None

    def expanded(self, draft: Draft) -> Iterator[Primitive]:
        """Return the primitive changes that it consists of.

        Raises:
            DesignError: If the territory is not there.
        """
        yield Set(Territory, draft.need(Territory, self.territory).id, {"where": self.where})

    def __str__(self) -> str:
        return f"change the rule of territory {str(self.territory)!r}"


@checked
class SplitTerritory:
    """A territory is split into several at its place in the hierarchy.

    Its positions cover all parts, except those with an entry in ``covered_by``. Customers assigned
    to it by name go to the first part whose rule holds for them, else to the first part, like
    all other references.

    Attributes:
        territory: The territory, which is removed.
        into: The parts; one without ``within`` takes the place of the whole.
        covered_by: The positions that cover a part, by its id.
    """

    territory: Ref[Territory]
    into: OneOrMany[Territory]
    _: KW_ONLY
    covered_by: Mapping[Text, OneOrMany[Ref[Position]]] = field(default_factory=dict, hash=False)

    def expanded(self, draft: Draft) -> Iterator[Primitive]:
        """Return the primitive changes that it consists of.

        Raises:
            DesignError: If the territory or a position is not there, or there are no two parts.
        """
        old = draft.need(Territory, self.territory)
        parts = [self._placed(part, old) for part in self.into]
        self._refuse(parts)
        covering = {
            name: [draft.need(Position, p).id for p in who] for name, who in self._covering()
        }
        yield Remove(Territory, old.id)
        yield from map(Add, parts)
        yield from self._covered(draft, old, parts, covering)
        for customer in draft.all(Customer):
            if old.id in customer.territories:
                part = _part_of(customer, parts)
                refs = tuple(part if ref == old.id else ref for ref in customer.territories)
                yield Set(Customer, customer.id, {"territories": refs})
        yield from _following(draft, {old.id: parts[0].id}, but=(Position, Customer))

    def _covering(self) -> Iterator[tuple[str, Sequence[Any]]]:
        return iter(self.covered_by.items())

    @staticmethod
    def _placed(part: Territory, old: Territory) -> Territory:
        fields: dict[str, Any] = {**vars(part)}
        clean = {n: v for n, v in fields.items() if not n.startswith("__")}
        usual = Territory(part.id)
        clean["within"] = part.within if part.within is not None else old.within
        clean["type"] = part.type if part.type != usual.type else old.type
        return Territory(**clean)

    def _refuse(self, parts: Sequence[Territory]) -> None:
        ids = [part.id for part in parts]
        odd = [name for name in self.covered_by if name not in ids]
        problems = [Problem(f"{name!r} is not one of its parts: {', '.join(ids)}.") for name in odd]
        if len(set(ids)) < 2:  # noqa: PLR2004 - one part would be no split
            problems.append(
                Problem("A territory is split into two parts or more, each with its id.")
            )
        if problems:
            raise DesignError(problems)

    def _covered(
        self,
        draft: Draft,
        old: Territory,
        parts: Sequence[Territory],
        covering: Mapping[str, Sequence[str]],
    ) -> Iterator[Primitive]:
        for position in draft.all(Position):
            kept = [ref for ref in map(str, position.covers) if ref != old.id]
            for part in parts:
                who = covering.get(part.id)
                if position.id in who if who is not None else old.id in position.covers:
                    kept.append(part.id)
            covers = tuple(dict.fromkeys(kept))
            if covers != position.covers:
                yield Set(Position, position.id, {"covers": covers})

    def __str__(self) -> str:
        parts = ", ".join(part.id for part in self.into)
        return f"split territory {str(self.territory)!r} into {parts}"


def _part_of(customer: Customer, parts: Sequence[Territory]) -> str:
    values = customer.values()
    fit = (p.id for p in parts if p.where is not None and holds(p.where, values))
    return next(fit, parts[0].id)


@checked
class MergeTerritories:
    """Several territories become one, covered by the positions of all of them.

    Its rule takes in what theirs took. It lies where the first lay and is of the type of the
    first. What referred to any of them refers to it.

    Attributes:
        territories: The territories; two or more.
        into: The id of the whole; it may be the id of one of them.
        name: Name of the whole; None keeps the name of that one.
        covered_by: The positions that cover it; none named means all who covered any.
    """

    territories: OneOrMany[Ref[Territory]]
    into: Text
    _: KW_ONLY
    name: Text | None = None
    covered_by: OneOrMany[Ref[Position]] = ()

    def expanded(self, draft: Draft) -> Iterator[Primitive]:
        """Return the primitive changes that it consists of.

        Raises:
            DesignError: If one of them is not there, or the id of the whole is taken.
        """
        old = [draft.need(Territory, ref) for ref in dict.fromkeys(map(str, self.territories))]
        if len(old) < 2:  # noqa: PLR2004 - one would be no merger
            raise DesignError([Problem("Name two territories or more to be merged.")])
        gone = {territory.id for territory in old}
        kept = next((t for t in old if t.id == self.into), None)
        if kept is None and draft.get(Territory, self.into) is not None:
            raise DesignError([Problem(f"There is a territory {self.into!r} already.")])
        within = next((t.within for t in old if t.within not in gone), None)
        rules = [t.where for t in old if t.where is not None]
        whole = Territory(
            self.into,
            _united(rules) if rules else None,
            name=self.name or (kept.name if kept else None),
            within=within,
            type=old[0].type,
            note=kept.note if kept else None,
        )
        yield from (Remove(Territory, t.id) for t in old)
        yield Add(whole)
        posts = [draft.need(Position, ref).id for ref in self.covered_by]
        yield from _following(draft, dict.fromkeys(gone - {self.into}, self.into), but=(Position,))
        yield from self._covered(draft, gone, posts)

    def _covered(self, draft: Draft, gone: set[str], posts: Sequence[str]) -> Iterator[Primitive]:
        for position in draft.all(Position):
            refs = list(map(str, position.covers))
            new = list(dict.fromkeys(self.into if ref in gone else ref for ref in refs))
            if posts and position.id not in posts:
                new = [ref for ref in new if ref != self.into]
            elif posts and self.into not in new:
                new.append(self.into)
            if new != refs:
                yield Set(Position, position.id, {"covers": tuple(new)})

    def __str__(self) -> str:
        return f"merge territories {', '.join(map(str, self.territories))} into {self.into!r}"


def _united(rules: Sequence[Where]) -> Where:
    """Return a rule that holds where any of some does, in one condition if that can be."""
    for name in _LISTS:
        if all(_alone(rule, name) for rule in rules):
            listed = tuple(dict.fromkeys(value for rule in rules for value in getattr(rule, name)))
            condition: dict[str, Any] = {name: listed}
            return Where(**condition)
    return Where(include=tuple(dict.fromkeys(rules)))


def _alone(rule: Where, name: str) -> bool:
    """Return whether a rule has this one condition and nothing else."""
    listed: tuple[str, ...] = getattr(rule, name)
    without: dict[str, Any] = {name: ()}
    return bool(listed) and replace(rule, **without) == Where()


def _following(
    draft: Draft, call: Mapping[str, str], but: tuple[type[Any], ...]
) -> Iterator[Primitive]:
    """Yield what lets everything that refers to some territories refer to others."""
    names = {("territory", old): new for old, new in call.items()}
    for entity in draft:
        if type(entity) in but or (type(entity) is Territory and entity.id in call):
            continue
        if not any(name in names for _, name in names_in(entity)):
            continue
        new = renamed(entity, names)
        fields = {n: v for n, v in vars(new).items() if v is not getattr(entity, n)}
        yield Set(type(entity), entity.id, fields)
