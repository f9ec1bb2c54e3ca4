"""Automatic fixes: findings resolved by edits of the files of a design."""

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from orgmodel.changes import Add, Primitive, Remove, Set
from orgmodel.formats import YAML_SUFFIXES
from orgmodel.formats.designs.editing import CannotEditError, Editable
from orgmodel.model import Org, kind_of
from orgmodel.rules import Finding, Report

MOST_ROUNDS = 50
"""The most rounds of applying fixes and checking again."""

Validator = Callable[[Org], Report]
"""Returns the findings of a design."""
Key = tuple[str, str, str]
"""Code, subject and sentence of a finding."""

_EVERYTHING = "*"


@dataclass(frozen=True)
class FixResult:
    """A design after fixes.

    Attributes:
        design: The design; its files are not written yet.
        report: The remaining findings.
        resolved: The findings whose fix was applied, in that order.
        refused: The findings whose fix cannot be applied, each with the reason.
    """

    design: Editable
    report: Report
    resolved: tuple[Finding, ...]
    refused: tuple[tuple[Finding, str], ...]


def is_editable(design: str) -> bool:
    """Return whether the files of a design can be edited."""
    return Path(design).suffix.lower() in YAML_SUFFIXES


def fixable(report: Iterable[Finding], *, unsafe: bool) -> list[Finding]:
    """Return the findings with a fix that may be applied, safe fixes first."""
    some = [f for f in report if f.fix is not None and (f.fix.safe or unsafe)]
    return sorted(some, key=lambda finding: not (finding.fix and finding.fix.safe))


def apply_fixes(design: Editable, validator: Validator, *, unsafe: bool) -> FixResult:
    """Apply fixes until no finding is left that has one.

    Each round applies the fixes that touch different entities, in the order of their places, and
    validates again. A fix is refused if its finding stays, if it causes new errors, or if it is a
    safe one that would remove a comment from a file.

    Args:
        design: The design.
        validator: Returns the findings of a design.
        unsafe: Whether to apply fixes as well that a person should decide about.
    """
    state = _State(design, validator, validator(design.org), unsafe=unsafe)
    for _ in range(MOST_ROUNDS):
        batch = _independent(f for f in fixable(state.report, unsafe=unsafe) if state.is_open(f))
        if not batch:
            break
        waiting = [batch]
        while waiting:
            some = waiting.pop()
            reason = state.apply(some)
            if reason and len(some) > 1:
                half = len(some) // 2
                waiting += [some[half:], some[:half]]
            elif reason:
                state.refused[_key(some[0])] = (some[0], reason)
    refused = tuple(state.refused.values())
    return FixResult(state.design, state.report, tuple(state.resolved), refused)


class _State:
    """A design while fixes are applied."""

    def __init__(
        self, design: Editable, validator: Validator, report: Report, *, unsafe: bool
    ) -> None:
        self.design, self._validator, self.report = design, validator, report
        self._unsafe = unsafe
        self.resolved: list[Finding] = []
        self.refused: dict[Key, tuple[Finding, str]] = {}

    def is_open(self, finding: Finding) -> bool:
        """Return whether the fix of a finding was not refused yet."""
        return _key(finding) not in self.refused

    def apply(self, some: Sequence[Finding]) -> str:
        """Apply some fixes together; return the reason where that is impossible."""
        changes = [change for finding in some for change in _changes(finding)]
        try:
            edits = self.design.edits_of(changes)
            if not self._unsafe and self.design.loses_comments(edits):
                return "it would remove a comment from the file; --unsafe-fixes allows that"
            design = self.design.with_edits(edits, changes)
        except CannotEditError as error:
            return str(error)
        report = self._validator(design.org)
        if left := {_key(f) for f in report} & {_key(f) for f in some}:
            return f"the finding stays ({len(left)} of {len(some)})"
        if fresh := _errors(report) - _errors(self.report):
            code, subject = next(iter(fresh))
            return f"it would cause the error {code} about {subject}"
        self.design, self.report = design, report
        self.resolved += some
        return ""


def _independent(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings whose fixes touch different entities; of two about the same, the first."""
    taken: set[str] = set()
    some = []
    for finding in findings:
        touched = {_touched(change) for change in _changes(finding)}
        exclusive = _EVERYTHING in touched and bool(taken)
        if not touched & taken and _EVERYTHING not in taken and not exclusive:
            taken |= touched
            some.append(finding)
    return some


def _touched(change: Primitive) -> str:
    match change:
        case Set() | Remove():
            return f"{kind_of(change.what)}:{change.id}"
        case Add():
            return change.entity.node
    return _EVERYTHING  # a new id is written wherever the old one stands


def _changes(finding: Finding) -> tuple[Primitive, ...]:
    return finding.fix.changes if finding.fix is not None else ()


def _key(finding: Finding) -> Key:
    return finding.code, finding.subject, finding.sentence


def _errors(report: Report) -> Counter[tuple[str, str]]:
    return Counter((f.code, f.subject) for f in report if f.severity == "error")


def with_edits(report: Report, design: str) -> Report:
    """Return a report whose fixes have the edits of the files of a design as well."""
    if not is_editable(design) or not any(finding.fix for finding in report):
        return report
    editable = Editable(design)
    return replace(report, findings=tuple(_with_edits(f, editable) for f in report))


def _with_edits(finding: Finding, design: Editable) -> Finding:
    if finding.fix is None:
        return finding
    try:
        edits = design.edits_of(finding.fix.changes)
    except CannotEditError:
        return finding
    return replace(finding, fix=replace(finding.fix, edits=edits))


def unified_diff(design: Editable) -> Iterator[str]:
    """Yield the lines of a unified diff of the files of a design."""
    for path, (before, after) in design.changed.items():
        name = path.as_posix()
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
        for line in difflib.unified_diff(old, new, name, name):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
