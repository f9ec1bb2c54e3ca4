"""Dated things: from a first day up to, and not including, the day after the last."""

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from orgmodel.model.day import Day


def _later(until: dt.date, info: ValidationInfo) -> dt.date:
    since = info.data.get("since")
    if since is not None and until <= since:
        raise ValueError(f"should be a day after since, {since}: it is the day after the last")
    return until


DayAfter = Annotated[Day, AfterValidator(_later)]
"""The day after the last; it lies after the field ``since``, which stands before."""


class Dated:
    """A thing with an effective date and an end.

    The fields themselves stand in each kind, where files show them.

    Attributes:
        since: First day on which it holds; None for no beginning.
        until: First day on which it no longer holds; None for no end.
    """

    since: dt.date | None
    until: dt.date | None

    def on(self, day: dt.date) -> bool:
        """Return whether it holds on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )
