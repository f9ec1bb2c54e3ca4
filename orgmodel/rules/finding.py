"""What a rule found, and all that the rules found together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from orgmodel.model import Id, Source

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the gravest to the mildest."""


@dataclass(frozen=True)
class Finding:
    """One thing that a rule found wrong.

    Attributes:
        code: The rule's code, which never changes its meaning.
        name: The rule's name.
        level: How grave it is.
        about: The entity that it is about; None is the organisation itself.
        sentence: What is wrong, in one sentence.
        source: Where that entity was written, if that is known.
        accepted: Why somebody accepted it; None if nobody did.
    """

    code: str
    name: str
    level: Severity
    about: Id[Any] | None
    sentence: str
    source: Source | None = None
    accepted: str | None = None

    @property
    def subject(self) -> str:
        """What acceptances of the finding name: ``KIND:ID``, or ``organisation`` for all of it."""
        return self.about.node if self.about is not None else "organisation"

    def __str__(self) -> str:
        place = f"{self.source}: " if self.source else ""
        return f"{place}{self.code} {self.sentence} [{self.name}]"


@dataclass(frozen=True)
class Report(Sequence[Finding]):
    """The findings of one validation in the order of their places, without the accepted ones.

    Attributes:
        findings: What is to be dealt with.
        accepted: What somebody accepted with a reason.
        checked: How many rules were applied.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...] = ()
    checked: int = 0

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 - as Sequence has it
        return self.findings[index]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def at_least(self, level: Severity) -> tuple[Finding, ...]:
        """Return the findings that are as grave as a level, or graver."""
        grave = SEVERITIES[: SEVERITIES.index(level) + 1]
        return tuple(finding for finding in self.findings if finding.level in grave)

    @property
    def summary(self) -> str:
        """The counts in one line: findings by level, accepted ones, rules checked."""
        counts = Counter(finding.level for finding in self.findings)
        said = ", ".join(_counted(counts[level], level) for level in SEVERITIES if counts[level])
        accepted = f" ({len(self.accepted)} accepted)" if self.accepted else ""
        return f"{said or 'No findings'}{accepted}; {_counted(self.checked, 'rule')} checked."

    def __str__(self) -> str:
        return "\n".join([*map(str, self.findings), self.summary])


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" + ("s" if number != 1 and what != "info" else "")
