"""What every format says about the same small report."""

import json
import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft7Validator, ValidationError
from rules.reports.sarif_schema import SCHEMA

from orgmodel import Customer, Org, Position
from orgmodel.model import Source
from orgmodel.rules import REPORT_FORMATS, RULES, Finding, Report
from orgmodel.rules.reports import (
    to_annotations,
    to_html,
    to_json,
    to_junit,
    to_markdown,
    to_sarif,
    to_text,
)
from orgmodel.rules.reports.markdown import MOST_CHARACTERS
from orgmodel.rules.reports.sarif import MOST_RESULTS

ORG = Org("Aurora")
ACME, TOM = Customer("acme"), Position("tom")


def finding(code, level, about, line):
    """Make a finding of a rule at a line of the design."""
    name = next(rule.name for rule in RULES if rule.code == code)
    source = Source("design.yaml", line) if line else None
    return Finding(code, name, level, about, f"Something about {about}.", source)


DEPUTY = finding("KEY502", "warning", ACME, 4)
PLAN = finding("KEY504", "info", ACME, 4)
SPAN = finding("SPN201", "error", TOM, 9)
TWO_RULES = tuple(rule for rule in RULES if rule.code in {"KEY502", "KEY504", "SPN201", "TER301"})
REPORT = Report((DEPUTY, PLAN, SPAN), rules=TWO_RULES, silent=(("TER301", "territories"),))


def results(report, org=ORG):
    """Give the results of a report in SARIF."""
    return json.loads(to_sarif(report, org))["runs"][0]["results"]


@pytest.mark.parametrize("name", REPORT_FORMATS)
def test_every_format_tells_every_finding(name):
    """And the same input gives the same text."""
    write = REPORT_FORMATS[name]
    text = write(REPORT, ORG)
    assert all(f.code in text for f in REPORT)
    assert "Something about" in text
    assert text == write(REPORT, ORG)
    assert text.endswith("\n")


@pytest.mark.parametrize("name", REPORT_FORMATS)
def test_every_format_can_say_that_all_is_well(name):
    """A report without findings, even without rules, is a report."""
    text = REPORT_FORMATS[name](Report(()), ORG)
    assert "error" in text or "No findings" in text


def test_text_is_painted_by_what_it_is():
    """Places, codes by level, and names are handed to whoever knows colours."""
    seen = []
    to_text(REPORT, ORG, paint=lambda text, what: seen.append((text, what)) or text)
    start = seen.index(("design.yaml:4: ", "place"))
    assert seen[start : start + 3] == [
        ("design.yaml:4: ", "place"),
        ("KEY502", "warning"),
        ("[key-account-without-deputy]", "name"),
    ]


def test_text_tells_the_worst_first_and_how_much_more_there_is():
    """Errors stand before warnings under heads; each rule shows so many, and counts the others."""
    far = [replace(SPAN, severity="error", sentence=f"Error {n}.") for n in range(4)]
    report = Report((DEPUTY, *far, replace(DEPUTY, severity="info", sentence="Milder.")))
    heads = [line for line in to_text(report, ORG).splitlines() if line.endswith(":")]
    assert heads == ["Errors:", "Warnings:", "For information:"]
    short = to_text(report, ORG, show="warning", most=2).splitlines()
    assert [line for line in short if "Error" in line and "[" in line] == [
        line for line in to_text(report, ORG).splitlines() if "Error 0" in line or "Error 1" in line
    ]
    assert "... and 2 more of SPN201" in short
    assert not any("Milder" in line for line in short)
    assert short[-1] == report.summary
    nearly = to_text(report, ORG, most=3)
    assert nearly.count("Error ") == 4, "one more is named, for counting it would not be shorter"


def test_json_says_what_was_not_reported():
    """Accepted findings with their reason, known ones, and rules without data."""
    accepted = Finding(**{**vars(DEPUTY), "accepted": "He starts in May."})
    report = Report((), (accepted,), TWO_RULES, REPORT.silent, (SPAN,), ("A note.",))
    read = json.loads(to_json(report, ORG))
    assert read["accepted"][0]["because"] == "He starts in May."
    assert [row["code"] for row in read["in_baseline"]] == ["SPN201"]
    assert read["without_data"] == {"TER301": "territories"}
    assert read["notes"] == ["A note."]
    assert read["rules_checked"] == 3


def test_sarif_describes_the_rules():
    """With help to read, and the level of a breach by default."""
    driver = json.loads(to_sarif(REPORT, ORG))["runs"][0]["tool"]["driver"]
    deputy = next(rule for rule in driver["rules"] if rule["id"] == "KEY502")
    assert deputy["shortDescription"]["text"] == "Every key account has a deputy."
    assert "```yaml" in deputy["help"]["markdown"]
    assert deputy["defaultConfiguration"] == {"level": "warning"}
    assert [driver["rules"][r["ruleIndex"]]["id"] for r in results(REPORT)] == [
        "SPN201", "KEY502", "KEY504",
    ]  # fmt: skip


def test_sarif_fingerprints_outlive_a_change_of_lines():
    """They are made of rule and entity; several of one kind are numbered."""
    moved = [finding("KEY502", "warning", ACME, line) for line in (4, 44)]
    (first,), (later,) = (results(Report((one,), rules=TWO_RULES)) for one in moved)
    assert first["partialFingerprints"] == later["partialFingerprints"]
    both = results(Report(tuple(moved), rules=TWO_RULES))
    marks = [result["partialFingerprints"]["primaryLocationLineHash"] for result in both]
    assert [mark.partition(":")[2] for mark in marks] == ["1", "2"]
    (other,) = results(Report((SPAN,), rules=TWO_RULES))
    assert other["partialFingerprints"] != first["partialFingerprints"]


def test_sarif_finds_a_place_for_what_is_about_the_whole():
    """Scanners refuse results without one: it is the first line of the design."""
    org = Org("Aurora")
    org.add(ACME, source=Source("plans/design.yaml", 7))
    whole = finding("KEY502", "warning", None, None)
    (result,) = results(Report((whole,), rules=TWO_RULES), org)
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "plans/design.yaml"},
        "region": {"startLine": 1},
    }
    assert place["logicalLocations"][0]["kind"] == "organisation"


def test_sarif_addresses_are_relative_to_the_current_folder(tmp_path, monkeypatch):
    """With everything odd in them encoded; files elsewhere keep their whole path."""
    monkeypatch.chdir(tmp_path)
    files = [str(tmp_path / "a b" / "ü#1.yaml"), "./x/../d.yaml", "/elsewhere/d.yaml"]
    found = [Finding("KEY502", "x", "info", None, "A.", Source(file, 2)) for file in files]
    uris = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in results(Report(tuple(found), rules=TWO_RULES))
    ]
    assert uris == ["a%20b/%C3%BC%231.yaml", "d.yaml", "file:///elsewhere/d.yaml"]


def test_sarif_leaves_out_the_mildest_beyond_its_limit():
    """GitHub refuses runs with more results; what is left out is said."""
    mild = (PLAN,) * MOST_RESULTS
    run = json.loads(to_sarif(Report((*mild, SPAN), rules=TWO_RULES), ORG))["runs"][0]
    assert len(run["results"]) == MOST_RESULTS
    assert run["results"][0]["ruleId"] == "SPN201"
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"] == "1 of 25,001 findings are left out, the least severe."


def test_the_schema_of_the_tests_can_refuse():
    """A level that the standard does not have, a result without a message, an unknown key."""
    log = json.loads(to_sarif(REPORT, ORG))
    (run,) = log["runs"]
    for wrong in ({"level": "info"}, {"message": {}}, {"line": 3}):
        first = run["results"][0] | wrong
        with pytest.raises(ValidationError):
            Draft7Validator(SCHEMA).validate(log | {"runs": [run | {"results": [first]}]})


def test_junit_has_a_case_per_rule():
    """Failed, passed with words, passed, skipped."""
    suite = ET.fromstring(to_junit(REPORT, ORG)).find("testsuite")  # noqa: S314 - our own text
    cases = {case.get("name")[:6]: [child.tag for child in case] for case in suite.iter("testcase")}
    assert cases == {
        "KEY502": ["failure"],
        "KEY504": ["system-out"],
        "SPN201": ["failure"],
        "TER301": ["skipped"],
    }
    assert suite.find("testcase/failure").get("type") == "warning"
    assert suite.find("testcase/failure").text == str(DEPUTY)
    assert {name: suite.get(name) for name in ("tests", "failures", "skipped", "errors")} == {
        "tests": "4", "failures": "2", "skipped": "1", "errors": "0",
    }  # fmt: skip


def test_annotations_name_file_line_and_rule():
    """The worst first, and the summary as plain text."""
    lines = to_annotations(REPORT, ORG).splitlines()
    assert lines[0] == (
        "::error file=design.yaml,line=9,title=SPN201 span-too-wide::Something about tom."
    )
    assert [line.split()[0] for line in lines[:3]] == ["::error", "::warning", "::notice"]
    assert lines[-1] == REPORT.summary


def test_annotations_encode_what_would_end_them():
    """Per cent everywhere; colons and commas in properties."""
    odd = Finding("KEY502", "x", "error", None, "100% of 'a,b:c'.", Source("a,b:c%.yaml", 2))
    (line, _) = to_annotations(Report((odd,)), ORG).splitlines()
    assert line == ("::error file=a%2Cb%3Ac%25.yaml,line=2,title=KEY502 x::100%25 of 'a,b:c'.")


def test_markdown_stays_below_the_size_of_a_comment():
    """What finds no room is counted, and the worst are there."""
    many = Report((*(PLAN for _ in range(2000)), SPAN), rules=TWO_RULES)
    text = to_markdown(many, ORG)
    assert len(text) <= MOST_CHARACTERS + 100
    rows = re.findall(r"^\| .* \| design.yaml:\d+ \|.*\|$", text, re.MULTILINE)
    assert "SPN201" in rows[0]
    assert f"{2001 - len(rows):,} more findings do not fit here." in text


def test_markdown_counts_by_rule():
    """A row per rule and level above the findings."""
    rows = to_markdown(REPORT, ORG).splitlines()
    assert "| ❌ error | SPN201 span-too-wide | 1 |" in rows


def test_the_page_lists_the_worst_first():
    """And accepted findings under a heading of their own, with their reason."""
    accepted = Finding(**{**vars(DEPUTY), "accepted": "He starts in May."})
    page = to_html(Report((PLAN, SPAN), (accepted,), TWO_RULES, REPORT.silent), ORG)
    order = [
        "Findings",
        "SPN201",
        "KEY504",
        "Accepted",
        "He starts in May.",
        "KEY502",
        "Rules",
    ]
    places = [page.index(f">{word}<") for word in order]
    assert all(first < second for first, second in pairwise(places))
    assert "TER301: no territories" in page
