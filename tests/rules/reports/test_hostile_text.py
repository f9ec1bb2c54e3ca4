"""Whatever stands in a design or in the name of a file, every report can be read again."""

import base64
import hashlib
import json
import re
import unicodedata
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from hypothesis import given
from jsonschema import Draft7Validator
from markdown_it import MarkdownIt
from rules.reports.hostile_reports import offices, reports
from rules.reports.sarif_schema import SCHEMA

from orgmodel.rules.reports import (
    REPORT_FORMATS,
    to_annotations,
    to_html,
    to_json,
    to_junit,
    to_markdown,
    to_sarif,
    to_text,
)
from orgmodel.text import clean

BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
XHTML = "{http://www.w3.org/1999/xhtml}"


def shown(findings):
    """Give the sentences of findings as they may be shown, sorted."""
    return sorted(clean(finding.sentence) for finding in findings)


@given(reports(), offices())
def test_no_format_lets_controls_through(report, org):
    """No control character but the end of a line, nothing that turns text around, all UTF-8."""
    for write in REPORT_FORMATS.values():
        text = write(report, org)
        text.encode()
        kept = {c for c in text if unicodedata.category(c) == "Cc"}
        assert kept <= {"\n"}
        assert not BIDI & set(text)


@given(reports(), offices())
def test_text_has_a_line_per_finding(report, org):
    """Line breaks in a text start no line of their own; levels have a head and a gap each."""
    lines = to_text(report, org).splitlines()
    levels = len({finding.severity for finding in report})
    heads = 2 * levels if levels > 1 else 0
    assert len(lines) == len(report) + heads + len(report.notes) + 1
    assert lines[-1] == report.summary


@given(reports(), offices())
def test_json_keeps_every_finding(report, org):
    """In the report's order, with its words."""
    rows = json.loads(to_json(report, org))["findings"]
    assert [row["sentence"] for row in rows] == [clean(f.sentence) for f in report]


@given(reports(), offices())
def test_sarif_is_what_the_standard_demands(report, org):
    """Valid, with the words of every finding, without links, and with addresses in ASCII."""
    log = json.loads(to_sarif(report, org))
    Draft7Validator(SCHEMA).validate(log)
    results = log["runs"][0]["results"]
    plain = (r["message"]["text"].replace("{{", "{").replace("}}", "}") for r in results)
    said = sorted(clean(f.sentence).replace("](", "] (") or "." for f in report)
    assert sorted(plain) == said
    for result in results:
        for place in result["locations"]:
            uri = place.get("physicalLocation", {}).get("artifactLocation", {}).get("uri", "")
            assert uri.isascii()
            assert urlsplit(uri).scheme in {"", "file"}


@given(reports(), offices())
def test_junit_is_xml_with_a_case_per_rule(report, org):
    """Failed cases are those of the rules that found errors or warnings."""
    suite = ET.fromstring(to_junit(report, org)).find("testsuite")  # noqa: S314 - our own text
    silent = {code for code, _ in report.silent}
    grave = {f.code for f in report.at_least("warning")} - silent
    failed = {c.get("name")[:6] for c in suite.findall("testcase") if c.find("failure") is not None}
    assert failed == grave
    assert suite.get("tests") == str(len(suite.findall("testcase"))) == str(len(report.rules))
    assert suite.get("failures") == str(len(grave))


ANNOTATION = re.compile(r"::(error|warning|notice) (?:file=([^,:]*),line=\d+,)?title=[^,:]*::(.*)")


@given(reports(), offices())
def test_annotations_are_one_command_a_line(report, org):
    """What GitHub decodes are the words of the findings, the worst first."""
    lines = to_annotations(report, org).splitlines()
    found = [ANNOTATION.fullmatch(line) for line in lines[: len(report)]]
    assert sorted(unquote(match[3]) for match in found) == shown(report)
    levels = [match[1] for match in found]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)
    assert all(line.startswith("::notice::") for line in lines[len(report) : -1])


MARKDOWN = {"heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "strong"}


@given(reports(), offices())
def test_markdown_is_tables_of_plain_text(report, org):
    """No link, picture, code, raw HTML or further row comes out of a text."""
    tokens = (
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(to_markdown(report, org))
    )
    kinds = {re.sub("_(open|close)$", "", token.type) for token in tokens}
    inner = [token for token in tokens if token.type == "inline"]
    parts = [part for token in inner for part in token.children]
    assert kinds - {"inline"} <= MARKDOWN
    assert {re.sub("_(open|close)$", "", p.type) for p in parts} <= {
        "text",
        "strong",
        "text_special",
    }
    cells = ["".join(part.content for part in token.children) for token in inner]
    tail = cells[-4 * len(report) :] if report else []
    assert sorted(cell.replace("\u200b", "") for cell in tail[2::4]) == sorted(
        sentence.replace("\u200b", "") for sentence in shown(report)
    )


@given(reports(), offices())
def test_markdown_calls_nobody_and_links_nowhere(report, org):
    """Sites look for people, issues and addresses in the finished text; they find none."""
    inner = MarkdownIt("commonmark").enable("table").parse(to_markdown(report, org))
    parts = [part for token in inner if token.children for part in token.children]
    text = "\n".join(part.content for part in parts)
    assert not re.search(r"[@#]\w|://|www\.", text, re.IGNORECASE)


TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "main", "ul",
    "li", "b", "section", "h2", "table", "thead", "tr", "th", "tbody", "td", "span",
    "code", "br", "i", "a", "h3", "small",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "scope", "dir", "href", "id",
}  # fmt: skip


class Tags(HTMLParser):
    """Collects tags as browsers see them."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        """Remember a tag and its attributes."""
        self.seen.append((tag, dict(attrs)))

    handle_startendtag = handle_starttag


@given(reports(), offices())
def test_the_page_is_well_formed_and_still(report, org):
    """Nothing runs, nothing is loaded, and browsers see the tags that XML does."""
    page = to_html(report, org)
    root = ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 - our own text
    elements = [(e.tag.removeprefix(XHTML), e.attrib) for e in root.iter()]
    assert {tag for tag, _ in elements} <= TAGS
    assert {name for _, given in elements for name in given} <= ATTRIBUTES
    assert all(given.get("href", "#").startswith("#") for _, given in elements)
    parser = Tags()
    parser.feed(page)
    assert [tag for tag, _ in parser.seen] == [tag for tag, _ in elements]
    cells = ["".join(row.itertext()) for row in root.iter(f"{XHTML}td")]
    assert all(any(sentence in cell for cell in cells) for sentence in shown(report))


@given(reports(), offices())
def test_the_page_may_only_use_its_own_style(report, org):
    """The policy forbids everything but the style whose hash it names."""
    root = ET.fromstring(to_html(report, org).removeprefix("<!DOCTYPE html>\n"))  # noqa: S314
    style = root.find(f"{XHTML}head/{XHTML}style").text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policies = [m.get("content") for m in root.iter(f"{XHTML}meta") if m.get("http-equiv")]
    assert policies == [
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    ]
