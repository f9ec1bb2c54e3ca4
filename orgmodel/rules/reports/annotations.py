"""Reports as commands that GitHub turns into annotations of a pull request."""

from orgmodel.model import Org
from orgmodel.rules.core.finding import Finding
from orgmodel.rules.core.report import Report
from orgmodel.rules.reports.places import file_of, source_of
from orgmodel.text import clean

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def to_annotations(report: Report, org: Org) -> str:
    """Return a report as workflow commands, a line per finding, and its summary.

    The most severe come first, because GitHub shows ten errors and ten warnings of a step.
    """
    lines = [_line(finding, org) for finding in report.worst_first]
    notes = [f"::notice::{_data(note)}" for note in report.notes]
    return "\n".join([*lines, *notes, report.summary]) + "\n"


def _line(finding: Finding, org: Org) -> str:
    source = source_of(finding, org)
    given = {"title": f"{finding.code} {finding.name}"}
    if source is not None:
        given = {"file": file_of(source), "line": str(source.line or 1)} | given
    properties = ",".join(f"{name}={_property(value)}" for name, value in given.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(finding.sentence)}"


def _data(text: str) -> str:
    return clean(str(text)).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
