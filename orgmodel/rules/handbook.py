"""All rules in one document."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from orgmodel.rules.pages import page_of
from orgmodel.rules.rule import Rule

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


def handbook(rules: Sequence[Rule]) -> str:
    """Return the pages of some rules as one document in Markdown, with a table of all in front."""
    in_order = sorted(rules, key=lambda rule: (_place(rule), rule.code))
    families = [(name, list(some)) for name, some in groupby(in_order, _family)]
    table = ["| code | rule | severity | norm |", "|---|---|---|---|"]
    table += [_row(rule) for _, some in families for rule in some]
    parts = [_INTRODUCTION, "\n".join(table), *_chapters(families)]
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
