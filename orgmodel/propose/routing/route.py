"""The next customer or lead: by rules, contracts, capacity, weights and turns."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from orgmodel.changes import Add, Reassign, Scenario
from orgmodel.changes import Change as AnyChange
from orgmodel.cover import Coverage, Explanation, coverage, explain
from orgmodel.measures import Norms
from orgmodel.model import Customer, Org, Position, Territory, require
from orgmodel.network import OrgGraph
from orgmodel.propose.assignment.task import hours_or_least, may_have
from orgmodel.propose.core.errors import ProposeError
from orgmodel.propose.core.parts import Move, Objective, Touched
from orgmodel.propose.core.proposal import Proposal
from orgmodel.propose.routing.memory import Memory
from orgmodel.text import counted, did_you_mean


@dataclass(frozen=True)
class Routed:
    """Who gets a lead, and what to remember.

    Attributes:
        proposal: The change, with the trace.
        memory: Whose turn it was, this one included.
        position: Who gets it; None where nobody can.
    """

    proposal: Proposal
    memory: Memory
    position: Position | None


@dataclass(frozen=True)
class _Standing:
    """One position that might get the lead.

    Attributes:
        position: The position.
        out: Why it does not take part; empty where it does.
        turn: What the least of decides: leads with this one over the weight.
        load: Hours a year that it has.
        limit: Hours a year that it can have.
    """

    position: Position
    out: str
    turn: float
    load: float
    limit: float


def route(  # noqa: PLR0913 - the lead, and what decides
    org: Org,
    lead: Customer | str,
    *,
    memory: Memory | None = None,
    weights: Mapping[str, float] | None = None,
    full: float = 1.0,
    on: dt.date | None = None,
    norms: Norms | None = None,
) -> Routed:
    """Return who gets the next customer or lead.

    The rules of coverage come first: who serves the territory that wins, then the next territory
    in the order of precedence, then every seller. In each of these groups those take part whom the
    contract of their role allows, who are there on the day and have room; the one with the fewest
    leads over its weight is next (weighted round robin), then the one with the lighter load.

    Args:
        org: The design.
        lead: A customer of the design by id, or a new one, which is added.
        memory: Whose turn it was.
        weights: How many leads a position gets, relative to others; 1 by default, 0 for none.
        full: The share of its capacity that a position may be loaded to.
        on: The day; today by default.
        norms: Calls by tier and selling hours; the defaults of :class:`Norms`.

    Raises:
        ProposeError: If an id is unknown or a weight has no sense.
    """
    require(org, Org, by="route()")
    whole, new = org, False
    if isinstance(lead, Customer) and lead.id not in org.whole.customers.ids:
        whole = org.whole.with_rows({Customer: (*org.whole.all(Customer), lead)})
        new = True
    covered = coverage(whole, on=on)
    _refuse(covered.graph.org, weights or {})
    customer = _customer(covered.graph.org, str(lead))
    router = _Router(covered, customer, memory or Memory(), weights or {}, full, norms or Norms())
    return router.routed(org.whole, new=new)


def _customer(org: Org, id_: str) -> Customer:
    found = org.customers.get(id_)
    if found is None:
        hint = did_you_mean(id_, org.customers.ids)
        raise ProposeError(f"There is no customer {id_!r} on the day{hint}")
    return found


def _refuse(org: Org, weights: Mapping[str, float]) -> None:
    for position, weight in weights.items():
        if position not in org.positions.ids:
            hint = did_you_mean(position, org.positions.ids)
            raise ProposeError(f"There is no position {position!r} on the day{hint}")
        if not 0 <= weight < float("inf"):
            raise ProposeError(f"The weight of {position!r} should be at least 0, not {weight:g}.")


class _Router:
    """One lead on its way."""

    def __init__(  # noqa: PLR0913, PLR0917 - what decides
        self,
        covered: Coverage,
        customer: Customer,
        memory: Memory,
        weights: Mapping[str, float],
        full: float,
        norms: Norms,
    ) -> None:
        self._coverage, self._graph = covered, covered.graph
        self._customer, self._memory, self._weights = customer, memory, weights
        self._full, self._norms = full, norms
        self._loads: dict[str, float] = {}
        for cover in covered:
            if cover.position is not None and cover.customer.id != customer.id:
                hours = hours_or_least(norms, cover.customer)
                self._loads[cover.position.id] = self._loads.get(cover.position.id, 0.0) + hours

    def routed(self, base: Org, *, new: bool) -> Routed:
        explanation: Explanation = explain(self._coverage, self._customer)
        trace = str(explanation).splitlines()
        for title, posts, named in self._groups():
            standings = [self._standing(post) for post in posts]
            trace += [f"{title}:", *(f"  {self._said(each)}" for each in standings)]
            able = [each for each in standings if not each.out]
            if able:
                chosen = min(able, key=lambda s: (s.turn, s.load / s.limit, s.position.id))
                alone = named or len(posts) > 1
                changes = self._changes(chosen.position, new=new, by_name=alone)
                return self._result(base, changes, trace, (title, chosen, len(able)))
        return self._result(base, (), trace, None)

    def _groups(self) -> Iterator[tuple[str, Sequence[Position], bool]]:
        """Yield groups of positions in the order in which they are asked, with their title.

        The third value says whether the customer must be attached by name to have one of them.
        """
        cover = self._coverage.of(self._customer)
        first = True
        for way in cover.candidates:
            if way.verdict in {"wins", "comes later", "wins no new business"} and way.posts:
                what = f"territory {way.territory.id!r}" if way.territory else "owner by name"
                yield (
                    f"Those who serve {what}" if way.territory else "The owner by name",
                    (way.posts),
                    not first,
                )
                first = False
        yield "All sellers", tuple(_sellers(self._graph)), True

    def _standing(self, post: Position) -> _Standing:
        weight = self._weights.get(post.id, 1.0)
        given, load = self._memory.given.get(post.id, 0), self._loads.get(post.id, 0.0)
        limit = self._norms.capacity_of(self._graph, post) * self._full
        hours = hours_or_least(self._norms, self._customer)
        out = ""
        if not self._graph.present(post):
            out = "vacant" if post.vacant else "on leave"
        elif not may_have(self._graph, self._customer, post):
            prospect = self._customer.status == "prospect"
            out = "wins no new business" if prospect else "does not attach by name"
        elif weight == 0:
            out = "weight 0"
        elif load + hours > limit + 1e-9:
            out = f"full: {load:,.0f} and {hours:,.1f} of {limit:,.0f} hours a year"
        turn = (given + 1) / weight if weight else float("inf")
        return _Standing(post, out, turn, load, limit)

    def _said(self, each: _Standing) -> str:
        given = counted(self._memory.given.get(each.position.id, 0), "lead")
        state = (
            each.out or f"takes part, {given} so far, {each.load:,.0f} of {each.limit:,.0f} hours"
        )
        who = self._graph.known.name_of(each.position) or "vacant"
        return f"{each.position.id} ({who}): {state}"

    def _changes(self, position: Position, *, new: bool, by_name: bool) -> tuple[AnyChange, ...]:
        customer = self._customer
        cover = self._coverage.of(customer)
        owned = cover.position is not None and cover.position.id == position.id
        changes: list[AnyChange] = [Add(customer)] if new else []
        if by_name and not (
            owned and cover.winner is not None and cover.winner.how == "named account"
        ):
            changes.append(Reassign(position.id, customers=(customer.id,)))
        return tuple(changes)

    def _result(
        self,
        base: Org,
        changes: Sequence[AnyChange],
        trace: Sequence[str],
        chosen: tuple[str, _Standing, int] | None,
    ) -> Routed:
        node, scenario = self._customer.node, Scenario(base, changes, f"Route {self._customer.id}")
        goal = Objective("turns", "owner")
        if chosen is None:
            why = f"Nobody can take {self._customer.id!r}; the trace says why for each position."
            none = Proposal("route", "infeasible", scenario, goal, reasons=(why,), trace=trace)
            return Routed(none, self._memory, None)
        title, standing, able = chosen
        cover = self._coverage.of(self._customer)
        new = any(isinstance(change, Add) for change in changes)
        there = cover.position is not None and not cover.position.vacant and not new
        was = cover.position.id if cover.position and there else None
        others = f"next of {counted(able, 'position')} in turn" if able > 1 else "the only one"
        position = standing.position
        proposal = Proposal(
            "route",
            "optimal",
            scenario,
            goal,
            moves=(Move(node, was, position.id, f"{title[:1].lower()}{title[1:]}: {others}"),),
            touched=(self._touched(standing),),
            trace=trace,
            load_unit="hours a year",
            measures=("coverage", "customers"),
        )
        return Routed(proposal, self._memory.after(position.id), position)

    def _touched(self, standing: _Standing) -> Touched:
        """Return the position that gets the customer, with its work before and after."""
        position, hours = standing.position, hours_or_least(self._norms, self._customer)
        name = self._graph.known.name_of(position)
        load = standing.load
        return Touched(position.id, name, 1, 0, load, load + hours, standing.limit)


def _sellers(graph: OrgGraph) -> Iterator[Position]:
    """Yield positions whose role attaches to customers, without specialists of overlays."""
    for position in graph.org.all(Position):
        role = graph.known.role_of(position)
        kinds = [
            graph.known.type_of(territory)
            for ref in position.covers
            if (territory := graph.org.get(Territory, ref)) is not None
        ]
        overlay = bool(kinds) and all(kind is not None and kind.overlay for kind in kinds)
        if role is not None and role.attaches_by in {"named account", "territory"} and not overlay:
            yield position
