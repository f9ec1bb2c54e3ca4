"""Findings of rules."""

from dataclasses import dataclass
from typing import Any, Literal

from orgmodel.model import Id, Source
from orgmodel.rules.core.fix import Fix

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the most to the least severe."""


@dataclass(frozen=True)
class Finding:
    """One problem that a rule reports.

    Attributes:
        code: The rule's code, which never changes its meaning.
        name: The rule's name.
        severity: Its severity.
        entity: The entity that it is about; None is the organisation itself.
        sentence: The problem in one sentence.
        source: Where the entity was read from, if known.
        accepted: The reason why it is accepted; None if it is open.
        fix: The change that resolves it; None if the rule has none.
    """

    code: str
    name: str
    severity: Severity
    entity: Id[Any] | None
    sentence: str
    source: Source | None = None
    accepted: str | None = None
    fix: Fix | None = None

    @property
    def subject(self) -> str:
        """The name of its entity in acceptances: ``KIND:ID``, or ``organisation``."""
        return self.entity.node if self.entity is not None else "organisation"

    def __str__(self) -> str:
        place = f"{self.source}: " if self.source else ""
        return f"{place}{self.code} {self.sentence} [{self.name}]"
