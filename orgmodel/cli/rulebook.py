"""The rules that a command applies, and who brought them."""

from orgmodel.rules import RULES, Rule, Settings, all_rules, load_plugins
from orgmodel.rules.rule import PLUGIN_PREFIX


def rules_for(settings: Settings, *, plugins: bool) -> tuple[tuple[Rule, ...], Settings]:
    """Return the rules there are, and settings that name no others.

    Without plug-ins, what the settings say about their rules has nothing to hold for.

    Args:
        settings: What holds in the folder.
        plugins: Whether rules of other distributions join.

    Raises:
        PluginError: If a plug-in cannot be used.
    """
    return (all_rules(), settings) if plugins else (RULES, settings.without(PLUGIN_PREFIX))


def origins(*, plugins: bool) -> list[tuple[Rule, str]]:
    """Return every rule with the distribution that brings it; empty for the package's own.

    Raises:
        PluginError: If a plug-in cannot be used.
    """
    own = [(rule, "") for rule in RULES]
    brought = load_plugins(RULES) if plugins else ()
    return own + [(rule, plugin.distribution) for plugin in brought for rule in plugin.rules]
