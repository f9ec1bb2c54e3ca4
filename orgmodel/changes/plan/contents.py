"""Plan contents: the impact first, then everything that the change consists of."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from orgmodel.changes.differences.diff import Diff
from orgmodel.changes.differences.gap_changes import LapseChange, lapse_change
from orgmodel.changes.plan.calendar import Entry, calendar
from orgmodel.changes.plan.details import details
from orgmodel.changes.plan.findings import Remarks, most_severe_first
from orgmodel.changes.plan.impact import Impact
from orgmodel.changes.plan.sections import Section, guesses, impact, uncovered
from orgmodel.changes.plan.sequence import Transition, transition


@dataclass(frozen=True)
class PlanContents:
    """The changes from one design to another, for those who approve them.

    Attributes:
        diff: What differs.
        remarks: Findings before and after; None if not checked.
    """

    diff: Diff
    remarks: Remarks | None = None

    @cached_property
    def lapses(self) -> LapseChange:
        """Days without cover before and after, on all days."""
        return lapse_change(self.diff)

    @cached_property
    def impact(self) -> Impact:
        """The impact in a few numbers."""
        return Impact(self.diff, self.lapses, self.remarks)

    @cached_property
    def transition(self) -> Transition:
        """An order in which the changes can be made."""
        return transition(self.diff)

    @cached_property
    def calendar(self) -> tuple[Entry, ...]:
        """What takes effect on which day, of changes with dates."""
        return calendar(self.diff)

    @property
    def sections(self) -> Iterator[Section]:
        """The parts of the plan: the impact, then details, then the order, then guesses."""
        if not self.diff:
            return
        yield from impact(self.impact)
        yield from details(self.diff)
        yield from uncovered(self.impact)
        found = self.remarks or Remarks()
        for title, remarks in (("New findings", found.new), ("Resolved findings", found.resolved)):
            if remarks:
                lines = tuple(map(str, most_severe_first(remarks)))
                yield Section(f"{title} ({len(lines):,})", lines, open=remarks is found.new)
        yield from self._ordered()
        yield from guesses(self.diff)

    def _ordered(self) -> Iterator[Section]:
        order = self.transition
        if self.calendar:
            days = tuple(map(str, self.calendar))
            yield Section(f"What takes effect on which day ({len(days):,})", days)
        if order.obstacles:
            heading = "No order keeps every key account covered"
            yield Section(heading, order.obstacles, open=True)
        steps = tuple(f"{n}. {step}" for n, step in enumerate(order.steps, 1))
        if len(steps) > 1 and self.diff.key_accounts and not order.obstacles:
            but = ", except for dates" if order.contradictions else ""
            yield Section(f"Order in which no key account is without cover{but}", steps)
        if order.contradictions:
            yield Section("Dates that contradict this order", order.contradictions, open=True)

    def to_records(self) -> list[dict[str, Any]]:
        """Return a flat row of plain values per customer that changes hands.

        Columns: ``customer``, ``key_account``, ``before`` and ``after`` (positions, None for
        nobody), ``from`` and ``to`` (their holders), ``revenue`` (a year).
        """
        return [
            {
                "customer": each.customer.id,
                "key_account": each.customer.key_account,
                "before": each.before.id if each.before else None,
                "after": each.after.id if each.after else None,
                "from": str(each.before.held_by) if each.before and each.before.held_by else None,
                "to": str(each.after.held_by) if each.after and each.after.held_by else None,
                "revenue": float(each.revenue),
            }
            for each in self.diff.handovers
        ]

    @property
    def title(self) -> str:
        """The heading of the plan."""
        old, new = self.diff.before.name, self.diff.after.name
        return f"Plan for {new}" if old == new else f"Plan from {old} to {new}"
