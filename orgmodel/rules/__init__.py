"""What a sound organisation looks like: rules, their catalogue, and the report of a validation."""

from orgmodel.rules.core.context import Issue, Issues, RuleContext
from orgmodel.rules.core.finding import SEVERITIES, Finding, Severity
from orgmodel.rules.core.fix import Fix, Fixing, offered, safe
from orgmodel.rules.core.report import Report
from orgmodel.rules.core.rule import PLUGIN_PREFIX, Rule, rule
from orgmodel.rules.engine.catalogue import RULES, all_rules, find_rule, location_of, validate
from orgmodel.rules.engine.engine import collect, examine, with_contracts
from orgmodel.rules.engine.pages import page_of
from orgmodel.rules.engine.plugins import Plugin, PluginError, load_plugins
from orgmodel.rules.reports import REPORT_FORMATS, to_json
from orgmodel.rules.settings.baseline import Baseline, read_baseline
from orgmodel.rules.settings.sections import Part
from orgmodel.rules.settings.settings import Settings
from orgmodel.rules.settings.settings_file import CHART, read_settings, settings_table

__all__ = [
    "CHART",
    "PLUGIN_PREFIX",
    "REPORT_FORMATS",
    "RULES",
    "SEVERITIES",
    "Baseline",
    "Finding",
    "Fix",
    "Fixing",
    "Issue",
    "Issues",
    "Part",
    "Plugin",
    "PluginError",
    "Report",
    "Rule",
    "RuleContext",
    "Settings",
    "Severity",
    "all_rules",
    "collect",
    "examine",
    "find_rule",
    "load_plugins",
    "location_of",
    "offered",
    "page_of",
    "read_baseline",
    "read_settings",
    "rule",
    "safe",
    "settings_table",
    "to_json",
    "validate",
    "with_contracts",
]
