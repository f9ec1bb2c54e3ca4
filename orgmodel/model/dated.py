"""What holds for a time: from its first day up to, and not including, the day after its last."""

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
    """Something with a first day and a day after its last.

    The fields themselves stand in each kind, where files show them.

    Attributes:
        since: The first day; None is since always.
        until: The day after the last; None is for ever.
    """

    since: dt.date | None
    until: dt.date | None

    def on(self, day: dt.date) -> bool:
        """Return whether it holds on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )
