"""Triage of findings: which are reported, and with which severity."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from orgmodel.model import AcceptedFinding
from orgmodel.rules.core.context import RuleContext
from orgmodel.rules.core.finding import Finding
from orgmodel.rules.core.report import Report
from orgmodel.rules.core.rule import Rule
from orgmodel.rules.settings.baseline import Baseline
from orgmodel.rules.settings.scopes import Scopes
from orgmodel.rules.settings.settings import Settings
from orgmodel.text import counted


def settled(
    raw: Report,
    design: RuleContext,
    settings: Settings,
    baseline: Baseline,
    rules: Sequence[Rule],
) -> Report:
    """Return the report of open findings, in the order of places.

    Findings that are off in their part of the organisation are left out first, then accepted ones,
    then those in the baseline. The number of findings left of a rule decides their severity where
    the settings define it so; a part of the organisation decides last.

    Args:
        raw: All findings.
        design: The design.
        settings: The settings of rules and parts.
        baseline: The known findings.
        rules: All rules.
    """
    scopes = Scopes(design, settings.parts)
    reported = _in_parts(sorted(raw.findings, key=_place), scopes)
    open_, accepted = _accepted(reported, design)
    new, known = baseline.split(open_)
    outlived = baseline.outlived(open_, raw.rules, rules)
    return replace(
        raw,
        findings=tuple(_by_number(new, settings, scopes)),
        accepted=tuple(accepted),
        known=tuple(known),
        notes=(*scopes.notes, *_outdated(len(outlived))),
    )


def _in_parts(findings: Iterable[Finding], scopes: Scopes) -> Iterator[Finding]:
    for finding in findings:
        severity = scopes.severity_of(finding)
        if severity is None:
            yield finding
        elif severity != "off":
            yield replace(finding, severity=severity)


def _accepted(
    findings: Iterable[Finding], design: RuleContext
) -> tuple[list[Finding], list[Finding]]:
    holding = [a for a in design.org.all(AcceptedFinding) if not a.until or design.day < a.until]
    reasons = {(a.rule, a.about): a.because for a in holding}
    open_: list[Finding] = []
    accepted: list[Finding] = []
    for finding in findings:
        by_code = reasons.get((finding.code, finding.subject))
        because = by_code or reasons.get((finding.name, finding.subject))
        if because is None:
            open_.append(finding)
        else:
            accepted.append(replace(finding, accepted=because))
    return open_, accepted


def _by_number(
    findings: Sequence[Finding], settings: Settings, scopes: Scopes
) -> Iterator[Finding]:
    numbers = Counter(finding.code for finding in findings)
    for finding in findings:
        level = settings.level_among(finding, numbers[finding.code])
        stays = level == finding.severity or scopes.severity_of(finding) is not None
        yield finding if stays else replace(finding, severity=level)


def _outdated(number: int) -> Iterator[str]:
    if number:
        entries = counted(number, "outdated entry")
        yield f"The baseline has {entries}; use --update-baseline."


def _place(finding: Finding) -> tuple[str, int, str, str, str]:
    source = finding.source
    file, line = (source.file, source.line or 0) if source else ("", 0)
    return file, line, finding.code, finding.subject, finding.sentence
