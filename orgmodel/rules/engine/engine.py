"""Application of rules to a design."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from types import ModuleType

from orgmodel.model import DesignError, Org, Problem
from orgmodel.progress import watched
from orgmodel.rules.contract_language.rule_factory import problems_of
from orgmodel.rules.core.context import RuleContext
from orgmodel.rules.core.data_requirements import Holdings
from orgmodel.rules.core.examination import Examination
from orgmodel.rules.core.finding import Finding
from orgmodel.rules.core.report import Report
from orgmodel.rules.core.rule import Rule
from orgmodel.rules.engine.triage import settled
from orgmodel.rules.reports import REPORT_FORMATS
from orgmodel.rules.settings.baseline import Baseline
from orgmodel.rules.settings.settings import Settings

Given = tuple[RuleContext] | tuple[RuleContext, Examination]
"""The arguments of a rule."""


def collect(*families: ModuleType) -> tuple[Rule, ...]:
    """Return the rules of some modules by code, and refuse a code or a name used twice."""
    found = [r for family in families for r in vars(family).values() if isinstance(r, Rule)]
    for names in ([r.code for r in found], [r.name for r in found]):
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"two rules share {', '.join(twice)}")
    return tuple(sorted(found, key=lambda r: r.code))


def with_contracts(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """Return the rules and those made of the contracts of the settings."""
    return (*rules, *(rule for rule in settings.own_rules if rule not in rules))


def examine(
    org: Org,
    rules: Sequence[Rule],
    *,
    settings: Settings | None = None,
    on: dt.date | None = None,
    baseline: Baseline | None = None,
) -> Report:
    """Apply rules to a design.

    Args:
        org: The design.
        rules: The rules to choose from.
        settings: Which rules apply and how; by default all as they are.
        on: The day to examine; today by default.
        baseline: Findings that are known and not reported again.

    Raises:
        DesignError: If the settings name an unknown rule or option.
    """
    settings = settings or Settings()
    rules = with_contracts(rules, settings)
    design = RuleContext.of(org, on)
    holdings = Holdings(design.org)
    problems = [*settings.problems(rules), *problems_of(settings.contracts, design.known)]
    if problems:
        raise DesignError(map(Problem, problems))
    applied = tuple(rule for rule in rules if settings.applies(rule))
    lacks = {rule.code: holdings.lack(rule.needs) for rule in applied}
    speaking = [rule for rule in applied if not lacks[rule.code]]
    report = Report(
        tuple(_found(design, rules, applied, speaking, settings)),
        rules=applied,
        silent=tuple((code, lack) for code, lack in lacks.items() if lack),
        writers={name: partial(_written, write, org) for name, write in REPORT_FORMATS.items()},
    )
    return settled(report, design, settings, baseline or Baseline(), rules)


def _written(write: Callable[[Report, Org], str], org: Org, report: Report) -> str:
    return write(report, org)


def _found(
    design: RuleContext,
    rules: Sequence[Rule],
    applied: Sequence[Rule],
    speaking: Sequence[Rule],
    settings: Settings,
) -> Iterator[Finding]:
    """Yield the findings of rules that examine the design, then of those that judge findings."""
    plain = [rule for rule in speaking if not rule.judges_findings]
    found = [
        finding
        for rule in watched("Applying rules", plain)
        for finding in _findings(rule, (design,), settings)
    ]
    yield from found
    looked = tuple(rule for rule in applied if not rule.judges_findings)
    examination = Examination(tuple(rules), looked, tuple(found))
    for rule in speaking:
        if rule.judges_findings:
            yield from _findings(rule, (design, examination), settings)


def _findings(rule: Rule, given: Given, settings: Settings) -> Iterator[Finding]:
    severity, org = settings.severity_of(rule), given[0].org
    try:
        for about, sentence, *fix in rule.check(*given, **settings.options_of(rule)):
            source = org.source_of(about) if about is not None else None
            change = fix[0] if fix else None
            yield Finding(rule.code, rule.name, severity, about, sentence, source, fix=change)
    except DesignError as error:
        for problem in error.problems:
            sentence = f"This could not be examined: {problem.sentence}"
            yield Finding(rule.code, rule.name, severity, None, sentence, problem.source)
