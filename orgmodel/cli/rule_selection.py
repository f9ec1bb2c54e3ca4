"""The rules that a command applies, and who brought them."""

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
    """Return the rules there are, and settings that name no others.

    Without plug-ins, what the settings say about their rules has nothing to hold for.

    Args:
        settings: What holds in the folder.
        plugins: Whether rules of other distributions join.

    Raises:
        PluginError: If a plug-in cannot be used.
    """
    if not plugins:
        settings = settings.without(PLUGIN_PREFIX)
    return with_contracts(all_rules() if plugins else RULES, settings), settings


def origins(settings: Settings, *, plugins: bool) -> list[tuple[Rule, str]]:
    """Return every rule with who brings it: a distribution, the settings, or "" for our own.

    Args:
        settings: What holds in the folder; its contracts are rules.
        plugins: Whether rules of other distributions join.

    Raises:
        PluginError: If a plug-in cannot be used.
    """
    own = [(rule, "") for rule in RULES]
    brought = load_plugins(RULES) if plugins else ()
    own += [(rule, plugin.distribution) for plugin in brought for rule in plugin.rules]
    return own + [(rule, "contract of the settings") for rule in settings.own_rules]
