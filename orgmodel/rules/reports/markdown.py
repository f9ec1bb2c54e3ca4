"""Reports as Markdown, for a comment on a pull request."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from orgmodel.model import Org
from orgmodel.rules.core.finding import Finding
from orgmodel.rules.core.report import Report
from orgmodel.rules.reports.places import file_of
from orgmodel.text import escape_markdown, markdown_table

MOST_CHARACTERS = 60_000
"""GitHub takes comments of up to 65,536 characters."""

_SIGNS = {"error": "❌ error", "warning": "⚠️ warning", "info": "ℹ️ info"}  # noqa: RUF001 - the sign


def to_markdown(report: Report, org: Org) -> str:
    """Return a report as Markdown: a table of counts by rule, then the findings, worst first.

    The text stays below the size of a comment on GitHub; findings beyond it are counted at the end.
    """
    opening = [f"## Sales organisation: {escape_markdown(org.name)}", "", f"**{report.summary}**"]
    opening += [line for note in report.notes for line in ("", f"Note: {escape_markdown(note)}")]
    if not report.findings:
        return "\n".join(opening) + "\n"
    rows = markdown_table(("Level", "Rule", "Findings"), _counts(report))
    opening += ["", *rows, ""]
    findings = markdown_table(("Level", "Where", "Finding", "Rule"), map(_row, report.worst_first))
    room = MOST_CHARACTERS - sum(len(line) + 1 for line in opening)
    shown = _fitting(findings, room)
    left = len(report) - max(len(shown) - 2, 0)
    closing = ["", f"{left:,} more findings do not fit here."] if left else []
    return "\n".join([*opening, *shown, *closing]) + "\n"


def _counts(report: Report) -> Iterable[Sequence[str]]:
    counts = Counter((f.severity, f.code, f.name) for f in report.worst_first)
    for (level, code, name), number in counts.items():
        yield _SIGNS[level], f"{code} {escape_markdown(name)}", f"{number:,}"


def _row(finding: Finding) -> Sequence[str]:
    place = f"{file_of(finding.source)}:{finding.source.line or 1}" if finding.source else ""
    texts = escape_markdown(place), escape_markdown(finding.sentence)
    return _SIGNS[finding.severity], *texts, finding.code


def _fitting(lines: Sequence[str], room: int) -> list[str]:
    """Return as many of the first lines as fit into a number of characters."""
    ends = accumulate(len(line) + 1 for line in lines)
    return [line for line, end in zip(lines, ends, strict=True) if end <= room]
