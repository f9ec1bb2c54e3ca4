"""What a sound organisation looks like: rules, their catalogue, and the report of a validation."""

from orgmodel.rules.catalogue import RULES, find_rule, validate
from orgmodel.rules.design import Design, Issue, Issues
from orgmodel.rules.engine import collect, examine
from orgmodel.rules.finding import SEVERITIES, Finding, Severity
from orgmodel.rules.report import Report
from orgmodel.rules.reports import REPORT_FORMATS, to_json
from orgmodel.rules.rule import Rule, rule
from orgmodel.rules.settings import Settings
from orgmodel.rules.settings_file import read_settings

__all__ = [
    "REPORT_FORMATS",
    "RULES",
    "SEVERITIES",
    "Design",
    "Finding",
    "Issue",
    "Issues",
    "Report",
    "Rule",
    "Settings",
    "Severity",
    "collect",
    "examine",
    "find_rule",
    "read_settings",
    "rule",
    "to_json",
    "validate",
]
