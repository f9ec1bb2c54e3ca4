"""The page of a rule, as the command prints it."""

import re

from orgmodel.rules.core.prior_art import elsewhere
from orgmodel.rules.core.rule import PLUGIN_PREFIX, Rule

_OWN = re.compile(rf"{PLUGIN_PREFIX}|CTR[5-9]")
"""Codes of users' own rules."""
_FIXES = {
    "none": "none",
    "offered": "offered (--unsafe-fixes)",
    "safe": "safe where it is certain (--fix), else offered or none",
}


def page_of(rule: Rule) -> str:
    """Return the page of a rule: its norm, reasons, examples, options, and source."""
    facts = [f"- Severity: {rule.severity} by default."]
    facts += [f"- Option: {name} = {default!r}" for name, default in rule.options.items()]
    if rule.needs:
        needs = ", or no ".join(need.replace(" | ", " nor ") for need in rule.needs)
        facts.append(f"- Silent where a design has no {needs}.")
    facts.append(f"- Fix: {_FIXES[rule.fix]}.")
    facts.append(f"- Source: {rule.origin}.")
    if not _OWN.match(rule.code):
        facts.append(f"- Elsewhere: {elsewhere(rule.code)}.")
    return "\n\n".join([f"# {rule.code} {rule.name}", rule.page, "\n".join(facts)])
