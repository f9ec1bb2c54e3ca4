"""Applying rules to a design."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from types import ModuleType

from orgmodel.model import Accepted, DesignError, Org, Problem
from orgmodel.rules.design import Design
from orgmodel.rules.examination import Examination
from orgmodel.rules.finding import Finding, Report
from orgmodel.rules.rule import Rule
from orgmodel.rules.settings import Settings

Given = tuple[Design] | tuple[Design, Examination]
"""What a rule is called with."""


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
    plain = tuple(rule for rule in applied if not rule.judges_findings)
    found = [finding for rule in plain for finding in _findings(rule, (design,), settings)]
    examination = Examination(tuple(rules), plain, tuple(found))
    for rule in applied:
        if rule.judges_findings:
            found.extend(_findings(rule, (design, examination), settings))
    return _report(found, design, len(applied))


def _findings(rule: Rule, given: Given, settings: Settings) -> Iterator[Finding]:
    severity, org = settings.severity_of(rule), given[0].org
    try:
        for about, sentence in rule.check(*given, **settings.options_of(rule)):
            source = org.source_of(about) if about is not None else None
            yield Finding(rule.code, rule.name, severity, about, sentence, source)
    except DesignError as error:
        for problem in error.problems:
            sentence = f"This could not be examined: {problem.sentence}"
            yield Finding(rule.code, rule.name, severity, None, sentence, problem.source)


def _report(found: Iterable[Finding], design: Design, checked: int) -> Report:
    holding = [a for a in design.org.all(Accepted) if not a.until or design.day < a.until]
    reasons = {(a.rule, a.about): a.because for a in holding}
    open_, accepted = [], []
    for finding in sorted(found, key=_place):
        because = reasons.get((finding.code, finding.subject)) or reasons.get(
            (finding.name, finding.subject)
        )
        if because is None:
            open_.append(finding)
        else:
            accepted.append(replace(finding, accepted=because))
    return Report(tuple(open_), tuple(accepted), checked)


def _place(finding: Finding) -> tuple[str, int, str, str, str]:
    source = finding.source
    place = (source.file, source.line or 0) if source else ("", 0)
    return (*place, finding.code, finding.subject, finding.sentence)
