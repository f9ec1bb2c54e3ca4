"""The report of a validation."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from orgmodel.model import UnknownError
from orgmodel.rules.core.finding import SEVERITIES, Finding, Severity
from orgmodel.rules.core.rule import Rule
from orgmodel.text import counted, did_you_mean, html_table

Silence = tuple[str, str]
"""The code of a rule without data, and what the design lacks for it."""


@dataclass(frozen=True)
class Report(Sequence[Finding]):
    """The findings of one validation in the order of their places, without the accepted ones.

    Attributes:
        findings: The open findings.
        accepted: Findings that are accepted with a reason.
        rules: The rules that apply.
        silent: Rules for which the design has no data, and what is missing.
        known: Findings in the baseline, which are not reported again.
        notes: Parts of the settings or of a baseline that match nothing.
        writers: The writer of each format by name; used by ``render``.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...] = ()
    rules: tuple[Rule, ...] = ()
    silent: tuple[Silence, ...] = ()
    known: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    writers: Mapping[str, "Callable[[Report], str]"] = field(
        default_factory=dict, compare=False, repr=False
    )

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 - as Sequence has it
        return self.findings[index]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    @property
    def checked(self) -> int:
        """The number of rules that examined the design."""
        return len(self.rules) - len(self.silent)

    @property
    def counts(self) -> dict[Severity, int]:
        """The number of findings by severity, the most severe first."""
        counts = Counter(finding.severity for finding in self.findings)
        return {level: counts[level] for level in SEVERITIES}

    @property
    def worst_first(self) -> tuple[Finding, ...]:
        """The findings by severity, and within a severity in the order of their places."""
        return tuple(sorted(self.findings, key=lambda finding: SEVERITIES.index(finding.severity)))

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings at or above a severity.

        Raises:
            UnknownError: If there is no such severity.
        """
        if severity not in SEVERITIES:
            near = did_you_mean(str(severity), SEVERITIES)
            raise UnknownError(f"{severity!r} is not a severity{near}")
        among = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return tuple(finding for finding in self.findings if finding.severity in among)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of the severity ``error``."""
        return self.at_least("error")

    def to_records(self) -> list[dict[str, Any]]:
        """Return the findings as flat rows of plain values, for tables of pandas or polars.

        Columns: ``code``, ``name``, ``severity``, ``kind`` and ``id`` of the entity (None for the
        organisation), ``sentence``, ``file``, ``line``, ``fix`` (in words, or None).
        """
        return [
            {
                "code": f.code,
                "name": f.name,
                "severity": f.severity,
                "kind": f.entity.kind if f.entity is not None else None,
                "id": f.entity.id if f.entity is not None else None,
                "sentence": f.sentence,
                "file": f.source.file if f.source else None,
                "line": f.source.line if f.source else None,
                "fix": str(f.fix) if f.fix is not None else None,
            }
            for f in self.findings
        ]

    def render(self, form: str) -> str:
        """Return the report as text in a format.

        Args:
            form: ``text``, ``json``, ``sarif``, ``junit``, ``github``, ``markdown`` or ``html``.

        Raises:
            UnknownError: If there is no such format, or the report was not made by ``validate``.
        """
        if form not in self.writers:
            near = did_you_mean(form, self.writers)
            raise UnknownError(f"{form!r} is not a format of this report{near}")
        return self.writers[form](self)

    def to_markdown(self) -> str:
        """Return the report in Markdown, for a pull request."""
        return self.render("markdown")

    def to_json(self) -> str:
        """Return the report as JSON, for other programs."""
        return self.render("json")

    def to_html(self) -> str:
        """Return the report as one HTML page that loads nothing."""
        return self.render("html")

    @property
    def fixable(self) -> int:
        """The number of findings with a safe fix."""
        return sum(finding.fix is not None and finding.fix.safe for finding in self.findings)

    @property
    def summary(self) -> str:
        """The counts in one line: findings by severity, those not reported, rules checked."""
        found = ", ".join(counted(n, level) for level, n in self.counts.items() if n)
        hidden = [f"{len(self.accepted)} accepted"] if self.accepted else []
        hidden += [f"{len(self.known)} in the baseline"] if self.known else []
        aside = f" ({', '.join(hidden)})" if hidden else ""
        silent = f", {len(self.silent)} without data" if self.silent else ""
        fixable = f"; {self.fixable} fixable with --fix" if self.fixable else ""
        checked = f"{counted(self.checked, 'rule')} checked{silent}"
        return f"{found or 'No findings'}{aside}; {checked}{fixable}."

    def _repr_html_(self) -> str:
        """Return the report for a notebook: a table, the most severe findings first."""
        rows = [(f.severity, f.code, f.sentence, f.source) for f in self.worst_first]
        return html_table(rows, notes=[*self.notes, self.summary])

    def __repr__(self) -> str:
        return f"<Report: {self.summary}>"

    def __str__(self) -> str:
        return "\n".join([*map(str, self.worst_first), *self.notes, self.summary])
