"""The documentation of all rules: one page per family, and an index."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from orgmodel.rules.core.rule import Rule
from orgmodel.rules.engine.pages import page_of
from orgmodel.text import markdown_table

INDEX = "index.md"
"""The file name of the index."""

FAMILIES: Mapping[str, tuple[str, str]] = {
    "MOD": ("design", "Data quality of the design"),
    "ORG": ("reporting-lines", "Reporting lines"),
    "ROL": ("roles", "Contracts of roles"),
    "SPN": ("spans", "Spans and layers"),
    "TER": ("territories", "Territories"),
    "CUS": ("customers", "Customers and their coverage"),
    "ACC": ("account-teams", "Account teams"),
    "KEY": ("key-accounts", "Key accounts"),
    "CTR": ("standard-contracts", "Contracts across layers"),
    "DEA": ("deals", "Deals: opportunities and contracts"),
    "ACT": ("activities", "Activities and plans"),
    "PPL": ("people", "People: time, skills, succession and relations"),
    "CAP": ("capacity", "Workload and capacity"),
    "TGT": ("targets", "Targets"),
    "CON": ("concentration", "Concentration"),
    "CNT": ("continuity", "Continuity"),
    "TIM": ("time", "Time"),
}
"""The page and the title of each family, by the letters of its codes."""

_OTHERS = "others", "Rules of other distributions"

_INTRODUCTION = """\
# The rules

Every rule has a code that never changes its meaning, a name, a severity and a source.
Its norm states how a sound design looks; the severity says how serious a breach is.
[Settings](../settings.md) change the severity and every threshold.
Examples are parts of a design; a whole one begins with its `name`.
A rule is silent where the design has no data for it.

`orgmodel rules CODE` prints the page of a rule and where its code is.
"""

_LEFT_OUT = """\
## What is left out

Checks that other products document or that were considered, and why no rule makes them:

- Parts of a territory that do not touch, holes, and long ways: a design names places, not shapes.
- Territories that inherit from one another in chains, or from a missing one.
  Territories lie within each other and inherit nothing; a name that does not exist is MOD001.
- An entity that no chart shows: charts draw the whole design.
  Unconnected entities are ORG109, and unused ones MOD010 to MOD013.
- A design that is older than its data: a design does not state when it was true.
  Dated parts are checked: plans that are over (TIM012), old benchmarks (MOD015), and ended
  acceptances (MOD005).
- A customer named into a territory long ago and due for review: the naming has no date.
  Without a note it is CUS409; an acceptance and an assignment can have an end.
- Targets that people cannot reach in their time: a design does not state what an hour sells for.
  TGT811 compares targets with what the customers could buy, CAP701 and ACT101 work with time,
  ACT106 a prospecting plan with the target of new customers at the rates that it states.
- Roles that are required in each territory, or on accounts of a tier: companies differ.
  A contract in the settings expresses it in one line.
- Key accounts and revenue that change hands: `orgmodel plan` compares two designs.
"""

_WIDEST = 120
_CODE = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
_SENTENCE = re.compile(r"(?<!e\.g)(?<!i\.e)(?<!St)(?<!Dr)(?<=[.!?]) +(?=[A-Z`*\[])")


def handbook(rules: Sequence[Rule]) -> dict[str, str]:
    """Return the documentation of some rules: texts in Markdown by file name.

    The index has a table of all rules; every family has a page with the whole text of its rules.
    """
    in_order = sorted(rules, key=lambda rule: (_place(rule), rule.code))
    families = [(key, list(some)) for key, some in groupby(in_order, _family)]
    pages = {f"{name}.md": _page(title, some) for (name, title), some in families}
    return {INDEX: _index(families), **pages}


def _index(families: Iterable[tuple[tuple[str, str], Sequence[Rule]]]) -> str:
    parts = [_INTRODUCTION.strip()]
    for (name, title), rules in families:
        rows = [(_link(name, r), r.name, r.severity, r.norm.replace("|", "\\|")) for r in rules]
        table = markdown_table(("code", "rule", "severity", "norm"), rows)
        parts += [f"## [{title}]({name}.md)", "\n".join(table)]
    return "\n\n".join([*parts, _LEFT_OUT.strip()]) + "\n"


def _link(page: str, rule: Rule) -> str:
    anchor = f"{rule.code} {rule.name}".lower().replace(" ", "-")
    return f"[{rule.code}]({page}.md#{anchor})"


def _page(title: str, rules: Sequence[Rule]) -> str:
    chapters = ("\n".join(_semantic(f"#{page_of(rule)}")).strip() for rule in rules)
    return "\n\n".join([f"# {title}", f"[All rules]({INDEX})", *chapters]) + "\n"


def _semantic(page: str) -> Iterator[str]:
    """Yield the lines of a page with one sentence per line; code stays as it is."""
    for number, part in enumerate(
        re.split(r"(^```.*?^```$)", page, flags=re.MULTILINE | re.DOTALL)
    ):
        if number % 2:
            yield part
        else:
            paragraphs = re.split(r"\n\n|\n(?=- )", part.strip("\n"))
            yield "\n".join(_spaced(paragraphs)) if part.strip() else ""


def _spaced(paragraphs: Sequence[str]) -> Iterator[str]:
    """Yield the lines of paragraphs, with an empty one before all but items of a list."""
    yield ""
    for number, paragraph in enumerate(paragraphs):
        listed = paragraph.startswith("- ")
        if number and not (listed and paragraphs[number - 1].startswith("- ")):
            yield ""
        indent = "  " if listed else ""
        for first, sentence in enumerate(_SENTENCE.split(" ".join(paragraph.split()))):
            start = indent if first else ""
            yield from textwrap.wrap(
                sentence,
                _WIDEST,
                initial_indent=start,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
    yield ""


def _place(rule: Rule) -> int:
    known = list(FAMILIES)
    return known.index(rule.code[:3]) if rule.code[:3] in FAMILIES else len(known)


def _family(rule: Rule) -> tuple[str, str]:
    return FAMILIES.get(rule.code[:3], _OTHERS)
