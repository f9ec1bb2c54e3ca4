"""Rules that other distributions bring, found by their entry points."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType

from orgmodel.model import OrgmodelError
from orgmodel.rules.core.rule import PLUGIN_PREFIX, Rule

GROUP = "orgmodel.rules"
"""The group of entry points; each names a module with rules in it, or rules one after another."""

_CURE = "Correct or uninstall it, or leave plug-ins out with --no-plugins."
_CODE = re.compile(rf"{PLUGIN_PREFIX}[A-Z]{{2}}\d{{3}}", re.ASCII)


class PluginError(OrgmodelError, ValueError):
    """Rules of another distribution that cannot be used; the message names it."""


@dataclass(frozen=True)
class Plugin:
    """The rules of a distribution.

    Attributes:
        distribution: Its name and version.
        rules: Its rules.
    """

    distribution: str
    rules: tuple[Rule, ...]


def load_plugins(own: Sequence[Rule]) -> tuple[Plugin, ...]:
    """Return the plug-ins that are installed here; loading them runs their code.

    Args:
        own: The rules of the package, whose codes and names are reserved.

    Raises:
        PluginError: If one cannot be loaded, holds anything but rules, or has codes that do not
            begin with X or names that are taken.
    """
    taken = {name: "orgmodel" for rule in own for name in (rule.code, rule.name)}
    found = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        brought = (rule for rule in _rules(point) if not any(rule is mine for mine in own))
        plugin = Plugin(_distribution(point), tuple(brought))
        for rule in plugin.rules:
            _claim(rule, plugin.distribution, taken)
        found.append(plugin)
    return tuple(found)


def _distribution(point: EntryPoint) -> str:
    dist = point.dist
    return f"{dist.name} {dist.version}" if dist is not None else point.value


def _rules(point: EntryPoint) -> Iterator[Rule]:
    try:
        loaded = point.load()
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        raise PluginError(_message(point, f"'{point.value}' cannot be loaded: {what}")) from error
    things = vars(loaded).values() if isinstance(loaded, ModuleType) else loaded
    if not isinstance(things, Iterable):
        raise PluginError(
            _message(point, f"'{point.value}' is neither a module nor a list of rules")
        )
    for thing in things:
        if isinstance(thing, Rule):
            yield thing
        elif not isinstance(loaded, ModuleType):
            raise PluginError(
                _message(point, f"'{point.value}' holds {thing!r}, which is not a rule")
            )


def _message(point: EntryPoint, what: str) -> str:
    return f"The rules of {_distribution(point)} cannot be used: {what}. {_CURE}"


def _claim(rule: Rule, distribution: str, taken: dict[str, str]) -> None:
    """Reserve the code and name of a rule, or refuse them."""
    if not _CODE.fullmatch(rule.code):
        code = f"{PLUGIN_PREFIX}, two more capitals and three digits, not {rule.code!r}"
        raise PluginError(f"Rule {rule.name} of {distribution} needs a code of {code}. {_CURE}")
    for name in (rule.code, rule.name):
        if name in taken:
            who = f"{taken[name]} and of {distribution}"
            raise PluginError(f"Two rules are called {name}: of {who}. {_CURE}")
        taken[name] = distribution
