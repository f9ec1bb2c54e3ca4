"""Territories: parts of the market, in a hierarchy."""

from dataclasses import KW_ONLY
from typing import Annotated

from pydantic import Field

from orgmodel.model.dated import Dated, DayAfter
from orgmodel.model.day import Day
from orgmodel.model.ref import Id, Ref
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked
from orgmodel.model.where import Where


@checked
class TerritoryType(Id["TerritoryType"]):
    """A kind of territory, such as direct or channel.

    Attributes:
        rank: Which type wins where several match; 1 wins first.
        overlay: Whether its positions support the owner, as specialists do, and never replace it.
    """

    rank: Annotated[int, Field(ge=1)]
    _: KW_ONLY
    overlay: bool = False


DIRECT = TerritoryType("direct", 1)
CHANNEL = TerritoryType("channel", 2)
OVERLAY = TerritoryType("overlay", 3, overlay=True)
STANDARD_TYPES = (DIRECT, CHANNEL, OVERLAY)
"""Types that every design knows; a design may redefine one under the same id."""


@checked
class Territory(Id["Territory"], Dated):
    """A part of the market: a rule over customers, or a group of territories within it.

    Attributes:
        where: The rule; None for a group, or if customers are only assigned to it by name.
        name: Its name; by default its id.
        within: The territory that this one is a part of.
        type: Type of the territory; direct by default.
        since: First day on which it holds; None for no beginning.
        until: First day on which it no longer holds; None for no end.
        note: Free text; no calculation uses it.
    """

    where: Where | None = None
    _: KW_ONLY
    name: Text | None = None
    within: Ref["Territory"] | None = None
    type: Ref[TerritoryType] = "direct"
    since: Day | None = None
    until: DayAfter | None = None
    note: Text | None = None
