"""Reports as text, a line per finding."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from orgmodel.model import Org
from orgmodel.rules.core.finding import SEVERITIES, Finding, Severity
from orgmodel.rules.core.report import Report
from orgmodel.text import clean

Paint = Callable[[str, str], str]
"""Colours a piece of text by what it is: ``place``, ``name``, or the level of a finding."""

_HEADS = {"error": "Errors", "warning": "Warnings", "info": "For information"}


def to_text(
    report: Report,
    org: Org,
    *,
    paint: Paint = lambda text, _what: text,
    show: Severity = "info",
    most: int = 0,
) -> str:
    """Return a report as text: its findings, notes and summary, a line each.

    Errors come first, then warnings, then the rest, each in the order of their places. If there are
    findings of several severities, each has a heading.

    Args:
        report: The report.
        org: The design that it is about.
        paint: Colours the pieces of a line; plain by default.
        show: The lowest severity to show; the summary counts all.
        most: The number of findings of a rule to show; the others are counted, 0 is all.
    """
    del org
    shown = [
        f for f in report.worst_first if SEVERITIES.index(f.severity) <= SEVERITIES.index(show)
    ]
    several = len({finding.severity for finding in report}) > 1
    lines: list[str] = []
    for level, group in groupby(shown, lambda finding: finding.severity):
        lines += [paint(f"{_HEADS[level]}:", level)] if several else []
        lines += _lines(list(group), paint, most)
        lines += [""] if several else []
    return "\n".join([*lines, *map(clean, report.notes), report.summary]) + "\n"


def _lines(findings: Sequence[Finding], paint: Paint, most: int) -> Iterator[str]:
    """Yield a line per finding, and one for what each rule found beyond the most to be shown."""
    seen: Counter[str] = Counter()
    numbers = Counter(finding.code for finding in findings)
    for finding in findings:
        seen[finding.code] += 1
        if not most or numbers[finding.code] <= most + 1 or seen[finding.code] <= most:
            yield _line(finding, paint)
    for code, number in numbers.items():
        if most and number > most + 1:
            yield f"... and {number - most:,} more of {paint(code, findings[0].severity)}"


def _line(finding: Finding, paint: Paint) -> str:
    place = paint(f"{clean(str(finding.source))}: ", "place") if finding.source else ""
    code = paint(finding.code, finding.severity)
    name = paint(f"[{finding.name}]", "name")
    return f"{place}{code} {clean(str(finding.sentence))} {name}"
