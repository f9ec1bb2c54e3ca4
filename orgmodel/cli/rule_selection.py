"""The rules that a command applies, and where each comes from."""

from orgmodel.rules import (
    PLUGIN_PREFIX,
    RULES,
    Rule,
    Settings,
    all_rules,
    load_plugins,
    with_contracts,
)


def rules_for(settings: Settings, *, plugins: bool) -> tuple[tuple[Rule, ...], Settings]:
    """Return the available rules, and the settings without rules that are not available.

    Without plug-ins, settings about their rules do not apply.

    Args:
        settings: The settings of the folder.
        plugins: Whether to include the rules of plug-ins.

    Raises:
        PluginError: If a plug-in cannot be used.
    """
    if not plugins:
        settings = settings.without(PLUGIN_PREFIX)
    return with_contracts(all_rules() if plugins else RULES, settings), settings


def origins(settings: Settings, *, plugins: bool) -> list[tuple[Rule, str]]:
    """Return every rule with its origin: a distribution, the settings, or "" for built-in ones.

    Args:
        settings: The settings of the folder; their contracts are rules.
        plugins: Whether to include the rules of plug-ins.

    Raises:
        PluginError: If a plug-in cannot be used.
    """
    listed = [(rule, "") for rule in RULES]
    loaded = load_plugins(RULES) if plugins else ()
    listed += [(rule, plugin.distribution) for plugin in loaded for rule in plugin.rules]
    return listed + [(rule, "contract of the settings") for rule in settings.own_rules]
