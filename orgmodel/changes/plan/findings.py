"""Findings before and after, in a plan."""

from collections.abc import Iterable
from dataclasses import dataclass

SPLIT = {
    "new": ("new", "new"),
    "mended": ("resolved", "resolved"),
    "standing": ("standing", "unchanged"),
}
"""By the key in JSON: the attribute, and the word for people."""


@dataclass(frozen=True)
class Remark:
    """A finding in a plan.

    Attributes:
        code: Code of the rule.
        subject: The entity, as ``KIND:ID``.
        sentence: What is wrong.
        severity: ``error``, ``warning`` or ``info``.
    """

    code: str
    subject: str
    sentence: str
    severity: str = ""

    def __str__(self) -> str:
        return f"{self.code} {self.sentence}"


def most_severe_first(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return findings with the most severe first, else in their order."""
    rank = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(remarks, key=lambda each: rank.get(each.severity, 3)))


@dataclass(frozen=True)
class Remarks:
    """Findings before and after.

    Attributes:
        new: Found after, not before.
        resolved: Found before, not after.
        standing: Found before and after.
    """

    new: tuple[Remark, ...] = ()
    resolved: tuple[Remark, ...] = ()
    standing: tuple[Remark, ...] = ()

    def __str__(self) -> str:
        return f"{len(self.new)} new, {len(self.resolved)} resolved, {len(self.standing)} unchanged"
