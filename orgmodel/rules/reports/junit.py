"""Reports as JUnit XML, which most build servers show."""

from collections import defaultdict
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from orgmodel.model import Org
from orgmodel.rules.core.finding import SEVERITIES, Finding
from orgmodel.rules.core.report import Report
from orgmodel.rules.core.rule import Rule
from orgmodel.text import clean

_FAMILY = 3


def to_junit(report: Report, org: Org) -> str:
    """Return a report as JUnit XML: a test case per rule.

    A case fails if its rule has errors or warnings; findings for information are in its output.
    Rules without data are skipped.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report:
        found[finding.code].append(finding)
    suite = ET.Element("testsuite", name=clean(str(org.name)))
    silent = dict(report.silent)
    for rule in report.rules:
        suite.append(_case(rule, found[rule.code], silent.get(rule.code)))
    if report.notes:
        ET.SubElement(suite, "system-out").text = "\n".join(map(clean, report.notes))
    numbers = {
        "tests": len(report.rules),
        "failures": len(suite.findall("testcase/failure")),
        "errors": 0,
        "skipped": len(report.silent),
    }
    suite.attrib |= {name: str(number) for name, number in numbers.items()}
    whole = ET.Element("testsuites", name="orgmodel")
    whole.append(suite)
    ET.indent(whole)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(whole, "unicode") + "\n"


def _case(rule: Rule, findings: Sequence[Finding], lack: str | None) -> ET.Element:
    name = f"{rule.code} {rule.name}"
    case = ET.Element("testcase", classname=f"orgmodel.{rule.code[:_FAMILY]}", name=name)
    if lack is not None:
        ET.SubElement(case, "skipped", message=f"The design has no {clean(str(lack))}.")
        return case
    lines = [clean(str(finding)) for finding in findings]
    worst = min((f.severity for f in findings), key=SEVERITIES.index, default="info")
    if worst != "info":
        failure = ET.SubElement(case, "failure", message=_message(lines), type=worst)
        failure.text = "\n".join(lines)
    elif lines:
        ET.SubElement(case, "system-out").text = "\n".join(lines)
    return case


def _message(lines: Sequence[str]) -> str:
    return lines[0] if len(lines) == 1 else f"{len(lines):,} findings"
