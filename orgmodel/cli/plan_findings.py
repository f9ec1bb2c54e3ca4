"""Findings of both designs of a plan: new, resolved and unchanged."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from orgmodel.changes import Diff, Remark, Remarks
from orgmodel.cli.rule_selection import rules_for
from orgmodel.rules import Finding, read_settings, validate

Key = tuple[str, str]


def remarks(found: Diff, folder: Path, *, plugins: bool) -> Remarks:
    """Check both designs by the same rules, and compare findings by rule and subject.

    Where a rule has more findings about an entity than before, only the surplus is new, those with
    new sentences first.

    Args:
        found: The differences.
        folder: The folder whose settings apply.
        plugins: Whether the rules of plug-ins apply as well.
    """
    rules, settings = rules_for(read_settings(folder), plugins=plugins)
    old = validate(found.former.graph.org, settings=settings, on=found.on, rules=rules)
    new = validate(found.later.graph.org, settings=settings, on=found.on, rules=rules)
    before, after = _by_key(old.findings), _by_key(new.findings)
    sorted_: dict[str, list[Remark]] = {"new": [], "resolved": [], "standing": []}
    for key in dict.fromkeys([*after, *before]):
        mine, theirs = _alike_first(before.get(key, []), after.get(key, []))
        both = min(len(mine), len(theirs))
        sorted_["standing"] += theirs[:both]
        sorted_["new"] += theirs[both:]
        sorted_["resolved"] += mine[both:]
    return Remarks(**{name: tuple(each) for name, each in sorted_.items()})


def _alike_first(
    mine: Sequence[Remark], theirs: Sequence[Remark]
) -> tuple[list[Remark], list[Remark]]:
    """Put the remarks first that are the same in both."""
    both = set(mine) & set(theirs)
    ordered = (sorted(each, key=lambda remark: remark not in both) for each in (mine, theirs))
    first, second = ordered
    return first, second


def _by_key(findings: Sequence[Finding]) -> dict[Key, list[Remark]]:
    found: dict[Key, list[Remark]] = defaultdict(list)
    for f in findings:
        found[f.code, f.subject].append(Remark(f.code, f.subject, f.sentence, f.severity))
    return found
