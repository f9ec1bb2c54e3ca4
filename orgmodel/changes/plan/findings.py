"""Findings before and after, as a plan tells them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Remark:
    """A finding as a plan tells it.

    Attributes:
        code: The rule that found it.
        subject: What it is about, as ``KIND:ID``.
        sentence: What is wrong.
        severity: How grave it is: ``error``, ``warning`` or ``info``.
    """

    code: str
    subject: str
    sentence: str
    severity: str = ""

    def __str__(self) -> str:
        return f"{self.code} {self.sentence}"


def gravest_first(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return findings with the gravest in front, else in their order."""
    rank = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(remarks, key=lambda each: rank.get(each.severity, 3)))


@dataclass(frozen=True)
class Remarks:
    """Findings before and after.

    Attributes:
        new: What is found after and was not before.
        mended: What was found before and is not after.
        standing: What is found before and after.
    """

    new: tuple[Remark, ...] = ()
    mended: tuple[Remark, ...] = ()
    standing: tuple[Remark, ...] = ()

    def __str__(self) -> str:
        return f"{len(self.new)} new, {len(self.mended)} mended, {len(self.standing)} standing"
