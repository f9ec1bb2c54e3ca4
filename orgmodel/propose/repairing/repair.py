"""The fewest changes that make chosen rules pass."""

import datetime as dt
from collections.abc import Sequence
from math import ceil

from orgmodel.changes import Scenario
from orgmodel.cover import coverage
from orgmodel.measures import Norms
from orgmodel.model import Org, require
from orgmodel.propose.core.errors import ProposeError
from orgmodel.propose.core.parts import Move, Objective
from orgmodel.propose.core.proposal import Proposal
from orgmodel.propose.repairing.faults import DEPUTIES, REPAIRABLE, faults
from orgmodel.propose.repairing.model import Repair
from orgmodel.rules import validate
from orgmodel.text import did_you_mean, listed


def repair(  # noqa: PLR0913 - the rules, what must be kept, and how long to look
    org: Org,
    rules: Sequence[str] = REPAIRABLE,
    *,
    locked: Sequence[str] = (),
    on: dt.date | None = None,
    norms: Norms | None = None,
    seconds: float = 60.0,
    seed: int = 0,
) -> Proposal:
    """Propose the fewest changes after which chosen rules find nothing.

    Changes are another owner of a customer, another deputy of a key account, and another manager
    of a position. Contracts of roles hold, nobody gets more than 120% of their capacity or more
    reports than their role can lead. The number is proven to be the least; where there is no plan
    the reason is the smallest set of limits that contradict each other.

    Args:
        org: The design.
        rules: Codes out of :data:`REPAIRABLE`.
        locked: Ids of customers and positions that may not change.
        on: The day; today by default.
        norms: Calls by tier and selling hours; the defaults of :class:`Norms`.
        seconds: When to stop with the best so far.
        seed: Of the solver's random choices.

    Raises:
        ProposeError: If a rule cannot be repaired or an id is unknown.
    """
    require(org, Org, by="repair()")
    _refuse(org, rules, locked)
    covered = coverage(org, on=on)
    norms, deputed = norms or Norms(), any(code in DEPUTIES for code in rules)
    model = Repair(covered, faults(covered, rules, norms), norms, locked, deputed)
    found = model.program.solve(seconds=seconds, seed=seed)
    words = tuple(f"{id_!r} may not change" for id_ in locked)
    goal = Objective("changes", "change")
    if found.objective is None and not found.infeasible:
        timed = ("The time ended before any plan was found; give it more seconds.",)
        return Proposal("repair", "infeasible", Scenario(org.whole), goal, reasons=timed)
    if found.infeasible:
        why = model.program.conflict(seconds=10)
        sentence = f"These limits contradict each other: {listed(why, 12)}."
        return Proposal(
            "repair", "infeasible", Scenario(org.whole), goal, reasons=(sentence,), locked=words
        )
    made = model.changes(found)
    bound = ceil((found.bound or 0.0) - 0.5)
    goal = Objective("changes", "change", float(len(made)), float(min(bound, len(made))))
    scenario = Scenario(org.whole, tuple(change for *_, change in made), "Repair")
    return Proposal(
        "repair",
        "optimal" if goal.gap == 0 else "feasible",
        scenario,
        goal,
        moves=tuple(Move(node, was, now, why) for node, was, now, why, _ in made),
        locked=words,
        notes=_left(scenario.org, rules, on),
    )


def _refuse(org: Org, rules: Sequence[str], locked: Sequence[str]) -> None:
    for code in rules:
        if code not in REPAIRABLE:
            hint = did_you_mean(code, REPAIRABLE, list_known=True)
            raise ProposeError(f"A repair cannot make the rule {code!r} pass{hint}")
    known = (*org.whole.customers.ids, *org.whole.positions.ids)
    for id_ in locked:
        if id_ not in known:
            hint = did_you_mean(id_, known)
            raise ProposeError(f"There is no customer or position {id_!r}{hint}")


def _left(org: Org, rules: Sequence[str], on: dt.date | None) -> tuple[str, ...]:
    """Return what the rules themselves still find, which no change of this kind resolves."""
    return tuple(
        f"Still found: {finding.code} {finding.sentence}"
        for finding in validate(org, on=on, select=rules)
    )
