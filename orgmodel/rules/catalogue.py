"""The rules that come with the package, one module per family."""

import datetime as dt
from collections.abc import Sequence

from orgmodel.model import Org, UnknownError, did_you_mean, want
from orgmodel.rules.baseline import Baseline
from orgmodel.rules.engine import collect, examine
from orgmodel.rules.families import (
    acceptance,
    account_parts,
    account_teams,
    books,
    buying_centres,
    capacity,
    coming_days,
    continuity,
    contracts,
    coordination,
    customer_data,
    customer_families,
    customers,
    dates,
    days,
    grades,
    hygiene,
    keeping,
    key_account_figures,
    key_account_numbers,
    key_accounts,
    lines,
    relations,
    repeats,
    selling,
    shapes,
    shares,
    spans,
    standing_contracts,
    target_setting,
    target_sums,
    territories,
    territory_fields,
    territory_plans,
    territory_rules,
    territory_shapes,
    unused,
)
from orgmodel.rules.plugins import load_plugins
from orgmodel.rules.report import Report
from orgmodel.rules.rule import Rule
from orgmodel.rules.settings import Settings

FAMILIES = (
    hygiene,
    unused,
    repeats,
    keeping,
    acceptance,
    lines,
    grades,
    contracts,
    selling,
    spans,
    shapes,
    territories,
    territory_rules,
    territory_shapes,
    territory_fields,
    territory_plans,
    customers,
    customer_families,
    customer_data,
    books,
    account_teams,
    account_parts,
    key_accounts,
    key_account_numbers,
    key_account_figures,
    buying_centres,
    relations,
    standing_contracts,
    capacity,
    target_sums,
    target_setting,
    shares,
    continuity,
    coordination,
    days,
    dates,
    coming_days,
)
"""The modules that the rules are in."""

RULES = collect(*FAMILIES)
"""Every rule of the package, by code."""


def validate(
    org: Org,
    *,
    settings: Settings | None = None,
    on: dt.date | None = None,
    baseline: Baseline | None = None,
    rules: Sequence[Rule] = RULES,
) -> Report:
    """Judge a design by all rules of the catalogue.

    Args:
        org: The design.
        settings: Which rules apply and how; left out, all as they are.
        on: The day to examine; left out, today. It only matters where the design has dates.
        baseline: Findings that are known and not reported again.
        rules: The rules there are; those of other distributions join by :func:`all_rules`.

    Raises:
        DesignError: If the settings name a rule or an option that is not there.
    """
    want(org, Org, by="validate()")
    if settings is not None:
        want(settings, Settings, by="validate(settings=...)")
    if baseline is not None:
        want(baseline, Baseline, by="validate(baseline=...)")
    return examine(org, rules, settings=settings, on=on, baseline=baseline)


def all_rules() -> tuple[Rule, ...]:
    """Return the rules of the package and, behind them, those of plug-ins; runs their code.

    Raises:
        PluginError: If a plug-in cannot be used; the text names its distribution.
    """
    return (*RULES, *(rule for plugin in load_plugins(RULES) for rule in plugin.rules))


def find_rule(name: str, rules: Sequence[Rule] = RULES) -> Rule:
    """Return the rule of a code or a name.

    Raises:
        UnknownError: If there is none; the message names the nearest.
    """
    found = next((r for r in rules if name.upper() == r.code or name == r.name), None)
    if found is None:
        known = [known for r in rules for known in (r.code, r.name)]
        raise UnknownError(f"There is no rule {name!r}{did_you_mean(name, known)}")
    return found
