"""The order of precedence: exclusion, names, then territories by type and specificity."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from orgmodel.cover.cover import Candidate, Member, Verdict
from orgmodel.cover.serving_positions import Posts
from orgmodel.model import Territory
from orgmodel.network import OrgGraph
from orgmodel.regions import Hit

_PRECEDENCE = ("named account", "named territory", "territory rule")


class Facts(NamedTuple):
    """The facts that decide about a customer; customers with equal facts share one result.

    Attributes:
        owners: Positions that own it by name.
        named: Territories that it belongs to by name.
        hits: Territories whose rules hold.
        excluded: Territories that it is excluded from.
        prospect: Whether only roles that win new business may have it.
    """

    owners: tuple[Member, ...]
    named: tuple[str, ...]
    hits: tuple[Hit[str], ...]
    excluded: tuple[str, ...]
    prospect: bool


class Ranking:
    """Puts the candidates of a customer in order of precedence.

    Args:
        graph: The design.
        posts: The positions that serve each territory.
        winners: How many of them win; None lets all that match win.
    """

    def __init__(self, graph: OrgGraph, posts: Posts, winners: int | None) -> None:
        self._graph, self._posts, self._winners = graph, posts, winners
        self._ranked: dict[Facts, tuple[Candidate, ...]] = {}

    def candidates(self, facts: Facts) -> tuple[Candidate, ...]:
        """Return all candidates in order, each with its verdict."""
        ranked = self._ranked.get(facts)
        if ranked is None:
            found = _in_order((*self._by_name(facts), *self._by_place(facts)))
            ranked = self._ranked[facts] = tuple(self._judged(found, facts))
        return ranked

    def _by_name(self, facts: Facts) -> Iterator[Candidate]:
        first: dict[str, Member] = {}
        for member in facts.owners:
            first.setdefault(member.position.id, member)
        for member in first.values():
            yield Candidate("named account", (member.position,), member)

    def _by_place(self, facts: Facts) -> Iterator[Candidate]:
        for id_ in dict.fromkeys(facts.named):
            territory = self._graph.org.get(Territory, id_)
            if territory is not None:
                yield self._place(Candidate("named territory", territory=territory), facts)
        for hit in facts.hits:
            territory = self._graph.org.get(Territory, hit.key)
            if hit.key not in facts.named:
                found = Candidate(
                    "territory rule",
                    territory=territory,
                    conditions=hit.conditions,
                    precision=hit.precision,
                )
                yield self._place(found, facts)

    def _place(self, candidate: Candidate, facts: Facts) -> Candidate:
        territory = candidate.territory
        assert territory is not None  # noqa: S101 - both callers found one
        kind = self._graph.known.type_of(territory)
        overlay = kind is not None and kind.overlay  # helps to win what it never owns
        posts = self._posts.serving(territory, prospects=facts.prospect and not overlay)
        return replace(
            candidate,
            posts=posts or self._posts.serving(territory, prospects=False),
            type=kind,
            depth=self._graph.places.depths.get(territory.id, 0),
        )

    def _judged(self, found: Iterable[Candidate], facts: Facts) -> Iterator[Candidate]:
        winners: list[Candidate] = []
        for candidate in found:
            verdict = self._barred(candidate, facts)
            if verdict is not None:
                because = self._outer(candidate, facts) if verdict == "excluded" else ""
                yield replace(candidate, verdict=verdict, because=because)
            elif self._winners is None or len(winners) < self._winners:
                winners.append(candidate)
                yield candidate
            else:
                because = _decided(winners[-1], candidate)
                yield replace(candidate, verdict="comes later", because=because)

    def _barred(self, candidate: Candidate, facts: Facts) -> Verdict | None:
        territory = candidate.territory
        parts = self._graph.places.parts_of
        if territory is not None and any(territory.id in parts(e) for e in facts.excluded):
            return "excluded"
        if candidate.type is not None and candidate.type.overlay:
            return "supports"
        posts = candidate.posts
        if facts.prospect and posts and not any(self._posts.hunts(post) for post in posts):
            return "wins no new business"
        return None

    def _outer(self, candidate: Candidate, facts: Facts) -> str:
        """Say which territory the customer is excluded from where it is one around."""
        assert candidate.territory is not None  # noqa: S101 - only territories are excluded
        inner = candidate.territory.id
        if inner in facts.excluded:
            return ""
        outer = min(e for e in facts.excluded if inner in self._graph.places.parts_of(e))
        return f"{inner!r} lies within {outer!r}, and the customer is excluded from that"


def _rank(candidate: Candidate) -> tuple[Any, ...]:
    """What the order of precedence compares; the greater comes first."""
    return (
        -_PRECEDENCE.index(candidate.how),
        *(candidate.member.standing if candidate.member else (False, False, 0.0)),
        -candidate.type.rank if candidate.type else -math.inf,
        candidate.depth,
        candidate.conditions,
        candidate.precision,
    )


def _in_order(found: Iterable[Candidate]) -> list[Candidate]:
    by_id = sorted(found, key=lambda c: c.territory.id if c.territory else "")
    return sorted(by_id, key=_rank, reverse=True)


def _decided(winner: Candidate, loser: Candidate) -> str:
    """Say what put the winner first, by the first thing in which the two differ."""
    name = repr((winner.territory or winner.posts[0]).id)
    mine, other = _rank(winner), _rank(loser)
    reasons = (
        f"a {winner.how} comes before a {loser.how}",
        f"{name} stands in for a time",
        f"{name} is named on the customer itself",
        f"the share of {name} is larger ({mine[3]:g} against {other[3]:g})",
        f"type {winner.type} ranks before {loser.type or 'an unknown one'}",
        f"{name} lies deeper in the hierarchy ({winner.depth} against {loser.depth})",
        f"more conditions of {name} hold ({winner.conditions} against {loser.conditions})",
        f"the conditions of {name} are narrower",
    )
    tie = f"it ties with {name}, which is first in alphabetical order"
    return next((reason for reason, a, b in zip(reasons, mine, other, strict=True) if a != b), tie)
