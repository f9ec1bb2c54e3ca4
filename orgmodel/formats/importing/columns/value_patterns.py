"""What the values of a column look like, whatever its heading says."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

_SAMPLE = 2_000
"""Values of a column that are looked at."""
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_DAY = re.compile(r"\d{4}-\d\d?-\d\d?|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)")
_MOST = 0.9
"""The part of a column's values that must agree."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What most values of a column are."""

    filled: int
    unique: bool
    mails: bool
    days: bool
    numeric: bool


def shape_of(values: Sequence[str]) -> Shape:
    """Return what the values of a column, without empty ones, look like."""
    return Shape(
        len(values),
        bool(values) and len(set(values)) == len(values),
        mostly(values, _MAIL),
        mostly(values, _DAY),
        mostly(values, _NUMBER),
    )


_NUMBER = re.compile(r"[^\w]*\d[\d.,'\s]*[^\w]*")


def mostly(values: Iterable[str], pattern: "re.Pattern[str]") -> bool:
    """Return whether nine in ten values fit a pattern."""
    sample = list(islice(values, _SAMPLE))
    return bool(sample) and sum(map(bool, map(pattern.fullmatch, sample))) >= _MOST * len(sample)
