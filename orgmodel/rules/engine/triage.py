"""What of all that rules found is reported, and how grave it is."""

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


def settled(
    raw: Report,
    design: RuleContext,
    settings: Settings,
    baseline: Baseline,
    rules: Sequence[Rule],
) -> Report:
    """Return a report of what is to be dealt with, in the order of places.

    What is off in its part of the organisation goes first, then what is accepted, then what the
    baseline records. How many findings of a rule are left decides how grave they are where the
    settings say so; a part of the organisation has the last word.

    Args:
        raw: All that was found.
        design: The design in which it was found.
        settings: What holds for rules and parts.
        baseline: What is known.
        rules: All rules there are.
    """
    scopes = Scopes(design, settings.parts)
    told = _in_parts(sorted(raw.findings, key=_place), scopes)
    open_, accepted = _accepted(told, design)
    new, known = baseline.split(open_)
    outlived = baseline.outlived(open_, raw.rules, rules)
    return replace(
        raw,
        findings=tuple(_by_number(new, settings, scopes)),
        accepted=tuple(accepted),
        known=tuple(known),
        notes=(*scopes.notes, *_outlived(len(outlived))),
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


def _outlived(number: int) -> Iterator[str]:
    if number:
        entries = "1 entry that fits" if number == 1 else f"{number:,} entries that fit"
        yield f"The baseline has {entries} nothing any more; use --update-baseline."


def _place(finding: Finding) -> tuple[str, int, str, str, str]:
    source = finding.source
    file, line = (source.file, source.line or 0) if source else ("", 0)
    return file, line, finding.code, finding.subject, finding.sentence
