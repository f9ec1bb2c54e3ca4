"""Who takes which account, territory and report over when people leave or are away."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from orgmodel.changes import Scenario
from orgmodel.cover import Coverage, coverage
from orgmodel.measures import Norms
from orgmodel.model import Org, Position, exact, require
from orgmodel.progress import watched
from orgmodel.propose.assignment.reasons import reasons
from orgmodel.propose.assignment.solving import solve
from orgmodel.propose.assignment.task import Task, unrated_note
from orgmodel.propose.core.errors import ProposeError
from orgmodel.propose.core.parts import Move, Objective, Touched
from orgmodel.propose.core.proposal import Proposal
from orgmodel.propose.succession.steps import Absence, departures, hand_overs, new_lines
from orgmodel.propose.succession.units import FULL, Bundle, Question, bundles, leavers_of
from orgmodel.text import counted, did_you_mean, listed

_MEASURES = ("coverage", "workload", "handover", "continuity", "vacant", "span")
_GOAL = "revenue that goes past deputies (to the same team at half), with misfit"


def succeed(  # noqa: PLR0913 - who leaves, when, and what must be kept
    org: Org,
    people: Iterable[str] | str,
    *,
    on: dt.date | None = None,
    until: dt.date | None = None,
    successors: Mapping[str, str] | None = None,
    full: float = FULL,
    norms: Norms | None = None,
    seconds: float = 60.0,
    seed: int = 0,
) -> Proposal:
    """Propose who takes over what people have who leave, or are away for a time.

    Accounts by name go first to a deputy of the account, then to the deputy of the position, a
    colleague of the team, anybody else; territories likewise. Contracts of roles and capacity
    hold. Reports go to the manager's deputy or the nearest manager above who may lead them.
    Everything begins on the first day without them, so that no day is uncovered.

    Args:
        org: The design.
        people: Who leaves, by name or id.
        on: The first day without them; without it the hand-over has no dates.
        until: The day on which they are back, for a leave; needs ``on``.
        successors: Positions by the id of the customer or territory that they must get.
        full: The share of its capacity that a position may be loaded to.
        norms: Calls by tier and selling hours; the defaults of :class:`Norms`.
        seconds: When to stop with the best so far.
        seed: Of the solver's random choices.

    Raises:
        ProposeError: If somebody holds no position, an id is unknown, or days make no sense.
    """
    require(org, Org, by="succeed()")
    if until is not None and (on is None or until <= on):
        raise ProposeError("A leave has a first day, and ends after it; give on before until.")
    covered = coverage(org, on=on)
    names = [people] if isinstance(people, str) else people
    leavers = leavers_of(covered.graph.org, names)
    if not leavers:
        raise ProposeError("Name at least one person who leaves.")
    _refuse_unknown(covered.graph.org, successors or {})
    question = Question(covered, leavers, successors or {}, full, norms or Norms(), on)
    return _Succession(question, Absence(leavers, on, until)).proposal(seconds, seed)


def _refuse_unknown(org: Org, successors: Mapping[str, str]) -> None:
    for what, position in successors.items():
        if position not in org.positions.ids:
            hint = did_you_mean(position, org.positions.ids)
            raise ProposeError(f"There is no position {position!r}{hint}")
        known = (*org.customers.ids, *org.territories.ids)
        if what not in known:
            hint = did_you_mean(what, known)
            raise ProposeError(f"There is no customer or territory {what!r}{hint}")


def _touched(task: Task, taken: Sequence[tuple[Bundle, Position]]) -> list[Touched]:
    """Return the positions that take something over, with their work before and after."""
    gains = Counter(taker.id for _, taker in taken)
    after = dict.fromkeys(gains, 0.0)
    for (_, taker), load in zip(taken, task.loads, strict=True):
        after[taker.id] += load
    return [
        Touched(
            p.id, task.graph.known.name_of(p), gains[p.id], 0, task.before[at],
            task.before[at] + after[p.id], task.limits[at],
        )
        for at, p in enumerate(task.positions)
        if gains[p.id]
    ]  # fmt: skip


class _Succession:
    """One hand-over, from the question to the proposal."""

    def __init__(self, question: Question, absence: Absence) -> None:
        self._question, self._absence = question, absence
        self._coverage: Coverage = question.coverage
        self._parts = bundles(self._coverage, question.leavers)

    def proposal(self, seconds: float, seed: int) -> Proposal:
        org, task = self._coverage.graph.org, self._question.task(self._parts)
        answer = solve(task, seconds=seconds, seed=seed)
        goal = Objective(_GOAL, org.currency, answer.cost, answer.bound)
        locked = [f"{what!r} goes to {who!r}" for what, who in self._question.named.items()]
        if answer.cost is None:
            timed = ("The time ended before any plan was found; give it more seconds.",)
            why = reasons(task, seconds=10, most_lost=None) if answer.infeasible else timed
            return Proposal(
                "succeed", "infeasible", Scenario(org.whole), goal, locked=locked, reasons=why,
                load_unit=task.unit,
            )  # fmt: skip
        taken = [
            (part, task.positions[at])
            for part, at in zip(self._parts, answer.position, strict=True)
        ]
        lines = new_lines(self._coverage, self._absence, self._question.leavers)
        changes = [
            *hand_overs(self._coverage.graph, self._absence, taken),
            *(change for *_, change in lines),
            *departures(self._absence),
        ]
        moves = [self._move(part, taker) for part, taker in taken]
        moves += [
            Move(r.node, former.id, now.id, "its manager is gone; the nearest who may lead it")
            for r, former, now, _ in lines
        ]
        return Proposal(
            "succeed",
            "optimal" if goal.gap == 0 else "feasible",
            Scenario(org.whole, tuple(changes), f"Succession of {listed(self._question.leavers)}"),
            goal,
            moves=moves,
            touched=_touched(task, taken),
            locked=locked,
            notes=[*self._notes(lines), *self._without_deputy(taken)],
            load_unit=task.unit,
            measures=_MEASURES,
        )  # fmt: skip

    def _move(self, part: Bundle, taker: Position) -> Move:
        return Move(part.subject, part.former.id, taker.id, self._why(part, taker))

    def _why(self, part: Bundle, taker: Position) -> str:
        if part.subject.partition(":")[2] in self._question.named:
            return "the successor named for it"
        deputies = [p.id for p in self._question.deputies(part)]
        what = f", with {counted(len(part.customers), 'customer')}" if part.territory else ""
        if taker.id in deputies:
            return f"its deputy{what}"
        first = (
            f"{deputies[0]!r} is absent, full or may not have it; " if deputies else "no deputy; "
        )
        near = self._question.distance(part, taker) < 1
        return f"{first}{'the same team' if near else 'the nearest with room'}{what}"

    def _without_deputy(self, taken: Sequence[tuple[Bundle, Position]]) -> list[str]:
        lost = [
            part.customers[0].id
            for part, taker in taken
            if part.territory is None and str(part.customers[0].deputy) == taker.id
        ]
        promoted = self._absence.until is None and bool(lost)
        return [f"Name a new deputy for {listed(lost, 5)}: the former one owns it."] * promoted

    def _notes(self, lines: Sequence[tuple[Position, Position, Position, object]]) -> list[str]:
        graph, leavers = self._coverage.graph, self._question.leavers
        moved, notes, norms = {report.id for report, *_ in lines}, [], self._question.norms
        if any(norms.hours_of(customer) is None for customer in graph.org.customers):
            notes.append(unrated_note(norms))
        for position in graph.org.all(Position):
            if position.held_by is None or str(position.held_by) not in leavers:
                continue
            left = [r.id for r in graph.lines.reports_of(position) if r.id not in moved]
            if left:
                notes.append(f"No manager above {position.id!r} may lead {listed(left, 5)}.")
            inside = graph.coordinated_by(position)
            if inside:
                who = listed([p.id for p in inside], 5)
                notes.append(f"Name another coordinator for {who}.")
            deputy_of = [c.id for c in graph.org.customers if str(c.deputy) == position.id]
            if deputy_of:
                notes.append(f"Name another deputy for {listed(deputy_of, 5)}.")
        return notes


@dataclass(frozen=True)
class Succession:
    """What happens if one person leaves.

    Attributes:
        person: Who, by the id or name that positions have.
        proposal: The hand-over.
        customers: How many customers change hands.
        key_accounts: The ids of the key accounts among them.
        revenue: What those customers buy in a year, as far as they state it.
    """

    person: str
    proposal: Proposal
    customers: int
    key_accounts: tuple[str, ...]
    revenue: Decimal


def succeed_each(
    org: Org,
    people: Iterable[str] = (),
    *,
    on: dt.date | None = None,
    full: float = FULL,
    norms: Norms | None = None,
) -> tuple[Succession, ...]:
    """Return what happens if each of several people left, one at a time, most revenue first.

    Args:
        org: The design.
        people: Who; everybody who holds a position by default.
        on: The day.
        full: The share of its capacity that a position may be loaded to.
        norms: Calls by tier and selling hours; the defaults of :class:`Norms`.

    Raises:
        ProposeError: If somebody holds no position.
    """
    require(org, Org, by="succeed_each()")
    covered = coverage(org, on=on)
    held = (str(p.held_by) for p in covered.graph.org.all(Position) if p.held_by is not None)
    names = leavers_of(covered.graph.org, list(people) or dict.fromkeys(held))
    found = []
    for person in watched("Trying hand-overs", names):
        question = Question(covered, (person,), {}, full, norms or Norms(), on)
        parts = [c for part in bundles(covered, (person,)) for c in part.customers]
        found.append(
            Succession(
                person,
                _Succession(question, Absence((person,), on)).proposal(10.0, 0),
                len(parts),
                tuple(c.id for c in parts if c.key_account),
                sum((exact(c.revenue) for c in parts), Decimal(0)),
            )
        )
    return tuple(sorted(found, key=lambda each: (-each.revenue, each.person)))
