"""Reports as a page: one file, without scripts, that loads nothing."""

import base64
import hashlib
from collections.abc import Iterable, Sequence

from orgmodel.model import Org
from orgmodel.rules.core.finding import Finding
from orgmodel.rules.core.report import Report
from orgmodel.rules.core.rule import Rule
from orgmodel.rules.reports.page_style import STYLE
from orgmodel.rules.reports.places import file_of
from orgmodel.text import escape_html

_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
_PAGE = """<!DOCTYPE html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="{policy}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p>{summary}</p>
</header>
<main>
{body}
</main>
</body>
</html>
"""


def to_html(report: Report, org: Org) -> str:
    """Return a report as a page of well-formed HTML: findings worst first, accepted ones, rules.

    The page runs and loads nothing, and its content security policy forbids both.
    """
    parts = [
        _tiles(report),
        "".join(f"<p>{escape_html(note)}</p>" for note in report.notes),
        _findings("Findings", report.worst_first),
        _findings("Accepted", report.accepted),
        _findings("In the baseline", report.known),
        _rules(report),
    ]
    return _PAGE.format(
        policy=_POLICY,
        style=STYLE,
        title=escape_html(f"{org.name}: findings"),
        summary=escape_html(report.summary),
        body="\n".join(filter(None, parts)),
    )


def _tiles(report: Report) -> str:
    counts = [(str(level), f"{number:,}") for level, number in report.counts.items()]
    tiles = (f'<li class="{level}"><b>{n}</b> {level}</li>' for level, n in counts)
    return f'<ul class="tiles">{"".join(tiles)}</ul>'


def _findings(title: str, findings: Sequence[Finding]) -> str:
    if not findings:
        return ""
    heads = ("Level", "Where", "Finding", "Rule")
    return f"<section><h2>{title}</h2>{_table(heads, map(_row, findings))}</section>"


def _row(finding: Finding) -> Sequence[str]:
    source = finding.source
    place = f"{file_of(source)}:{source.line or 1}" if source else ""
    because = f'<br/><i dir="auto">{escape_html(finding.accepted)}</i>' if finding.accepted else ""
    link = f'<a href="#{escape_html(finding.code)}">{escape_html(finding.code)}</a>'
    return (
        f'<span class="level {finding.severity}">{finding.severity}</span>',
        f"<code>{escape_html(place)}</code>",
        f'<span dir="auto">{escape_html(finding.sentence)}</span>{because}',
        f"{link} {escape_html(finding.name)}",
    )


def _rules(report: Report) -> str:
    """Return the norms of rules with findings, and the rules without data."""
    found = {finding.code for finding in (*report, *report.accepted, *report.known)}
    broken = (rule for rule in report.rules if rule.code in found)
    items = "".join(map(_rule, broken))
    silent = "".join(
        f"<li>{escape_html(code)}: no {escape_html(lack)}</li>" for code, lack in report.silent
    )
    sections = [f"<section><h2>Rules</h2>{items}</section>" if items else ""]
    if silent:
        sections.append(f"<section><h2>Rules without data</h2><ul>{silent}</ul></section>")
    return "\n".join(filter(None, sections))


def _rule(rule: Rule) -> str:
    head = (
        f'<h3 id="{escape_html(rule.code)}">{escape_html(rule.code)} {escape_html(rule.name)}</h3>'
    )
    return (
        f"{head}<p>{escape_html(rule.norm)} <small>Source: {escape_html(rule.origin)}</small></p>"
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"
