"""Domain: the values that the fields of a customer can have by their types."""

from typing import get_args

from orgmodel.model import Status

NEVER_NEGATIVE = frozenset({"size", "revenue", "potential"})
WHOLE = frozenset({"size"})
ALWAYS_ONE_OF: dict[str, tuple[str, ...]] = {"status": get_args(Status)}
"""Fields that always have a value, and which values there are."""
