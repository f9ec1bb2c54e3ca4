"""A contract: what every entity of a kind needs, in one line of settings."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from pydantic import ConfigDict, Field, model_validator
from pydantic.dataclasses import dataclass

from orgmodel.model import Text
from orgmodel.roles import Titles
from orgmodel.rules.contract_language.vocabulary import LINES, NEEDED, SUBJECTS, group_of
from orgmodel.rules.core.finding import Severity
from orgmodel.text import did_you_mean

_Number = Annotated[int, Field(ge=0, strict=True)]
POSITION = "position:"


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Contract:
    """What every entity of a kind needs.

    Attributes:
        of: What it applies to: customers, key accounts, territories, positions, or a role.
        needs: What they need; a role is named by its id or title.
        code: Its code, from CTR500 to CTR999; CTR901 and so on by default.
        name: Its name; made from its words by default.
        severity: The severity of a breach.
        because: Why.
        tier: The tiers of customers that it applies to; all by default.
        within: The territory that it applies to, with all within it; everywhere by default.
        at_least: How many are needed.
        at_most: How many there may be; None is any number.
        by_name: Whether only members of the account team by name count.
        held: Whether only filled positions count.
        other_than: The part whose holder must be another person, as in ``owner``.
        in_line_of: The manager whose line they belong to, or who they are.

    Raises:
        ValueError: If words contradict each other or are unknown.
    """

    of: Text
    needs: Text
    code: Annotated[str, Field(pattern=r"^CTR[5-9]\d\d$")] | None = None
    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] | None = None
    severity: Severity = "warning"
    because: Text | None = None
    tier: Sequence[Text] = ()
    within: Text | None = None
    at_least: _Number = 1
    at_most: _Number | None = None
    by_name: bool = False
    held: bool = True
    other_than: Text | None = None
    in_line_of: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_tier(cls, given: Any) -> Any:  # noqa: ANN401 - anything that a file holds
        kwargs = getattr(given, "kwargs", given)
        if isinstance(kwargs, dict) and isinstance(kwargs.get("tier"), str):
            kwargs["tier"] = [kwargs["tier"]]
        return given

    def __post_init__(self) -> None:
        problems = list(self._problems())
        if problems:
            raise ValueError("; ".join(problems))

    @property
    def group(self) -> str:
        """Which words go with it: those of customers, territories or positions."""
        return group_of(self.of)

    def _problems(self) -> Iterator[str]:
        if self.group != "customer" and (self.of in SUBJECTS or Titles().role_of(self.of)):
            only = {"tier": self.tier, "by_name": self.by_name}
            yield from (f"{word!r} is only for customers" for word, given in only.items() if given)
        if self.at_most is not None and self.at_most < self.at_least:
            yield f"'at_most' ({self.at_most}) is below 'at_least' ({self.at_least})"
        known = NEEDED[self.group]
        if self.other_than is not None and self.other_than not in known:
            yield _unknown("other_than", self.other_than, known)
        line = self.in_line_of
        lines = () if self.group == "position" else LINES
        if line is not None and line not in lines and not line.startswith(POSITION):
            yield _unknown("in_line_of", line, (*lines, "position:ID"))


def _unknown(name: str, word: str, known: Sequence[str]) -> str:
    hint = did_you_mean(word, known).rstrip(".?")
    return f"{name!r} must be one of {', '.join(known)}, not {word!r}{hint}"
