"""What a small report looks like in every format, from the first word to the last."""

import json
from dataclasses import replace
from textwrap import dedent

import pytest

from orgmodel import Customer, Org, Position
from orgmodel.model import Source
from orgmodel.rules import REPORT_FORMATS, RULES, Finding, Report

ORG = Org("Aurora")
PLACE = Source("design.yaml", 4)
DEPUTY = Finding(
    "KEY502", "key-account-without-deputy", "warning", Customer("acme"), "Zoë [lacks](it).", PLACE
)
PLAN = Finding(
    "KEY504", "key-account-without-plan", "info", Customer("acme"), "Acme has none.", PLACE
)
WHOLE = Finding("SPN209", "many-wide-spans", "error", None, "All is <wide>.")
ACCEPTED = replace(DEPUTY, accepted="He starts in May.")
KNOWN = Finding("SPN201", "span-too-wide", "error", Position("tom"), "Tom leads 13.", PLACE)
CODES = {"KEY502", "KEY504", "SPN201", "SPN209", "TER301"}
REPORT = Report(
    (DEPUTY, DEPUTY, PLAN, WHOLE),
    (ACCEPTED,),
    tuple(rule for rule in RULES if rule.code in CODES),
    (("TER301", "territories"),),
    (KNOWN,),
    ("A note.",),
)
SUMMARY = (
    "1 error, 2 warnings, 1 info (1 accepted, 1 in the baseline); 4 rules checked, 1 without data."
)

EXPECTED = {
    "text": """
        Errors:
        SPN209 All is <wide>. [many-wide-spans]

        Warnings:
        design.yaml:4: KEY502 Zoë [lacks](it). [key-account-without-deputy]
        design.yaml:4: KEY502 Zoë [lacks](it). [key-account-without-deputy]

        For information:
        design.yaml:4: KEY504 Acme has none. [key-account-without-plan]

        A note.
        SUMMARY
        """,
    "markdown": """
        ## Sales organisation: Aurora

        **SUMMARY**

        Note: A note.

        | Level | Rule | Findings |
        | --- | --- | --- |
        | ❌ error | SPN209 many-wide-spans | 1 |
        | ⚠️ warning | KEY502 key-account-without-deputy | 2 |
        | ℹ️ info | KEY504 key-account-without-plan | 1 |

        | Level | Where | Finding | Rule |
        | --- | --- | --- | --- |
        | ❌ error |  | All is &#60;wide&#62;. | SPN209 |
        | ⚠️ warning | design.yaml:4 | Zoë &#91;lacks&#93;(it). | KEY502 |
        | ⚠️ warning | design.yaml:4 | Zoë &#91;lacks&#93;(it). | KEY502 |
        | ℹ️ info | design.yaml:4 | Acme has none. | KEY504 |
        """,  # noqa: RUF001 - the sign of a level
    "github": """
        ::error title=SPN209 many-wide-spans::All is <wide>.
        ::warning file=design.yaml,line=4,title=KEY502 key-account-without-deputy::Zoë [lacks](it).
        ::warning file=design.yaml,line=4,title=KEY502 key-account-without-deputy::Zoë [lacks](it).
        ::notice file=design.yaml,line=4,title=KEY504 key-account-without-plan::Acme has none.
        ::notice::A note.
        SUMMARY
        """,
    "junit": """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="orgmodel">
          <testsuite name="Aurora" tests="5" failures="2" errors="0" skipped="1">
            <testcase classname="orgmodel.KEY" name="KEY502 key-account-without-deputy">
              <failure message="2 findings" type="warning">FIRST
        FIRST</failure>
            </testcase>
            <testcase classname="orgmodel.KEY" name="KEY504 key-account-without-plan">
              <system-out>design.yaml:4: KEY504 Acme has none. [key-account-without-plan]</system-out>
            </testcase>
            <testcase classname="orgmodel.SPN" name="SPN201 span-too-wide" />
            <testcase classname="orgmodel.SPN" name="SPN209 many-wide-spans">
              <failure message="WIDE" type="error">WIDE</failure>
            </testcase>
            <testcase classname="orgmodel.TER" name="TER301 territory-without-owner">
              <skipped message="The design has no territories." />
            </testcase>
            <system-out>A note.</system-out>
          </testsuite>
        </testsuites>
        """,  # noqa: E501 - the expected text stands as it is printed
}
SHORT = {
    "SUMMARY": SUMMARY,
    "FIRST": "design.yaml:4: KEY502 Zoë [lacks](it). [key-account-without-deputy]",
    "WIDE": "SPN209 All is &lt;wide&gt;. [many-wide-spans]",
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_small_report_reads_like_this(name):
    """Word by word, so that whoever parses it elsewhere notices a change first here."""
    text = dedent(EXPECTED[name]).lstrip()
    for short, long in SHORT.items():
        text = text.replace(short, long)
    assert REPORT_FORMATS[name](REPORT, ORG) == text


def test_json_has_these_fields():
    """Of the whole, of a finding with a place and of one without; letters stay what they are."""
    text = REPORT_FORMATS["json"](REPORT, ORG)
    assert "Zoë" in text
    assert text.splitlines()[1] == '  "version": 1,'
    read = json.loads(text)
    deputy = {
        "code": "KEY502",
        "name": "key-account-without-deputy",
        "level": "warning",
        "about": {"kind": "customer", "id": "acme"},
        "sentence": "Zoë [lacks](it).",
        "file": "design.yaml",
        "line": 4,
        "fix": None,
    }
    assert (read["organisation"], read["counts"]) == (
        "Aurora",
        {"error": 1, "warning": 2, "info": 1},
    )
    assert read["findings"][0] == deputy
    assert read["findings"][3] | {"about": None, "file": None, "line": None} == read["findings"][3]
    assert read["accepted"] == [deputy | {"because": "He starts in May."}]


def test_sarif_says_what_scanners_show():
    """The rule's source and family, the summary, and text in which no link can hide."""
    text = REPORT_FORMATS["sarif"](REPORT, ORG)
    assert "Zoë" in text
    (run,) = json.loads(text)["runs"]
    assert run["properties"] == {"organisation": "Aurora", "summary": SUMMARY}
    rule = run["tool"]["driver"]["rules"][0]
    assert (rule["id"], rule["name"]) == ("KEY502", "KeyAccountWithoutDeputy")
    assert rule["properties"] == {"origin": rule["properties"]["origin"], "tags": ["KEY"]}
    assert rule["properties"]["origin"].startswith("judgement")
    (message,) = {r["message"]["text"] for r in run["results"] if r["ruleId"] == "KEY502"}
    assert message == "Zoë [lacks] (it)."
    deputy = next(r for r in run["results"] if r["ruleId"] == "KEY502")
    mark = "aa8e32aa11e3ad50734af184ef370b53:1"  # another one would open known alerts anew
    assert set(deputy["partialFingerprints"].values()) == {mark}
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note == {"level": "note", "message": {"text": "A note."}}


def test_the_page_says_the_same():
    """Numbers by level, heads, places, links to the rules, and what was accepted or known."""
    page = REPORT_FORMATS["html"](REPORT, ORG)
    heads = "".join(f'<th scope="col">{h}</th>' for h in ("Level", "Where", "Finding", "Rule"))
    cells = (
        '<span class="level error">error</span>',
        "<code></code>",
        '<span dir="auto">All is &lt;wide&gt;.</span>',
        '<a href="#SPN209">SPN209</a> many-wide-spans',
    )
    parts = [
        f"<h1>Aurora: findings</h1>\n<p>{SUMMARY}</p>",
        '<li class="error"><b>1</b> error</li><li class="warning"><b>2</b> warning</li>',
        "<p>A note.</p>",
        f"<tr>{heads}</tr>",
        "".join(f"<td>{cell}</td>" for cell in cells),
        "<td><code>design.yaml:4</code></td>",
        '<span dir="auto">Zoë [lacks](it).</span><br/><i dir="auto">He starts in May.</i>',
        "<h2>In the baseline</h2>",
        '<h3 id="SPN201">SPN201 span-too-wide</h3><p>A manager has at most as many direct reports',
    ]
    assert [part for part in parts if part not in page] == []


def test_a_notebook_shows_a_table():
    """The gravest first, with the place where there is one, then the note and the summary."""
    assert REPORT._repr_html_() == (
        "<table><tbody>"
        "<tr><td>error</td><td>SPN209</td><td>All is &lt;wide&gt;.</td><td></td></tr>"
        + 2 * ("<tr><td>warning</td><td>KEY502</td><td>Zoë [lacks](it).</td>"
               "<td>design.yaml:4</td></tr>")
        + "<tr><td>info</td><td>KEY504</td><td>Acme has none.</td><td>design.yaml:4</td></tr>"
        f"</tbody></table><p>A note.</p><p>{SUMMARY}</p>"
    )  # fmt: skip
