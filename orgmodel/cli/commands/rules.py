"""``orgmodel rules``."""

import datetime as dt
from collections import Counter
from pathlib import Path

import click

from orgmodel.cli.options import day_option, plainly, plugins_option, say
from orgmodel.cli.rule_selection import origins, rules_for
from orgmodel.formats import load
from orgmodel.rules import Report, Rule, find_rule, page_of, read_settings, validate


@click.command()
@click.argument("rule", required=False)
@click.option(
    "--why-silent",
    "design",
    type=click.Path(),
    metavar="DESIGN",
    help="Say of each rule without findings in a design whether it had data to look at.",
)
@day_option
@plugins_option
@plainly
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
        say(page_of(listed[0][0]))
    else:
        for each, origin in listed:
            brought = f"  ({origin})" if origin else ""
            say(f"{each.code}  {each.severity:8} {each.name}{brought}\n        {each.norm}")


def _explain(listed: list[Rule], report: Report) -> None:
    found = {finding.code for finding in report}
    for rule in listed:
        if rule.code not in found:
            say(f"{rule.code}  {rule.name}: {_why(rule, report)}")
    say(report.summary)


def _why(rule: Rule, report: Report) -> str:
    """Return why a rule has no finding in a report."""
    if rule not in report.rules:
        return "the settings leave it out."
    lack = dict(report.silent).get(rule.code)
    if lack:
        return f"no data; the design has no {lack}."
    accepted = Counter(finding.code for finding in report.accepted)[rule.code]
    if accepted:
        return f"{accepted} accepted."
    return "looked, and found nothing wrong."
