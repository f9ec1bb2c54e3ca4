"""The rules that come with the package, one module per family."""

import datetime as dt

from orgmodel.model import Org, UnknownError, did_you_mean
from orgmodel.rules import (
    acceptance,
    buying_centres,
    contracts,
    customer_families,
    customers,
    hygiene,
    key_accounts,
    lines,
    spans,
    territories,
    territory_rules,
)
from orgmodel.rules.engine import collect, examine
from orgmodel.rules.report import Report
from orgmodel.rules.rule import Rule
from orgmodel.rules.settings import Settings

FAMILIES = (
    hygiene,
    acceptance,
    lines,
    contracts,
    spans,
    territories,
    territory_rules,
    customers,
    customer_families,
    key_accounts,
    buying_centres,
)
"""The modules that the rules are in."""

RULES = collect(*FAMILIES)
"""Every rule of the package, by code."""


def validate(org: Org, *, settings: Settings | None = None, on: dt.date | None = None) -> Report:
    """Judge a design by all rules of the catalogue.

    Args:
        org: The design.
        settings: Which rules apply and how; left out, all as they are.
        on: The day to examine; left out, today. It only matters where the design has dates.

    Raises:
        DesignError: If the settings name a rule or an option that is not there.
    """
    return examine(org, RULES, settings=settings, on=on)


def find_rule(name: str) -> Rule:
    """Return the rule of a code or a name.

    Raises:
        UnknownError: If there is none; the message names the nearest.
    """
    found = next((r for r in RULES if name.upper() == r.code or name == r.name), None)
    if found is None:
        known = [known for r in RULES for known in (r.code, r.name)]
        raise UnknownError(f"There is no rule {name!r}{did_you_mean(name, known)}")
    return found
