"""The look of a chart, as data."""

from collections.abc import Mapping
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from orgmodel.charts.errors import ChartRequestError
from orgmodel.charts.painting.rule import LookRule


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class ChartLook:
    """How the boxes of a chart look.

    Attributes:
        rules: For some positions each; where several say something of the same part of a box, the
            first one counts.
        initials: Whether the initials of whoever holds a position stand in a circle.
    """

    rules: tuple[LookRule, ...] = ()
    initials: bool = False

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
