"""Applying rules to a design."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from types import ModuleType

from orgmodel.model import Accepted, DesignError, Org, Problem
from orgmodel.rules.design import Design, Issues
from orgmodel.rules.finding import Finding, Report
from orgmodel.rules.rule import Rule
from orgmodel.rules.settings import Settings


def collect(*families: ModuleType) -> tuple[Rule, ...]:
    """Return the rules of some modules by code, and refuse a code or a name used twice."""
    found = [r for family in families for r in vars(family).values() if isinstance(r, Rule)]
    for names in ([r.code for r in found], [r.name for r in found]):
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"two rules share {', '.join(twice)}")
    return tuple(sorted(found, key=lambda r: r.code))


def examine(
    org: Org,
    rules: Sequence[Rule],
    *,
    settings: Settings | None = None,
    on: dt.date | None = None,
) -> Report:
    """Apply some rules to a design.

    Args:
        org: The design.
        rules: The rules to choose from.
        settings: Which of them apply and how; left out, all as they are.
        on: The day to examine; left out, today.

    Raises:
        DesignError: If the settings name a rule or an option that is not there.
    """
    settings = settings or Settings()
    wrong = [Problem(sentence) for sentence in settings.problems(rules)]
    if wrong:
        raise DesignError(wrong)
    design = Design.of(org, on)
    applied = [rule for rule in rules if settings.applies(rule)]
    found: list[Finding] = []
    for rule in sorted(applied, key=lambda rule: rule.judges_findings):
        issues = rule.check(design, *_judged(rule, found), **settings.options_of(rule))
        found.extend(list(_findings(rule, design, settings, issues)))
    return _report(found, design, len(applied))


def _judged(rule: Rule, found: list[Finding]) -> tuple[Sequence[Finding], ...]:
    return (tuple(found),) if rule.judges_findings else ()


def _findings(rule: Rule, design: Design, settings: Settings, issues: Issues) -> Iterator[Finding]:
    severity = settings.severity_of(rule)
    for about, sentence in issues:
        source = design.org.source_of(about) if about is not None else None
        yield Finding(rule.code, rule.name, severity, about, sentence, source)


def _report(found: Iterable[Finding], design: Design, checked: int) -> Report:
    holding = [a for a in design.org.all(Accepted) if not a.until or design.day < a.until]
    reasons = {(a.rule, a.about): a.because for a in holding}
    open_, accepted = [], []
    for finding in sorted(found, key=_place):
        about = finding.about.node if finding.about is not None else ""
        because = reasons.get((finding.code, about)) or reasons.get((finding.name, about))
        if because is None:
            open_.append(finding)
        else:
            accepted.append(replace(finding, accepted=because))
    return Report(tuple(open_), tuple(accepted), checked)


def _place(finding: Finding) -> tuple[str, int, str, str, str]:
    source = finding.source
    about = finding.about.node if finding.about is not None else ""
    place = (source.file, source.line or 0) if source else ("", 0)
    return (*place, finding.code, about, finding.sentence)
