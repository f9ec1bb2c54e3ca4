"""A rule for the look of boxes: for which positions, and what they look like."""

from collections.abc import Mapping
from dataclasses import KW_ONLY
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.dataclasses import dataclass

Quantity: TypeAlias = Literal["grade", "span", "everyone", "customers", "revenue", "load", "tenure"]
"""What can be counted: direct reports and all reports, the position's own customers, their work
over the hours that it has for them (1 is full), and the years since its holder came."""

Change: TypeAlias = Literal["added", "removed", "moved", "changed"]
"""What can become of a position from one design to a later one."""

Colour: TypeAlias = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
_Short: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=4)]
_Words: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def _several(value: Any) -> Any:  # noqa: ANN401  # whatever the data has
    return (value,) if isinstance(value, str) else value


_Names: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_several)]
_Changes: TypeAlias = Annotated[tuple[Change, ...], BeforeValidator(_several)]
_Numbers: TypeAlias = Mapping[Quantity, float]


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class LookRule:
    """What the boxes of some positions look like; all conditions that are given must hold.

    Attributes:
        meaning: What the legend says of such boxes.
        colour: Of the bar at the left.
        fill: Of the box.
        border: Of the edge of the box.
        badge: Up to four letters in the box.
        text: A further line in the box.
        role: Ids of roles; any of them.
        territory: Ids of territories; covering any of them, or one within, counts.
        department: Ids of departments; any of them.
        finding: Levels of marks on the box, such as `error`; any of them.
        change: In a comparison, what became of the position; any of them.
        vacant: Whether nobody holds the position.
        at_least: Least numbers, by what is counted.
        below: Numbers that are too large, by what is counted.
    """

    meaning: _Words
    _: KW_ONLY
    colour: Colour | None = None
    fill: Colour | None = None
    border: Colour | None = None
    badge: _Short | None = None
    text: _Words | None = None
    role: _Names = ()
    territory: _Names = ()
    department: _Names = ()
    finding: _Names = ()
    change: _Changes = ()
    vacant: bool | None = None
    at_least: _Numbers = Field(default_factory=dict)
    below: _Numbers = Field(default_factory=dict)

    @property
    def tells_amounts(self) -> bool:
        """Whether whoever sees such a box learns something about revenue."""
        return "revenue" in self.at_least or "revenue" in self.below
