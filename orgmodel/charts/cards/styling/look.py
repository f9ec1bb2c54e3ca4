"""The look of a chart, as data."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from orgmodel.charts.canvas.errors import ChartRequestError
from orgmodel.charts.cards.styling.rule import Colour, LookRule


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class ChartLook:
    """How the boxes of a chart look.

    Attributes:
        rules: For some positions each; where several say something of the same part of a box, the
            first one counts.
        initials: Whether the initials of whoever holds a position stand in a circle.
        colours: Of the bars of roles, by their ids, where no rule says another.
    """

    rules: tuple[LookRule, ...] = ()
    initials: bool = False
    colours: Mapping[str, Colour] = Field(default_factory=dict)

    def with_roles(self, titles: Mapping[str, str]) -> "ChartLook":
        """Return the look with a rule for every role that has a colour, by the titles of roles."""
        rules = (
            LookRule(titles[role], colour=colour, role=(role,))
            for role, colour in self.colours.items()
            if role in titles
        )
        return replace(self, rules=(*self.rules, *rules), colours={})

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "ChartLook":
        """Return the look that a mapping describes, as it may stand in a settings file.

        Raises:
            ChartRequestError: With everything that is wrong, and where.
        """
        try:
            return TypeAdapter(cls).validate_python(dict(data))
        except ValidationError as error:
            told = (_told(detail["loc"], detail["msg"]) for detail in error.errors())
            raise ChartRequestError("\n".join(told)) from None


PLAIN = ChartLook()
"""No rules and no initials."""


def _told(place: tuple[int | str, ...], message: str) -> str:
    steps = (f"rule {part + 1}" if isinstance(part, int) else part for part in place)
    where = ", ".join(step for step in steps if step != "rules")
    return f"{where or 'look'}: {message[0].lower()}{message[1:]}."
