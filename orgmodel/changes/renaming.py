"""Entities that seem to have got another id: guesses, each with what speaks for it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from orgmodel.changes.draft import Draft
from orgmodel.changes.primitives import Rename
from orgmodel.changes.referring import fields_of, names_in
from orgmodel.model import SECTIONS, Entity, Org, kind_of

AGREEMENT = 0.6
"""Share of the facts about two entities that must be the same for a guess."""
LEAD = 0.1
"""How much better a guess must be than any other for either of the two."""
TELLING = frozenset({"held_by", "name", "email", "where", "covers", "person"})
"""Fields that tell who somebody or what something is; such a fact counts twice."""
_MOST_ALIKE = 20
"""A fact that so many share tells none of them apart."""
_FEWEST = 2
_ROUNDS = 3

Fact = tuple[str, str]
"""A field, or a field of another entity that refers to this one; and the value."""


@dataclass(frozen=True)
class Renaming:
    """An entity of the earlier design that seems to be one of the later design; a guess.

    Attributes:
        what: The kind of entity.
        id: Its id before.
        to: Its id after.
        agreement: The share of facts that are the same, from 0.6 to 1.
        evidence: What is the same, in words.
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
    are taken for one if at least 60 % of the facts about them agree, among them one that tells who
    or what they are (holder, name, rule, territories, those below), or all of at least two facts;
    and if no other pair with either of them comes within 10 points. Facts are all fields that are
    not as they are by default, and the references of others. The thresholds are the project's own
    judgement.
    """
    found: dict[tuple[type[Any], str], Renaming] = {}
    for _ in range(_ROUNDS):  # what is recognised speaks for its neighbours in the next round
        draft = Draft(before)
        draft.rename([renaming.change for renaming in found.values()])
        fresh = list(_round(draft, after))
        for renaming in fresh:
            found[renaming.what, renaming.id] = renaming
        if not fresh:
            break
    return tuple(found.values())


def _round(before: Draft, after: Org) -> Iterator[Renaming]:
    gone = {k: _missing(before.all(k), after.all(k)) for k in SECTIONS.values()}
    come = {k: _missing(after.all(k), before.all(k)) for k in SECTIONS.values()}
    both = [kind for kind in gone if gone[kind] and come[kind]]
    if not both:
        return
    old = _facts(before, [e for kind in both for e in gone[kind]])
    new = _facts(after, [e for kind in both for e in come[kind]])
    for kind in both:
        yield from _alike(kind, _of(kind, old), _of(kind, new))


def _of(kind: type[Any], facts: Mapping[Entity, frozenset[Fact]]) -> dict[str, frozenset[Fact]]:
    return {entity.id: found for entity, found in facts.items() if type(entity) is kind}


def _missing(these: Sequence[Entity], those: Sequence[Entity]) -> list[Entity]:
    known = {entity.id for entity in those}
    return [entity for entity in these if entity.id not in known]


class _ByNode(dict[Any, Any]):
    """Facts by entity; entities are looked up by node, for some cannot be hashed."""


def _facts(
    org: Draft | Org, entities: Iterable[Entity]
) -> dict[Any, frozenset[Fact]]:
    found: dict[str, set[Fact]] = {entity.node: set(_own(entity)) for entity in entities}
    by_node = {entity.node: entity for entity in entities}
    for entity in org:
        for name, (kind, id_) in names_in(entity):
            node = f"{kind}:{id_}"
            if node in found:
                found[node].add((f"{entity.kind} {name}", entity.id))
    return {by_node[node]: frozenset(facts) for node, facts in found.items()}


def _own(entity: Entity) -> Iterator[Fact]:
    for name, _, _ in fields_of(entity):
        value = getattr(entity, name)
        if name == "id" or value in (None, (), {}, False):
            continue
        if isinstance(value, tuple):
            yield from ((name, str(each)) for each in value)
        elif isinstance(value, Mapping):
            yield from ((name, f"{key}={each}") for key, each in value.items())
        else:
            yield name, str(value)
