"""Which rules apply and how: ``[tool.orgmodel]`` of a ``pyproject.toml``, or ``orgmodel.toml``."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from orgmodel.model import DesignError, Problem, Source
from orgmodel.model.nearest import did_you_mean
from orgmodel.rules.finding import Severity
from orgmodel.rules.rule import Rule


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Settings:
    """Which rules apply, and with which severities and options.

    A rule is named by its code, the beginning of codes (``KEY`` or ``KEY5``), or its name.

    Attributes:
        select: Rules to apply; empty means all.
        extend_select: Rules to apply besides.
        ignore: Rules not to apply.
        rules: By rule, its options and, as ``severity``, how grave a breach of it is.
    """

    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def narrowed(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> "Settings":
        """Return the settings with a selection of their own, if one is given, and more ignored."""
        return replace(self, select=select or self.select, ignore=[*self.ignore, *ignore])

    def applies(self, rule: Rule) -> bool:
        """Return whether a rule is to be applied."""
        chosen = not self.select or _named(rule, self.select) or _named(rule, self.extend_select)
        return chosen and not _named(rule, self.ignore)

    def options_of(self, rule: Rule) -> dict[str, Any]:
        """Return the options that are set for a rule."""
        return {n: v for n, v in self._set_for(rule).items() if n != "severity"}

    def severity_of(self, rule: Rule) -> Severity:
        """Return how grave a breach of a rule is."""
        severity: Severity = self._set_for(rule).get("severity", rule.severity)
        return severity

    def _set_for(self, rule: Rule) -> Mapping[str, Any]:
        return self.rules.get(rule.code) or self.rules.get(rule.name) or {}

    def problems(self, rules: Sequence[Rule]) -> Iterator[str]:
        """Yield what is wrong with the settings, given the rules that there are."""
        known = [name for rule in rules for name in (rule.code, rule.name)]
        for wanted in (*self.select, *self.extend_select, *self.ignore, *self.rules):
            if not any(_named(rule, [wanted]) for rule in rules):
                yield f"There is no rule {wanted!r}{did_you_mean(wanted, known)}"
        for rule in rules:
            yield from _wrong_options(rule, self._set_for(rule))


def _named(rule: Rule, names: Sequence[str]) -> bool:
    return any(rule.name == name or rule.code.startswith(name.upper()) for name in names if name)


def _wrong_options(rule: Rule, given: Mapping[str, Any]) -> Iterator[str]:
    kinds: dict[str, Any] = {name: type(default) for name, default in rule.options.items()}
    kinds["severity"] = Severity
    for name, value in given.items():
        if name not in kinds:
            known = ", ".join(kinds)
            yield f"Rule {rule.code} has no option {name!r}; there are {known}."
            continue
        try:
            TypeAdapter(kinds[name]).validate_python(value)
        except ValidationError as error:
            said = error.errors()[0]["msg"].removeprefix("Input should be ")
            yield f"Option {name!r} of rule {rule.code} should be {said}, not {value!r}."


def read_settings(folder: Path) -> Settings:
    """Read the settings that hold in a folder: the nearest file that has any, going upwards.

    Raises:
        DesignError: If the file is no TOML, or says what no setting is.
    """
    for place in (folder.resolve(), *folder.resolve().parents):
        for name, path in (("orgmodel.toml", ()), ("pyproject.toml", ("tool", "orgmodel"))):
            found = _table(place / name, path)
            if found is not None:
                return _settings(place / name, found)
    return Settings()


def _table(file: Path, path: Sequence[str]) -> Mapping[str, Any] | None:
    if not file.is_file():
        return None
    try:
        table: Any = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise DesignError(
            [Problem(f"Cannot be read as TOML: {error}.", Source(str(file)))]
        ) from None
    for key in path:
        table = table.get(key) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


def _settings(file: Path, table: Mapping[str, Any]) -> Settings:
    plain = {key.replace("-", "_"): value for key, value in table.items()}
    try:
        return TypeAdapter(Settings).validate_python(plain)
    except ValidationError as error:
        known = ("select", "extend-select", "ignore", "rules")
        raise DesignError(
            Problem(_said(detail["loc"], detail["msg"], known), Source(str(file)))
            for detail in error.errors()
        ) from None


def _said(place: Sequence[int | str], message: str, known: Sequence[str]) -> str:
    name = ".".join(map(str, place)).replace("_", "-")
    if "Unexpected" in message:
        return f"There is no setting {name!r}{did_you_mean(name, known)}"
    return f"Setting {name!r}: {message}."
