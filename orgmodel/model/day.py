"""Days: calendar dates in the unambiguous notation YYYY-MM-DD."""

import datetime as dt
import re
from typing import Annotated

from pydantic import BeforeValidator

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _written(value: object) -> object:
    """Refuse seconds since 1970 and other notations, which pydantic would take."""
    text = value if isinstance(value, str) else ""
    if isinstance(value, str | int | float) and not _ISO.fullmatch(text):
        raise ValueError(f"should be a day as YYYY-MM-DD, not {value!r}")
    return value


Day = Annotated[dt.date, BeforeValidator(_written)]
"""A date; as text in the notation of ISO 8601, YYYY-MM-DD."""


def today() -> dt.date:
    """Return today's date in universal time."""
    return dt.datetime.now(tz=dt.UTC).date()
