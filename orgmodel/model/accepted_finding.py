"""Accepted findings: looked at by a person and not reported again."""

from dataclasses import KW_ONLY
from typing import Any

from orgmodel.model.day import Day
from orgmodel.model.ref import Id, Ref
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked


@checked
class AcceptedFinding(Id["AcceptedFinding"]):
    """A finding that is not reported, with the reason.

    Attributes:
        rule: Code or name of the rule.
        about: The entity that the finding is about; as text ``KIND:ID``, such as ``customer:acme``.
        because: Why it is acceptable.
        until: The day from which it is reported again; None for never.
    """

    rule: Text
    about: Ref[Any]
    _: KW_ONLY
    because: Text
    until: Day | None = None
