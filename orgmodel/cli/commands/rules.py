"""``orgmodel rules``."""

import datetime as dt
from collections import Counter
from pathlib import Path

import click

from orgmodel.cli.console import echo
from orgmodel.cli.errors import Command
from orgmodel.cli.options import day_option, plugins_option
from orgmodel.cli.rule_selection import origins, rules_for
from orgmodel.formats import load
from orgmodel.rules import Report, Rule, find_rule, location_of, page_of, read_settings, validate


@click.command(cls=Command)
@click.argument("rule", required=False)
@click.option(
    "--why-silent",
    "design",
    type=click.Path(),
    metavar="DESIGN",
    help="For each rule without findings in a design, explain why it has none.",
)
@day_option
@plugins_option
def command(rule: str | None, design: str | None, on: dt.date | None, *, plugins: bool) -> None:
    """List all rules, or print the page of one RULE (its code or name)."""
    settings = read_settings(Path(design).parent if design is not None else Path())
    listed = origins(settings, plugins=plugins)
    if rule is not None:
        chosen = find_rule(rule, [each for each, _ in listed])
        listed = [(each, origin) for each, origin in listed if each is chosen]
    if design is not None:
        rules, settings = rules_for(settings, plugins=plugins)
        report = validate(load(design), settings=settings, on=on, rules=rules)
        _explain([each for each, _ in listed], report)
    elif rule is not None:
        (chosen,) = (each for each, _ in listed)
        location = location_of(chosen)
        echo(page_of(chosen) + (f"\n- Code: {location}" if location else ""))
    else:
        for each, origin in listed:
            origin_ = f"  ({origin})" if origin else ""
            echo(f"{each.code}  {each.severity:8} {each.name}{origin_}\n        {each.norm}")


def _explain(listed: list[Rule], report: Report) -> None:
    with_findings = {finding.code for finding in report}
    for rule in listed:
        if rule.code not in with_findings:
            echo(f"{rule.code}  {rule.name}: {_why(rule, report)}")
    echo(report.summary)


def _why(rule: Rule, report: Report) -> str:
    """Return why a rule has no finding in a report."""
    if rule not in report.rules:
        return "left out by the settings."
    lack = dict(report.silent).get(rule.code)
    if lack:
        return f"no data: the design has no {lack}."
    accepted = Counter(finding.code for finding in report.accepted)[rule.code]
    if accepted:
        return f"{accepted} accepted."
    return "checked, nothing wrong."
