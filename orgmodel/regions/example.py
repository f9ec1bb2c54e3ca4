"""Examples of customers, in words."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from orgmodel.model.where import Value


def describe(example: Mapping[str, Value]) -> str:
    """Return the values of a customer as in "place IT-21, size 300, no segment"."""
    return ", ".join(_phrases(example)) or "any customer"


def _phrases(example: Mapping[str, Value]) -> Iterator[str]:
    for name, value in example.items():
        label = name.removeprefix("attributes.").replace("_", " ")
        if value is None:
            yield f"no {label}"
        else:
            yield f"{label} {value:f}" if isinstance(value, Decimal) else f"{label} {value}"
