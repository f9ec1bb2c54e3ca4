"""Findings mended in the files of a design."""

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
"""How often findings are looked for again after some were mended."""

Judge = Callable[[Org], Report]
Key = tuple[str, str, str]
"""Code, subject and sentence of a finding."""

_EVERYTHING = "*"


@dataclass(frozen=True)
class Mended:
    """A design after fixes.

    Attributes:
        design: The design; nothing is written yet.
        report: What is left.
        made: The findings that were mended, in the order of mending.
        refused: Those whose fix cannot be made, and why.
    """

    design: Editable
    report: Report
    made: tuple[Finding, ...]
    refused: tuple[tuple[Finding, str], ...]


def is_editable(design: str) -> bool:
    """Return whether a design is one whose files can be edited."""
    return Path(design).suffix.lower() in YAML_SUFFIXES


def wanted(report: Iterable[Finding], *, unsafe: bool) -> list[Finding]:
    """Return the findings whose fix may be made: the safe ones in front, each in its order."""
    some = [f for f in report if f.fix is not None and (f.fix.safe or unsafe)]
    return sorted(some, key=lambda finding: not (finding.fix and finding.fix.safe))


def mended(design: Editable, judge: Judge, *, unsafe: bool) -> Mended:
    """Mend what can be mended, until nothing is left that can.

    Each round makes the fixes that touch different entities, in the order of their places, and
    looks anew. A fix is refused if its finding stays, if there are errors that were not there
    before, or if it is a safe one that would take a comment out of a file.

    Args:
        design: The design.
        judge: Says what is wrong with it.
        unsafe: Whether to make fixes as well that a person should decide about.
    """
    state = _State(design, judge, judge(design.org), unsafe=unsafe)
    for _ in range(MOST_ROUNDS):
        batch = _apart(f for f in wanted(state.report, unsafe=unsafe) if state.may(f))
        if not batch:
            break
        waiting = [batch]
        while waiting:
            some = waiting.pop()
            reason = state.make(some)
            if reason and len(some) > 1:
                half = len(some) // 2
                waiting += [some[half:], some[:half]]
            elif reason:
                state.refused[_key(some[0])] = (some[0], reason)
    return Mended(state.design, state.report, tuple(state.made), tuple(state.refused.values()))


class _State:
    """How far the mending of a design has come."""

    def __init__(self, design: Editable, judge: Judge, report: Report, *, unsafe: bool) -> None:
        self.design, self._judge, self.report = design, judge, report
        self._unsafe = unsafe
        self.made: list[Finding] = []
        self.refused: dict[Key, tuple[Finding, str]] = {}

    def may(self, finding: Finding) -> bool:
        """Return whether the fix of a finding was not refused."""
        return _key(finding) not in self.refused

    def make(self, some: Sequence[Finding]) -> str:
        """Make some fixes, or return why that cannot be."""
        changes = [change for finding in some for change in _changes(finding)]
        try:
            edits = self.design.edits_of(changes)
            if not self._unsafe and self.design.loses_comments(edits):
                return "it would take a comment out of the file; --unsafe-fixes does so"
            design = self.design.with_edits(edits, changes)
        except CannotEditError as error:
            return str(error)
        report = self._judge(design.org)
        if left := {_key(f) for f in report} & {_key(f) for f in some}:
            return f"the finding stays after it ({len(left)} of {len(some)})"
        if fresh := _errors(report) - _errors(self.report):
            code, subject = next(iter(fresh))
            return f"it would bring the error {code} about {subject}"
        self.design, self.report = design, report
        self.made += some
        return ""


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings whose fixes touch different entities; of two that do not, the first."""
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
    """Return a report whose fixes say as well what they change in the files of a design."""
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


def differences(design: Editable) -> Iterator[str]:
    """Yield what would change in the files of a design, as a unified diff."""
    for path, (before, after) in design.changed.items():
        name = path.as_posix()
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
        for line in difflib.unified_diff(old, new, name, name):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
