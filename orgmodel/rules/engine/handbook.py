"""All rules in one document."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from orgmodel.rules.core.rule import Rule
from orgmodel.rules.engine.pages import page_of

FAMILIES = {
    "MOD": "The design itself",
    "ORG": "Reporting lines",
    "ROL": "What roles may do",
    "SPN": "Spans and levels",
    "TER": "Territories",
    "CUS": "Customers and who covers them",
    "ACC": "Teams around accounts",
    "KEY": "Key accounts",
    "CTR": "Contracts across layers",
    "CAP": "Workload and capacity",
    "TGT": "Targets",
    "CON": "Concentration",
    "CNT": "Continuity",
    "TIM": "Time",
}
"""What the families of rules are about, by the letters of their codes."""

_INTRODUCTION = """\
# The rules

Every rule has a code that never changes its meaning, a name, a severity and a source. In a rule
"must" is an error, "should" a warning, and "may want to" an information; all three, and every
threshold, can be set. Examples are parts of a design; a whole one begins with its `name`. A rule is
silent where the design has no data for it.
"""


_LEFT_OUT = """\
## What is left out

Checks that are documented elsewhere or were thought of, and why no rule makes them:

- Parts of a territory that do not touch, holes, and long ways: a design names places, not shapes.
- Territories that inherit from one another in chains, or from one that is gone: territories lie
  within each other and inherit nothing; a name that is not there is MOD001.
- Something that no chart shows: charts are drawn of the whole design. What hangs on nothing is
  ORG109, and what nobody uses is MOD010 to MOD013.
- A design that is older than its data: a design does not say when it was true. What says so is
  judged: plans that are over (TIM012), benchmarks (MOD015), acceptances that have ended (MOD005).
- A customer named into a territory so long ago that somebody should look again: being named has no
  date. Without a note it is CUS409; an acceptance and an assignment can have an end.
- Targets that people cannot reach in their time: a design does not say what an hour sells for.
  TGT811 holds targets against what the customers could buy, CAP701 the work against the time.
- Roles that must be there in each territory, or on accounts of a tier: companies differ. It is one
  line as a contract of your own; see the settings.
- Key accounts and revenue that change hands: that takes two designs, and `orgmodel plan` tells it.
"""


def handbook(rules: Sequence[Rule]) -> str:
    """Return the pages of some rules as one document in Markdown, with a table of all in front."""
    in_order = sorted(rules, key=lambda rule: (_place(rule), rule.code))
    families = [(name, list(some)) for name, some in groupby(in_order, _family)]
    table = ["| code | rule | severity | norm |", "|---|---|---|---|"]
    table += [_row(rule) for _, some in families for rule in some]
    parts = [_INTRODUCTION, "\n".join(table), *_chapters(families), _LEFT_OUT]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _chapters(families: Sequence[tuple[str, Sequence[Rule]]]) -> Iterator[str]:
    for name, rules in families:
        yield f"## {name}"
        for rule in rules:
            yield f"##{page_of(rule)}"


def _place(rule: Rule) -> int:
    known = list(FAMILIES)
    return known.index(rule.code[:3]) if rule.code[:3] in FAMILIES else len(known)


def _family(rule: Rule) -> str:
    return FAMILIES.get(rule.code[:3], "Rules of other distributions")


def _row(rule: Rule) -> str:
    anchor = f"{rule.code} {rule.name}".lower().replace(" ", "-")
    return f"| [{rule.code}](#{anchor}) | {rule.name} | {rule.severity} | {rule.norm} |"
