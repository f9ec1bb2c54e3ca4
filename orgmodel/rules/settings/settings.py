"""Settings: which rules apply, and how."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from orgmodel.model import checked
from orgmodel.rules.contract_language import Contract, contract_rules
from orgmodel.rules.core.finding import SEVERITIES, Finding, Severity
from orgmodel.rules.core.naming import Named, named
from orgmodel.rules.core.rule import Rule
from orgmodel.rules.settings.sections import Part
from orgmodel.text import did_you_mean

_Number = Annotated[int, Field(ge=1, strict=True)]
_OF_EVERY_RULE: dict[str, Any] = {
    "severity": Severity,
    "warn_from": _Number,
    "error_from": _Number,
}


@checked
class Settings:
    """Which rules apply, and with which severities and options.

    A rule is named by its code, the beginning of codes (``KEY`` or ``KEY5``), or its name.

    Attributes:
        select: Rules to apply; empty means all.
        extend_select: Rules to apply in addition.
        ignore: Rules not to apply.
        rules: By rule, its options; ``severity``, the severity of a breach; ``warn_from`` and
            ``error_from``, the number of findings from which each is a warning or an error.
        parts: Parts of the organisation with other severities.
        contracts: What every entity of a kind needs; each is a rule of its own.
    """

    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    parts: Sequence[Part] = ()
    contracts: Sequence[Contract] = ()

    @cached_property
    def own_rules(self) -> tuple[Rule, ...]:
        """The rules that the contracts are."""
        return contract_rules(self.contracts)

    def narrowed(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> "Settings":
        """Return the settings with another selection, if one is given, and more rules ignored."""
        return replace(self, select=select or self.select, ignore=[*self.ignore, *ignore])

    def without(self, prefix: str) -> "Settings":
        """Return the settings without those of rules whose codes begin with a prefix."""

        def rest(names: Sequence[str]) -> list[str]:
            return [name for name in names if not name.upper().startswith(prefix)]

        return replace(
            self,
            select=rest(self.select) or self.select,
            extend_select=rest(self.extend_select),
            ignore=rest(self.ignore),
            rules={name: self.rules[name] for name in rest([*self.rules])},
            parts=[
                replace(part, rules=rest(part.rules))
                for part in self.parts
                if rest(part.rules) or not part.rules
            ],
        )

    def applies(self, rule: Rule) -> bool:
        """Return whether a rule is to be applied."""
        chosen = not self.select or named(rule, self.select) or named(rule, self.extend_select)
        return chosen and not named(rule, self.ignore)

    def options_of(self, rule: Rule) -> dict[str, Any]:
        """Return the options that are set for a rule."""
        return {n: v for n, v in self._set_for(rule).items() if n not in _OF_EVERY_RULE}

    def severity_of(self, rule: Rule) -> Severity:
        """Return the severity of a breach of a rule."""
        severity: Severity = self._set_for(rule).get("severity", rule.severity)
        return severity

    def level_among(self, finding: Finding, number: int) -> Severity:
        """Return the severity of a finding, given the number of findings of its rule."""
        given = self._set_for(finding)
        error_from, warn_from = given.get("error_from"), given.get("warn_from")
        if error_from is not None and number >= error_from:
            return "error"
        if warn_from is not None and number < warn_from:
            return "info"
        if error_from is None:
            return finding.severity
        return "warning" if warn_from is not None else _milder("warning", finding.severity)

    def _set_for(self, one: Named) -> Mapping[str, Any]:
        return self.rules.get(one.code) or self.rules.get(one.name) or {}

    def problems(self, rules: Sequence[Rule]) -> Iterator[str]:
        """Yield the problems of the settings, given all rules."""
        known = [name for rule in rules for name in (rule.code, rule.name)]
        in_parts = (name for part in self.parts for name in part.rules)
        for requested in (*self.select, *self.extend_select, *self.ignore, *self.rules, *in_parts):
            if not any(named(rule, [requested]) for rule in rules):
                yield f"There is no rule {requested!r}{did_you_mean(requested, known)}"
        for rule in rules:
            yield from _wrong_options(rule, self._set_for(rule))


def _milder(one: Severity, other: Severity) -> Severity:
    return one if SEVERITIES.index(one) > SEVERITIES.index(other) else other


def _wrong_options(rule: Rule, given: Mapping[str, Any]) -> Iterator[str]:
    kinds = {name: type(default) for name, default in rule.options.items()} | _OF_EVERY_RULE
    for name, value in given.items():
        if name not in kinds:
            known = ", ".join(kinds)
            yield f"Rule {rule.code} has no option {name!r}; its options are {known}."
            continue
        try:
            TypeAdapter(kinds[name]).validate_python(value)
        except ValidationError as error:
            expected = error.errors()[0]["msg"].removeprefix("Input should be ")
            yield f"Option {name!r} of rule {rule.code} must be {expected}, not {value!r}."
    if given.get("warn_from") and given.get("error_from"):
        yield from _crossed(rule, given["warn_from"], given["error_from"])


def _crossed(rule: Rule, warn_from: object, error_from: object) -> Iterator[str]:
    whole = isinstance(warn_from, int) and isinstance(error_from, int)
    if whole and warn_from > error_from:  # type: ignore[operator]  # both are numbers
        numbers = f"'warn_from' ({warn_from}) above 'error_from' ({error_from})"
        yield f"Rule {rule.code} has {numbers}; make 'warn_from' the smaller."
