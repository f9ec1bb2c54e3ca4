"""Reports as data for other programs."""

import json
from typing import Any

from orgmodel.model import Org
from orgmodel.rules.core.finding import Finding
from orgmodel.rules.core.fix import Fix
from orgmodel.rules.core.report import Report
from orgmodel.text import clean

VERSION = 1
"""The version of the JSON; new keys do not change it, a change of old ones does."""


def to_json(report: Report, org: Org) -> str:
    """Return a report as JSON: the counts by level, then every finding with its place."""
    whole = {
        "version": VERSION,
        "organisation": org.name,
        "rules_checked": report.checked,
        "counts": report.counts,
        "findings": [_row(finding) for finding in report],
        "accepted": [_row(finding) for finding in report.accepted],
        "in_baseline": [_row(finding) for finding in report.known],
        "without_data": {code: clean(str(lack)) for code, lack in report.silent},
        "notes": [clean(str(note)) for note in report.notes],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _row(finding: Finding) -> dict[str, Any]:
    about, source = finding.entity, finding.source
    row = {
        "code": finding.code,
        "name": finding.name,
        "level": finding.severity,
        "about": None if about is None else {"kind": about.kind, "id": about.id},
        "sentence": clean(str(finding.sentence)),
        "file": clean(str(source.file)) if source else None,
        "line": source.line if source else None,
        "fix": None if finding.fix is None else _fix(finding.fix),
    }
    return row if finding.accepted is None else row | {"because": clean(str(finding.accepted))}


def _fix(fix: Fix) -> dict[str, Any]:
    """Return a fix in words and, where they are known, as edits: columns count code points."""
    edits = [
        {
            "file": clean(str(edit.file)),
            "start": edit.first._asdict(),
            "end": edit.last._asdict(),
            "text": edit.text,
        }
        for edit in fix.edits
    ]
    return {"safe": fix.safe, "description": clean(str(fix)), "edits": edits}
