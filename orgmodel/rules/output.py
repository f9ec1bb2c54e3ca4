"""Reports as data for other programs."""

import json
from typing import Any

from orgmodel.model import Org
from orgmodel.rules.finding import SEVERITIES, Finding, Report

VERSION = 1
"""Of the JSON; it grows by new keys, and only a change of old ones gives it a new number."""


def to_json(report: Report, org: Org) -> str:
    """Return a report as JSON: the counts by level, then every finding with its place."""
    counts = {level: sum(f.level == level for f in report) for level in SEVERITIES}
    whole = {
        "version": VERSION,
        "organisation": org.name,
        "rules_checked": report.checked,
        "counts": counts,
        "findings": [_row(finding) for finding in report],
        "accepted": [_row(finding) for finding in report.accepted],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _row(finding: Finding) -> dict[str, Any]:
    about, source = finding.about, finding.source
    row = {
        "code": finding.code,
        "name": finding.name,
        "level": finding.level,
        "about": None if about is None else {"kind": about.kind, "id": about.id},
        "sentence": finding.sentence,
        "file": source.file if source else None,
        "line": source.line if source else None,
    }
    return row if finding.accepted is None else row | {"because": finding.accepted}
