"""What a sound organisation looks like: rules, their catalogue, and the report of a validation."""

from orgmodel.rules.baseline import Baseline, read_baseline
from orgmodel.rules.catalogue import RULES, all_rules, find_rule, validate
from orgmodel.rules.design import Design, Issue, Issues
from orgmodel.rules.engine import collect, examine
from orgmodel.rules.finding import SEVERITIES, Finding, Severity
from orgmodel.rules.fix import Fix, Fixing, offered, safe
from orgmodel.rules.pages import page_of
from orgmodel.rules.part import Part
from orgmodel.rules.plugins import Plugin, PluginError, load_plugins
from orgmodel.rules.report import Report
from orgmodel.rules.reports import REPORT_FORMATS, to_json
from orgmodel.rules.rule import Rule, rule
from orgmodel.rules.settings import Settings
from orgmodel.rules.settings_file import read_settings, settings_table

__all__ = [
    "REPORT_FORMATS",
    "RULES",
    "SEVERITIES",
    "Baseline",
    "Design",
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
    "Settings",
    "Severity",
    "all_rules",
    "collect",
    "examine",
    "find_rule",
    "load_plugins",
    "offered",
    "page_of",
    "read_baseline",
    "read_settings",
    "rule",
    "safe",
    "settings_table",
    "to_json",
    "validate",
]
