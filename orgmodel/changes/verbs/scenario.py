"""Scenario: a base design and a list of changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from orgmodel.changes.verbs.apply import Change, apply, undo
from orgmodel.changes.verbs.primitives import Primitive
from orgmodel.model import Org, Source


@dataclass(frozen=True)
class Scenario:
    """A base design and its changes; the base is shared, never copied.

    Several scenarios may stand side by side on one base.

    Attributes:
        base: The design to start from.
        changes: The changes in order.
        name: Name of the scenario.
        sources: Where each change was written, as far as that is known.
    """

    base: Org
    changes: Sequence[Change] = ()
    name: str = ""
    sources: Sequence[Source | None] = ()

    @cached_property
    def org(self) -> Org:
        """The design with the changes made.

        Raises:
            DesignError: With all problems, each problem naming its change.
        """
        return apply(self.base, self.changes, sources=self.sources)

    @cached_property
    def undone(self) -> tuple[Primitive, ...]:
        """The changes that lead from the scenario back to its base, order and all."""
        return undo(self.base, self.changes)

    def then(self, *changes: Change) -> "Scenario":
        """Return a scenario with further changes behind these, written where this is called."""
        here = [*self.sources, *[None] * (len(self.changes) - len(self.sources))]
        place = Source.of_caller()
        added = [place] * len(changes)
        return Scenario(self.base, (*self.changes, *changes), self.name, (*here, *added))

    def on(self, base: Org) -> "Scenario":
        """Return the same changes upon another base, which may be another scenario's design."""
        return Scenario(base, self.changes, self.name, self.sources)


def compose(*parts: Iterable[Change]) -> tuple[Change, ...]:
    """Return several lists of changes as one, made in the order given."""
    return tuple(change for part in parts for change in part)
