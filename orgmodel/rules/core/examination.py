"""What rules that judge findings read."""

from dataclasses import dataclass

from orgmodel.rules.core.finding import Finding
from orgmodel.rules.core.rule import Rule


@dataclass(frozen=True)
class Examination:
    """The examination of a design before its findings are judged.

    Attributes:
        rules: All rules.
        applied: The rules that were applied to the design.
        findings: Their findings, accepted or not.
    """

    rules: tuple[Rule, ...]
    applied: tuple[Rule, ...]
    findings: tuple[Finding, ...]

    def named(self, name: str) -> Rule | None:
        """Return the rule of a code or name, or None."""
        return next((rule for rule in self.rules if name in {rule.code, rule.name}), None)
