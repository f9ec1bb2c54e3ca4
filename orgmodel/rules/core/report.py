"""All that the rules found together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from orgmodel.model.html import html_table
from orgmodel.rules.core.finding import SEVERITIES, Finding, Severity
from orgmodel.rules.core.rule import Rule

Silence = tuple[str, str]
"""The code of a rule that had nothing to look at, and what the design lacks for it."""


@dataclass(frozen=True)
class Report(Sequence[Finding]):
    """The findings of one validation in the order of their places, without the accepted ones.

    Attributes:
        findings: What is to be dealt with.
        accepted: What somebody accepted with a reason.
        rules: The rules that apply.
        silent: Those of them for which the design holds no data, and what is missing.
        known: What a baseline records and is therefore not reported again.
        notes: What else to tell: parts of the settings or of a baseline that fit nothing.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...] = ()
    rules: tuple[Rule, ...] = ()
    silent: tuple[Silence, ...] = ()
    known: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 - as Sequence has it
        return self.findings[index]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    @property
    def checked(self) -> int:
        """How many rules looked at the design."""
        return len(self.rules) - len(self.silent)

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each level, the gravest level first."""
        counts = Counter(finding.severity for finding in self.findings)
        return {level: counts[level] for level in SEVERITIES}

    @property
    def worst_first(self) -> tuple[Finding, ...]:
        """The findings by level, and within a level in the order of their places."""
        return tuple(sorted(self.findings, key=lambda finding: SEVERITIES.index(finding.severity)))

    def at_least(self, level: Severity) -> tuple[Finding, ...]:
        """Return the findings that are as grave as a level, or graver."""
        grave = SEVERITIES[: SEVERITIES.index(level) + 1]
        return tuple(finding for finding in self.findings if finding.severity in grave)

    @property
    def fixable(self) -> int:
        """How many findings carry a fix that is safe."""
        return sum(finding.fix is not None and finding.fix.safe for finding in self.findings)

    @property
    def summary(self) -> str:
        """The counts in one line: findings by level, those not reported, rules checked."""
        said = ", ".join(_counted(n, level) for level, n in self.counts.items() if n)
        hidden = [f"{len(self.accepted)} accepted"] if self.accepted else []
        hidden += [f"{len(self.known)} in the baseline"] if self.known else []
        aside = f" ({', '.join(hidden)})" if hidden else ""
        silent = f", {len(self.silent)} without data" if self.silent else ""
        fixable = f"; {self.fixable} fixable with --fix" if self.fixable else ""
        checked = f"{_counted(self.checked, 'rule')} checked{silent}"
        return f"{said or 'No findings'}{aside}; {checked}{fixable}."

    def _repr_html_(self) -> str:
        """Return the report as a notebook shows it: a table, the gravest findings first."""
        rows = [(f.severity, f.code, f.sentence, f.source) for f in self.worst_first]
        return html_table(rows, notes=[*self.notes, self.summary])

    def __repr__(self) -> str:
        return f"<Report: {self.summary}>"

    def __str__(self) -> str:
        return "\n".join([*map(str, self.worst_first), *self.notes, self.summary])


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" + ("s" if number != 1 and what != "info" else "")
