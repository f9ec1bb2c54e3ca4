"""The catalogue: the rules that come with the package, found in the folders of their families."""

import datetime as dt
from collections.abc import Sequence
from importlib import import_module
from inspect import getsourcelines, unwrap
from pkgutil import walk_packages

from orgmodel.model import Org, UnknownError, require
from orgmodel.rules import families
from orgmodel.rules.contract_language import rule_of
from orgmodel.rules.core.report import Report
from orgmodel.rules.core.rule import Rule
from orgmodel.rules.engine.engine import collect, examine
from orgmodel.rules.engine.plugins import load_plugins
from orgmodel.rules.settings.baseline import Baseline
from orgmodel.rules.settings.settings import Settings
from orgmodel.text import did_you_mean

FAMILIES = tuple(
    import_module(module.name)
    for module in walk_packages(families.__path__, f"{families.__name__}.")
)
"""The modules that the rules are in: all below `orgmodel.rules.families`."""

RULES = collect(*FAMILIES)
"""Every rule of the package, by code."""


def validate(  # noqa: PLR0913  # all but the design by name
    org: Org,
    *,
    settings: Settings | None = None,
    on: dt.date | None = None,
    baseline: Baseline | None = None,
    rules: Sequence[Rule] = RULES,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> Report:
    """Validate a design by all rules of the catalogue.

    Args:
        org: The design.
        settings: Which rules apply and how; by default all as they are.
        on: The day to examine, by default today; it only matters if the design has dates.
        baseline: Findings that are known and not reported again.
        rules: The rules; :func:`all_rules` adds those of other distributions.
        select: The only rules to apply, by code, beginning of codes, or name; replaces that of the
            settings.
        ignore: Rules not to apply, in addition to those of the settings.

    Raises:
        DesignError: If the settings name an unknown rule or option.
    """
    require(org, Org, by="validate()")
    if settings is not None:
        require(settings, Settings, by="validate(settings=...)")
    if baseline is not None:
        require(baseline, Baseline, by="validate(baseline=...)")
    if select or ignore:
        settings = (settings or Settings()).narrowed(_names(select), _names(ignore))
    return examine(org, rules, settings=settings, on=on, baseline=baseline)


def _names(given: Sequence[str] | str) -> list[str]:
    return [given] if isinstance(given, str) else list(given)


def all_rules() -> tuple[Rule, ...]:
    """Return the rules of the package followed by those of plug-ins; runs their code.

    Raises:
        PluginError: If a plug-in cannot be used; the message names its distribution.
    """
    return (*RULES, *(rule for plugin in load_plugins(RULES) for rule in plugin.rules))


def find_rule(name: str, rules: Sequence[Rule] = RULES) -> Rule:
    """Return the rule with a code or a name.

    Raises:
        UnknownError: If there is none; the message names the nearest.
    """
    found = next((r for r in rules if name.upper() == r.code or name == r.name), None)
    if found is None:
        known = [known for r in rules for known in (r.code, r.name)]
        raise UnknownError(f"There is no rule {name!r}{did_you_mean(name, known)}")
    return found


def location_of(rule: Rule) -> str | None:
    """Return the place of a rule in the code, as ``FILE:LINE``; None for contracts of settings."""
    for module in FAMILIES:
        if any(each is rule for each in vars(module).values()):
            lines, _ = getsourcelines(module)
            number = next(n for n, line in enumerate(lines, 1) if f'"{rule.code}"' in line)
            return f"{module.__file__}:{number}"
    if rule.check.__module__ == rule_of.__module__:
        return None
    code = unwrap(rule.check).__code__
    return f"{code.co_filename}:{code.co_firstlineno}"
