"""Reports as text, a line per finding."""

from collections.abc import Callable

from orgmodel.model import Org
from orgmodel.rules.finding import Finding
from orgmodel.rules.report import Report
from orgmodel.rules.reports.printable import printable

Paint = Callable[[str, str], str]
"""Colours a piece of text by what it is: ``place``, ``name``, or the level of a finding."""


def to_text(report: Report, org: Org, *, paint: Paint = lambda text, _what: text) -> str:
    """Return a report as text: its findings, notes and summary, a line each.

    Args:
        report: The report.
        org: The design that it is about.
        paint: What colours the pieces of a line; left out, they are as they are.
    """
    del org
    lines = [_line(finding, paint) for finding in report]
    return "\n".join([*lines, *map(printable, report.notes), report.summary]) + "\n"


def _line(finding: Finding, paint: Paint) -> str:
    place = paint(f"{printable(finding.source)}: ", "place") if finding.source else ""
    code = paint(finding.code, finding.level)
    name = paint(f"[{finding.name}]", "name")
    return f"{place}{code} {printable(finding.sentence)} {name}"
