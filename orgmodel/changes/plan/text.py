"""Plans as text for a terminal and as Markdown for a pull request."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from orgmodel.changes.plan.contents import PlanContents
from orgmodel.changes.plan.json_plan import to_json
from orgmodel.changes.plan.sections import Section

NOTHING = "No changes."
MOST_LINES = 20
"""Lines of a section that text shows, and Markdown without folding; JSON has all."""
MOST_FOLDED = 100
"""Lines of a section that Markdown shows at most; hosts of pull requests refuse long texts."""


def to_text(plan: PlanContents) -> str:
    """Return a plan for a terminal; long sections end with how much more there is."""
    if not plan.diff:
        return f"{NOTHING}\n"
    return "\n".join([plan.title, *_text(plan), ""])


def _text(plan: PlanContents) -> Iterator[str]:
    for section in plan.sections:
        yield ""
        yield section.heading
        yield from (f"  {line}" for line in section.lines[:MOST_LINES])
        if len(section.lines) > MOST_LINES:
            yield f"  and {len(section.lines) - MOST_LINES:,} more"


def to_markdown(plan: PlanContents) -> str:
    """Return a plan for a pull request: what matters most is open, and all else is folded."""
    if not plan.diff:
        return f"{NOTHING}\n"
    return "\n".join([f"## {escaped(plan.title)}", *_markdown(plan), ""])


def _markdown(plan: PlanContents) -> Iterator[str]:
    for section in plan.sections:
        heading = escaped(section.heading)
        long = len(section.table or section.lines) > MOST_LINES + 1
        if section.open and (not long or section.heading == "Impact"):
            yield from ("", f"### {heading}", "", *_body(section))
        else:
            head = f"<details><summary>{heading}</summary>"
            yield from ("", head, "", *_body(section), "", "</details>")


def _body(section: Section) -> Iterator[str]:
    if section.table:
        heads, *rows = section.table
        shown = rows[:MOST_FOLDED]
        yield from table(heads, shown)
        more = len(rows) - len(shown)
    else:
        yield from (f"- {escaped(line)}" for line in section.lines[:MOST_FOLDED])
        more = len(section.lines) - MOST_FOLDED
    if more > 0:
        yield from ("", f"and {more:,} more")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table in Markdown; numbers stand at the right."""
    listed = list(rows)
    numeric = [_numbers(row[column] for row in listed) for column in range(len(heads))]
    yield _piped(heads)
    yield f"|{'|'.join('---:' if right else '---' for right in numeric)}|"
    yield from map(_piped, listed)


def _numbers(cells: Iterable[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_AMOUNT.fullmatch(cell) for cell in filled)


_AMOUNT = re.compile(r"(?:[A-Z]{3} )?-?[\d,.]+(?: to [\d,.]+)?(?: %)?|unknown|without end|-")


def _piped(cells: Sequence[str]) -> str:
    return f"| {' | '.join(escaped(cell) for cell in cells)} |"


_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|~&"})


def escaped(text: str) -> str:
    """Return a text that stands in Markdown as it is, whatever signs are in it."""
    text = " ".join(text.splitlines()).translate(_SPECIAL)
    # a number and a stop at the start would begin a list inside the list
    head, stop, rest = text.partition(". ")
    return f"{head}\\. {rest}" if stop and head.isdigit() else text


PLAN_FORMATS: Mapping[str, Callable[[PlanContents], str]] = {
    "text": to_text,
    "markdown": to_markdown,
    "json": to_json,
}
"""How plans are written, by the names of the formats."""
