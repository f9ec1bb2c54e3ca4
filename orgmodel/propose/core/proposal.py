"""A proposal: a scenario of ordinary changes with the account of how good it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from orgmodel.changes import Scenario
from orgmodel.measures import Difference, compare, table
from orgmodel.model import Org
from orgmodel.propose.core.account import as_json, as_markdown, as_text
from orgmodel.propose.core.parts import Move, Objective, Status, Touched


@dataclass(frozen=True)
class Proposal:
    """A scenario that a solver or a rule of the trade offers, and the account of it.

    The design itself never changes; ``scenario.org`` is the design with the proposal made.

    Attributes:
        kind: Which question it answers, such as ``assign``.
        status: How good the answer is.
        scenario: The changes; none where there is no plan.
        objective: What was minimised, with the proven bound.
        moves: Every decision, with its reason.
        touched: The positions that gain or lose something.
        locked: What was not allowed to change, in words.
        reasons: Why there is no plan: the limits that contradict each other, in words.
        notes: What was assumed, and what was left out of account.
        load_unit: The unit of ``before``, ``after`` and ``limit`` of those touched.
        trace: How it was found, line by line.
        measures: The names of the measures that are compared; all by default.
    """

    kind: str
    status: Status
    scenario: Scenario
    objective: Objective
    moves: Sequence[Move] = ()
    touched: Sequence[Touched] = ()
    locked: Sequence[str] = ()
    reasons: Sequence[str] = ()
    notes: Sequence[str] = ()
    load_unit: str = ""
    trace: Sequence[str] = ()
    measures: Sequence[str] = field(default=(), repr=False)

    def __bool__(self) -> bool:
        """Return whether there is a plan."""
        return self.status != "infeasible"

    @property
    def org(self) -> Org:
        """The design with the proposal made."""
        return self.scenario.org

    @property
    def figures(self) -> tuple[Difference, ...]:
        """The measures that the proposal changes, before and after."""
        return self._figures

    @cached_property
    def _figures(self) -> tuple[Difference, ...]:
        if not self or not self.scenario.changes:
            return ()
        before = table(self.scenario.base, self.measures)
        return compare(before, table(self.scenario.org, self.measures))

    def to_records(self) -> list[dict[str, Any]]:
        """Return a flat row of plain values per decision, for tables of pandas or polars.

        Columns: ``subject`` (KIND:ID), ``was``, ``now``, ``why``, ``price`` (in the unit of the
        objective) and ``instead``.
        """
        return [
            {
                "subject": move.subject,
                "was": move.was,
                "now": move.now,
                "why": move.why,
                "price": move.price,
                "instead": move.instead,
            }
            for move in self.moves
        ]

    def to_markdown(self) -> str:
        """Return the account in Markdown."""
        return as_markdown(self)

    def to_json(self) -> str:
        """Return the account as JSON; amounts of the objective are plain numbers."""
        return as_json(self)

    def __str__(self) -> str:
        return as_text(self)
