"""Renames: entities that seem to have another id; guesses, each with its evidence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any

from orgmodel.changes.verbs.primitives import Rename
from orgmodel.changes.verbs.references import Call, names_in
from orgmodel.model import SECTIONS, Customer, Entity, Org, Person, Position, kind_of, references

AGREEMENT = 0.6
"""Share of the facts about two entities that must be the same for a guess."""
LEAD = 0.1
"""How much better a guess must be than any other for either of the two."""
TELLING = frozenset({"held_by", "name", "email", "where", "covers", "person"})
"""Fields that identify a person or thing; such a fact counts twice."""
_CALLED = frozenset({"name", "email"})
_AMOUNTS = frozenset({"revenue", "profit", "potential"})
_MOST_ALIKE = 20
"""A fact that this many entities share distinguishes none of them."""
_FEWEST = 2
_ROUNDS = 30

Fact = tuple[str, str, str]
"""A field, or a field of another entity that refers to this one; the value, or who refers; and the
kind of entity that is named so, or nothing."""
Facts = frozenset[Fact]


@dataclass(frozen=True)
class Renaming:
    """An entity of the earlier design that seems to be one of the later design; a guess.

    Attributes:
        what: The kind of entity.
        id: Its id before.
        to: Its id after.
        agreement: The share of facts that are the same, from 0.6 to 1.
        evidence: The facts that are the same, in words.
    """

    what: type[Any]
    id: str
    to: str
    agreement: float
    evidence: tuple[str, ...]

    @property
    def change(self) -> Rename:
        """The change of the id."""
        return Rename(self.what, self.id, self.to)

    def __str__(self) -> str:
        kind = kind_of(self.what).replace("_", " ")
        same = ", ".join(self.evidence)
        return f"{kind} {self.id!r} seems to be {self.to!r} now ({self.agreement:.0%}: same {same})"


def renamings(before: Org, after: Org) -> tuple[Renaming, ...]:
    """Return which entities of the earlier design seem to have another id in the later one.

    Two entities of a kind, one of which is only in the earlier design and one only in the later,
    are matched if at least 60% of the facts about them agree, among them one that identifies
    them (holder, name, rule, territories, those below), or all of at least two facts;
    and if no other pair with either of them comes within 10 points. Facts are all fields that are
    not at their default, and the references of others. The thresholds are the project's own
    judgement.
    """
    gone = {kind: _missing(before.all(kind), after.all(kind)) for kind in SECTIONS.values()}
    come = {kind: _missing(after.all(kind), before.all(kind)) for kind in SECTIONS.values()}
    both = [kind for kind in gone if gone[kind] and come[kind]]
    if not both:
        return ()
    old = _facts(before, [entity for kind in both for entity in gone[kind]])
    new = _facts(after, [entity for kind in both for entity in come[kind]])
    found: dict[tuple[str, str], Renaming] = {}
    for _ in range(_ROUNDS):  # what is recognised speaks for its neighbours in the next round
        fresh = [
            renaming
            for kind in both
            for renaming in _alike(kind, _of(gone[kind], old), _of(come[kind], new))
        ]
        if not fresh:
            break
        for renaming in fresh:
            name = kind_of(renaming.what)
            found[name, renaming.id] = renaming
            del old[f"{name}:{renaming.id}"], new[f"{name}:{renaming.to}"]
        call = {name: renaming.to for name, renaming in found.items()}
        old = {node: _called(facts, call) for node, facts in old.items()}
    return tuple(found.values())


def _missing(these: Sequence[Entity], those: Sequence[Entity]) -> list[Entity]:
    known = {entity.id for entity in those}
    return [entity for entity in these if entity.id not in known]


def _of(entities: Iterable[Entity], facts: Mapping[str, Facts]) -> dict[str, Facts]:
    """Return the facts of entities that are not recognised yet, by id."""
    return {entity.id: facts[entity.node] for entity in entities if entity.node in facts}


def _called(facts: Facts, call: Call) -> Facts:
    """Return facts with new ids where they name what has one."""
    if not any((kind, value) in call for _, value, kind in facts):
        return facts
    return frozenset((label, call.get((kind, value), value), kind) for label, value, kind in facts)


def _facts(org: Iterable[Entity], entities: Iterable[Entity]) -> dict[str, Facts]:
    """Return what is known of entities, by node: their fields, and who refers to them."""
    whole = list(org)
    names = {e.id: (e.name or e.id).casefold() for e in whole if isinstance(e, Person)}
    found: dict[str, set[Fact]] = {entity.node: set(_own(entity, names)) for entity in entities}
    kinds = {node.partition(":")[0] for node in found}
    for entity in whole:
        for name, (kind, id_) in names_in(entity):
            facts = found.get(f"{kind}:{id_}") if kind in kinds else None
            if facts is not None:
                facts.add((f"{entity.kind} {name}", entity.id, entity.kind))
    return {node: frozenset(facts) for node, facts in found.items()}


def _own(entity: Entity, names: Mapping[str, str]) -> Iterator[Fact]:
    """Yield the fields of an entity that are not as by default; people by their names."""
    referring = references(type(entity))
    for name, usual in _usual(type(entity)).items():
        value, kind = getattr(entity, name), referring.get(name) or ""
        if value == usual:
            continue
        if name in _PEOPLE:
            yield name, names.get(value, value.casefold()), ""
        elif isinstance(value, tuple):
            yield from ((name, str(each), kind) for each in value)
        elif isinstance(value, Mapping):
            yield from ((name, f"{key}={each}", "") for key, each in value.items())
        else:
            yield name, str(value), kind


def _usual(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - mypy takes no class for hashable
    return _defaults(kind)


@cache
def _defaults(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    found = {}
    for each in fields(kind):
        made = each.default_factory
        found[each.name] = each.default if made is MISSING else made()
    del found["id"]
    return found


_PEOPLE = frozenset({"held_by", "person"})


def _alike(
    kind: type[Any], old: Mapping[str, Facts], new: Mapping[str, Facts]
) -> Iterator[Renaming]:
    """Yield the pairs of which each is the best for the other, by far enough."""
    pairs = [
        (agreement, id_, to)
        for id_, to in _candidates(old, new)
        if (agreement := _agreement(old[id_], new[to])) >= AGREEMENT
        and _strong(kind, old[id_], new[to], agreement)
        and not (kind is Position and _called_after(id_, to, old[id_], new[to]))
    ]
    best_of: dict[tuple[bool, str], list[float]] = defaultdict(list)
    for agreement, id_, to in pairs:
        best_of[False, id_].append(agreement)
        best_of[True, to].append(agreement)
    for agreement, id_, to in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        rivals = [*best_of[False, id_], *best_of[True, to]]
        rivals.remove(agreement)
        rivals.remove(agreement)
        if all(agreement - rival >= LEAD for rival in rivals):
            yield Renaming(kind, id_, to, agreement, _words(old[id_] & new[to]))


def _called_after(id_: str, to: str, old: Facts, new: Facts) -> bool:
    """Return whether boxes are called after their holders, who differ: then they are others."""
    one, other = (
        next((value for name, value, _ in facts if name == "held_by"), "") for facts in (old, new)
    )
    called = ((id_, one), (to, other))
    return one != other and any(who and box.casefold().startswith(who) for box, who in called)


def _candidates(old: Mapping[str, Facts], new: Mapping[str, Facts]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that share a fact which few have, or all facts."""
    holders: dict[object, list[str]] = defaultdict(list)
    for to, facts in new.items():
        for key in (*facts, facts):
            holders[key].append(to)
    common = Counter(key for facts in old.values() for key in (*facts, facts))
    for id_, facts in old.items():
        near: dict[str, None] = {}
        for key in (*facts, facts):
            if common[key] <= _MOST_ALIKE and len(holders.get(key, ())) <= _MOST_ALIKE:
                near.update(dict.fromkeys(holders.get(key, ())))
        yield from ((id_, to) for to in near)


def _weight(facts: Iterable[Fact]) -> int:
    return sum(2 if _identifies(fact) else 1 for fact in facts)


def _identifies(fact: Fact) -> bool:
    return fact[0] in TELLING or " " in fact[0]


def _agreement(old: Facts, new: Facts) -> float:
    whole = _weight(old | new)
    return _weight(old & new) / whole if whole else 0.0


def _strong(kind: type[Any], old: Facts, new: Facts, agreement: float) -> bool:
    """Return whether facts that agree identify it, or are all that there are.

    People are identified by name, because a successor has all else in common with them; and
    customers who are alike in a few things are others, unless what they buy is the same as well.
    """
    shared = old & new
    if kind is Person:
        return any(fact[0] in _CALLED for fact in shared)
    identified = any(_identifies(fact) for fact in shared)
    if kind is Customer and not identified:
        return agreement == 1 and any(fact[0] in _AMOUNTS for fact in shared)
    return identified or (agreement == 1 and len(shared) >= _FEWEST)


def _words(facts: Facts) -> tuple[str, ...]:
    """Say in words which facts agree, the identifying ones first."""
    ranked = sorted(facts, key=lambda fact: (not _identifies(fact), fact))
    labels = Counter(name.replace("_", " ") for name, *_ in ranked)
    return tuple(f"{name} ({n})" if n > 1 else name for name, n in labels.items())
