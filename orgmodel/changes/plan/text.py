"""Plans as text for a terminal and as Markdown for a pull request."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from orgmodel.changes.plan.contents import PlanContents
from orgmodel.changes.plan.json_plan import to_json
from orgmodel.changes.plan.sections import Section
from orgmodel.text import escape_markdown, markdown_table, more

NOTHING = "No changes."
MOST_LINES = 20
"""Lines of a section that text shows, and Markdown without folding; JSON has all."""
MOST_FOLDED = 100
"""Lines of a section that Markdown shows at most; hosts of pull requests refuse long texts."""


def to_text(plan: PlanContents) -> str:
    """Return a plan for a terminal; long sections end with the number of further lines."""
    if not plan.diff:
        return f"{NOTHING}\n"
    return "\n".join([plan.title, *_text(plan), ""])


def _text(plan: PlanContents) -> Iterator[str]:
    for section in plan.sections:
        yield ""
        yield section.heading
        yield from (f"  {line}" for line in section.lines[:MOST_LINES])
        if rest := more(len(section.lines), MOST_LINES):
            yield f"  {rest}"


def to_markdown(plan: PlanContents) -> str:
    """Return a plan for a pull request: the important sections are open, the others folded."""
    if not plan.diff:
        return f"{NOTHING}\n"
    return "\n".join([f"## {escape_markdown(plan.title)}", *_markdown(plan), ""])


def _markdown(plan: PlanContents) -> Iterator[str]:
    for section in plan.sections:
        heading = escape_markdown(section.heading)
        long = len(section.table or section.lines) > MOST_LINES + 1
        if section.open and (not long or section.heading == "Impact"):
            yield from ("", f"### {heading}", "", *_body(section))
        else:
            head = f"<details><summary>{heading}</summary>"
            yield from ("", head, "", *_body(section), "", "</details>")


def _body(section: Section) -> Iterator[str]:
    if section.table:
        heads, *rows = section.table
        yield from table(heads, rows[:MOST_FOLDED])
        rest = more(len(rows), MOST_FOLDED)
    else:
        yield from (
            f"- {escape_markdown(line, starts_line=True)}" for line in section.lines[:MOST_FOLDED]
        )
        rest = more(len(section.lines), MOST_FOLDED)
    if rest:
        yield from ("", rest)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table in Markdown; numbers are aligned right."""
    numeric = {n for n in range(len(heads)) if _numbers(row[n] for row in rows)}
    cells = [[escape_markdown(cell) for cell in row] for row in rows]
    return markdown_table([escape_markdown(head) for head in heads], cells, right=numeric)


def _numbers(cells: Iterable[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_AMOUNT.fullmatch(cell) for cell in filled)


_AMOUNT = re.compile(r"(?:[A-Z]{3} )?-?[\d,.]+(?: to [\d,.]+)?%?|unknown|without end|-")


PLAN_FORMATS: Mapping[str, Callable[[PlanContents], str]] = {
    "text": to_text,
    "markdown": to_markdown,
    "json": to_json,
}
"""Writers of plans, by format."""
