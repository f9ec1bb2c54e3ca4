"""Reports for people and for other programs; the same input gives the same text."""

from collections.abc import Callable

from orgmodel.model import Org
from orgmodel.rules.core.report import Report
from orgmodel.rules.reports.annotations import to_annotations
from orgmodel.rules.reports.html_page import to_html
from orgmodel.rules.reports.json_report import to_json
from orgmodel.rules.reports.junit import to_junit
from orgmodel.rules.reports.markdown import to_markdown
from orgmodel.rules.reports.sarif import to_sarif
from orgmodel.rules.reports.text import to_text

REPORT_FORMATS: dict[str, Callable[[Report, Org], str]] = {
    "text": to_text,
    "json": to_json,
    "sarif": to_sarif,
    "junit": to_junit,
    "github": to_annotations,
    "markdown": to_markdown,
    "html": to_html,
}
"""The writer of each format, by its name in the command."""

__all__ = [
    "REPORT_FORMATS",
    "to_annotations",
    "to_html",
    "to_json",
    "to_junit",
    "to_markdown",
    "to_sarif",
    "to_text",
]
