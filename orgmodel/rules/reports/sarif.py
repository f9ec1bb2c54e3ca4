"""Reports as SARIF 2.1.0, the format that code scanners share."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from orgmodel.model import Org, Source
from orgmodel.rules.core.finding import Finding, Severity
from orgmodel.rules.core.fix import Fix
from orgmodel.rules.core.report import Report
from orgmodel.rules.core.rule import Rule
from orgmodel.rules.reports.places import source_of, uri_of
from orgmodel.text import clean

MOST_RESULTS = 25_000
"""More than these in a run, and GitHub refuses the file."""

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def to_sarif(report: Report, org: Org) -> str:
    """Return a report as SARIF: one run, with the rules that apply and their pages.

    Fingerprints are made of the rule and the entity, so that a finding stays the same while lines
    move. Beyond 25,000 results the least severe are left out, and a notification states it.
    Accepted findings and those of a baseline are left out, because GitHub would report them.
    """
    shown = report.worst_first[:MOST_RESULTS]
    number = {rule.code: place for place, rule in enumerate(report.rules)}
    left = len(report) - len(shown)
    over = [f"{left:,} of {len(report):,} findings are left out, the least severe."] if left else []
    driver = {
        "name": "orgmodel",
        "version": version("orgmodel"),
        "rules": [_rule(rule) for rule in report.rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation([*over, *report.notes])],
        "results": [
            _result(finding, number[finding.code], mark, org)
            for finding, mark in zip(shown, _fingerprints(shown), strict=True)
        ],
        "properties": {"organisation": clean(str(org.name)), "summary": report.summary},
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _message(rule.norm)},
        "help": {"text": rule.page or rule.name, "markdown": rule.page or rule.name},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"origin": rule.origin, "tags": [rule.code[:3]]},
    }


def _invocation(notes: Sequence[str]) -> dict[str, Any]:
    shown = [{"level": "note", "message": {"text": _message(note)}} for note in notes]
    more = {"toolExecutionNotifications": shown} if shown else {}
    return {"executionSuccessful": True, **more}


def _result(finding: Finding, index: int, mark: str, org: Org) -> dict[str, Any]:
    fixes = [_fix(finding.fix)] if finding.fix is not None and finding.fix.edits else []
    more = {"fixes": fixes} if fixes else {}
    return more | {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding.sentence)},
        "locations": [_location(finding, org)],
        # GitHub reads the first of these, and makes one from the line where it is missing
        "partialFingerprints": {"primaryLocationLineHash": mark, "orgmodelFinding/v1": mark},
    }


def _fix(fix: Fix) -> dict[str, Any]:
    """Return a fix as what it replaces in files, and whether it is safe."""
    by_file: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        region = {
            "startLine": edit.first.line,
            "startColumn": edit.first.column,
            "endLine": edit.last.line,
            "endColumn": edit.last.column,
        }
        inserted = {"insertedContent": {"text": edit.text}} if edit.text else {}
        by_file.setdefault(edit.file, []).append({"deletedRegion": region, **inserted})
    return {
        "description": {"text": _message(str(fix))},
        "artifactChanges": [
            {"artifactLocation": {"uri": uri_of(Source(file))}, "replacements": replacements}
            for file, replacements in by_file.items()
        ],
        "properties": {"safe": fix.safe},
    }


def _location(finding: Finding, org: Org) -> dict[str, Any]:
    source = source_of(finding, org)
    about = finding.entity
    logical = {
        "name": clean(str(about.id if about else org.name)),
        "fullyQualifiedName": clean(str(finding.subject)),
        "kind": about.kind if about else "organisation",
    }
    found: dict[str, Any] = {"logicalLocations": [logical]}
    if source is not None:
        found["physicalLocation"] = {
            "artifactLocation": {"uri": uri_of(source)},
            "region": {"startLine": max(source.line or 1, 1)},
        }
    return found


def _fingerprints(findings: Sequence[Finding]) -> list[str]:
    """Return a fingerprint per finding; those of one rule about one entity are numbered."""
    seen: Counter[str] = Counter()
    marks = []
    for finding in findings:
        whole = f"{finding.code}\0{finding.subject}".encode("utf-8", "surrogatepass")
        mark = hashlib.sha256(whole).hexdigest()[:32]
        seen[mark] += 1
        marks.append(f"{mark}:{seen[mark]}")
    return marks


def _message(text: str) -> str:
    """Return a text for messages: braces doubled, and nothing that reads as a link."""
    plain = clean(str(text)) or "."
    return plain.replace("{", "{{").replace("}", "}}").replace("](", "] (")
