"""A plan: what a change comes to, its impact first, and then everything that it consists of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from orgmodel.changes.diff import Diff
from orgmodel.changes.lapses import Lapse
from orgmodel.changes.sections import Section, details, impact
from orgmodel.changes.transition import Transition, transition


@dataclass(frozen=True)
class Remark:
    """A finding as a plan tells it.

    Attributes:
        code: The rule that found it.
        subject: What it is about, as ``KIND:ID``.
        sentence: What is wrong.
    """

    code: str
    subject: str
    sentence: str


@dataclass(frozen=True)
class Remarks:
    """Findings before and after.

    Attributes:
        new: What is found after and was not before.
        mended: What was found before and is not after.
        standing: What is found before and after.
    """

    new: tuple[Remark, ...] = ()
    mended: tuple[Remark, ...] = ()
    standing: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What changes from one design to another, for somebody who is to agree to it.

    Attributes:
        diff: What differs.
        remarks: Findings before and after; None if nobody looked.
        lapses: Times without cover in the later design.
    """

    diff: Diff
    remarks: Remarks | None = None
    lapses: Sequence[Lapse] = field(default=(), repr=False)

    @cached_property
    def transition(self) -> Transition:
        """The order in which the changes can be made."""
        return transition(self.diff)

    @property
    def sections(self) -> Iterator[Section]:
        """The parts of the plan: the impact, then details, then the order, then guesses."""
        if not self.diff:
            return
        yield from impact(self.diff, self.lapses, self._found())
        yield from details(self.diff)
        yield from self._judged()
        order = self.transition
        if order.obstacles:
            yield Section("No order keeps every key account covered", order.obstacles)
        steps = [f"{n}. {step}" for n, step in enumerate(order.steps, 1)]
        if len(steps) > 1 and self.diff.key_accounts and not order.obstacles:
            yield Section("Order in which no key account is without cover", tuple(steps))
        if self.diff.renamings:
            guesses = tuple(map(str, self.diff.renamings))
            yield Section("Taken for the same under another id (guesses)", guesses)

    def _found(self) -> str | None:
        found = self.remarks
        if found is None:
            return None
        return f"{len(found.new)} new, {len(found.mended)} mended, {len(found.standing)} standing"

    def _judged(self) -> Iterator[Section]:
        found = self.remarks or Remarks()
        for title, remarks in (("New findings", found.new), ("Mended findings", found.mended)):
            if remarks:
                yield Section(title, tuple(f"{r.code} {r.sentence}" for r in remarks))

    @property
    def title(self) -> str:
        """The heading: what is planned for whom."""
        old, new = self.diff.before.name, self.diff.after.name
        return f"Plan for {new}" if old == new else f"Plan from {old} to {new}"
