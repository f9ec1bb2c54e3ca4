"""Baselines: known findings, recorded once and not reported again."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from orgmodel.model import DesignError, Problem, Source, Text
from orgmodel.rules.core.finding import Finding
from orgmodel.rules.core.report import Report
from orgmodel.rules.core.rule import PLUGIN_PREFIX, Rule

Key = tuple[str, str]
"""The code of a rule and the subject of its finding; lines and sentences change too easily."""

VERSION = 1
"""The version of the file."""

_CURE = "Correct it, or delete it and write a new one with --update-baseline --grow."


@checked(frozen=True, config=ConfigDict(extra="forbid"))
class _File:
    version: Literal[1]
    findings: Mapping[Text, Mapping[Text, Annotated[int, Field(ge=1, strict=True)]]]


@dataclass(frozen=True)
class Baseline:
    """The number of known findings of each rule about each entity.

    Attributes:
        counts: The number of findings by rule and entity, never 0.
    """

    counts: Mapping[Key, int] = field(default_factory=dict)

    def split(self, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
        """Return the findings that are new, and those that are known.

        Where a rule has more findings about an entity than are recorded, all of them are new,
        because nothing distinguishes them.
        """
        findings = tuple(findings)
        found = Counter(map(_key, findings))
        new: list[Finding] = []
        known: list[Finding] = []
        for finding in findings:
            key = _key(finding)
            (new if found[key] > self.counts.get(key, 0) else known).append(finding)
        return new, known

    def outlived(
        self, findings: Iterable[Finding], applied: Iterable[Rule], rules: Iterable[Rule]
    ) -> list[Key]:
        """Return the records that no longer occur, or occur less often.

        Args:
            findings: All findings that are not accepted.
            applied: The rules that found them.
            rules: All rules.
        """
        found = Counter(map(_key, findings))
        judged = self._judged(applied, rules)
        return [key for key, n in self.counts.items() if key[0] in judged and found[key] < n]

    def updated(self, report: Report, rules: Iterable[Rule], *, grow: bool = False) -> "Baseline":
        """Return the baseline for the findings of a report, without those that no longer occur.

        Records of rules that are not applied this time stay as they are.

        Args:
            report: The report of an examination that knew the baseline.
            rules: All rules.
            grow: Whether to record new findings as well.
        """
        found = Counter(map(_key, (*report.findings, *report.known)))
        judged = self._judged(report.rules, rules)
        kept = {k: min(n, found[k]) if k[0] in judged else n for k, n in self.counts.items()}
        counts = kept | found if grow else kept
        return Baseline({key: number for key, number in sorted(counts.items()) if number})

    def _judged(self, applied: Iterable[Rule], rules: Iterable[Rule]) -> set[str]:
        """Return the codes whose records can be compared: of rules applied, and of rules gone."""
        codes, known = {rule.code for rule in applied}, {rule.code for rule in rules}
        # rules of plug-ins are not gone where plug-ins are left out
        gone = {c for c, _ in self.counts if c not in known and not c.startswith(PLUGIN_PREFIX)}
        return codes | gone

    def text(self) -> str:
        """Return the text of the baseline file: JSON, sorted, a line per entity."""
        rows: dict[str, dict[str, int]] = {}
        for (code, about), number in sorted(self.counts.items()):
            rows.setdefault(code, {})[about] = number
        whole = {"version": VERSION, "findings": rows}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read_baseline(text: bytes, file: str) -> Baseline:
    """Read a baseline.

    Args:
        text: The content of the file.
        file: The name of the file in problems.

    Raises:
        DesignError: With all its problems.
    """
    try:
        content = json.loads(text.decode("utf-8-sig"))
        read = TypeAdapter(_File).validate_python(content)
    except ValidationError as error:
        raise DesignError(Problem(s, Source(file)) for s in _wrong(error)) from None
    except (ValueError, RecursionError) as error:
        sentence = f"This is not a baseline: it cannot be read as JSON: {error}. {_CURE}"
        raise DesignError([Problem(sentence, Source(file))]) from None
    return Baseline({(code, a): n for code, row in read.findings.items() for a, n in row.items()})


def _wrong(error: ValidationError) -> Iterator[str]:
    for detail in error.errors():
        place = ".".join(map(str, detail["loc"])) or "the whole"
        what = detail["msg"].partition(" or an instance of ")[0]
        yield f"This is not a baseline: {place}: {what}. {_CURE}"


def _key(finding: Finding) -> Key:
    return finding.code, finding.subject
