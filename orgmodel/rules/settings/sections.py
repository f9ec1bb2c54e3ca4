"""Parts of an organisation with their own severities, in settings."""

from collections.abc import Sequence
from typing import Literal

from orgmodel.model import checked
from orgmodel.rules.core.finding import Finding, Severity
from orgmodel.rules.core.naming import named

PartSeverity = Severity | Literal["off"]


@checked
class Part:
    """The severity of rules in one part of the organisation.

    Attributes:
        severity: The severity; ``off`` does not report findings at all.
        under: The position at the top of the part.
        within: The territory around the part, in place of ``under``.
        rules: The rules concerned, by code, beginning of codes or name; all by default.
    """

    severity: PartSeverity
    under: str | None = None
    within: str | None = None
    rules: Sequence[str] = ()

    def __post_init__(self) -> None:
        if (self.under is None) == (self.within is None):
            raise ValueError("a part is either under a position or within a territory")

    def concerns(self, finding: Finding) -> bool:
        """Return whether a finding is of one of the rules concerned."""
        return not self.rules or named(finding, self.rules)

    def __str__(self) -> str:
        return f"under {self.under!r}" if self.under is not None else f"within {self.within!r}"
