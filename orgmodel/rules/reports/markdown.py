"""Reports as Markdown, for a comment on a pull request."""

import re
from collections.abc import Iterable, Sequence

from orgmodel.model import Org
from orgmodel.rules.finding import Finding
from orgmodel.rules.report import Report
from orgmodel.rules.reports.places import file_of
from orgmodel.rules.reports.printable import printable

MOST_CHARACTERS = 60_000
"""GitHub takes comments of up to 65,536 characters."""

_SIGNS = {"error": "❌ error", "warning": "⚠️ warning", "info": "ℹ️ info"}  # noqa: RUF001 - the sign
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>|#~$!&^@\"]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_PINGS = "@#"


def to_markdown(report: Report, org: Org) -> str:
    """Return a report as Markdown: a table of counts by rule, then the findings, worst first.

    The text stays below the size of a comment on GitHub; what finds no room is counted at the end.
    """
    opening = [f"## Sales organisation: {_escaped(org.name)}", "", f"**{report.summary}**"]
    opening += [line for note in report.notes for line in ("", _escaped(note))]
    if not report.findings:
        return "\n".join(opening) + "\n"
    rows = _table(("Level", "Rule", "Findings"), _counted(report))
    opening += ["", *rows, ""]
    findings = _table(("Level", "Where", "Finding", "Rule"), map(_row, report.worst_first))
    room = MOST_CHARACTERS - sum(len(line) + 1 for line in opening)
    told = _fitting(findings, room)
    left = len(report) - max(len(told) - 2, 0)
    closing = ["", f"{left:,} more findings have no room here."] if left else []
    return "\n".join([*opening, *told, *closing]) + "\n"
