"""What a rule found."""

from dataclasses import dataclass
from typing import Any, Literal

from orgmodel.model import Id, Source
from orgmodel.rules.core.fix import Fix

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the gravest to the mildest."""


@dataclass(frozen=True)
class Finding:
    """One thing that a rule found wrong.

    Attributes:
        code: The rule's code, which never changes its meaning.
        name: The rule's name.
        severity: How serious it is.
        entity: The entity that it is about; None is the organisation itself.
        sentence: What is wrong, in one sentence.
        source: Where that entity was written, if that is known.
        accepted: Why somebody accepted it; None if nobody did.
        fix: What would mend it; None where the rule does not know.
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
        """What acceptances of the finding name: ``KIND:ID``, or ``organisation`` for all of it."""
        return self.entity.node if self.entity is not None else "organisation"

    def __str__(self) -> str:
        place = f"{self.source}: " if self.source else ""
        return f"{place}{self.code} {self.sentence} [{self.name}]"
